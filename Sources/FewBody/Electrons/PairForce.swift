/// The forces between two electrons in plane waves: matrix elements <x y|W|x' y'>, x + y = x' + y'.
///
/// Coulomb: v_(x - x'). Darwin-Breit, to first order in alpha^2: -(alpha^2/R^3) V_(x - x')
/// [(x + f)(y' + f) + (y + f)(x' + f)]/2, the symmetrised J_1 V J_2.
struct PairForce: Sendable {
  /// Coulomb's v_t for |t| <= T, at t + T; zeros without it.
  let direct: [Double]
  /// -(alpha^2/R^3) V_t for |t| <= T, at t + T; empty without it.
  let magnetic: [Double]
  let reach: Int
  /// What is added to a wave number to make it m R^2 times a velocity: the flux and the turns of J.
  let shift: Double

  init(
    _ harmonics: PairHarmonics, reach: Int, coulomb: Bool, magnetic scale: Double?, shift: Double
  ) {
    self.reach = reach
    self.shift = shift
    func both(_ values: [Double], _ factor: Double) -> [Double] {
      (-reach...reach).map { factor * PairHarmonics.value(values, $0) }
    }
    direct = both(harmonics.coulomb, coulomb ? 1 : 0)
    magnetic = scale.map { both(harmonics.magnetic, $0) } ?? []
  }

  /// <x y|W|x' y'> with whole wave numbers.
  @inline(__always)
  func element(_ x: Int, _ y: Int, _ a: Int, _ b: Int) -> Double {
    let t = x - a + reach
    guard !magnetic.isEmpty else { return direct[t] }
    let (p, q) = (Double(x) + shift, Double(y) + shift)
    let (r, s) = (Double(a) + shift, Double(b) + shift)
    return direct[t] + magnetic[t] * (0.5 * (p * s + q * r))
  }
}
