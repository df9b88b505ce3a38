import LinearOperators
import RealModule

/// One symmetry sector of a ring in plane waves: k = (m + theta)/c = n + f, m whole, |m| <= N.
///
/// H = B k^2 + V and, for a spinor, B Q (k + 1/2) between spin up at k and spin down at k + 1, which is
/// B{l, sigma_r}Q/2. The flux is reduced to |theta| <= 1/2, exactly: a ring at f + 1 is the ring at f with
/// another origin of m.
struct PlaneWaves: Sendable {
  /// B.
  let rotation: Double
  var theta: Double
  /// How far theta may be off.
  let thetaError: Double
  /// n + tau = (m - shift)/c + tau is the wave number without the flux.
  let shift: Int
  let offset: Double
  let series: FourierSeries
  /// Q, 0 without spin.
  let rashba: Double
  let zeeman: Double
  /// 2 for a spinor.
  let components: Int
  /// The flag that makes many waves necessary.
  let culprit: String

  init(_ ring: Ring, flux: Double, offset: (value: Double, error: Double), series: FourierSeries) {
    rotation = ring.rotation.hartree
    let turns = Double(series.turns)
    // Both differences are exact: |f| < 2^20 and Sterbenz's lemma.
    let whole = (turns * flux).rounded()
    let reduced = turns * flux - whole
    let sum = reduced + turns * offset.value
    // theta = 1/2 always has this sign, so that equal rings have equal matrices.
    let second = sum.rounded() == sum + 0.5 ? sum - 0.5 : sum.rounded()
    theta = sum - second
    thetaError = turns * offset.error + (offset.value == 0 ? 0 : 0x1p-53)
    shift = Int(whole) + Int(second)
    self.offset = offset.value
    self.series = series
    rashba = ring.rashba ?? 0
    zeeman = ring.zeeman.hartree
    components = ring.isSpinor ? 2 : 1
    culprit =
      4 * series.variation < rotation * rashba * rashba
      ? "rashba \(rashba)" : series.degree > 0 ? ring.potential.flag : "states"
  }

  /// k, in turns of the whole ring.
  func wavenumber(_ m: Int) -> Double { (Double(m) + theta) / Double(series.turns) }

  /// How far H couples in m.
  var reach: Int { max(series.degree, components == 2 && rashba != 0 ? series.turns : 0) }

  /// H between (m, spin a) and (n, spin b); spin 0 is up.
  func entry(_ m: Int, _ a: Int, _ n: Int, _ b: Int) -> (Double, Double) {
    if a != b {
      let (up, down) = a == 0 ? (m, n) : (n, m)
      guard down == up + series.turns else { return (0, 0) }
      return (rotation * rashba * (wavenumber(up) + 0.5), 0)
    }
    let g = m - n
    if g == 0 {
      let k = wavenumber(m)
      let spin = components == 2 ? (a == 0 ? 0.5 : -0.5) * zeeman : 0
      return (rotation * k * k + (series.mean + spin), 0)
    }
    guard g.magnitude <= series.degree else { return (0, 0) }
    let i = Int(g.magnitude) - 1
    return (series.real[i], g > 0 ? series.imaginary[i] : -series.imaginary[i])
  }

  /// dH/df between the same.
  func slope(_ m: Int, _ a: Int, _ n: Int, _ b: Int) -> Double {
    if a != b {
      let (up, down) = a == 0 ? (m, n) : (n, m)
      return down == up + series.turns ? rotation * rashba : 0
    }
    return m == n ? 2 * rotation * wavenumber(m) : 0
  }

  /// A lower bound of H on the waves |m| > N.
  ///
  /// There B(l + Q sigma_r/2)^2 - B Q^2/4 has the pairs (|k + 1/2| -+ sqrt(1 + Q^2)/2)^2 - Q^2/4 with |k +
  /// 1/2| >= kappa + 1/2, and k^2 >= kappa^2 where the partner has |m| <= N; V >= V_0 - 2 sum |V_g|.
  func floor(beyond waves: Int) -> Double {
    let kappa = (Double(waves) + 1 - theta.magnitude) / Double(series.turns)
    var kinetic = kappa * kappa
    if components == 2 {
      let inner = max(0, kappa + 0.5 - 0.5 * (1 + rashba * rashba).squareRoot())
      kinetic = min(kinetic, inner * inner - 0.25 * rashba * rashba)
    }
    let floor = rotation * kinetic + (series.mean - series.variation - 0.5 * zeeman.magnitude)
    return floor - 1e-13 * (floor.magnitude + series.variation + series.mean.magnitude)
  }

  /// V + Zeeman - B Q^2/4 >= this, and B(l + Q sigma_r/2)^2 >= 0 on top.
  var bottom: Double {
    series.mean - series.variation - 0.5 * zeeman.magnitude - 0.25 * rotation * rashba * rashba
  }

  /// N that leaves less than `accuracy` of the scale outside, from the decay of a majorant of the
  /// highest wanted state.
  ///
  /// Where B k^2 exceeds what the state can have, a_m <= sum_g |V_g| a_(m-g)/(B k_m^2 - E + V_0). It is only
  /// a guess: the bounds hold for any N.
  func wavesNeeded(levels: Int, accuracy: Double) -> Int {
    let turns = Double(series.turns)
    let half = (Double(levels) / Double(2 * components) + 1) / turns + 0.5 * rashba.magnitude
    let top = rotation * half * half + series.variation + 0.5 * zeeman.magnitude
    let classical = ((top + series.variation) / rotation).squareRoot() + 0.5 * rashba.magnitude
    let start = Int((classical * turns).rounded(.up)) + 1
    let moduli = series.real.indices.map {
      (series.real[$0] * series.real[$0] + series.imaginary[$0] * series.imaginary[$0])
        .squareRoot()
    }
    let step = reach
    guard step > 0 else { return start + 1 }
    let scale = max(rotation, series.variation)
    // a_m is kept at m mod the reach.
    var amplitudes = [Double](repeating: 1, count: step)
    var (m, last) = (start, start)
    while m - last <= step, m < 1 << 16 {
      m += 1
      let k = Double(m) / turns
      let barrier = rotation * k * k - top
      var sum = 0.0
      if components == 2, rashba != 0 {
        sum = rotation * rashba.magnitude * k * amplitudes[(m + step - series.turns) % step]
      }
      for g in moduli.indices where moduli[g] != 0 {
        sum += moduli[g] * amplitudes[(m + step - g - 1) % step]
      }
      let amplitude = min(1, barrier > 0 ? sum / barrier : 1)
      amplitudes[m % step] = amplitude
      if amplitude * amplitude * rotation * k * k > accuracy * scale { last = m }
    }
    return last + 1
  }

  /// Of the constants on the diagonal.
  private var constantError: Double {
    8 * 0x1p-53 * (series.mean.magnitude + zeeman.magnitude)
  }

  /// The strip of H for |m| <= N made from that of the same ring, without spin, at another theta; theta
  /// counts as exact.
  func strip(_ other: HermitianStrip, waves: Int) -> HermitianStrip {
    other.replacing(
      diagonal: (-waves...waves).map { entry($0, 0, $0, 0).0 },
      diagonalError: [Double](repeating: constantError, count: 2 * waves + 1),
      floor: floor(beyond: waves))
  }

  /// The strip of H for |m| <= N; index 2(m + N) + spin, or m + N.
  func strip(waves: Int) throws(FewBodyError) -> HermitianStrip {
    let count = components * (2 * waves + 1)
    let outside = (0..<reach).flatMap { [waves + 1 + $0, -waves - 1 - $0] }
    func place(_ i: Int) -> (Int, Int) {
      guard i >= count else { return (i / components - waves, i % components) }
      return (outside[(i - count) / components], (i - count) % components)
    }
    let errors = (0..<count).map { i in
      2 * rotation * wavenumber(place(i).0).magnitude * thetaError / Double(series.turns)
        + constantError
    }
    return try algebra { () throws(LinearAlgebraError) in
      try HermitianStrip(
        dimension: count, rows: count + components * outside.count, entryError: 8 * 0x1p-53,
        diagonalError: errors, floor: floor(beyond: waves)
      ) { i, j in
        let ((m, a), (n, b)) = (place(i), place(j))
        return entry(m, a, n, b)
      }
    }
  }
}
