import ArgumentParser
import FewBody

struct FlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow",
    abstract: "The velocity field of a state, the forces on it, and its windings.",
    discussion: """
      m D_t v = -(E + v x B) + grad(mv^2/2) - grad mu + loop-current force, with v = (A^MB + A)/m; \
      the sum is held against Madelung's form, which knows only the density.

      A level of a ring under a flux that ramps, and a wave in a ring with a barrier:
        solve flow ring --winding 2 --flux 0.1 --flux-rate 0.5
        solve flow ring --winding 1 --admixture 0.3 --cosine 0.4,1 --time 0.5
      A vortex that circles in a trap and a magnetic field:
        solve flow vortex --magnetic 0.7 --frequency 1.1 --amplitudes 0.6,0.8 --at 0.3,-0.45
        solve flow vortex --magnetic 0.7 --time 1 --plot vortex.svg
      A Gaussian packet in uniform E and B:
        solve flow packet --dim 2 --width 0.8 --electric 0.3,-0.2 --magnetic 0.9 --time 2
      """)

  enum System: String, ExpressibleByArgument, CaseIterable {
    case ring
    case vortex
    case packet
  }

  @Argument(help: "ring, vortex or packet.")
  var system: System

  @OptionGroup var shape: FlowShape

  @Option("The time at which the flow is shown (default: 0).", value: "t", reading: Quantity.number)
  var time: Double?

  @Option("Steps (default: as many as the tolerance asks).", value: "n", reading: Quantity.whole)
  var steps: Int?

  @Option(
    "2, 4 or 6: the order of the splitting (default: 4).", value: "p", reading: Quantity.whole)
  var order: Int?

  @Option("The largest error of the wave (default: 1e-8).", value: "t", reading: Quantity.number)
  var tolerance: Double?

  @Option(
    "Where the forces are listed (default: the densest node).", value: "x[,y[,z]]",
    reading: FlowShape.vector)
  var at: SIMD3<Double>?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    guard let splitting = SplittingOrder(rawValue: order ?? 4) else {
      throw FewBodyError.invalid("order", order ?? 4, accepted: "2, 4 or 6")
    }
    let problem = try shape.problem(system, time: time ?? 0)
    try FlowReport(shared: shared).run { progress, shouldStop in
      try problem.answer(
        time: time ?? 0, order: splitting, steps: steps, tolerance: tolerance ?? 1e-8, at: at,
        threads: shared.threads, progress: progress, shouldStop: shouldStop)
    }
  }
}
