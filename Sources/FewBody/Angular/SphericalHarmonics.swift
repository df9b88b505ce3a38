import RealModule

/// Y_lM(theta, phi) = Theta_lM(theta) e^(i M phi), with the Condon-Shortley phase.
enum SphericalHarmonics {
  /// Theta_lM(theta) for l = |M| ... largest, normalised to 2 pi integral Theta^2 sin theta = 1.
  ///
  /// The recurrence in l at fixed M (DLMF 14.10.3, normalised) is stable for every |cos theta| <= 1.
  static func theta(through largest: Int, magnetic: Int, cosine: Double) -> [Double] {
    let m = Int(magnetic.magnitude)
    guard largest >= m else { return [] }
    let sine = max(0, (1 - cosine) * (1 + cosine)).squareRoot()
    var start = (1 / (4 * Double.pi)).squareRoot()
    for k in stride(from: 1, through: m, by: 1) {
      start *= -sine * (Double(2 * k + 1) / Double(2 * k)).squareRoot()
    }
    if magnetic < 0, !m.isMultiple(of: 2) { start = -start }
    var values = [start]
    if largest > m { values.append(cosine * Double(2 * m + 3).squareRoot() * start) }
    for l in stride(from: m + 2, through: largest, by: 1) {
      let previous = values[l - m - 1]
      let before = values[l - m - 2]
      let step = coupling(l, m)
      values.append((cosine * previous - coupling(l - 1, m) * before) / step)
    }
    return values
  }

  /// <l M| cos theta |l-1 M> = sqrt((l^2 - M^2)/(4 l^2 - 1)).
  static func coupling(_ l: Int, _ magnetic: Int) -> Double {
    let (l, m) = (Double(l), Double(magnetic.magnitude))
    return ((l - m) * (l + m) / ((2 * l - 1) * (2 * l + 1))).squareRoot()
  }

  /// <l M| cos^2 theta |l' M>, which vanishes unless l' = l or l +- 2.
  static func squaredCosine(_ l: Int, _ other: Int, magnetic: Int) -> Double {
    let up = coupling(l + 1, magnetic)
    let down = l > magnetic.magnitude ? coupling(l, magnetic) : 0
    if other == l { return up * up + down * down }
    if other == l + 2 { return up * coupling(l + 2, magnetic) }
    if other == l - 2, other >= magnetic.magnitude { return down * coupling(l - 1, magnetic) }
    return 0
  }
}
