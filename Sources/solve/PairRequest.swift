import FewBody

/// What the flags of `solve pair` say, as plain values; their meaning is ``Pair``'s.
///
/// A sweep changes them from point to point: the parser's own storage is read through metadata, which
/// takes a sixth of the time of the smallest solve.
struct PairRequest {
  var dimension: Int?
  var charge: Double?
  var thickness: Length?
  var reducedMass: Double?
  var kernel: Pair.Kernel?
  var radius: Length?
  var momentum: Int?
  var ordering: Double?
  var potential: String?
  var external: String?
  var potentialFile: String?
  var angularMomentum: Int?
  var magnetic: Int?
  var parity: Pair.Parity?
  var method: Pair.Method
  var order: Int?
  var points: Int?
  var extent: Length?
  var grid: SpaceMethod.Grid?
  var symmetry: SpaceMethod.SymmetryUse?
  var tolerance: Double
  var material: String?
  var coupling: Coupling?
  var exact: Bool
  var shared: SharedOptions

  init(_ flags: Pair) {
    dimension = flags.dimension
    charge = flags.charge
    thickness = flags.thickness
    reducedMass = flags.reducedMass
    kernel = flags.kernel
    radius = flags.radius
    momentum = flags.momentum
    ordering = flags.ordering
    potential = flags.potential
    external = flags.external
    potentialFile = flags.potentialFile
    angularMomentum = flags.angularMomentum
    magnetic = flags.magnetic
    parity = flags.parity
    method = flags.method
    order = flags.order
    points = flags.points
    extent = flags.extent
    grid = flags.grid
    symmetry = flags.symmetry
    tolerance = flags.tolerance
    material = flags.material
    coupling = flags.coupling
    exact = flags.exact
    shared = flags.shared
  }

  func run() throws {
    try shared.check()
    switch dimension {
    case 1: try runOnLine()
    case 3: try runInSpace()
    default:
      throw FewBodyError.invalid(
        "dim", dimension.map { "\($0)" } ?? "not given",
        accepted: "1, the pair on a line, or 3, the pair in space")
    }
  }

  private func runOnLine() throws {
    do {
      let setup = try LinePairSetup(self)
      let potential = try setup.system.potential()
      try SpectrumReport(
        title: setup.title, exact: exact ? setup.exact : nil, notes: setup.notes, shared: shared,
        tolerance: tolerance, drawing: LineDrawing(potential: potential)
      ).run { progress, shouldStop in
        var spectrum = try setup.system.spectrum(
          lowest: shared.states, on: setup.method, tolerance: tolerance,
          progress: { progress(SolveProgress(fraction: $0)) }, shouldStop: shouldStop)
        // Fewer than asked is then a failure to find them.
        if setup.hasCoulombTail, spectrum.count < shared.states { spectrum.isComplete = false }
        if let parameters = setup.parameters { spectrum.system = parameters }
        return spectrum
      }
    } catch FewBodyError.invalid(let parameter) where parameter.name == "potential" {
      guard potential == nil, let potentialFile else { throw FewBodyError.invalid(parameter) }
      throw FewBodyError.badData(
        file: potentialFile, line: 0,
        problem: "V is \(parameter.value); accepted: \(parameter.accepted)")
    }
  }

  private func runInSpace() throws {
    let setup = try SpacePairSetup(self)
    try SpectrumReport(
      title: { setup.title }, exact: exact ? setup.exact : nil, notes: setup.notes, shared: shared,
      tolerance: tolerance, drawing: try SpaceDrawing(setup)
    ).run { progress, shouldStop in
      var spectrum = try setup.system.spectrum(
        lowest: shared.states, symmetry: setup.symmetry, on: setup.method,
        tolerance: tolerance, symmetryUse: symmetry ?? .auto, threads: shared.threads,
        progress: progress, shouldStop: shouldStop)
      spectrum.system = setup.parameters
      return spectrum
    }
  }
}
