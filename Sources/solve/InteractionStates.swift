import ArgumentParser
import FewBody

/// The flags of the systems that are solved first.
struct InteractionStates: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "Of --system pair: isotropic or breit (default: isotropic).")
  var kernel: SpacePair.Kernel?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("mu of --system pair (default: 0.5).", valueName: "mu"),
    transform: Quantity.number)
  var reducedMass: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("R of --system ring (default: 1).", valueName: "r"),
    transform: Quantity.length)
  var radius: Length?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("a of --system ring (default: 0.1).", valueName: "a"),
    transform: Quantity.length)
  var thickness: Length?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Phi/Phi0 of --system ring (default: 0).", valueName: "f"),
    transform: Quantity.number)
  var flux: Double?
}
