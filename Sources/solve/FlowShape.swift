import ArgumentParser
import FewBody

/// The state whose flow is asked for, and its grid.
struct FlowShape: ParsableArguments {
  @Option(
    "Nodes along each axis, even (default: 64, 256, 128).", value: "n", reading: Quantity.whole)
  var points: Int?

  @Option("The box [-L, L] (default: from the state).", value: "l", reading: Quantity.length)
  var extent: Length?

  @Option("m, in electron masses (default: 1).", value: "m", reading: Quantity.number)
  var mass: Double?

  @Option("The ring's R (default: 1).", value: "r", reading: Quantity.length)
  var radius: Length?

  @Option("The ring's e^{in phi} (default: 1).", value: "n", reading: Quantity.whole)
  var winding: Int?

  @Option("Of e^{i(n+1)phi}, from 0, below 1 (default: 0).", value: "c", reading: Quantity.number)
  var admixture: Double?

  @Option("The ring's flux, in quanta h/e (default: 0).", value: "f", reading: Quantity.number)
  var flux: Double?

  @Option("df/dt (default: 0).", value: "rate", reading: Quantity.number)
  var fluxRate: Double?

  @Option("The ring's potential v cos(q phi).", value: "v,q", reading: FlowShape.vector)
  var cosine: SIMD3<Double>?

  @Option("B along z (default: 0).", value: "b", reading: Quantity.number)
  var magnetic: Double?

  @Option("The trap's frequency (default: 1).", value: "w", reading: Quantity.number)
  var frequency: Double?

  @Option("c0,c1 of |0> and |l = 1> (default: 0.6,0.8).", value: "c0,c1", reading: FlowShape.vector)
  var amplitudes: SIMD3<Double>?

  @Option("The packet's dimension (default: 1).", value: "d", reading: Quantity.whole)
  var dim: Int?

  @Option("The packet's sigma (default: 1).", value: "s", reading: Quantity.length)
  var width: Length?

  @Option("The packet's middle (default: 0).", value: "x[,y[,z]]", reading: FlowShape.vector)
  var center: SIMD3<Double>?

  @Option("The packet's velocity (default: 0).", value: "x[,y[,z]]", reading: FlowShape.vector)
  var velocity: SIMD3<Double>?

  @Option("E (default: 0).", value: "x[,y[,z]]", reading: FlowShape.vector)
  var electric: SIMD3<Double>?

  /// One to three numbers with commas.
  static func vector(_ text: String) throws -> SIMD3<Double> {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else {
      throw ValidationError("one to three numbers with commas are accepted, such as 0.3,-0.45")
    }
    var vector = SIMD3<Double>.zero
    for (i, part) in parts.enumerated() { vector[i] = try Quantity.number(String(part)) }
    return vector
  }

  func problem(_ system: FlowCommand.System, time: Double) throws(FewBodyError) -> FlowProblem {
    try refuseOthers(system)
    let mass = mass ?? 1
    switch system {
    case .ring:
      let wave = cosine ?? SIMD3(0, 1, 0)
      guard wave.y == wave.y.rounded(), wave.y.magnitude < 1e6 else {
        throw .invalid("cosine", "\(wave.x),\(wave.y)", accepted: "v,q with a whole q")
      }
      return try .ring(
        radius: radius?.bohr ?? 1, mass: mass, winding: winding ?? 1, admixture: admixture ?? 0,
        flux: flux ?? 0, fluxRate: fluxRate ?? 0, cosine: (wave.x, Int(wave.y)),
        points: points ?? 64)
    case .vortex:
      let pair = amplitudes ?? SIMD3(0.6, 0.8, 0)
      return try .vortex(
        try OscillatorVortex(
          magnetic: magnetic ?? 0, frequency: frequency ?? 1, amplitudes: (pair.x, pair.y),
          mass: mass), extent: extent?.bohr, points: points ?? 256)
    case .packet:
      return try .packet(
        try GaussianPacket(
          dimension: dim ?? 1, width: width?.bohr ?? 1, center: center ?? .zero,
          velocity: velocity ?? .zero, electric: electric ?? .zero, magnetic: magnetic ?? 0,
          mass: mass), extent: extent?.bohr, points: points ?? 128, time: time)
    }
  }

  /// A flag of another system is an error, not something to overlook.
  private func refuseOthers(_ system: FlowCommand.System) throws(FewBodyError) {
    let flags: [(String, Bool, [FlowCommand.System])] = [
      ("extent", extent != nil, [.vortex, .packet]), ("radius", radius != nil, [.ring]),
      ("winding", winding != nil, [.ring]), ("admixture", admixture != nil, [.ring]),
      ("flux", flux != nil, [.ring]), ("flux-rate", fluxRate != nil, [.ring]),
      ("cosine", cosine != nil, [.ring]), ("magnetic", magnetic != nil, [.vortex, .packet]),
      ("frequency", frequency != nil, [.vortex]), ("amplitudes", amplitudes != nil, [.vortex]),
      ("dim", dim != nil, [.packet]), ("width", width != nil, [.packet]),
      ("center", center != nil, [.packet]), ("velocity", velocity != nil, [.packet]),
      ("electric", electric != nil, [.packet]),
    ]
    for (name, isGiven, systems) in flags where isGiven && !systems.contains(system) {
      let owners = systems.map(\.rawValue).joined(separator: " or ")
      throw .invalid(name, "given for \(system.rawValue)", accepted: "with \(owners)")
    }
  }
}
