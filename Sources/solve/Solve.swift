import ArgumentParser
import FewBody

@main
struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Energies and states of a few charged particles, each energy between two bounds.",
    discussion: """
      Lengths take a bare number (bohr) or a suffix: 80nm, 0.5um, 1A. Energies take a bare number \
      (hartree) or eV, meV, K, mK. JSON is always in Hartree atomic units.

      solve pair --dim 1
      solve pair --dim 1 --material Au --thickness 80nm --units mK
      solve help pair
      """,
    version: FewBodyVersion.number,
    subcommands: [Pair.self])

  /// Parses, runs, and turns every error into one line and the contract's exit code.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Failure.end(error, describedBy: { fullMessage(for: $0) }, code: { exitCode(for: $0).rawValue })
    }
  }
}
