import FewBody
import Foundation
import Testing

/// `solve interaction`: the contract's JSON, and errors that name their flag.
@Suite struct InteractionTests {
  private func object(_ line: String) throws -> [String: Any] {
    let outcome = try Executable.run("interaction \(line) --format json")
    #expect(outcome.status == 0, "\(line): \(outcome.errors)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  struct Expected: Sendable {
    let line: String
    let key: String
    let value: Double
    var isAmpere = false
  }

  static let contractCases: [Expected] = [
    .init(line: "--first 1s --second 1s --channel coulomb", key: "direct", value: 0.625),
    .init(line: "--first 1s --second 2s --charge 3", key: "exchange", value: 16.0 / 243),
    .init(
      line: "--first 2p+1 --second 2p+1 --channel ampere", key: "direct", value: 7.0 / 1536,
      isAmpere: true),
    .init(
      line: "--first 1s --second 2p0 --channel ampere", key: "exchange", value: 160.0 / 6561,
      isAmpere: true),
    .init(
      line: "--first 1s --second 2p --channel ampere --gauge literal", key: "exchange",
      value: 223.0 / 6561, isAmpere: true),
    .init(line: "--first 1s --screening 0.5", key: "direct", value: 0.3104),
  ]

  @Test(arguments: contractCases)
  func contract(case: Expected) throws {
    let found = try #require(try object(`case`.line)[`case`.key] as? Double)
    let alpha = Constants.fineStructure
    let exact = `case`.isAmpere ? `case`.value * alpha * alpha : `case`.value
    #expect((found - exact).magnitude < 1e-12 * exact)
  }

  @Test func envelope() throws {
    let result = try object("--first 1s --second 2p --repeat 2")
    #expect(result["schema"] as? String == "few-body/interaction/1")
    #expect((result["system"] as? [String: Any])?["second"] as? String == "2p0")
    #expect(result["complete"] as? Bool == true)
    #expect((result["solveSeconds"] as? [Double])?.count == 2)
  }

  @Test func tableOfAShell() throws {
    let rows = try #require(try object("--orbitals 1s,2p")["parameters"] as? [[String: Any]])
    #expect(rows.count == 10)
    #expect(rows[0]["coulombExchange"] == nil)
    let text = try Executable.run("interaction --orbitals 1s,2p --units eV").output
    #expect(text.contains("2p-1") && text.contains("E_S - E_T") && text.contains("in eV"))
    let csv = try Executable.run("interaction --orbitals 1s,2p --format csv").output
    #expect(csv.split(separator: "\n").count == 11)
  }

  @Test func otherSystems() throws {
    let grid = try #require(
      try object("--first 1s --method grid --points 48 --extent 8.5")["direct"] as? Double)
    #expect((grid - 0.625).magnitude < 1e-4)
    let pair = try #require(
      try object("--system pair --reduced-mass 1 --first 0 --second 0")["direct"] as? Double)
    #expect((pair - 0.625).magnitude < 1e-12)
    let ring = try object("--system ring --radius 2 --flux 0.2 --orbitals 0,1")
    #expect((ring["parameters"] as? [Any])?.count == 3)
    let tin = try object("--material Sn --phonon-coupling 0.1eV")
    let alpha = try #require((tin["estimates"] as? [String: Any])?["alpha1"] as? Double)
    #expect((alpha - 17.5794).magnitude < 1e-4)
  }

  @Test func dynamicKernelOfAMetal() throws {
    let copper = try object("--material Cu --wave-number 0 --frequency 0")
    let estimates = try #require(copper["estimates"] as? [String: Any])
    let pole = try #require(estimates["pole"] as? Double)
    let kernel = try #require(estimates["kernel"] as? Double)
    // V_J(0, 0) = -2 pi/Omega^2, and the ions add 8.633e-6 to omega_p^2.
    #expect((kernel + 2 * Double.pi / (pole * pole)).magnitude < 1e-12 * kernel.magnitude)
    let plasma = try #require(estimates["plasmaEnergyElectronvolts"] as? Double)
    let whole = try #require(estimates["poleElectronvolts"] as? Double)
    #expect((whole * whole / (plasma * plasma) - 1 - 8.633e-6).magnitude < 1e-9)
  }

  static let refusals: [(String, String)] = [
    ("--first 1p", "first"), ("--second 2p+2", "second"), ("--screening -1", "screening"),
    ("--charge 0", "charge"), ("--orbitals 1s,3f", "orbitals"),
    ("--first 2p+1 --orbitals 1s", "orbitals"),
    ("--channel weak", "channel"), ("--points 32", "points"),
    ("--plasma-energy -1 --channel ampere", "plasma-energy"),
    ("--method grid --points 31", "points"), ("--system ring --thickness 0", "thickness"),
    ("--system pair --first 1s", "first"), ("--material Xx", "material"),
    ("--phonon-coupling 1", "phonon-coupling"), ("--wave-number 1", "wave-number"),
    ("--material Cu --first 1s", "material"), ("--material Cu --frequency 1", "frequency"),
    ("--material Cu --wave-number -1", "wave-number"),
    ("--output a.npz", "output"), ("--screening 1e9", "screening"),
    ("--orbitals 1s --plot x.txt", "plot"),
  ]

  @Test(arguments: refusals)
  func errorsNameTheFlag(line: String, flag: String) throws {
    let outcome = try Executable.run("interaction \(line)")
    #expect(outcome.status == 64, "\(line)")
    #expect(outcome.output.isEmpty)
    let first = try #require(outcome.errorLines.first)
    #expect(first.hasPrefix("Error:") && first.contains(flag), "\(first)")
  }

  @Test func examplesRun() throws {
    let text = try Executable.run("help interaction").output
    let examples = text.split(separator: "\n").filter { $0.hasPrefix("  solve interaction ") }
    #expect(examples.count == 9)
    for example in examples {
      let words = example.split(separator: " ").dropFirst().map(String.init)
      #expect(try Executable.run(words).status == 0, "\(example)")
    }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }
}
