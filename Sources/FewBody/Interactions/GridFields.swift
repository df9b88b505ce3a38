import ComplexModule
import LinearOperators
import RealModule

/// Densities and currents of a pair of orbitals at the nodes of one grid.
///
/// Complex fields are pairs of real ones, of which those that vanish are left out.
struct GridFields {
  let points: Int
  let step: Double
  let first: Samples
  let second: Samples
  private let mass: Double
  /// m Z of the cusp that both have.
  private let decay: Double?

  /// An orbital's numbers with, where currents are asked for, its three derivatives: found once, used by three currents.
  struct Samples {
    let values: [Complex<Double>]
    let gradient: [[Complex<Double>]]

    init(_ samples: GridSamples, isCurrent: Bool) {
      values = samples.values
      gradient = isCurrent ? (0..<3).map(samples.derivative) : []
    }
  }

  init(_ a: GridOrbital, _ b: GridOrbital, points: Int, isCurrent: Bool, threads: Threads) {
    self.points = points
    step = 2 * a.extent / Double(points)
    first = Samples(GridSamples(a, points: points, threads: threads), isCurrent: isCurrent)
    second = Samples(GridSamples(b, points: points, threads: threads), isCurrent: isCurrent)
    mass = a.mass
    decay = a.cusp == b.cusp ? a.cusp.map { $0 * a.mass } : nil
  }

  /// psi_a* psi_b, real and imaginary part.
  func densities(
    _ first: Samples, _ second: Samples
  ) -> [GridEnergy.Field] {
    let (a, b) = (first.values, second.values)
    // Loops: with the key paths of map 96^3 points took 1.5 s instead of 0.7.
    var real = [Double](repeating: 0, count: a.count)
    var imaginary = real
    for i in a.indices {
      let product = a[i].conjugate * b[i]
      real[i] = product.real
      imaginary[i] = product.imaginary
    }
    return [real, imaginary].filter(isPresent).map { [mended($0, 2)] }
  }

  /// With the kink `share` m Z at the nucleus made up for.
  private func mended(_ field: [Double], _ share: Double) -> [Double] {
    guard let decay else { return field }
    var values = field
    LatticeCusp.mend(&values, count: points, step: step, kink: share * decay)
    return values
  }

  /// (psi_a* grad psi_b - psi_b grad psi_a*)/2im, real and imaginary part of the three components.
  func currents(
    _ first: Samples, _ second: Samples
  ) -> [GridEnergy.Field] {
    let (a, b) = (first.values, second.values)
    var parts: [GridEnergy.Field] = [[], []]
    for axis in 0..<3 {
      let (left, right) = (first.gradient[axis], second.gradient[axis])
      var real = [Double](repeating: 0, count: a.count)
      var imaginary = real
      for i in a.indices {
        let bracket = a[i].conjugate * right[i] - b[i] * left[i].conjugate
        // Division by 2 i m.
        real[i] = bracket.imaginary / (2 * mass)
        imaginary[i] = -bracket.real / (2 * mass)
      }
      parts[0].append(mended(real, 4.0 / 3))
      parts[1].append(mended(imaginary, 4.0 / 3))
    }
    return parts.filter { $0.contains(where: isPresent) }
  }

  /// |1 - sum |psi|^2 h^3|: what lies outside the box, or what the sum errs by.
  func missing(_ samples: Samples) -> Double {
    let values = samples.values
    var density = [Double](repeating: 0, count: values.count)
    for i in values.indices { density[i] = values[i].lengthSquared }
    let cell = step * step * step
    return (1 - cell * mended(density, 2).reduce(0, +)).magnitude
  }

  private func isPresent(_ values: [Double]) -> Bool { values.contains { $0 != 0 } }
}
