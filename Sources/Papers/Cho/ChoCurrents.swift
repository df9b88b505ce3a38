import ComplexModule
import ExactSolutions
import FewBody
import RealModule

/// Cho, sections 2.1-2.3, 3.1 and appendix B: the induced current and its one susceptibility.
enum ChoCurrents {
  static let claims = [
    PaperClaim("cho-spin-current", "Integration by parts.", spinCurrent),
    PaperClaim(
      "cho-coulomb",
      "(15) = (16) holds for a field from outside; the energy of a charge in its own field has a factor 1/2.",
      coulomb),
    PaperClaim(
      "cho-moments",
      "I0 + k.I1 = -i w [mu - (i/2) k.Q] + i c k x m: the symmetric and the antisymmetric part.",
      moments),
    PaperClaim(
      "cho-second-order",
      "(23) stops at first order: the products of I0 and I2 are missing at k^2, without which a ring is paramagnetic and the "
        + "result depends on the origin.", secondOrder),
    PaperClaim(
      "cho-limits", "g + h = 2 w^2/E(E^2 - w^2), barred: zero at w = 0, the f-sum at infinity.",
      limits),
    PaperClaim(
      "cho-magnetisation",
      "(52) has c curl M, so that the integral of M is (1/2c) sum e r x v: (39) lacks 1/c.",
      magnetisation),
    PaperClaim(
      "cho-rotational",
      "R = Im(mu_np.m_pn) of an electron on a helix, in closed form and by quadrature; their sum vanishes.",
      rotational),
    PaperClaim(
      "cho-schroedinger",
      "Misprints: (H_0 + H_int) Psi, and A(r, tau) under the integral over tau in (61).",
      schroedinger),
    PaperClaim(
      "cho-barred",
      "Barred factors vanish at w = 0 and take the static magnetism sum 2|m|^2/E away: at k^2 the factors must stay unbarred.",
      barred),
  ]

  /// M along z and A round the axis: M = e^(-s^2), A = s^2, B = 3s.
  static func spinCurrent(_ p: PublishedClaim) throws -> [Finding] {
    func ring(_ s: Double) -> Double { 2 * Double.pi * s }
    let energy = integral(from: 0, to: 8) { s in -Double.exp(-s * s) * (3 * s) * ring(s) }
    // c curl M = -c dM/ds round the axis.
    let printed = integral(from: 0, to: 8) { s in
      let current = 2 * s * Double.exp(-s * s)
      return -current * (s * s) * ring(s)
    }
    return [.both("-int M.B", printed: printed, ours: energy, within: 1e-10)]
  }

  /// The cloud of 1s: int int rho rho/r against the energy of its field.
  static func coulomb(_ p: PublishedClaim) throws -> [Finding] {
    let orbital = CentralOrbital(try HydrogenicOrbital(named: "1s"))
    let printed = try orbital.interaction(ElectronInteraction(.coulomb), with: orbital).direct.value
    // E = q(r)/r^2, energy int E^2 r^2 dr/2.
    let field = integral(from: 0, to: 400, steps: 400_000) { r in
      guard r > 0 else { return 0 }
      let charge = 1 - Double.exp(-2 * r) * (1 + 2 * r + 2 * r * r)
      return charge * charge / (2 * r * r)
    }
    // Beyond 400 bohr all of the charge is inside.
    return [
      .both(
        "field energy of a 1s cloud", printed: printed, ours: field + 1 / 800, within: 1e-8,
        "hartree")
    ]
  }

  private static let curve = Helix(radius: 2, pitch: 0.5, turns: 1)

  private static func missing() -> FewBodyError {
    .invalid("states", "too few", accepted: "the states of the transition")
  }

  static func moments(_ p: PublishedClaim) throws -> [Finding] {
    let electron = try CurveElectron.helix(curve, states: 4)
    guard let found = electron.moments(from: 0, to: 1) else { throw missing() }
    let printed = CurrentMoments(
      energy: found.energy, electric: found.electric, magnetic: found.magnetic,
      quadrupole: found.quadrupole)
    func along(_ axis: Int, _ component: Int) -> Double {
      slope(
        of: { k in
          var wave = SIMD3<Double>.zero
          wave[axis] = k
          return electron.current(from: 0, to: 1, wave: wave)[component].real
        }, at: 0, step: 0.02)
    }
    let uniform = electron.current(from: 0, to: 1, wave: .zero)
    return [
      .both(
        "I_y at k = 0", printed: printed.uniform[1].imaginary, ours: uniform[1].imaginary,
        within: 1e-10, "a.u."),
      .both(
        "dI_x/dk_y", printed: printed.linear[3].real, ours: along(1, 0), within: 1e-8, "a.u."),
      .both(
        "dI_z/dk_x", printed: printed.linear[2].real, ours: along(0, 2), within: 1e-8, "a.u."),
    ]
  }

  /// An electron at rest on a ring of radius a.
  private static func ring(_ a: Double) throws -> Susceptibility {
    let electron = try CurveElectron.ring(radius: Length(bohr: a), states: 9)
    return Susceptibility(transitions: electron.transitions(from: 0).map(\.current), density: 1)
  }

  /// chi_B for k along x and A along y, in alpha^2 a^2.
  private static func magnetic(_ medium: Susceptibility, _ a: Double) throws -> Double {
    try medium.parts(at: 0).quadratic[4].real / (Constants.fineStructure * a * a)
  }

  private static func withoutSecondMoments(_ medium: Susceptibility) -> Susceptibility {
    var medium = medium
    for i in medium.transitions.indices {
      medium.transitions[i].quadratic = [Complex<Double>](repeating: .zero, count: 27)
    }
    return medium
  }

  static func secondOrder(_ p: PublishedClaim) throws -> [Finding] {
    let a = 1.5
    let whole = try ring(a)
    let ours = try magnetic(whole, a)
    return [
      .both(
        "chi_B of an electron on a ring", printed: try magnetic(withoutSecondMoments(whole), a),
        ours: ours, within: 1e-9, "alpha^2 a^2"),
      .value("over Langevin's -<r^2>/4", ours / -0.25),
    ]
  }

  static func limits(_ p: PublishedClaim) throws -> [Finding] {
    let electron = try CurveElectron.helix(curve, states: 100)
    let medium = Susceptibility(
      transitions: electron.transitions(from: 0).map(\.current), density: 1)
    func trace(_ frequency: Energy) throws -> Double {
      let parts = try medium.parts(at: frequency)
      return (0..<3).reduce(0) { $0 + parts.constant[4 * $1].real } * Constants.speedOfLight
    }
    let sums = try HelixSpectrum(of: curve, states: 200).sums
    // Lines beyond the 100th carry less than 1e-5 of the sum, which falls like n^-3.
    return [
      .both("m c chi/N e^2 at w = 0", printed: 0, ours: try trace(0), within: 1e-12),
      .both("as w grows", printed: -1, ours: try trace(1e5), within: 1e-5),
      .both("f-sum of the helix", printed: 1, ours: sums.oscillatorStrength, within: 1e-5),
    ]
  }

  static func magnetisation(_ p: PublishedClaim) throws -> [Finding] {
    let electron = try CurveElectron.ring(radius: 1.5, states: 5)
    guard let moments = electron.moments(from: 1, to: 1) else { throw missing() }
    // J(k) = i c k x M(k), Eq. (52), of a state whose polarisation is at rest.
    let k = 0.4
    let wave = SIMD3(k, 0, 0)
    let flow = electron.current(from: 1, to: 1, wave: wave)[1]
    let right =
      Complex(0, -k * Constants.speedOfLight)
      * electron.magnetisation(from: 1, to: 1, wave: wave)[2]
    return [
      .both(
        "J_y(k) of an electron that goes round a ring once, k = 0.4",
        printed: right.imaginary / Constants.fineStructure, ours: flow.imaginary, within: 1e-10,
        "a.u."),
      .value("c curl M with the 1/c", right.imaginary, "a.u."),
      .value("int M_z", moments.magnetic[2].real, "a.u."),
      .value("in alpha/2, the magneton", moments.magnetic[2].real * 2 / Constants.fineStructure),
    ]
  }

  static func rotational(_ p: PublishedClaim) throws -> [Finding] {
    let lines = try HelixSpectrum(of: curve, states: 200)
    let electron = try CurveElectron.helix(curve, states: 4)
    let alpha = Constants.fineStructure
    var findings: [Finding] = []
    for line in lines.transitions.prefix(2) {
      guard let found = electron.moments(from: 0, to: line.to - 1) else { throw missing() }
      let product = zip(found.electric, found.magnetic).reduce(Complex<Double>.zero) {
        $0 + $1.0 * $1.1.conjugate
      }
      findings.append(
        .both(
          "R/alpha of 1 -> \(line.to)", printed: product.imaginary / alpha,
          ours: line.rotationalStrength / alpha, within: 1e-9, "a.u."))
    }
    if let first = lines.transitions.first {
      findings.append(.value("z part of 1 -> 2", first.rotationalParts[2] / alpha, "a.u."))
    }
    return findings + [
      .both(
        "sum of R/alpha", printed: 0, ours: lines.sums.rotationalStrength / alpha, within: 1e-5,
        "a.u.")
    ]
  }

  static func schroedinger(_ p: PublishedClaim) throws -> [Finding] {
    let well = try InfiniteWell(width: 1)
    let energy = try well.energy(level: 0).midpoint
    let psi = try well.wavefunction(level: 0)(0.3)
    // i dPsi/dt of Psi e^(-iEt) at t = 0: minus the slope of its imaginary part.
    let rate = slope(of: { psi * Double.sin(energy * $0) }, at: 0, step: 1e-3)
    let (transition, drive, time) = (1.0, 0.5, 2.0)
    let outside =
      Double.cos(drive * time) * integral(from: 0, to: time) { Double.cos(transition * $0) }
    let inside = integral(from: 0, to: time) {
      Double.cos(transition * $0) * Double.cos(drive * $0)
    }
    return [
      .both("i hbar dPsi/dt in a well, x = 0.3", printed: energy, ours: rate, within: 1e-6, "a.u."),
      .both(
        "response of (61) to cos(w t/2), w t = 2", printed: outside, ours: inside, within: 1e-9),
    ]
  }

  static func barred(_ p: PublishedClaim) throws -> [Finding] {
    let a = 1.5
    let medium = withoutSecondMoments(try ring(a))
    func barred(_ w: Double) -> Double {
      medium.transitions.reduce(0) { sum, line in
        let e = line.energy.hartree
        return sum + line.linear[1].lengthSquared * 2 * w * w / (e * (e * e - w * w))
      }
    }
    return [
      .both(
        "static k^2 part of the ring, I1 alone", printed: barred(0), ours: try magnetic(medium, a),
        within: 1e-9, "alpha^2 a^2")
    ]
  }
}
