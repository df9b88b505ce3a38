import FewBody
import Foundation
import Testing

/// `solve electrons`, `solve collective` and `solve london` as the contract has them.
@Suite struct ElectronsTests {
  private func spectrum(_ line: String) throws -> Spectrum {
    let outcome = try Executable.run("\(line) --format json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONDecoder().decode(Spectrum.self, from: Data(outcome.output.utf8))
  }

  private func object(_ line: String) throws -> [String: Any] {
    let outcome = try Executable.run("\(line) --format json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require(json as? [String: Any])
  }

  @Test func ringium() throws {
    let found = try spectrum("electrons --radius 0.5 --spin 0 --states 1")
    #expect((found[0].energy.hartree - 2.25).magnitude < 1e-11)
    #expect(found.isComplete && found[0].labels["S"] == .integer(0))
    #expect(found.system["name"] == .word("electrons"))
  }

  @Test func threeElectronsByDefault() throws {
    let found = try spectrum("electrons --count 3 --radius 2 --thickness 0.5 --total-momentum 1")
    #expect(found.count == 3)
    #expect(found.allSatisfy { $0.labels["J"] == .integer(1) && $0.current != nil })
  }

  @Test func sweepOverAllMomenta() throws {
    let found = try spectrum(
      "electrons --count 3 --spin polarized --total-momentum all --flux 0:1:5 --tolerance 1e-6")
    let points = try #require(found.sweep)
    #expect(points.map(\.flux) == [0, 0.25, 0.5, 0.75, 1])
    let (first, last) = (try #require(points.first), try #require(points.last))
    #expect(first.totalEnergy == last.totalEnergy)
    let current = try #require(points[1].totalCurrent)
    let expected = -0.75 / (2 * Double.pi)
    #expect((current - expected).magnitude < 1e-9)
  }

  @Test func collective() throws {
    let found = try object("collective --electrons 10 --ratio 0.1")
    let values = try #require(found["eigenvalues"] as? [Double])
    let first = try #require(values.first)
    #expect((first - 1.298958615993564415).magnitude < 1e-14)
    let critical = try #require(found["critical"] as? Double)
    #expect((critical - 0.476058).magnitude < 1e-6)
  }

  @Test func london() throws {
    let found = try object("london --radius 10mm")
    let electrons = try #require(found["electrons"] as? Double)
    #expect((electrons / 1.064607e13 - 1).magnitude < 1e-6)
  }

  @Test(arguments: [
    ("electrons --count 9", "--count", "9"), ("electrons --spin 3/2", "--spin", "3/2"),
    ("electrons --spin up", "--spin", "up"), ("electrons --count 3 --spin 1", "--spin", "1"),
    ("electrons --total-momentum x", "--total-momentum", "x"),
    ("electrons --thickness 1e-5 --interaction both", "--thickness", "r_e"),
    ("electrons --count 6 --thickness 1 --waves 60", "determinants", "GiB"),
    ("electrons --count 3 --thickness 1 --degree 5", "--method", "gaps"),
    ("electrons --waves 5 --method gaps", "--waves", "5"),
    (
      "electrons --count 3 --thickness 1 --interaction both --darwin-breit exact",
      "--darwin-breit", "exact"
    ),
    ("electrons --crossover 1,x", "--crossover", "lengths"),
    ("electrons --crossover 1 --flux 0.2", "--crossover", "without --flux"),
    ("collective --electrons 10", "--ratio", "missing"),
    ("collective --electrons 1 --ratio 1", "--electrons", "1"),
    ("collective --positions 0,0 --ratio 1", "--positions", "differ"),
    ("london --radius 0", "--radius", "0"), ("london --dimension 1", "--dimension", "1"),
  ])
  func aValueThatCannotBe(line: String, flag: String, value: String) throws {
    let outcome = try Executable.run(line)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    let first = try #require(outcome.errorLines.first)
    #expect(first.hasPrefix("Error: ") && first.contains(flag) && first.contains(value), "\(first)")
  }

  @Test func picturesAndArrays() throws {
    let folder = try Scratch()
    for (line, name) in [
      ("electrons --radius 1 --plot", "density.svg"),
      ("electrons --count 2 --total-momentum all --flux 0:1:21 --plot", "flux.svg"),
      ("electrons --thickness 0.5 --crossover 1,4 --waves 12 --plot", "crossover.svg"),
      ("collective --electrons 20 --ratio 0.1 --plot", "eigenvalues.svg"),
      ("electrons --count 3 --spin polarized --tolerance 1e-6 --output", "electrons.npz"),
    ] {
      let path = folder.path(name)
      let outcome = try Executable.run("\(line) \(path)")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(FileManager.default.fileExists(atPath: path))
    }
  }
}
