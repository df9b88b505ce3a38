import ComplexModule

/// The states of one coordinate x along a direction, as charges that move with it.
///
/// Charge q_i is at s_i x: one electron has q = -1, s = 1; of two particles in their relative coordinate, the centre of
/// mass at rest, s = m2/M and -m1/M. With M_n = sum q_i s_i^n <x^n> continuity makes the current of a transition
/// J(k) = (w/k) rho(k) = w [-i M_1 - k M_2/2 + i k^2 M_3/6 + ...], k along the line: no derivative is needed.
public struct LineCharges: OpticalStates {
  /// A charge q_i that is at s_i x.
  public struct Charge: Sendable, Hashable {
    /// q in e.
    public var charge: Double
    /// s.
    public var share: Double

    /// A charge q in e at s times the coordinate.
    public init(charge: Double, share: Double) {
      self.charge = charge
      self.share = share
    }
  }

  private let states: [LineState]
  private let charges: [Charge]
  private let direction: SIMD3<Double>
  /// E_n of the levels, in the spectrum's order.
  public let energies: [Energy]

  /// - Parameters:
  ///   - spectrum: of a ``LineParticle``, a ``LinePair`` or any other ``LineSystem``.
  ///   - charges: that move with the coordinate.
  ///   - direction: of the line; its length does not matter.
  /// - Throws: ``FewBodyError/invalid(_:)`` for levels without states, charges that are not finite or no direction.
  public init(
    _ spectrum: Spectrum, charges: [Charge] = [Charge(charge: -1, share: 1)],
    direction: SIMD3<Double> = SIMD3(0, 0, 1)
  ) throws(FewBodyError) {
    states = spectrum.levels.compactMap(\.state)
    guard !states.isEmpty, states.count == spectrum.levels.count else {
      throw .withoutWavefunctions
    }
    let length = (direction * direction).sum().squareRoot()
    guard length.isFinite, length > 0 else {
      throw .invalid("direction", direction, accepted: "a finite vector other than 0")
    }
    guard !charges.isEmpty, charges.allSatisfy({ $0.charge.isFinite && $0.share.isFinite }) else {
      throw .invalid("charges", charges, accepted: "one finite charge and share or more")
    }
    self.charges = charges
    self.direction = direction / length
    energies = spectrum.levels.map(\.energy)
  }

  /// Two particles in their relative coordinate, such as a ``LinePair``'s.
  public init(
    pair spectrum: Spectrum, charges: (Double, Double), masses: (Double, Double) = (1, 1),
    direction: SIMD3<Double> = SIMD3(0, 0, 1)
  ) throws(FewBodyError) {
    for mass in [masses.0, masses.1] {
      try require("masses", mass, accepted: "two finite masses above 0") { $0 > 0 }
    }
    let total = masses.0 + masses.1
    try self.init(
      spectrum,
      charges: [
        Charge(charge: charges.0, share: masses.1 / total),
        Charge(charge: charges.1, share: -masses.0 / total),
      ], direction: direction)
  }

  /// sum q s^n <from|x^n|to>, n = 1, 2, 3.
  private func multipoles(_ from: Int, _ to: Int) -> [Double] {
    let (a, b) = (states[from], states[to])
    let means = [
      a.matrixElement(with: b) { $0 }, a.matrixElement(with: b) { $0 * $0 },
      a.matrixElement(with: b) { $0 * $0 * $0 },
    ]
    return means.enumerated().map { n, mean in
      charges.reduce(0.0) { sum, charge in
        sum + charge.charge * (0...n).reduce(1.0) { power, _ in power * charge.share }
      } * mean
    }
  }

  /// Moments of <x>, <x^2> and <x^3> along the direction, the magnetic ones 0; nil for states that are not there.
  public func moments(from: Int, to: Int) -> TransitionMoments? {
    guard states.indices.contains(from), states.indices.contains(to) else { return nil }
    let m = multipoles(from, to)
    let energy = Energy(hartree: energies[to].hartree - energies[from].hartree)
    let w = energy.hartree
    var electric: [Complex<Double>] = []
    var (quadrupole, linear): ([Complex<Double>], [Complex<Double>]) = ([], [])
    var quadratic: [Complex<Double>] = []
    for a in 0..<3 {
      electric.append(Complex(m[0] * direction[a]))
      for b in 0..<3 {
        let plane = direction[a] * direction[b]
        quadrupole.append(Complex(m[1] * plane))
        linear.append(Complex(-w / 2 * m[1] * plane))
        for i in 0..<3 { quadratic.append(Complex(0, w / 6 * m[2] * plane * direction[i])) }
      }
    }
    return TransitionMoments(
      from: from, to: to, energy: energy, electric: electric,
      magnetic: [Complex<Double>](repeating: .zero, count: 3), quadrupole: quadrupole,
      current: CurrentMoments(
        energy: energy, uniform: electric.map { Complex(0, -w) * $0 }, linear: linear,
        quadratic: quadratic))
  }
}
