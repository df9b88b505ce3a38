import ArgumentParser
import FewBody

@main
struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Energies and states of a few charged particles, each energy between two bounds.",
    discussion: """
      Lengths take a bare number (bohr) or a suffix: 80nm, 0.5um, 1A. JSON is always in Hartree \
      atomic units.

      solve pair --dim 1
      solve pair --dim 1 --material Au --thickness 80nm --units mK
      solve ring --flux 0:1:201 --boundary spinor --plot butterfly.svg
      solve electrons --count 3 --radius 2 --thickness 0.5
      solve fine-structure --species positronium --states 8
      solve sweep thickness.yaml --output levels.csv
      solve help pair

      Exit codes: 0 done; 64 usage; 65 bad input data; 66 no such input file; 70 accuracy not \
      reached (what was found is printed); 73 cannot write the output; 74 an I/O error; 130 \
      interrupted (what was found is printed).
      """,
    version: FewBodyVersion.number,
    subcommands: [
      Pair.self, RingCommand.self, ElectronsCommand.self, CollectiveCommand.self,
      LondonCommand.self, FineStructureCommand.self, InteractionCommand.self, FlowCommand.self,
      DipolesCommand.self, ResponseCommand.self, ReproduceCommand.self,
    ] + sweeps)

  #if Sweeps
    private static let sweeps: [any ParsableCommand.Type] = [SweepCommand.self, MergeCommand.self]
  #else
    private static let sweeps: [any ParsableCommand.Type] = []
  #endif

  /// Parses, runs, and turns every error into one line and the contract's exit code.
  static func main() {
    StandardOutput.refuseBrokenPipeSignals()
    do {
      try refuseUnknownHelp()
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Failure.end(error)
    }
  }

  /// The parser answers `help` for an unknown subcommand with the general help, as if all were well.
  private static func refuseUnknownHelp() throws(FewBodyError) {
    let words = CommandLine.arguments.dropFirst()
    guard words.first == "help", let name = words.dropFirst().first, !name.hasPrefix("-") else {
      return
    }
    let known = configuration.subcommands.map { $0._commandName }
    if !known.contains(name), name != "help" {
      throw .unknownSubcommand(name, known)
    }
  }
}

extension FewBodyError {
  fileprivate static func unknownSubcommand(_ name: String, _ known: [String]) -> FewBodyError {
    .invalid("help", name, accepted: known.joined(separator: ", "))
  }
}
