import ComplexModule
import FewBody
import RealModule

/// Cho, section 3.4: a magnetic resonance where the permittivity is negative; Figs 1 and 2.
enum ChoLeftHanded {
  static let claims = [
    PaperClaim("cho-window-a", "The window opens at omega_0.", windowA),
    PaperClaim(
      "cho-window-b", "The window closes at omega_0; chi_m of (B) has its pole at 1 - Delta.",
      windowB),
    PaperClaim("cho-identical", "n_A(w) = n_B(w - Delta), exactly.", identical),
    PaperClaim("cho-dip", "n = -1 = eps_b matches the vacuum.", dip),
    PaperClaim("cho-curve", "Points of Fig 2.", curve),
    PaperClaim(
      "cho-reflectance",
      "Fresnel needs sqrt(mu/eps) = n/eps_b: R = |(n - eps_b)/(n + eps_b)|^2, the printed form only where eps_b = -1.",
      reflectance),
    PaperClaim("cho-group-velocity", "c/v_g = n + w dn/dw > 0 where n < 0.", groupVelocity),
    PaperClaim(
      "cho-branch", "At the two ends of the window.", branch),
  ]

  private static let (a, b) = (
    LeftHandedMedium(assignment: .a), LeftHandedMedium(assignment: .b)
  )

  /// The ends of the frequencies where the wave propagates.
  private static func window(_ medium: LeftHandedMedium) throws -> (lower: Double, upper: Double) {
    let middle = medium.assignment == .a ? 1 + medium.strength / 2 : 1 - medium.strength / 2
    func propagates(_ w: Double) throws -> Bool {
      // At the pole itself nothing does.
      do throws(FewBodyError) { return try medium.index(at: w).imaginary == 0 } catch {
        return false
      }
    }
    return (
      try border(from: middle, to: middle - medium.strength, where: propagates),
      try border(from: middle, to: middle + medium.strength, where: propagates)
    )
  }

  /// Where the index has a value; it rises with the frequency.
  private static func frequency(
    of index: Double, in medium: LeftHandedMedium
  ) throws -> Double {
    let (lower, upper) = try window(medium)
    return try border(from: lower, to: upper) { try medium.index(at: $0).real < index }
  }

  static func windowA(_ p: PublishedClaim) throws -> [Finding] {
    let (lower, upper) = try window(a)
    return [
      .both("lower end", printed: 1, ours: lower, within: 1e-12, "omega_0"),
      .value("upper end", upper, "omega_0"),
    ]
  }

  static func windowB(_ p: PublishedClaim) throws -> [Finding] {
    let (lower, upper) = try window(b)
    return [
      .both("upper end", printed: 1, ours: upper, within: 1e-12, "omega_0"),
      .value("lower end", lower, "omega_0"),
    ]
  }

  static func identical(_ p: PublishedClaim) throws -> [Finding] {
    // 1e-16/1e-4 of w is lost in the distance from the pole.
    try [1.0002, 1.0005, 1.0008].map { w in
      .both(
        "n at w = \(w)", printed: try b.index(at: w - b.strength).real,
        ours: try a.index(at: w).real, within: 1e-10)
    }
  }

  /// Fresnel's |(mu - n)/(mu + n)|^2, with mu as the assignment says: 1 + 4 pi chi_m, or 1/(1 - 4 pi chi_B).
  private static func fresnel(_ medium: LeftHandedMedium, _ w: Double) throws -> Double {
    let response = medium.strength / (1 - w)
    let mu = medium.assignment == .a ? 1 + response : 1 / (1 - response)
    let n = try medium.index(at: w).real
    return ((mu - n) / (mu + n)) * ((mu - n) / (mu + n))
  }

  static func dip(_ p: PublishedClaim) throws -> [Finding] {
    try [a, b].flatMap { medium in
      let (lower, upper) = try window(medium)
      let places = (1..<1000).map { lower + (upper - lower) * Double($0) / 1000 }
      let found = try places.map { (w: $0, value: try fresnel(medium, $0)) }
      let least = found.min { $0.value < $1.value } ?? (.nan, .nan)
      let name = medium.assignment.rawValue
      return [
        Finding.both("least R of (\(name))", printed: 0, ours: least.value, within: 1e-12),
        .value("at w of (\(name))", least.w, "omega_0"),
      ]
    }
  }

  /// |(n + 1)/(n - 1)|^2.
  private static func printed(_ n: Double) -> Double {
    let ratio = (n + 1) / (n - 1)
    return ratio * ratio
  }

  static func curve(_ p: PublishedClaim) throws -> [Finding] {
    try [-2, -0.5].flatMap { n in
      let w = try frequency(of: n, in: a)
      return [
        Finding.both(
          "R at n = \(n)", printed: printed(n), ours: try fresnel(a, w), within: 1e-9),
        .value("w of n = \(n)", w, "omega_0"),
      ]
    }
  }

  static func reflectance(_ p: PublishedClaim) throws -> [Finding] {
    let medium = LeftHandedMedium(assignment: .a, background: -2)
    let (one, two) = (try frequency(of: -1, in: medium), try frequency(of: -2, in: medium))
    return [
      .both(
        "R at n = -1, eps_b = -2", printed: printed(-1), ours: try fresnel(medium, one),
        within: 1e-9),
      .both(
        "R at n = -2, eps_b = -2", printed: printed(-2), ours: try fresnel(medium, two),
        within: 1e-9),
    ]
  }

  static func groupVelocity(_ p: PublishedClaim) throws -> [Finding] {
    try [a, b].map { medium in
      let w = try frequency(of: -1, in: medium)
      let n = try medium.index(at: w).real
      let group = try n + w * slope(of: { try medium.index(at: $0).real }, at: w, step: 1e-6)
      return Finding.statement(
        "c/v_g of (\(medium.assignment.rawValue)) at n = -1", group, holds: group > 0 && n < 0)
    }
  }

  static func branch(_ p: PublishedClaim) throws -> [Finding] {
    let (lower, upper) = try window(a)
    let near = a.strength * 1e-8
    let (deep, flat) = (
      try a.index(at: lower + near).real, try a.index(at: upper - near).real
    )
    return [
      .statement("n at the lower end", deep, holds: deep < -1000),
      .statement("n at the upper end", flat, holds: flat < 0 && flat > -0.001),
    ]
  }
}
