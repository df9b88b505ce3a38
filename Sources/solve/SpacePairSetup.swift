import Expressions
import FewBody

/// The system that the flags of `solve pair --dim 3` name.
struct SpacePairSetup {
  let system: any SpaceSystem
  let parameters: Parameters
  let symmetry: SpaceSymmetry
  let method: SpaceMethod
  let title: [String]
  let notes: [String]
  /// The exact energy of a level, where there is one.
  let exact: (@Sendable (Level) -> Double?)?

  init(_ flags: PairRequest) throws {
    try SpacePairSetup.refuseContradictions(flags)
    let mass = flags.reducedMass ?? 0.5
    var about: [String] = []
    if let extent = flags.extent, flags.method == .spectral {
      guard extent.bohr > 0 else {
        throw FewBodyError.invalid("extent", extent.bohr, accepted: "a length above 0")
      }
      about.append("--extent has no effect here: the elements and the bounds cover all of space")
    }
    if let text = flags.potential {
      let particle = try SpacePairSetup.particle(text, mass: mass, flag: "potential")
      system = particle
      parameters = [
        "name": "pair", "dimension": 3, "kernel": "expression", "potential": .word(text),
        "reducedMass": .number(mass),
      ]
      title = ["pair in space: V = \(text), mu = \(mass)"]
      exact = nil
    } else {
      let kernel: SpacePair.Kernel = flags.kernel == .breit ? .breit : .isotropic
      let material = try flags.material.map {
        try MaterialChoice(named: $0, coupling: flags.coupling ?? SpacePair.coupling(for: kernel))
      }
      let charge = material?.charge ?? flags.charge ?? 1
      let bare = SpacePair(charge: charge, reducedMass: mass, kernel: kernel)
      var pair = bare
      if let text = flags.external {
        pair = bare.adding(try SpacePairSetup.particle(text, mass: mass, flag: "external"))
      }
      system = pair
      parameters = material?.added(to: pair.parameters) ?? pair.parameters
      let formula = kernel == .breit ? "-Z (1 + cos^2 theta)/2r" : "-Z/r"
      let added = flags.external.map { " + \($0)" } ?? ""
      var title = ["pair in space: \(formula)\(added), Z = \(charge), mu = \(mass)"]
      if let material { title.append(material.title) }
      self.title = title
      about += material == nil ? [] : SpacePairSetup.notes(bare)
      let isHydrogenic = kernel == .isotropic && flags.external == nil
      exact = { level in
        guard isHydrogenic, case .integer(let n)? = level.labels["n"] else { return nil }
        return -mass * charge * charge / Double(2 * n * n)
      }
    }
    notes = about
    symmetry = SpaceSymmetry(
      angularMomentum: flags.angularMomentum, magnetic: flags.magnetic,
      parity: flags.parity.flatMap { SpaceSymmetry.Parity(rawValue: $0.rawValue) })
    let (points, extent, grid) =
      (flags.points ?? 64, flags.extent?.bohr, flags.grid ?? .mapped)
    method =
      switch flags.method {
      case .spectral: .spectral
      case .fd:
        .finiteDifferences(order: flags.order ?? 8, points: points, extent: extent, grid: grid)
      case .fft: .fourier(points: points, extent: extent, grid: grid)
      }
  }

  /// A potential typed in r, in r and cos theta, or in x, y, z, with the symmetry that it shows.
  private static func particle(_ text: String, mass: Double, flag: String) throws -> SpaceParticle {
    let expression = try Expression(
      text, variables: ["x", "y", "z", "r", "costheta"], parameter: flag)
    let because = "the expression is a black box, known only at the points where it was sampled"
    if expression.mentioned.isSubset(of: ["r"]) {
      return SpaceParticle(mass: mass, named: text, because: because) { r in
        expression.value(0, 0, 0, r, 1)
      }
    }
    if expression.mentioned.isSubset(of: ["r", "costheta"]) {
      return SpaceParticle(
        mass: mass, named: text, because: because,
        axial: { r, cosine in expression.value(0, 0, 0, r, cosine) })
    }
    return SpaceParticle(
      mass: mass, named: text, because: because,
      cartesian: { x, y, z in
        let r = (x * x + y * y + z * z).squareRoot()
        return expression.value(x, y, z, r, r > 0 ? z / r : 0)
      })
  }

  private static func notes(_ pair: SpacePair) -> [String] {
    let radius = Length(bohr: 1 / (pair.reducedMass * pair.charge))
    func short(_ value: Double) -> String { "\((value * 1e4).rounded() / 1e4)" }
    let average = pair.kernel == .breit ? pair.charge * 2 / 3 : pair.charge
    let energy = Energy(hartree: -pair.reducedMass * average * average / 2)
    switch pair.kernel {
    case .isotropic:
      return ["a_m = \(radius.bohr) bohr, E_3d = -mu Z^2/2 = \(short(energy.millikelvin)) mK"]
    case .breit:
      return [
        "the angular average, -(2/3) Z/r, has E_3d = \(short(energy.millikelvin)) mK; the true ground "
          + "state lies 3.1 % below it"
      ]
    }
  }

  private static func refuseContradictions(_ flags: PairRequest) throws {
    if let kernel = flags.kernel, kernel != .isotropic, kernel != .breit {
      throw FewBodyError.invalid(
        "kernel", kernel, accepted: "isotropic or breit with --dim 3; \(kernel) with --dim 1")
    }
    for (name, isGiven) in [
      ("thickness", flags.thickness != nil), ("radius", flags.radius != nil),
      ("momentum", flags.momentum != nil), ("ordering", flags.ordering != nil),
      ("potential-file", flags.potentialFile != nil),
    ] {
      try flags.refuse(name, isGiven ? "given" : nil, unless: false, "--\(name) with --dim 1 only")
    }
    let isKernel = flags.potential == nil
    try flags.refuse("kernel", flags.kernel, unless: isKernel, "either --kernel or --potential")
    try flags.refuse("charge", flags.charge, unless: isKernel, "a charge with --kernel only")
    try flags.refuse("material", flags.material, unless: isKernel, "a material with --kernel only")
    try flags.refuse(
      "external", flags.external, unless: isKernel, "either --external or --potential")
    try flags.refuse(
      "charge", flags.charge, unless: flags.material == nil, "either --charge or --material")
    try flags.refuse(
      "coupling", flags.coupling, unless: flags.material != nil, "a coupling with --material")
    try flags.refuse("order", flags.order, unless: flags.method == .fd, "an order with --method fd")
    let isGrid = flags.method != .spectral
    let grids = "with --method fd or fft"
    try flags.refuse("points", flags.points, unless: isGrid, "points \(grids)")
    try flags.refuse("grid", flags.grid, unless: isGrid, "a grid \(grids)")
    try flags.refuse("symmetry", flags.symmetry, unless: isGrid, "a symmetry \(grids)")
    let partial = "with --method spectral: a Cartesian grid has no good angular momentum"
    try flags.refuse("angular-momentum", flags.angularMomentum, unless: !isGrid, partial)
    try flags.refuse("magnetic", flags.magnetic, unless: !isGrid, partial)
    if flags.kernel == .breit {
      try flags.refuse(
        "angular-momentum", flags.angularMomentum, unless: false,
        "an l with --kernel isotropic; the Breit kernel couples l to l + 2")
    }
  }
}
