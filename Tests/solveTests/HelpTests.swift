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

  /// The file in the help of sweeps is one, and the commands below it work on it.
  @Test func theExampleOfASweepRuns() throws {
    let lines = try Executable.run("help sweep").output.split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE: ") })
    let start = try #require(lines.firstIndex { $0.hasSuffix("command: pair") })
    let yaml = lines[start...].prefix { !$0.isEmpty }.joined(separator: "\n")
    let folder = try Scratch()
    let file = try folder.write(yaml, to: "thickness.yaml")
    for options in [[], ["--shard", "1/2"], ["--shard", "2/2"]] {
      #expect(try Executable.run(["sweep", file] + options).status == 0)
    }
    let merge = try Executable.run(
      ["merge", folder.path("thickness-1-of-2.sqlite"), folder.path("thickness-2-of-2.sqlite")]
        + ["--into", folder.path("all.sqlite")])
    #expect(merge.output.hasSuffix("all.sqlite: 30 of 30 rows, of 2 stores\n"))
  }

  /// The words that a shell completes are those of the program.
  @Test(arguments: ["bash", "zsh", "fish"])
  func aShellIsTaught(shell: String) throws {
    let outcome = try Executable.run("--generate-completion-script \(shell)")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    for word in ["pair", "fine-structure", "sweep", "merge", "thickness", "shard"] {
      #expect(outcome.output.contains(word), "\(word)")
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
    solve sweep thickness.yaml --output levels.csv
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
      sweep                   One subcommand at every point of a grid of its
                              parameters, on all cores.
      merge                   Join the stores of a sweep's parts.

      See 'solve help <subcommand>' for detailed help.

    """
}
