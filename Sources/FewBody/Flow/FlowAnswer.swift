/// The flow of a state at one time: velocity, forces, windings and how well the forces balance.
///
/// Its `Codable` form is the JSON of `solve flow`, schema `few-body/flow/1`, in Hartree atomic units.
public struct FlowAnswer: Answer, Sendable {
  /// The name and version of its JSON.
  public static let schema = "few-body/flow/1"
  /// The units of its JSON.
  public static let units: Parameters = [
    "velocity": "bohr*hartree/hbar", "force": "hartree/bohr", "loopForce": "bohr*hartree",
    "length": "bohr",
    "time": "hbar/hartree",
  ]

  /// A vortex in the plane: place, winding, own velocity, the flow that carries it, loop-current
  /// force.
  public struct VortexRow: Codable, Sendable, Equatable {
    /// R, in bohr.
    public var position: [Double]
    /// n of psi.
    public var winding: Int
    /// dR/dt, in bohr hartree/hbar.
    public var velocity: [Double]
    /// v without the vortex's own 1/r, in bohr hartree/hbar.
    public var background: [Double]
    /// pi hbar w (v - dR/dt) x z, w = -2n, in bohr hartree.
    public var loopForce: [Double]
  }

  /// The flow at one point: four force terms and the same acceleration twice.
  public struct Sample: Codable, Sendable, Equatable {
    /// In bohr.
    public var position: [Double]
    /// rho, in bohr^-dimension.
    public var density: Double
    /// v, in bohr hartree/hbar.
    public var velocity: [Double]
    /// A^MB, in 1/bohr.
    public var berryConnection: [Double]
    /// -(E + v x B), in hartree/bohr.
    public var lorentz: [Double]
    /// grad(mv^2/2), in hartree/bohr.
    public var kinetic: [Double]
    /// -grad phi + dA^MB/dt, for one orbital -grad mu, in hartree/bohr.
    public var chemical: [Double]
    /// -v x (curl A^MB), 0 for one orbital, in hartree/bohr.
    public var loop: [Double]
    /// m D_t v from the wave's own derivatives, in hartree/bohr.
    public var massTimesAcceleration: [Double]
    /// m D_t v by the balance of momentum, in hartree/bohr.
    public var momentumBalance: [Double]
  }

  /// What a propagation conserved.
  public struct Motion: Codable, Sendable, Equatable {
    /// How many steps were taken.
    public var steps: Int
    /// The step, in hbar/hartree.
    public var step: Double
    /// The estimated error of the wave at the end, in the norm of a unit wave.
    public var stepError: Double
    /// |norm - 1| at the end.
    public var normDrift: Double
    /// |<H>(t) - <H>(0)|, in hartree.
    public var energyDrift: Double
    /// The distance in norm to the closed form, where there is one.
    public var exactDifference: Double?
  }

  /// The state's name and parameters, in atomic units.
  public var system: Parameters
  /// The propagation's order, grid, time and tolerance.
  public var method: Parameters
  /// False after an interruption, or where the wave reached the border of its box or the grid's largest momentum.
  public var isComplete: Bool
  /// What went wrong in the propagation, if anything did.
  public var notes: [String] = []
  /// Wall-clock seconds of repeated solves, each from cold; empty unless asked for.
  public var solveSeconds: [Double] = []
  /// The largest relative error of the force identity, away from zeros.
  public var balance: Double
  /// How many nodes ``balance`` is the largest error of.
  public var balanceNodes: Int
  /// The winding round the ring, or the sum over the plane's vortices; nil where no loop is.
  public var winding: Int?
  /// int m v.dl of one orbital round a ring, in hbar; nil otherwise.
  public var circulation: Double?
  /// The vortices of one orbital in the plane; empty otherwise.
  public var vortices: [VortexRow]
  /// The flow at the point that was asked for, or at the densest node.
  public var sample: Sample
  /// What the propagation conserved; nil at time 0.
  public var motion: Motion?
  /// The flow that the picture and the archive show; empty when read from JSON.
  public var field: FlowField?

  private enum CodingKeys: String, CodingKey {
    case balance, balanceNodes, winding, circulation, vortices, sample, motion
  }

  /// Writes the frame and the numbers, without the field.
  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(balance, forKey: .balance)
      try container.encode(balanceNodes, forKey: .balanceNodes)
      try container.encodeIfPresent(winding, forKey: .winding)
      try container.encodeIfPresent(circulation, forKey: .circulation)
      try container.encode(vortices, forKey: .vortices)
      try container.encode(sample, forKey: .sample)
      try container.encodeIfPresent(motion, forKey: .motion)
    }
  }

  /// Reads what ``encode(to:)`` writes; the field stays nil.
  ///
  /// - Throws: `DecodingError` for another schema, or a key that is missing or of another type.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    balance = try container.decode(Double.self, forKey: .balance)
    balanceNodes = try container.decode(Int.self, forKey: .balanceNodes)
    winding = try container.decodeIfPresent(Int.self, forKey: .winding)
    circulation = try container.decodeIfPresent(Double.self, forKey: .circulation)
    vortices = try container.decode([VortexRow].self, forKey: .vortices)
    sample = try container.decode(Sample.self, forKey: .sample)
    motion = try container.decodeIfPresent(Motion.self, forKey: .motion)
    (system, method, isComplete) = ([:], [:], false)
    try decodeFrame(from: decoder)
  }
}

extension FlowAnswer {
  /// - Parameters:
  ///   - point: where the sample is taken; nil for the densest node.
  ///   - system, method: what was asked, in atomic units.
  init(
    _ field: FlowField, at point: SIMD3<Double>?, system: Parameters, method: Parameters,
    motion: (Propagation, exactDifference: Double?)?, shouldStop: () -> Bool
  ) throws(FewBodyError) {
    let d = field.grid.dimension
    func row(_ vector: SIMD3<Double>) -> [Double] { (0..<d).map { vector[$0] } }
    let place: Int = field.density.indices.max { field.density[$0] < field.density[$1] } ?? 0
    let flow = try point.map { p throws(FewBodyError) in try field.flow(at: p) }
    let local = if let flow { flow } else { try field.flow(node: place) }
    let outcome = field.balance(shouldStop: shouldStop)
    self.system = system
    self.method = method
    balance = outcome.error
    balanceNodes = outcome.nodes
    isComplete = (motion?.0.isComplete ?? true) && !shouldStop()
    notes = motion?.0.notes ?? []
    vortices = []
    if field.grid.isRing, field.orbitals.count == 1 {
      let loop = try LatticeWinding(of: field.orbitals[0], in: field.electron.fields).ring()
      (winding, circulation) = (loop.winding, loop.circulation)
    } else if d == 2, field.orbitals.count == 1 {
      let found = try field.vortices()
      vortices = found.map {
        VortexRow(
          position: row($0.position), winding: $0.winding, velocity: row($0.velocity),
          background: row($0.background), loopForce: row($0.force))
      }
      winding = found.reduce(0) { $0 + $1.winding }
    }
    sample = Sample(
      position: row(local.position), density: local.density, velocity: row(local.velocity),
      berryConnection: row(local.berryConnection), lorentz: row(local.lorentz),
      kinetic: row(local.kinetic), chemical: row(local.chemical), loop: row(local.loop),
      massTimesAcceleration: row(local.massTimesAcceleration),
      momentumBalance: row(local.momentumBalance))
    self.motion = motion.map { run, exact in
      Motion(
        steps: run.steps, step: run.step, stepError: run.stepError, normDrift: run.normDrift,
        energyDrift: run.energyDrift, exactDifference: exact)
    }
    self.field = field
  }
}
