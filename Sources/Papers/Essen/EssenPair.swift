import FewBody
import RealModule

/// Essen, section IV.A and the Hamiltonian of IV.B: two electrons on the ring.
enum EssenPair {
  static let claims = [
    PaperClaim(
      "essen-potential", "Each pair is counted once by either form.", potentials),
    PaperClaim("essen-lagrangian", "phidot_1 phidot_2 = phidot_C^2 - phidot^2/4.", lagrangian),
    PaperClaim(
      "essen-hamiltonian",
      "Legendre's transformation, by solving (50) for two electrons; the order of operators is left open.",
      hamiltonian),
    PaperClaim(
      "essen-conserved",
      "A misprint: dJ_C/dt = -dH/dphi_C, which is 0 since H has phi alone; -dH/dphidot_C is not.",
      conserved),
    PaperClaim("essen-first-order", "(39) with J_C = 2 J_F, derived by r_e/R at 0.", firstOrder),
    PaperClaim("essen-series", "Taylor's coefficients of phi V.", series),
  ]

  private static let (phi, ratio) = (0.9, 0.2)

  static func potentials(_ p: PublishedClaim) throws -> [Finding] {
    let (angles, rates) = ([0.0, 0.7, 1.9, 4.0], [1.0, -0.4, 0.3, 2.0])
    var (pairs, potentials) = (0.0, 0.0)
    for i in angles.indices {
      var a = 0.0
      for j in angles.indices where j != i {
        let term = rates[j] * VelocityMatrix.kernel(angles[i] - angles[j])
        a += term
        if j > i { pairs += rates[i] * term }
      }
      potentials += rates[i] * a / 2
    }
    return [
      .both("sum of (34), in e^2 R/c^2", printed: potentials, ours: pairs, within: 1e-14)
    ]
  }

  static func lagrangian(_ p: PublishedClaim) throws -> [Finding] {
    let (center, relative) = (0.7, -1.3)
    let (first, second) = (center + relative / 2, center - relative / 2)
    let v = ratio * VelocityMatrix.kernel(phi)
    let printed =
      0.5 * (2 * center * center + 0.5 * relative * relative)
      + v * (center * center - 0.25 * relative * relative)
    let ours = 0.5 * (first * first + second * second) + v * first * second
    return [.both("L/mR^2", printed: printed, ours: ours, within: 1e-14)]
  }

  /// The exact H of two electrons at phi_C and phi, from Eq. (50).
  private static func exact(center: Double = 0) throws -> CollectiveHamiltonian {
    let matrix = try VelocityMatrix(
      positions: [center + phi / 2, center - phi / 2], ratio: ratio)
    return try CollectiveHamiltonian(matrix, hasCoulomb: false)
  }

  static func hamiltonian(_ p: PublishedClaim) throws -> [Finding] {
    let momenta = [0.8, 1.7]
    let (total, relative) = (momenta[0] + momenta[1], (momenta[0] - momenta[1]) / 2)
    let exact = try exact()
    let v = ratio * VelocityMatrix.kernel(phi)
    let square = exact.radius * exact.radius
    let printed =
      total * total / (4 * square * (1 + v)) + relative * relative / (square * (1 - v))
    return [
      .both(
        "H at phi = 0.9, r_e/R = 0.2", printed: printed, ours: try exact.energy(of: momenta),
        within: 1e-12, "hartree")
    ]
  }

  static func conserved(_ p: PublishedClaim) throws -> [Finding] {
    let exact = try exact()
    func energy(_ center: Double) throws -> Double {
      let rates = [center + 0.2, center - 0.2]
      return try exact.energy(of: try exact.momenta(of: rates))
    }
    let momenta = [0.8, 1.7]
    let printed = try -slope(of: energy, at: 1, step: 0.1)
    let ours = try -slope(of: { try self.exact(center: $0).energy(of: momenta) }, at: 0, step: 0.1)
    return [
      .both(
        "dJ_C/dt", printed: printed, ours: ours, within: 1e-9, "hartree")
    ]
  }

  static func firstOrder(_ p: PublishedClaim) throws -> [Finding] {
    let (fermi, relative) = (5.0, 0.8)
    let v = VelocityMatrix.kernel(phi)
    let small = TaylorJet<Double>(variable: 0, order: 1)
    let kernel = TaylorJet<Double>(v)
    let (center, square) = (
      TaylorJet<Double>(fermi * fermi), TaylorJet<Double>(relative * relative)
    )
    let change: TaylorJet<Double> = small * kernel
    let (first, second): (TaylorJet<Double>, TaylorJet<Double>) = (
      center / (1 + change), square / (1 - change)
    )
    let energy: TaylorJet<Double> = first + second
    return [
      .both(
        "dH/d(r_e/R), mR^2 = 1", printed: -(fermi * fermi - relative * relative) * v,
        ours: energy[1], within: 1e-13)
    ]
  }

  static func series(_ p: PublishedClaim) throws -> [Finding] {
    let order = 8
    let t = TaylorJet<Double>(variable: 0, order: order)
    // chord/phi = sum (-1)^k (phi/2)^2k/(2k + 1)!, by Horner's scheme.
    var chord: TaylorJet<Double> = 1
    let square: TaylorJet<Double> = t * t
    for k in stride(from: order, through: 1, by: -1) {
      let share: TaylorJet<Double> = square / TaylorJet<Double>(Double(8 * k * (2 * k + 1)))
      chord = 1 - share * chord
    }
    let numerator: TaylorJet<Double> = 1 + 3 * TaylorJet<Double>.cos(t)
    let product: TaylorJet<Double> = numerator / (4 * chord)
    return [
      try p.number(0, "coefficient of 1/phi", product[0]),
      try p.number(1, "of phi", product[2]), try p.number(2, "of phi^3", product[4]),
      .value("of phi^5, the next", product[6]),
    ]
  }
}
