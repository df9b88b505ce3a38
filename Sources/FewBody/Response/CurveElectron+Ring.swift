import ComplexModule
import RealModule

extension CurveElectron {
  /// The lowest states of a ``Ring``, with its potential, mass and flux.
  ///
  /// The slope is the covariant one, (d/ds + i f/R) psi, so that currents and magnetic moments are gauge invariant: the mean of m_z
  /// is alpha I pi R^2 with the level's current I. Sums over equally spaced angles are exact for plane waves.
  ///
  /// - Throws: as ``Ring/spectrum(lowest:on:tolerance:progress:shouldStop:)``; ``FewBodyError/invalid(_:)`` for a ring with
  ///   spin, or with states of unlike boundary conditions, whose products do not close.
  public init(_ ring: Ring, states: Int) throws(FewBodyError) {
    guard (2...400).contains(states) else {
      throw .invalid("states", states, accepted: "a whole number from 2 to 400")
    }
    let levels = try ring.spectrum(lowest: states).levels
    let found = levels.compactMap(\.ringState)
    guard let base = found.first, found.count == levels.count else { throw .withoutWavefunctions }
    for state in found {
      let turns = state.first - base.first
      guard state.coefficients.count == 1, state.step == 1, turns == turns.rounded() else {
        throw .invalid(
          "boundary", ring.boundary.name,
          accepted: "a ring without spin whose states all repeat, or all turn, alike")
      }
    }
    let radius = ring.radius.bohr
    let points = 2 * (found.map { $0.coefficients[0].count }.max() ?? 0) + 8
    let angles = (0..<points).map { 2 * Double.pi * Double($0) / Double(points) }
    let size = 1 / (2 * .pi * radius).squareRoot()
    var (waves, slopes): ([[Complex<Double>]], [[Complex<Double>]]) = ([], [])
    for state in found {
      var (wave, slope): ([Complex<Double>], [Complex<Double>]) = ([], [])
      for angle in angles {
        let turn = Complex(length: 1, phase: angle)
        var factor = Complex(length: size, phase: state.first * angle)
        var (value, derivative) = (Complex<Double>.zero, Complex<Double>.zero)
        for (index, c) in state.coefficients[0].enumerated() {
          let term = c * factor
          value += term
          let momentum = (state.first + Double(index) + ring.flux) / radius
          derivative += Complex(0, momentum) * term
          factor *= turn
        }
        wave.append(value)
        slope.append(derivative)
      }
      waves.append(wave)
      slopes.append(slope)
    }
    self.init(
      positions: angles.map { SIMD3(radius * Double.cos($0), radius * Double.sin($0), 0) },
      tangents: angles.map { SIMD3(-Double.sin($0), Double.cos($0), 0) },
      weights: angles.map { _ in 2 * .pi * radius / Double(points) }, waves: waves, slopes: slopes,
      energies: levels.map(\.energy), mass: ring.mass)
  }
}
