import FewBody
import Testing

/// Help and version: on stdout, exit 0, to the letter.
@Suite struct HelpTests {
  @Test func theVersionIsTheLibrarys() throws {
    let outcome = try Executable.run("--version")
    #expect(outcome.status == 0)
    #expect(outcome.output == FewBodyVersion.number + "\n")
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: ["help", "--help", ""])
  func theOverview(line: String) throws {
    let outcome = try Executable.run(line)
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output == HelpTests.overview)
  }

  @Test func everyFlagOfThePairIsExplained() throws {
    let outcome = try Executable.run("help pair")
    #expect(outcome.status == 0)
    #expect(outcome.output == (try Executable.run("pair --help").output))
    for flag in [
      "dim", "charge", "thickness", "reduced-mass", "kernel", "radius", "momentum", "potential",
      "potential-file", "states", "method", "order", "points", "extent", "tolerance", "material",
      "coupling", "exact", "external", "angular-momentum", "magnetic", "parity", "grid",
      "symmetry", "format", "output", "plot", "units", "threads", "repeat", "quiet",
    ] {
      #expect(outcome.output.contains("\n  --\(flag) "), "\(flag)")
    }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  /// The examples of the help text are commands that work.
  @Test func theExamplesRun() throws {
    let text = try Executable.run("help pair").output
    let examples = text.split(separator: "\n").filter { $0.hasPrefix("  solve pair --dim ") }
    // The third draws into the working folder; OutputFileTests draws elsewhere.
    #expect(examples.count == 7)
    for example in examples where !example.contains("--plot") {
      let words = example.replacing("'", with: "").split(separator: " ").dropFirst().map(
        String.init)
      #expect(try Executable.run(words).status == 0, "\(example)")
    }
  }

  private static let overview = """
    OVERVIEW: Energies and states of a few charged particles, each energy between
    two bounds.

    Lengths take a bare number (bohr) or a suffix: 80nm, 0.5um, 1A. JSON is always
    in Hartree atomic units.

    solve pair --dim 1
    solve pair --dim 1 --material Au --thickness 80nm --units mK
    solve ring --flux 0:1:201 --boundary spinor --plot butterfly.svg
    solve electrons --count 3 --radius 2 --thickness 0.5
    solve fine-structure --species positronium --states 8
    solve help pair

    Exit codes: 0 done; 64 usage; 65 bad input data; 66 no such input file; 70
    accuracy not reached (what was found is printed); 73 cannot write the output;
    74 an I/O error; 130 interrupted (what was found is printed).

    USAGE: solve <subcommand>

    OPTIONS:
      --version               Show the version.
      -h, --help              Show help information.

    SUBCOMMANDS:
      pair                    Two charged particles in their relative coordinate.
      ring                    One electron, or many that do not interact, on a ring
                              threaded by a flux.
      electrons               One to six electrons that repel each other on a ring
                              threaded by a flux.
      collective              The matrix between momenta and velocities of
                              electrons on a circle.
      london                  The electrons that carry the London moment of a
                              rotating superconductor.
      fine-structure          The fine structure of a one-electron atom, by terms.
      interaction             Coulomb and Ampere integrals between orbitals.
      flow                    The velocity field of a state, the forces on it, and
                              its windings.
      dipoles                 Dipoles that exchange photons, resonant or not.
      response                A helix' optical lines; a left-handed medium.
      reproduce               What five papers state, beside what this library
                              computes.

      See 'solve help <subcommand>' for detailed help.

    """
}
