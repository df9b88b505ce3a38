import FewBody
import Foundation
import Testing

/// `solve ring`: levels, currents, sweeps and fillings as they arrive on stdout.
@Suite struct RingTests {
  private static func spectrum(_ line: String) throws -> Spectrum {
    try Executable.decode(try Executable.run("ring \(line) --format json").output)
  }

  /// Free ring: E = (n + f)^2/2, I = -(n + f)/2 pi.
  @Test(arguments: [
    ("single-valued", [0.0, -1, 1, -2]), ("antiperiodic", [-0.5, 0.5, -1.5, 1.5]),
    ("spinor", [0, -0.5, 0.5, -1]), ("twist:0.6283185307179586", [0.1, -0.9, 1.1, -1.9]),
  ])
  func boundariesDecideTheWaveNumbers(boundary: String, numbers: [Double]) throws {
    let flux = 0.1
    let spectrum = try Self.spectrum("--flux 0.1 --boundary \(boundary) --states 4")
    for (level, n) in zip(spectrum, numbers) {
      #expect(abs(level.energy.hartree - (n + flux) * (n + flux) / 2) < 1e-14)
      let current = -(n + flux) / (2 * .pi)
      #expect(abs(try #require(level.current) - current) < 1e-14)
      #expect(abs(try #require(level.currentFromDensity) - current) < 1e-13)
      #expect(level.certainty == .rigorous && level.branch == nil)
    }
  }

  @Test func theRashbaRingAgainstItsClosedForm() throws {
    let (q, f) = (0.7, 0.2)
    let spectrum = try Self.spectrum("--rashba 0.7 --flux 0.2 --states 6")
    let half = (1 + q * q).squareRoot() / 2
    let exact = (-5...5).flatMap { n in
      [-half, half].map { s in
        let k = Double(n) + 0.5 + f + s
        return (k * k - q * q / 4) / 2
      }
    }.sorted()
    for (level, energy) in zip(spectrum, exact) {
      #expect(abs(level.energy.hartree - energy) < 1e-13)
    }
  }

  /// A potential as a cosine, as an expression and as a table, by every method.
  @Test func threeFormsOfOnePotential() throws {
    let reference = try Self.spectrum("--flux 0.3 --cosine -0.3,2,0.5 --states 4")
    let folder = try Scratch()
    let rows = (0..<400).map { i in
      let phi = 2 * Double.pi * Double(i) / 400
      return "\(phi),\(-0.3 * cos(2 * phi + 0.5))\n"
    }
    let path = try folder.write("phi,V\n" + rows.joined(), to: "ring.csv")
    for line in [
      "--potential -0.3*cos(2*phi+0.5)", "--potential -0.3*cos(2*phi+0.5) --method spectral",
      "--cosine -0.3,2,0.5 --method fd --points 200", "--cosine -0.3,2,0.5 --points 41",
      "--potential-file \(path) --tolerance 1e-6",
    ] {
      let outcome = try Executable.run("ring --flux 0.3 --states 4 --format json \(line)")
      #expect(outcome.status == 0, "\(line) \(outcome.errors)")
      for (level, expected) in zip(try Executable.decode(outcome.output), reference) {
        #expect(abs(level.energy.hartree - expected.energy.hartree) < 1e-8, "\(line)")
        #expect(level.interval.contains(expected.energy), "\(line)")
      }
    }
  }

  @Test func aSweepHasEveryFluxAndItsBranches() throws {
    let spectrum = try Self.spectrum("--flux -0.5:0.5:21 --cosine 0.02,1 --states 4")
    let sweep = try #require(spectrum.sweep)
    #expect(sweep.count == 21)
    #expect(sweep.first?.flux == -0.5 && sweep.last?.flux == 0.5)
    for point in sweep {
      let branches = point.levels.compactMap(\.branch)
      #expect(branches.count == 4 && Set(branches).count == 4)
      #expect(point.levels.map(\.energy) == point.levels.map(\.energy).sorted())
      let single = try Ring(flux: point.flux).adding(cosine: 1, amplitude: 0.02)
        .spectrum(lowest: 4)
      for (a, b) in zip(point.levels, single) {
        #expect(abs(a.energy.hartree - b.energy.hartree) < 1e-12)
      }
    }
  }

  /// Whatever the sweep begins with, a branch moves by no more than its current allows.
  @Test(arguments: ["0:1:201", "0.05:1.05:201", "-0.5:0.5:201"])
  func branchesAreContinuous(range: String) throws {
    let spectrum = try Self.spectrum(
      "--flux \(range) --cosine 0.05,1 --cosine 0.02,2,0.7 --states 6")
    var last: [Int: (Int, Double)] = [:]
    for (i, point) in (try #require(spectrum.sweep)).enumerated() {
      for level in point.levels {
        let branch = try #require(level.branch)
        let energy = level.energy.hartree
        // |dE/df| <= sqrt(2 (E + 0.07)) at B = 1/2 and V >= -0.07.
        if let (j, before) = last[branch], j == i - 1 {
          #expect(abs(energy - before) < 0.005 * (2 * max(energy, before) + 0.5).squareRoot())
        }
        last[branch] = (i, energy)
      }
    }
  }

  @Test func electronsFillTheLevels() throws {
    // Three electrons with spin at f = 0.25: two in n = 0, one in n = -1.
    let spectrum = try Self.spectrum("--flux 0.25 --electrons 3 --states 2")
    let energy = try #require(spectrum.totalEnergy).hartree
    #expect(abs(energy - (2 * 0.0625 + 0.5625) / 2) < 1e-13)
    let current = try #require(spectrum.totalCurrent)
    #expect(abs(current - (-2 * 0.25 + 0.75) / (2 * .pi)) < 1e-13)
    #expect(spectrum.system["spinDegeneracy"] == 2 && spectrum.sweep == nil)
    let sweep = try Self.spectrum("--flux 0:1:21 --electrons 3 --temperature 0.01 --states 2")
    #expect(sweep.currentHarmonics.count == 4)
    #expect(sweep.sweep?.allSatisfy { $0.totalEnergy != nil } == true)
  }

  @Test func csvHasOneRowForEachFluxAndLevel() throws {
    let csv = try Executable.run(
      "ring --flux 0:1:5 --states 3 --electrons 2 --format csv --units eV"
    ).output
    let rows = csv.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    #expect(
      rows[0] == [
        "flux", "index", "energy[eV]", "lower", "upper", "bounds", "residual", "multiplicity",
        "current", "currentFromDensity", "branch", "totalEnergy", "totalLower",
        "totalUpper", "totalCurrent",
      ])
    #expect(rows.count == 16 && rows.allSatisfy { $0.count == rows[0].count })
    let table = try Executable.run("ring --flux 0:1:5 --states 3 --electrons 2").output
    #expect(table.contains("total energy (hartree)") && table.contains("branch"))
    #expect(!table.contains("0000000000000000000000000"))
  }

  @Test func anArchiveHoldsNormalisedStates() throws {
    let folder = try Scratch()
    let path = folder.path("ring.npz")
    let outcome = try Executable.run("ring --flux 0:1:3 --states 2 --output \(path)")
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    // 3 fluxes, 2 levels, 1 component, 256 angles.
    #expect(bytes.range(of: Data("(3, 2, 1, 256)".utf8)) != nil)
    #expect(bytes.range(of: Data("psiImaginary.npy".utf8)) != nil)
  }

  @Test(arguments: ["--flux 0.2 --cosine 1,1", "--flux 0:1:21 --boundary spinor"])
  func picturesAreDrawn(line: String) throws {
    let folder = try Scratch()
    let path = folder.path("ring.svg")
    let outcome = try Executable.run("ring \(line) --plot \(path)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("</svg>"))
  }

  /// What was asked for decides: a resolution of one's own is judged by a tolerance of one's own only.
  @Test(arguments: [
    ("--cosine 1,1 --points 21", 0), ("--cosine 1,1 --points 21 --tolerance 1e-14", 70),
    ("--cosine 1,1 --method fd --points 64", 0),
    ("--cosine 1,1 --method fd --points 64 --tolerance 1e-10", 70), ("--cosine 1,1", 0),
    ("--cosine 1,1 --tolerance 1e-18", 70), ("--potential abs(sin(phi/2))", 70),
  ])
  func theToleranceIsJudged(line: String, status: Int32) throws {
    let outcome = try Executable.run("ring \(line) --format json")
    #expect(outcome.status == status, "\(outcome.errors)")
    let spectrum = try Executable.decode(outcome.output)
    #expect(spectrum.count == 6 && spectrum.isComplete == (status == 0))
    #expect(spectrum.notes.contains { $0.contains("wider than the tolerance") } == (status == 70))
  }

  /// A current that vanishes by symmetry is printed as 0, not as rounding.
  @Test func noiseIsZero() throws {
    let table = try Executable.run("ring --flux 0.5 --cosine 1,1 --electrons 4").output
    let currents = table.split(separator: "\n").filter { $0.contains("rigorous") }
    #expect(currents.count == 6 && currents.allSatisfy { $0.split(separator: " ").last == "0" })
    #expect(table.contains("total current  0 "))
    #expect(try Executable.run("ring --states 1").output.contains(" 0   0 "))
  }
}
