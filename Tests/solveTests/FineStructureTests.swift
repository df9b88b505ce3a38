import FewBody
import Foundation
import Testing

/// `solve fine-structure` as a process: what it prints, refuses and explains.
@Suite struct FineStructureTests {
  private static func spectrum(_ line: String) throws -> FineStructureSpectrum {
    let outcome = try Executable.run("fine-structure \(line) --format json")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    return try JSONDecoder().decode(FineStructureSpectrum.self, from: Data(outcome.output.utf8))
  }

  @Test func theEightLowestOfPositronium() throws {
    let spectrum = try FineStructureTests.spectrum("--species positronium --states 8")
    let exact: [(String, Double)] = [
      ("1\u{b9}S0", -21.0 / 64), ("1\u{b3}S1", 49.0 / 192), ("2\u{b9}S0", -53.0 / 1024),
      ("2\u{b3}P0", -95.0 / 3072), ("2\u{b3}P1", -47.0 / 3072), ("2\u{b9}P1", -31.0 / 3072),
      ("2\u{b3}P2", -43.0 / 15360), ("2\u{b3}S1", 65.0 / 3072),
    ]
    #expect(spectrum.isComplete)
    #expect(spectrum.map(\.symbol) == exact.map(\.0))
    for (level, value) in zip(spectrum, exact.map(\.1)) {
      #expect(abs(level.total - value) <= 1e-12 * abs(value))
      #expect(level.interval.contains(value))
    }
  }

  @Test func jsonStatesItsUnitsAndEveryTermTwice() throws {
    let text = try Executable.run(
      "fine-structure --species muonium --states 2 --format json --repeat 2"
    ).output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["schema"] as? String == "few-body/fine-structure/1")
    #expect((object["units"] as? [String: String])?["total"] == "alpha^2 hartree")
    #expect((object["solveSeconds"] as? [Double])?.count == 2)
    let keys = [
      "schema", "version", "system", "method", "units", "constants", "complete", "levels", "notes",
      "solveSeconds",
    ]
    let places = keys.compactMap { text.range(of: "\n  \"\($0)\":")?.lowerBound }
    #expect(places.count == keys.count && places == places.sorted())
    let factor = Constants.fineStructure * Constants.fineStructure
    for level in try #require(object["levels"] as? [[String: Any]]) {
      let terms = try #require(level["terms"] as? [String: Double])
      let volts = try #require(level["electronvolts"] as? [String: Double])
      let labels = try #require(level["labels"] as? [String: Double])
      #expect(Set(labels.keys) == ["n", "l", "S", "j"])
      #expect(Set(terms.keys) == Set(FineStructureTerm.allCases.map(\.rawValue)))
      #expect(Set(volts.keys) == Set(terms.keys).union(["total", "lower", "upper"]))
      for (name, value) in terms {
        let expected = value * factor * Constants.hartreeInElectronvolts
        #expect(abs(try #require(volts[name]) - expected) <= 1e-15 * abs(expected))
      }
    }
  }

  @Test func csvHasBothUnitsAndTheSameTotals() throws {
    let totals = try FineStructureTests.spectrum("--species hydrogen --states 4").map(\.total)
    let csv = try Executable.run(
      "fine-structure --species hydrogen --states 4 --format csv --units meV"
    ).output
    let rows = csv.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(rows.first)
    #expect(header.prefix(6) == ["index", "n", "l", "S", "j", "degeneracy"])
    let own = try #require(header.firstIndex(of: "total[alpha^2 hartree]"))
    let other = try #require(header.firstIndex(of: "total[meV]"))
    #expect(rows.count == 5)
    for (row, total) in zip(rows.dropFirst(), totals) {
      #expect(row.count == header.count)
      #expect(Double(row[own]) == total)
      let energy = try #require(Double(row[other]))
      #expect(abs(energy / FineStructureLevel.energy(total).millielectronvolts - 1) < 1e-14)
    }
  }

  @Test func theTableShowsEachTermInBothUnits() throws {
    let table = try Executable.run("fine-structure --species positronium --states 2").output
    for term in FineStructureTerm.allCases.map(\.title)
    where term != "spin-orbit" && term != "tensor" {
      #expect(table.components(separatedBy: term).count >= 3, "\(term)")
    }
    #expect(table.contains("in eV:") && table.contains("in \u{3b1}\u{b2} hartree:"))
    // -21/64 and 49/192 alpha^2 hartree, and what they are in eV.
    #expect(table.contains("-0.328125") && table.contains("0.255208333333"))
    #expect(table.contains("-4.7546729e-4") && table.contains("3.6980789e-4"))
    #expect(
      table.hasSuffix(
        "complete: counts show that no level below the last one listed is missing\n"))
    let kelvin = try Executable.run("fine-structure --states 1 --units K").output
    #expect(kelvin.contains("in K:"))
  }

  @Test(arguments: [
    ("--species helium", "--species", "helium"), ("--species", "--species", "species"),
    ("--states 0", "--states", "0"), ("--states -3", "--states", "-3"),
    ("--states x", "--states", "x"), ("--states 1000000000", "--states", "1000000000"),
    ("--units joule", "--units", "joule"),
    ("--output levels.txt", "--output", "levels.txt"),
    ("--plot levels.pdf", "--plot", "levels.pdf"),
    ("--repeat 0", "--repeat", "0"), ("--charge 2", "--charge", "charge"),
  ])
  func aValueThatCannotBe(line: String, flag: String, value: String) throws {
    let outcome = try Executable.run("fine-structure \(line)")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    let first = try #require(outcome.errorLines.first)
    #expect(first.hasPrefix("Error: ") && first.contains(flag) && first.contains(value), "\(first)")
    #expect(outcome.errorLines.count == 2)
    #expect(outcome.errorLines[1].hasPrefix("Usage: solve fine-structure"))
  }

  @Test func filesArriveWholeOrNotAtAll() throws {
    let scratch = try Scratch()
    let json = scratch.path("levels.json")
    let picture = scratch.path("levels.svg")
    let outcome = try Executable.run([
      "fine-structure", "--species", "positronium", "--states", "8", "--output", json, "--plot",
      picture,
    ])
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let spectrum = try JSONDecoder().decode(
      FineStructureSpectrum.self, from: Data(contentsOf: URL(fileURLWithPath: json)))
    #expect(spectrum.count == 8)
    let text = try String(contentsOfFile: picture, encoding: .utf8)
    #expect(text.contains("2\u{b3}P2") && text.contains("annihilation"))
    let archive = scratch.path("levels.npz")
    #expect(try Executable.run(["fine-structure", "--output", archive]).status == 0)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: archive))
    for name in ["r", "terms", "total", "wavefunctions"] {
      #expect(bytes.range(of: Data("\(name).npy".utf8)) != nil, "\(name)")
    }
    let refused = try Executable.run([
      "fine-structure", "--output", scratch.path("missing/levels.json"),
    ])
    #expect(refused.status == 73 && refused.output.isEmpty)
    #expect(refused.errors.hasPrefix("Error: --output"))
  }

  @Test func helpIsExact() throws {
    let outcome = try Executable.run("help fine-structure")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output == (try Executable.run("fine-structure --help").output))
    #expect(outcome.output == FineStructureTests.help)
    let examples = outcome.output.split(separator: "\n").filter {
      $0.hasPrefix("  solve fine-structure ")
    }
    #expect(examples.count == 3)
    for example in examples {
      let words = example.split(separator: " ").dropFirst().map(String.init)
      #expect(try Executable.run(words).status == 0, "\(example)")
    }
  }

  private static let help = """
    OVERVIEW: The fine structure of a one-electron atom, by terms.

    First order of alpha^2 on the states of H = p^2/2mu - 1/r, each expectation
    value by quadrature over the numerical state: mass-velocity, Darwin,
    orbit-orbit (the Darwin-Breit interaction), spin-orbit, spin-spin, tensor and
    annihilation, in alpha^2 hartree and in eV. Levels ascend in energy: by n, then
    by the total.

    The two 1S and six n = 2 levels of positronium:
      solve fine-structure --species positronium --states 8
    The hyperfine splitting of muonium:
      solve fine-structure --species muonium --states 2
    Hydrogen up to n = 3, as comma-separated values:
      solve fine-structure --species hydrogen --states 9 --format csv

    USAGE: solve fine-structure [--species <species>] [--format <format>] [--output <path>] [--plot <path>] [--units <units>] [--states <n>] [--threads <n>] [--repeat <r>] [--quiet]

    OPTIONS:
      --species <species>     hydrogen (a nucleus at rest), muonium (with its mass)
                              or positronium. (values: hydrogen, muonium,
                              positronium; default: hydrogen)
      --format <format>       table, json or csv, on stdout. (values: table, json,
                              csv; default: table)
      --output <path>         Write there instead, whole or not at all; the ending
                              chooses .json, .csv or .npz.
      --plot <path>           Draw the result as .svg or .png.
      --units <units>         hartree, eV, meV, K or mK, for table and CSV.
                              (values: hartree, eV, meV, K, mK; default: hartree)
      --states <n>            How many levels, from 1 (default: 6; electrons 3).
      --threads <n>           Threads for parallel solvers; problems on a line use
                              one.
      --repeat <r>            Solve so often, each time from cold; JSON gains
                              solveSeconds.
      --quiet                 No progress on stderr.
      --version               Show the version.
      -h, --help              Show help information.

    """ + "\n"
}
