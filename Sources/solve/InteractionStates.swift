import ArgumentParser
import FewBody

/// The flags of the systems that are solved first.
struct InteractionStates: ParsableArguments {
  @Option("Of --system pair: isotropic or breit (default: isotropic).")
  var kernel: SpacePair.Kernel?

  @Option(
    "mu of --system pair (default: 0.5).", value: "mu", reading: Quantity.number)
  var reducedMass: Double?

  @Option(
    "R of --system ring (default: 1).", value: "r", reading: Quantity.length)
  var radius: Length?

  @Option(
    "a of --system ring (default: 0.1).", value: "a", reading: Quantity.length)
  var thickness: Length?

  @Option(
    "Phi/Phi0 of --system ring (default: 0).", value: "f", reading: Quantity.number)
  var flux: Double?
}
