import ComplexModule
import LinearOperators
import RealModule

/// A state that is prepared, carried through a time and asked for its flow.
public struct FlowProblem: Sendable {
  /// Whose Hamiltonian carries the wave.
  public let electron: MovingElectron
  /// Where the wave is sampled.
  public let grid: PeriodicGrid
  /// The wave at a time in closed form; at times other than 0 only if `isExact`.
  public let wave: @Sendable (SIMD3<Double>, Double) -> Complex<Double>
  /// Whether ``wave`` is the solution at all times, not at 0 alone.
  public let isExact: Bool
  /// The state's name and parameters, in atomic units.
  public let system: Parameters

  /// A superposition of e^{in phi} and an admixture of e^{i(n+1)phi} on a ring with a flux and a
  /// potential v cos(q phi).
  public static func ring(
    radius: Double = 1, mass: Double = 1, winding: Int = 1, admixture: Double = 0,
    flux: Double = 0, fluxRate: Double = 0, cosine: (Double, Int) = (0, 1), points: Int = 64
  ) throws(FewBodyError) -> FlowProblem {
    let grid = try PeriodicGrid.ring(radius: radius, points: points)
    try require("admixture", admixture, accepted: "a number from 0, below 1") { $0 >= 0 && $0 < 1 }
    guard (winding.magnitude + 2) * 4 <= points else {
      throw .invalid("winding", winding, accepted: "up to a quarter of the points, \(points)")
    }
    let (strength, period) = (cosine.0, Double(cosine.1))
    try require("cosine", strength, accepted: "a finite amplitude") { _ in true }
    let electron = try MovingElectron(
      mass: mass, fields: .flux(flux, rate: fluxRate, radius: radius)
    ) { r in strength * Double.cos(period * r.x / radius) }
    let (first, second) = (Double(winding), Double(winding + 1))
    return FlowProblem(
      electron: electron, grid: grid,
      wave: { r, _ in
        let angle = r.x / radius
        return Complex(Double.cos(first * angle), Double.sin(first * angle))
          + Complex(Double.cos(second * angle), Double.sin(second * angle))
          .multiplied(by: admixture)
      }, isExact: false,
      system: [
        "name": "ring", "radius": .number(radius), "mass": .number(mass),
        "winding": .integer(winding), "admixture": .number(admixture), "flux": .number(flux),
        "fluxRate": .number(fluxRate), "cosine": .numbers([strength, period]),
      ])
  }

  /// ``OscillatorVortex`` on a box.
  public static func vortex(
    _ vortex: OscillatorVortex, extent: Double? = nil, points: Int = 256
  ) throws(FewBodyError) -> FlowProblem {
    // The amplitude falls like e^{-mWr^2/2}: below 1e-13 of its largest at 8.2/sqrt(mW).
    let natural = 8.2 / (vortex.mass * vortex.wholeFrequency).squareRoot()
    return FlowProblem(
      electron: try vortex.electron(),
      grid: try .box(dimension: 2, extent: extent ?? natural, points: points),
      wave: { vortex.wavefunction(at: $0, time: $1) }, isExact: true,
      system: [
        "name": "vortex", "mass": .number(vortex.mass), "magnetic": .number(vortex.magnetic),
        "frequency": .number(vortex.frequency),
        "amplitudes": .numbers([vortex.amplitudes.0, vortex.amplitudes.1]),
        "angularVelocity": .number(vortex.angularVelocity),
      ])
  }

  /// ``GaussianPacket`` on a box that holds its path for `time`.
  public static func packet(
    _ packet: GaussianPacket, extent: Double? = nil, points: Int = 128, time: Double = 0
  ) throws(FewBodyError) -> FlowProblem {
    var natural = 0.0
    for k in 0...64 {
      let t = time * Double(k) / 64
      let center = packet.path(at: t).position
      for axis in 0..<packet.dimension {
        natural = max(natural, center[axis].magnitude + 10 * packet.width(axis, at: t))
      }
    }
    return FlowProblem(
      electron: try MovingElectron(mass: packet.mass, fields: packet.fields),
      grid: try .box(dimension: packet.dimension, extent: extent ?? natural, points: points),
      wave: { packet.wavefunction(at: $0, time: $1) }, isExact: true,
      system: [
        "name": "packet", "dimension": .integer(packet.dimension), "mass": .number(packet.mass),
        "width": .number(packet.width), "magnetic": .number(packet.magnetic),
        "center": .numbers([packet.center.x, packet.center.y, packet.center.z]),
        "velocity": .numbers([packet.velocity.x, packet.velocity.y, packet.velocity.z]),
        "electric": .numbers([packet.electric.x, packet.electric.y, packet.electric.z]),
      ])
  }

  /// Carries the wave to `time` and describes its flow there.
  ///
  /// - Parameters:
  ///   - time: when the flow is shown, in hbar/hartree.
  ///   - order: that of the splitting.
  ///   - steps: nil for as many as the tolerance asks.
  ///   - tolerance: the largest error of the wave, in the norm of a unit wave.
  ///   - point: where the forces are listed; nil for the densest node.
  ///   - threads: nil for all processors.
  ///   - progress: receives the fraction done.
  ///   - shouldStop: polled between steps; what was found comes back, marked incomplete.
  /// - Throws: ``FewBodyError`` for a grid or step that will not do, or a point without a velocity.
  public func answer(
    time: Double = 0, order: SplittingOrder = .fourth, steps: Int? = nil,
    tolerance: Double = 1e-8, at point: SIMD3<Double>? = nil, threads: Int? = nil,
    progress: (SolveProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> FlowAnswer {
    let start = try GridWave(on: grid) { wave($0, 0) }
    let propagator = try SplitOperator(
      electron, on: grid, order: order, threads: threads.map { Threads($0) } ?? .available)
    let run = try propagator.propagate(
      start, for: time, steps: steps, tolerance: tolerance, progress: progress,
      shouldStop: shouldStop)
    let field = try FlowField(of: [run.wave], moving: electron)
    let method: Parameters = [
      "name": "split-operator", "order": .integer(order.rawValue),
      "points": .integer(grid.axes[0].points), "extent": .number(grid.axes[0].length / 2),
      "time": .number(run.wave.time), "tolerance": .number(tolerance), "denserThan": 0.001,
    ]
    let exact = isExact && time != 0 ? distance(run.wave) : nil
    return try FlowAnswer(
      field, at: point, system: system, method: method,
      motion: time == 0 ? nil : (run, exactDifference: exact), shouldStop: shouldStop)
  }

  private func distance(_ end: GridWave) -> Double {
    var sum = 0.0
    for (i, value) in end.values.enumerated() {
      sum += (value - wave(grid.position(i), end.time)).density
    }
    return (sum * grid.cell).squareRoot()
  }
}
