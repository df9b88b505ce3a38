import Foundation
import Testing

/// `solve response` and `solve dipoles` as processes.
@Suite struct ResponseCommandTests {
  private static func object(_ line: String) throws -> [String: Any] {
    let outcome = try Executable.run("\(line) --format json")
    #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }

  @Test func theContractsKeys() throws {
    let medium = try ResponseCommandTests.object(
      "response left-handed --assignment A --background -1 --strength 0.001 --frequency 1.0002")
    #expect(abs(try #require(medium["index"] as? Double) + 2) < 1e-11)
    #expect(abs(try #require(medium["reflectance"] as? Double) - 1.0 / 9) < 1e-11)
    let helix = try ResponseCommandTests.object(
      "response helix --radius 2 --pitch 0.5 --turns 1 --states 40")
    let lines = try #require(helix["transitions"] as? [[String: Any]])
    #expect(lines.count == 780)
    let sums = try #require(helix["sums"] as? [String: Double])
    #expect(abs((sums["oscillatorStrength"] ?? 0) - 1) < 1e-3)
    let dipoles = try ResponseCommandTests.object(
      "dipoles --frequencies 1,1.2 --separation 4 --states 4")
    #expect((dipoles["levels"] as? [Any])?.count == 4)
    let couplings = try #require(dipoles["couplings"] as? [[String: Any]])
    #expect(couplings.compactMap { $0["term"] as? String }.count == 5)
    let schemas = [medium, helix, dipoles].compactMap { $0["schema"] as? String }
    #expect(Set(schemas).count == 3)
  }

  @Test(arguments: [
    ("dipoles --separation 0", "--separation"), ("dipoles --frequencies -1,1", "--frequencies"),
    ("dipoles --frequencies 1", "--frequencies"), ("dipoles --moment 1e200", "--moment"),
    ("response left-handed --assignment B --frequency 0.999", "--frequency"), ("response", "helix"),
    ("dipoles --frequencies 0,0 --plot a.svg", "--frequencies"),
    ("response left-handed --frequency 1", "--frequency"),
    ("response left-handed --frequency -1", "--frequency"),
    ("response left-handed --strength 0", "--strength"),
    ("response helix --radius 0", "--radius"), ("response helix --turns -1", "--turns"),
    ("response helix --damping 0.1", "--damping"),
    ("response helix --frequency -1", "--frequency"),
    ("response helix --frequency 0.1 --damping -1", "--damping"),
    ("response helix --frequency 0.1 --density -1", "--density"),
    ("response helix --frequency 0.1 --temperature -5K", "--temperature"),
    ("dipoles --dipoles-file a.json --moment 2", "--moment"),
    ("dipoles --frequencies 1\(String(repeating: ",1", count: 44))", "GiB"),
    ("response helix --states 1", "--states"), ("response helix --states 401", "--states"),
  ])
  func whatCannotBe(line: String, flag: String) throws {
    let outcome = try Executable.run(line)
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    #expect(outcome.errorLines.first?.contains(flag) == true, "\(outcome.errors)")
    #expect(outcome.errorLines.first?.hasPrefix("Error: ") == true)
  }

  /// At a line's own energy, without damping and with it.
  @Test func atThePole() throws {
    let helix = try ResponseCommandTests.object("response helix --states 4")
    let line = try #require((helix["transitions"] as? [[String: Any]])?.first)
    let energy = try #require(line["energy"] as? Double)
    let bare = try Executable.run("response helix --states 4 --frequency \(energy)")
    #expect(bare.status == 64 && bare.output.isEmpty)
    #expect(bare.errorLines.first?.contains("damping above 0") == true, "\(bare.errors)")
    let damped = try ResponseCommandTests.object(
      "response helix --states 4 --frequency \(energy) --damping 1e-3 --temperature 300K")
    let wave = try #require(damped["wave"] as? [String: Any])
    let index = try #require(wave["indexPlus"] as? [Double])
    #expect(index.count == 2 && index[1] > 0)
    for format in ["table", "csv"] {
      let text = try Executable.run(
        "response helix --states 4 --frequency 0.05 --format \(format)")
      #expect(text.status == 0 && text.output.contains("permittivity"))
    }
  }

  private static let spin = """
    {"energies": [0, 0], "moments": {"x": [[0, 1], [1, 0]], "y": [[0, [0, -1]], [[0, 1], 0]], \
    "z": [[1, 0], [0, -1]]}, "position": [0, 0, Z]}
    """

  private static func file(_ dipoles: [String], in folder: Scratch) throws -> String {
    let path = folder.path("dipoles.json")
    let text = "{\"kind\": \"electric\", \"dipoles\": [\(dipoles.joined(separator: ", "))]}"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// Two spins 1/2 at r = 2: -2/r^3 twice, 0 and 4/r^3.
  @Test func dipolesFromAFile() throws {
    let folder = try Scratch()
    let path = try Self.file(
      [0, 2].map { Self.spin.replacingOccurrences(of: "Z", with: "\($0)") }, in: folder)
    let answer = try ResponseCommandTests.object("dipoles --dipoles-file \(path) --states 4")
    let levels = try #require(answer["levels"] as? [[String: Any]])
    let energies = levels.compactMap { $0["energy"] as? Double }
    for (a, b) in zip(energies, [-0.25, -0.25, 0, 0.5]) { #expect(abs(a - b) < 1e-14) }
    #expect(energies.count == 4 && levels.first?["multiplicity"] as? Int == 2)
  }

  @Test func filesThatCannotBe() throws {
    let folder = try Scratch()
    let good = Self.spin.replacingOccurrences(of: "Z", with: "0")
    let far = Self.spin.replacingOccurrences(of: "Z", with: "2")
    for (dipoles, word) in [
      (
        [good, far.replacingOccurrences(of: "[0, 1], [1, 0]", with: "[0, 1], [2, 0]")], "Hermitian"
      ),
      ([good, good], "separation"), ([good], "two dipoles"),
      ([good, far.replacingOccurrences(of: "\"energies\": [0, 0], ", with: "")], "energies"),
      ([good, far.replacingOccurrences(of: "[0, 1], [1, 0]", with: "[0, 1]")], "rows"),
      ([good, far.replacingOccurrences(of: "[0, -1]", with: "[0, -1, 3]")], "3 parts"),
      (["nonsense"], "dipoles.json"),
    ] {
      let path = try Self.file(dipoles, in: folder)
      let outcome = try Executable.run("dipoles --dipoles-file \(path)")
      #expect(outcome.status == 65 && outcome.output.isEmpty, "\(word)")
      let line = outcome.errorLines.first ?? ""
      #expect(line.hasPrefix("Error: --dipoles-file") && line.contains(word), "\(line)")
    }
    let absent = try Executable.run("dipoles --dipoles-file \(folder.path("absent.json"))")
    #expect(absent.status == 66 && absent.errors.contains("absent.json"))
  }

  @Test func archives() throws {
    let folder = try Scratch()
    for (line, array) in [
      ("dipoles --frequencies 0.5,0.6", "against_distance.npy"),
      ("response helix", "rotation.npy"), ("response left-handed", "reflectance.npy"),
    ] {
      let path = folder.path("a.npz")
      let outcome = try Executable.run("\(line) --output \(path)")
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(data.prefix(2) == Data("PK".utf8) && data.range(of: Data(array.utf8)) != nil)
      let unwritable = try Executable.run("\(line) --output \(folder.path("absent/a.npz"))")
      #expect(unwritable.status == 73 && unwritable.output.isEmpty)
    }
  }
}
