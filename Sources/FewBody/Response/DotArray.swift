import ComplexModule
import LinearOperators
import RealModule

/// Equal dots, each small beside the wavelength, anywhere in space: their response solved with the field that they make.
///
/// The kernel is separable (Cho, App. B): of point currents the F of Eq 63 are F_nu0 = I_nu0 . A(r_i), so that a dot's current is
/// chi_em(0, w) . A(r_i) (Eqs 18, 65) and three unknowns a dot are left of all F. With p = i I/w, E = i w A/c and the whole retarded
/// field, its longitudinal part included (the paper's view B), the equations are
/// p_i = alpha [E0(r_i) + (2 i/3) q^3 p_i + sum_j G(r_i - r_j) p_j], alpha = c chi_em(0, w)/w^2, q = w/c. The term of a dot with itself is
/// the radiation's reaction; its real part, a shift of the levels, is left out.
public struct DotArray: Sendable {
  /// In bohr.
  public var positions: [SIMD3<Double>]
  /// Of each dot, with weights where it is warm: ``OpticalStates/transitions(temperature:shouldStop:)``.
  public var transitions: [CurrentMoments]
  /// gamma in hartree.
  public var damping: Double

  /// Dots at positions in bohr, all with the same transitions, damped by gamma in hartree.
  public init(positions: [SIMD3<Double>], transitions: [CurrentMoments], damping: Double = 0) {
    self.positions = positions
    self.transitions = transitions
    self.damping = damping
  }

  /// alpha of one dot in cubic bohr, component (i, j) at `3 i + j`.
  ///
  /// - Throws: as ``Susceptibility/validate(at:)``, and for a frequency of 0.
  public func polarisability(at frequency: Energy) throws(FewBodyError) -> [Complex<Double>] {
    let w = frequency.hartree
    try require("frequency", w, accepted: "a frequency above 0") { $0 > 0 }
    let chi = try Susceptibility(transitions: transitions, density: 1, damping: damping)
      .parts(at: frequency).constant
    return chi.map { $0.multiplied(by: 1 / (Constants.fineStructure * w * w)) }
  }

  /// What a plane wave does to the dots.
  ///
  /// - Parameters:
  ///   - frequency: of the light.
  ///   - direction: of propagation; its length does not matter.
  ///   - polarisation: of the field, across the direction.
  /// - Throws: ``FewBodyError/invalid(_:)`` for dots that coincide, a polarisation along the direction, or as
  ///   ``polarisability(at:)``; ``FewBodyError/tooLarge(what:bytes:limit:)`` for more dots than fit into memory.
  public func response(
    at frequency: Energy, direction: SIMD3<Double>, polarisation: [Complex<Double>]
  ) throws(FewBodyError) -> DotResponse {
    try validate()
    let length = (direction * direction).sum().squareRoot()
    guard length.isFinite, length > 0 else {
      throw .invalid("direction", direction, accepted: "a finite vector other than 0")
    }
    let n = direction / length
    let size = polarisation.reduce(0.0) { $0 + $1.lengthSquared }
    guard polarisation.count == 3, size.isFinite, size > 0 else {
      throw .invalid("polarisation", polarisation, accepted: "three components, not all 0")
    }
    var along = Complex<Double>.zero
    for i in 0..<3 { along += polarisation[i].multiplied(by: n[i]) }
    guard along.lengthSquared <= 1e-24 * size else {
      throw .invalid("polarisation", polarisation, accepted: "a vector across the direction")
    }
    let alpha = try polarisability(at: frequency)
    let q = frequency.hartree * Constants.fineStructure
    var incident: [Complex<Double>] = []
    for position in positions {
      let phase = Complex<Double>(length: 1, phase: q * (n * position).sum())
      incident += polarisation.map { $0 * phase }
    }
    let count = positions.count
    var field = [Complex<Double>](repeating: .zero, count: 9 * count * count)
    for i in 0..<count {
      for j in 0..<count {
        let block = DotArray.kernel(positions[i] - positions[j], q, isSame: i == j)
        for a in 0..<3 {
          for b in 0..<3 { field[(3 * i + a) * 3 * count + 3 * j + b] = block[3 * a + b] }
        }
      }
    }
    let solution: [Complex<Double>]
    do throws(LinearAlgebraError) {
      let system = try ComplexLinearSystem(dimension: 3 * count) { row, column in
        let first = row / 3 * 3
        var sum = Complex<Double>(row == column ? 1.0 : 0.0)
        for c in 0..<3 {
          sum -= alpha[3 * (row - first) + c] * field[(first + c) * 3 * count + column]
        }
        return sum
      }
      solution = try system.solution(
        of: incident.indices.map { row in
          let first = row / 3 * 3
          return (0..<3).reduce(Complex<Double>.zero) { sum, c in
            sum + alpha[3 * (row - first) + c] * incident[first + c]
          }
        })
    } catch { throw FewBodyError(error) }
    // 4 pi q Im(E0* . p) is taken out of the wave, 4 pi q Im(E* . p) stays in the dots.
    var (extinction, absorption) = (0.0, 0.0)
    for row in solution.indices {
      var local = incident[row]
      for column in solution.indices { local += field[row * 3 * count + column] * solution[column] }
      extinction += (incident[row].conjugate * solution[row]).imaginary
      absorption += (local.conjugate * solution[row]).imaginary
    }
    let scale = 4 * .pi * q / size
    return DotResponse(
      positions: positions,
      moments: (0..<count).map { Array(solution[(3 * $0)..<(3 * $0 + 3)]) }, wavenumber: q,
      intensity: size, extinction: scale * extinction, absorption: scale * absorption)
  }

  /// Positions that can be, and room for the equations.
  public func validate() throws(FewBodyError) {
    guard !positions.isEmpty else {
      throw .invalid("positions", 0, accepted: "one dot or more")
    }
    // The tensor, the equations and the copy that is eliminated, 16 bytes a number.
    let unknowns = 3 * Double(positions.count)
    let (bytes, limit) = (48 * unknowns * unknowns, Memory.available)
    guard bytes <= limit else {
      throw .tooLarge(what: "positions: \(positions.count) dots", bytes: bytes, limit: limit)
    }
    for i in positions.indices {
      for j in 0..<i {
        let r = positions[i] - positions[j]
        try require(
          "separation", (r * r).sum().squareRoot(),
          accepted: "a distance from 1e-6 to 1e15 bohr between dots \(j) and \(i)"
        ) { (1e-6...1e15).contains($0) }
      }
    }
  }

  /// G of a dipole's field, e^{ix}[x^2 (1 - rr) + (1 - ix)(3 rr - 1)]/r^3; for a dot itself (2 i/3) q^3.
  static func kernel(_ r: SIMD3<Double>, _ q: Double, isSame: Bool) -> [Complex<Double>] {
    guard !isSame else {
      return (0..<9).map { $0 % 4 == 0 ? Complex(0, 2.0 / 3 * q * q * q) : .zero }
    }
    let distance = (r * r).sum().squareRoot()
    let x = q * distance
    let wave = Complex(length: 1 / (distance * distance * distance), phase: x)
    let (far, near) = (wave.multiplied(by: x * x), wave * Complex(1, -x))
    let axis = r / distance
    return (0..<9).map { entry in
      let rr = axis[entry / 3] * axis[entry % 3]
      let delta = entry % 4 == 0 ? 1.0 : 0
      return far.multiplied(by: delta - rr) + near.multiplied(by: 3 * rr - delta)
    }
  }
}

/// The moments that a plane wave makes in a ``DotArray``, and what becomes of the wave.
public struct DotResponse: Sendable {
  /// Of the dots, in bohr.
  public let positions: [SIMD3<Double>]
  /// p of every dot, for a field of the given polarisation.
  public let moments: [[Complex<Double>]]
  /// q = w/c.
  public let wavenumber: Double
  let intensity: Double
  /// Cross-sections in square bohr.
  public let extinction: Double
  /// 4 pi q sum Im(E_i* . p_i)/|E0|^2, what stays in the dots, in square bohr.
  public let absorption: Double

  /// d sigma/d Omega = q^4 |n x (n x sum p_i e^{-i q n.r_i})|^2/|E0|^2, in square bohr a steradian.
  public func scattered(into direction: SIMD3<Double>) -> Double {
    let length = (direction * direction).sum().squareRoot()
    guard length > 0 else { return 0 }
    let n = direction / length
    var sum = [Complex<Double>](repeating: .zero, count: 3)
    for (position, moment) in zip(positions, moments) {
      let phase = Complex<Double>(length: 1, phase: -wavenumber * (n * position).sum())
      for i in 0..<3 { sum[i] += moment[i] * phase }
    }
    var along = Complex<Double>.zero
    for i in 0..<3 { along += sum[i].multiplied(by: n[i]) }
    let across = sum.reduce(0.0) { $0 + $1.lengthSquared } - along.lengthSquared
    let square = wavenumber * wavenumber
    return square * square * max(0, across) / intensity
  }
}
