import ExactSolutions
import Expressions
import FewBody

/// The system that the flags of `solve pair --dim 1` name.
struct LinePairSetup {
  let system: any LineSystem
  /// Beside the system's own; nil where those say all.
  let parameters: Parameters?
  /// A Coulomb tail binds infinitely many levels.
  let hasCoulombTail: Bool
  let method: LineMethod
  /// In lines; made where it is shown.
  let title: @Sendable () -> [String]
  let notes: [String]
  /// The exact energy of a level, where there is one.
  let exact: (@Sendable (Level) throws -> Double?)?

  init(_ flags: PairRequest) throws {
    try LinePairSetup.refuseContradictions(flags)
    let mass = flags.reducedMass ?? 0.5
    var notes: [String] = []
    var exact: (@Sendable (Level) throws -> Double?)?
    if let text = flags.potential {
      let expression = try Expression(text)
      let extent =
        try flags.extent?.bohr
        ?? SemiclassicalBox(
          mass: mass, levels: flags.shared.states, potential: { expression($0) }
        ).halfWidth()
      system = LineParticle(
        mass: mass, between: try LinePairSetup.walls(extent), named: text,
        because: "the expression is a black box, known only at the points where it was sampled"
      ) { expression($0) }
      hasCoulombTail = false
      parameters = [
        "name": "pair", "dimension": 1, "kernel": "expression", "potential": .word(text),
        "reducedMass": .number(mass), "extent": .number(extent),
      ]
      title = {
        ["pair on a line: V(x) = \(text) between hard walls at +-\(extent) bohr, mu = \(mass)"]
      }
    } else if let path = flags.potentialFile {
      let table = try SampledPotential(contentsOf: path)
      var walls = table.domain
      if let extent = flags.extent?.bohr {
        walls = try LinePairSetup.walls(extent)
        guard table.domain.lowerBound <= walls.lowerBound,
          walls.upperBound <= table.domain.upperBound
        else {
          throw FewBodyError.invalid(
            "extent", extent,
            accepted:
              "a box within the table, [\(table.domain.lowerBound), \(table.domain.upperBound)]")
        }
      }
      system = LineParticle(mass: mass, in: table, between: walls)
      hasCoulombTail = false
      parameters = [
        "name": "pair", "dimension": 1, "kernel": "table", "potentialFile": .word(path),
        "rows": .integer(table.nodes.count), "reducedMass": .number(mass),
        "walls": .numbers([walls.lowerBound, walls.upperBound]),
      ]
      title = { [walls] in
        [
          "pair on a line: V from \(path) between hard walls at \(walls.lowerBound) and \(walls.upperBound) bohr, mu = \(mass)"
        ]
      }
    } else if flags.kernel == .ring {
      let ring = RingPair(
        radius: flags.radius ?? 10, thickness: flags.thickness ?? 0.1,
        momentum: flags.momentum ?? 0, charge: flags.charge ?? 1, reducedMass: mass,
        ordering: flags.ordering ?? 0)
      system = ring
      parameters = nil
      hasCoulombTail = false
      title = {
        [
          "pair on a ring, Essen's Eq. (39): R = \(ring.radius), a = \(ring.thickness), J = \(ring.momentum)"
        ]
      }
    } else {
      let material = try flags.material.map {
        try MaterialChoice(named: $0, coupling: flags.coupling ?? .average)
      }
      let charge = material?.charge ?? flags.charge ?? 1
      let thickness = flags.thickness ?? 0.1
      let pair = LinePair(
        coupling: charge, thickness: thickness, reducedMass: mass,
        kernel: flags.kernel == .soft ? .soft : .shifted)
      // Only of the paper's own kernel.
      let isOfPaper = pair.kernel == .shifted
      system = pair
      parameters = material?.added(to: pair.parameters)
      hasCoulombTail = true
      title = {
        let formula = pair.kernel == .soft ? "-Z/sqrt(x^2 + a^2)" : "-Z/(|x| + a)"
        let pair = "pair on a line: \(formula), Z = \(charge), a = \(thickness), mu = \(mass)"
        return [pair] + (isOfPaper ? [material?.title].compactMap(\.self) : [])
      }
      if material != nil, isOfPaper {
        let thin = try ThinPair(charge: charge, thickness: thickness.bohr, reducedMass: mass)
        notes += LinePairSetup.notes(thin, thickness)
      }
      if flags.extent != nil, flags.method == .spectral {
        notes.append(
          "--extent has no effect here: the elements and the bounds cover the whole line")
      }
      exact = { level in
        let k = level.index
        switch pair.kernel {
        case .shifted:
          return try ExactShiftedPair(
            charge: charge, thickness: thickness.bohr, reducedMass: mass
          ).energy(level: k).midpoint
        case .soft:
          guard k == 0 else { return nil }
          return try? ExactSoftPair(
            charge: charge, thickness: thickness.bohr, reducedMass: mass
          ).energy(level: 0).midpoint
        }
      }
    }
    self.notes = notes
    self.exact = exact
    method =
      switch flags.method {
      case .spectral: .spectral
      case .fd:
        .finiteDifferences(
          order: flags.order ?? 8, points: flags.points ?? 2000, extent: flags.extent?.bohr)
      case .fft: .fourier(points: flags.points ?? 512, extent: flags.extent?.bohr)
      }
  }

  private static func notes(_ thin: ThinPair, _ thickness: Length) -> [String] {
    func short(_ value: Double) -> String { "\((value * 1e4).rounded() / 1e4)" }
    let leading = thin.leadingLogarithm.millikelvin
    return [
      "a_m/a = \(short(thin.bohrRadius / thickness.bohr)), E_3d = \(short(thin.spaceEnergy.millikelvin)) mK",
      "Essen's Eq. (46) would give \(short(leading)) mK: it keeps the leading logarithm alone, which "
        + "overtakes the constant beside it only at far smaller a, and is about four times too deep here",
    ]
  }

  private static func walls(_ extent: Double) throws -> ClosedRange<Double> {
    guard extent > 0, extent.isFinite else {
      throw FewBodyError.invalid("extent", extent, accepted: "a finite length above 0")
    }
    return -extent...extent
  }

  private static func refuseContradictions(_ flags: PairRequest) throws {
    let sources = [flags.kernel != nil, flags.potential != nil, flags.potentialFile != nil]
    if sources.filter({ $0 }).count > 1 {
      throw FewBodyError.invalid(
        flags.potential != nil ? "potential" : "potential-file", "given twice over",
        accepted: "one of --kernel, --potential and --potential-file")
    }
    if let kernel = flags.kernel, kernel == .isotropic || kernel == .breit {
      throw FewBodyError.invalid(
        "kernel", kernel, accepted: "shifted, soft or ring with --dim 1; \(kernel) with --dim 3")
    }
    let isKernel = flags.potential == nil && flags.potentialFile == nil
    let isRing = flags.kernel == .ring
    func refuse(
      _ name: String, _ value: (some Any)?, unless allowed: Bool, _ accepted: String
    ) throws { try flags.refuse(name, value, unless: allowed, accepted) }
    func refuseInSpace(_ name: String, _ isGiven: Bool) throws {
      if isGiven {
        throw FewBodyError.invalid(name, "given", accepted: "--\(name) with --dim 3 only")
      }
    }
    try refuseInSpace("external", flags.external != nil)
    try refuseInSpace("angular-momentum", flags.angularMomentum != nil)
    try refuseInSpace("magnetic", flags.magnetic != nil)
    try refuseInSpace("parity", flags.parity != nil)
    try refuseInSpace("grid", flags.grid != nil)
    try refuseInSpace("symmetry", flags.symmetry != nil)
    try refuse("charge", flags.charge, unless: isKernel, "a charge with --kernel only")
    try refuse("thickness", flags.thickness, unless: isKernel, "a thickness with --kernel only")
    try refuse("radius", flags.radius, unless: isRing, "a radius with --kernel ring only")
    try refuse("momentum", flags.momentum, unless: isRing, "a momentum with --kernel ring only")
    try refuse("ordering", flags.ordering, unless: isRing, "an ordering with --kernel ring only")
    try refuse(
      "material", flags.material, unless: isKernel && !isRing,
      "a material with --kernel shifted or soft")
    try refuse(
      "extent", flags.extent, unless: !isRing, "no extent with --kernel ring, a closed line")
    try refuse(
      "charge", flags.charge, unless: flags.material == nil, "either --charge or --material")
    try refuse(
      "coupling", flags.coupling, unless: flags.material != nil, "a coupling with --material")
    if let order = flags.order {
      guard [2, 4, 6, 8].contains(order) else {
        throw FewBodyError.invalid("order", order, accepted: "2, 4, 6 or 8")
      }
    }
    try refuse("order", flags.order, unless: flags.method == .fd, "an order with --method fd")
    try refuse(
      "points", flags.points, unless: flags.method != .spectral, "points with --method fd or fft")
    if let extent = flags.extent { _ = try walls(extent.bohr) }
  }
}
