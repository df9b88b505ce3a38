import LinearOperators
import RealModule

/// What two electrons of a state do, summed over all pairs: every two-body expectation value is a sum
/// over it.
struct PairStatistics: Sendable {
  /// sum_(i<j) <e^(i t (phi_i - phi_j))>, at t + T: g_0 is the number of pairs.
  private(set) var density: [Double]
  /// The same weighted with (x y' + y x')/2 and with x + y, for forces between momenta.
  private(set) var momenta: [Double]
  private(set) var sums: [Double]
  /// ||Q V psi||^2 <= this, Q all determinants with a wave beyond M.
  private(set) var leakage = 0.0
  private let reach: Int

  /// An array of the coefficients.
  init(_ sweep: PairSweep, _ vector: [Double], _ harmonics: PairHarmonics) {
    self = vector.withUnsafeBufferPointer { PairStatistics(sweep, $0, harmonics) }
  }

  /// - Parameter vector: coefficients of determinants, of norm 1.
  init(_ sweep: PairSweep, _ vector: UnsafeBufferPointer<Double>, _ harmonics: PairHarmonics) {
    let (waves, n) = (sweep.space.waves, sweep.space.orbitals)
    reach = 2 * waves
    (density, momenta, sums) = ([], [], [])
    density = [Double](repeating: 0, count: 2 * reach + 1)
    (momenta, sums) = (density, density)
    guard let base = vector.baseAddress, vector.count == sweep.space.dimension else { return }
    // The density matrices of the pairs, for each spin and each sum.
    var matrices = [[Double]](repeating: [], count: 2 * (2 * n - 1))
    sweep.run(base, into: nil) { batch, amplitudes, _ in
      let (m, slot) = (batch.pairs, 2 * batch.sum + (batch.isSame ? 0 : 1))
      if matrices[slot].isEmpty { matrices[slot] = [Double](repeating: 0, count: m * m) }
      matrices[slot].withUnsafeMutableBufferPointer { matrix in
        guard let matrix = matrix.baseAddress else { return }
        DenseProduct.multiply(
          rows: m, columns: m, inner: batch.columns, amplitudes, amplitudes, transposingB: true,
          beta: 1, into: matrix)
      }
    }
    for (slot, matrix) in matrices.enumerated() where !matrix.isEmpty {
      add(matrix, sum: slot / 2, isSame: slot.isMultiple(of: 2), sweep.space, harmonics)
    }
    // Differences of numbers of the size of V^2.
    let particles = Double(sweep.space.particles)
    leakage =
      max(0, leakage) + 64 * 0x1p-53 * particles * particles
      * PairHarmonics.value(harmonics.square, 0)
  }

  /// Adds the pairs of one spin and one sum.
  ///
  /// A pair that leaves the window meets the rest in one place if both its waves are outside, and in at
  /// most N - 1 if one is: |sum of n terms|^2 <= n sum |.|^2.
  private mutating func add(
    _ matrix: [Double], sum: Int, isSame: Bool, _ space: DeterminantSpace,
    _ harmonics: PairHarmonics
  ) {
    let waves = space.waves
    let range = PairSweep.range(sum: sum, orbitals: space.orbitals, isSame: isSame)
    let m = range.count
    let total = Double(sum - 2 * waves)
    func block(_ values: [Double]) -> [Double] {
      PairBlocks.block(sum, space.orbitals, waves, isSame: isSame) { x, _, a, _ in
        PairHarmonics.value(values, x - a)
      }
    }
    let inside = block(harmonics.coulomb)
    let square = block(harmonics.square)
    let image = DenseProduct.product(rows: m, columns: m, inner: m, inside, inside)
    var outside = 0.0
    for i in matrix.indices { outside += matrix[i] * (square[i] - image[i]) }
    leakage += Double(space.particles - 1) * outside
    for j in 0..<m {
      let (r, s) = (range.lowerBound + j - waves, sum - range.lowerBound - j - waves)
      for i in 0..<m {
        let (p, q) = (range.lowerBound + i - waves, sum - range.lowerBound - i - waves)
        let weight = matrix[i + j * m]
        add(p - r, weight, p * s + q * r, total)
        if isSame { add(p - s, -weight, p * r + q * s, total) }
      }
    }
  }

  private mutating func add(_ t: Int, _ weight: Double, _ product: Int, _ total: Double) {
    density[t + reach] += weight
    momenta[t + reach] += 0.5 * weight * Double(product)
    sums[t + reach] += weight * total
  }

  /// <sum_(i<j) v(phi_i - phi_j)> for v = sum_t v_t e^(i t phi).
  func expectation(_ harmonics: [Double]) -> Double { Self.sum(density, harmonics, reach) }

  /// <sum_(i<j) (J_i v J_j + J_j v J_i)/2> with every wave number shifted.
  func momentumExpectation(_ harmonics: [Double], shift: Double) -> Double {
    Self.sum(momenta, harmonics, reach) + shift * Self.sum(sums, harmonics, reach)
      + shift * shift * Self.sum(density, harmonics, reach)
  }

  /// Its derivative by the shift.
  func momentumSlope(_ harmonics: [Double], shift: Double) -> Double {
    Self.sum(sums, harmonics, reach) + 2 * shift * Self.sum(density, harmonics, reach)
  }

  /// The density of the angle between two electrons, of integral 1 over a turn.
  func density(at phi: Double) -> Double {
    guard density[reach] > 0 else { return 1 / (2 * .pi) }
    var sum = density[reach]
    for t in stride(from: 1, through: reach, by: 1) {
      sum += (density[reach + t] + density[reach - t]) * .cos(Double(t) * phi)
    }
    return sum / (2 * .pi * density[reach])
  }

  private static func sum(_ weights: [Double], _ harmonics: [Double], _ reach: Int) -> Double {
    weights.indices.reduce(0) {
      $0 + weights[$1] * PairHarmonics.value(harmonics, $1 - reach)
    }
  }
}
