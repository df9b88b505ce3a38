import ComplexModule
import FewBody
import RealModule

/// Hu, Zhao and Li: dipoles that need not be resonant. Their abstract has words only; each is computed.
enum HuDipoles {
  static let claims = [
    PaperClaim(
      "hu-general",
      "-m1.[Re G(w1) + Re G(w2)].m2/2: G anew from the derivatives of e^{ikr}/r; the mean over the two frequencies is second "
        + "order's (1/2) sum [1/(E_i - E_k) + 1/(E_f - E_k)] over one-photon states.", general),
    PaperClaim(
      "hu-difference",
      "Far away, across the line, the strength goes like -(k1^2 cos k1 r + k2^2 cos k2 r)/2r.",
      difference),
    PaperClaim(
      "hu-counter",
      "Without W, the rotating-wave approximation, the outer levels stay at -(w1 + w2)/2.", counter),
    PaperClaim("hu-mixed", "-m1.[G(0) + Re G(w2)].m2/2.", mixed),
    PaperClaim("hu-rotating", "The rule has |w|: V = W for linear dipoles.", rotating),
    PaperClaim("hu-resonant", "The limit w1 = w2 is the resonant one.", resonant),
    PaperClaim(
      "hu-static",
      "The classical energy of two dipoles as w goes to 0.",
      staticLimit),
    PaperClaim(
      "hu-interference", "Re G shifts levels, Im G makes them decay together.", interference),
    PaperClaim("hu-ring", "A circulant matrix.", ring),
  ]

  /// Re and Im of r^3 G across and along, r = 1: k^2 g + g'/r and k^2 g + g'' of g = e^{ikr}/r.
  private static func tensor(
    _ x: Double
  ) -> (real: (across: Double, along: Double), imaginary: Double) {
    let r = TaylorJet<Double>(variable: 1, order: 2)
    let k = TaylorJet<Double>(x)
    let (re, im) = (TaylorJet<Double>.cos(k * r) / r, TaylorJet<Double>.sin(k * r) / r)
    return (
      (x * x * re[0] + re[1], x * x * re[0] + 2 * re[2]), x * x * im[0] + im[1]
    )
  }

  private static func expected(_ x1: Double, _ x2: Double) -> (across: Double, along: Double) {
    let (first, second) = (tensor(x1).real, tensor(x2).real)
    return (-(first.across + second.across) / 2, -(first.along + second.along) / 2)
  }

  /// Two linear dipoles of moment 1 at a distance of 20 bohr, along z.
  private static func pair(
    _ x1: Double, _ x2: Double, along: Bool = false, permanent: Double = 0
  ) -> DipoleSystem {
    let r = 20.0
    return DipoleSystem(
      [x1, x2].enumerated().map { i, x in
        .twoLevel(
          frequency: Energy(hartree: x / (r * Constants.fineStructure)), moment: 1,
          permanent: permanent, direction: along ? SIMD3(0, 0, 1) : SIMD3(1, 0, 0),
          position: SIMD3(0, 0, Double(i) * r))
      })
  }

  /// r^3 <10|V|01>, in units of m^2.
  private static func strength(_ x1: Double, _ x2: Double, along: Bool = false) -> Double {
    8000 * pair(x1, x2, along: along).coupling(0, 1, 1, 0, 0, 1).real
  }

  private static func compared(_ x1: Double, _ x2: Double, along: Bool = false) -> Finding {
    let printed = expected(x1, x2)
    return .both(
      "x = (\(x1), \(x2)) \(along ? "along" : "across")",
      printed: along ? printed.along : printed.across, ours: strength(x1, x2, along: along),
      within: 1e-11, "m^2/r^3")
  }

  static func general(_ p: PublishedClaim) throws -> [Finding] {
    [compared(1, 1.5), compared(1, 1.5, along: true)]
  }

  static func difference(_ p: PublishedClaim) throws -> [Finding] {
    let rows = [1.0, 1.5, 3].map { compared(1, $0) }
    // At one mean frequency, so that nothing but the difference changes.
    let (equal, apart) = (strength(2, 2), strength(1, 3))
    return rows + [
      .statement(
        "change from (2, 2) to (1, 3)", apart - equal,
        holds: (apart - equal).magnitude > 0.1 * equal.magnitude, "m^2/r^3")
    ]
  }

  /// Light that turns alike in both dipoles or not makes V and W unlike: V = 0.05, W = 0.07 at w = 1, 1.2.
  static func counter(_ p: PublishedClaim) throws -> [Finding] {
    let (v, w) = (0.05, 0.07)
    let alpha = Constants.fineStructure
    let size = ((v + w) / 2 / expected(alpha, 1.2 * alpha).across.magnitude).squareRoot()
    let turn = ((w - v) / (w + v)).squareRoot()
    func dipole(_ frequency: Double, _ turn: Double, _ z: Double) -> Dipole {
      let none = [Complex<Double>](repeating: .zero, count: 4)
      let up = Complex(0, turn * size)
      let matrix: [Complex<Double>] = [.zero, Complex(size), Complex(size), .zero]
      return Dipole(
        energies: [Energy(hartree: -frequency / 2), Energy(hartree: frequency / 2)],
        moments: [matrix, [.zero, up.conjugate, up, .zero], none], position: SIMD3(0, 0, z))
    }
    let system = DipoleSystem([dipole(1, turn, 0), dipole(1.2, -turn, 1)])
    let levels = try lowest(try system.spectrum(lowest: 4), 4).map(\.hartree)
    let outer = (2.2 * 2.2 + 4 * w * w).squareRoot() / 2
    let inner = (0.2 * 0.2 + 4 * v * v).squareRoot() / 2
    return [
      .both("lowest level", printed: -outer, ours: levels[0], within: 1e-11, "hartree"),
      .both("second level", printed: -inner, ours: levels[1], within: 1e-11, "hartree"),
      .value("shift by the counter-rotating terms", levels[0] + 1.1, "hartree"),
    ]
  }

  static func mixed(_ p: PublishedClaim) throws -> [Finding] {
    let printed = expected(0, 1)
    func strength(along: Bool) -> Double {
      8000 * pair(1, 1, along: along, permanent: 1).coupling(0, 1, 1, 1, 1, 0).real
    }
    return [
      .both(
        "x = (0, 1) across", printed: printed.across, ours: strength(along: false), within: 1e-11,
        "m^2/r^3"),
      .both(
        "x = (0, 1) along", printed: printed.along, ours: strength(along: true), within: 1e-11,
        "m^2/r^3"),
    ]
  }

  static func rotating(_ p: PublishedClaim) throws -> [Finding] {
    let system = pair(1, 1.5)
    // Both by the rule with |w|, and each from the derivatives of e^{ikr}/r.
    let rule = expected(1, 1.5).across / 8000
    return [
      .both(
        "V", printed: rule, ours: system.coupling(0, 1, 1, 0, 0, 1).real, within: 1e-11, "hartree"),
      .both(
        "W", printed: rule, ours: system.coupling(0, 1, 1, 1, 0, 0).real, within: 1e-11, "hartree"),
    ]
  }

  static func resonant(_ p: PublishedClaim) throws -> [Finding] {
    let near = strength(1, 1 + 1e-7)
    return [
      compared(1, 1), compared(1, 1, along: true),
      .statement(
        "x = (1, 1 + 1e-7)", near, holds: (near - strength(1, 1)).magnitude < 1e-6,
        "m^2/r^3"),
    ]
  }

  static func staticLimit(_ p: PublishedClaim) throws -> [Finding] {
    let i = Complex<Double>.i
    let moment = Constants.electronGFactor / 4
    let pauli: [[Complex<Double>]] = [
      [.zero, .one, .one, .zero], [.zero, -i, i, .zero], [.one, .zero, .zero, -.one],
    ]
    let distance = Length.nanometers(1).bohr
    let spins = [0, distance].map { z in
      Dipole(
        energies: [0, 0],
        moments: pauli.map { matrix in
          matrix.map { (m: Complex<Double>) in m.multiplied(by: moment) }
        },
        position: SIMD3(0, 0, z))
    }
    let spectrum = try DipoleSystem(spins, kind: .magnetic).spectrum(lowest: 4)
    let levels = try lowest(spectrum, 4).map(\.hartree)
    // alpha^2 (g/2)^2/r^3 of two magnetons: the classical energy of antiparallel moments side by side.
    let alpha = Constants.fineStructure
    let classical = 4 * alpha * alpha * moment * moment / (distance * distance * distance)
    let megahertz = 1e-6 / (2 * .pi * Constants.timeInSeconds)
    return [
      .both("across, x = 0", printed: 1, ours: strength(0, 0), within: 1e-13, "m^2/r^3"),
      .both(
        "along, x = 0", printed: -2, ours: strength(0, 0, along: true), within: 1e-13, "m^2/r^3"),
      .both(
        "T0 of two spins at 1 nm", printed: classical * megahertz, ours: levels[3] * megahertz,
        within: 1e-10, "MHz"),
      .both(
        "T+ and T-", printed: -classical / 2 * megahertz, ours: levels[0] * megahertz,
        within: 1e-10,
        "MHz"),
    ]
  }

  static func interference(_ p: PublishedClaim) throws -> [Finding] {
    let (x, r) = (1.0, 20.0)
    let frequency = Energy(hartree: x / (r * Constants.fineStructure))
    let decay = CollectiveDecay(
      moments: [[.one, .zero, .zero], [.one, .zero, .zero]],
      positions: [.zero, SIMD3(0, 0, r)], frequency: frequency)
    let rates = try decay.rates()
    let mutual = ((rates.last ?? .nan) - (rates.first ?? .nan)) / 2 / decay.unitRate
    return [
      .both(
        "Gamma12/Gamma at x = 1", printed: tensor(x).imaginary / (2 * x * x * x / 3), ours: mutual,
        within: 1e-11),
      compared(x, x),
    ]
  }

  static func ring(_ p: PublishedClaim) throws -> [Finding] {
    let count = 6
    let system = DipoleSystem(
      (0..<count).map { k in
        let angle = 2 * Double.pi * Double(k) / Double(count)
        return .twoLevel(
          frequency: 0, moment: 1, direction: SIMD3(0, 0, 1),
          position: SIMD3(Double.cos(angle), Double.sin(angle), 0))
      })
    return [0, 1, 3].map { k in
      var (printed, ours) = (0.0, 0.0)
      for j in 1..<count {
        let phase = Double.cos(2 * .pi * Double(j * k) / Double(count))
        let chord = 2 * Double.sin(.pi * Double(j) / Double(count))
        printed += phase / (chord * chord * chord)
        ours += phase * system.coupling(0, j, 1, 0, 0, 1).real
      }
      return .both(
        "shift of k = \(k), N = 6", printed: printed, ours: ours, within: 1e-13, "m^2/d^3")
    }
  }
}
