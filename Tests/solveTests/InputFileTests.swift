import FewBody
import Testing

/// `--potential-file`: tables that can be read, and what is said of those that cannot.
@Suite struct InputFileTests {
  /// V = x^2/2 on [-9, 9], whose levels at m = 1 are k + 1/2.
  private static func oscillator(
    lineEnd: String = "\n",
    positions: some Sequence<Double> = stride(from: -9.0, through: 9, by: 0.125)
  ) -> String {
    "x,V" + lineEnd + positions.map { "\($0),\($0 * $0 / 2)" + lineEnd }.joined()
  }

  @Test(arguments: ["ascending", "descending", "carriage returns", "uneven"])
  func aTableIsRead(kind: String) throws {
    let even = Array(stride(from: -9.0, through: 9, by: 0.125))
    let text =
      switch kind {
      case "descending": Self.oscillator(positions: even.reversed())
      case "carriage returns": Self.oscillator(lineEnd: "\r\n", positions: even)
      case "uneven": Self.oscillator(positions: even.map { $0 * (1 + $0 * $0 / 400) })
      default: Self.oscillator(positions: even)
      }
    let folder = try Scratch()
    let path = try folder.write(text, to: "oscillator.csv")
    let outcome = try Executable.run(
      "pair --dim 1 --potential-file \(path) --reduced-mass 1 --states 3 --format json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for level in try Executable.decode(outcome.output) {
      #expect(abs(level.energy.hartree - Double(level.index) - 0.5) < 1e-6)
      #expect(level.certainty.word == "estimate")
    }
  }

  @Test(arguments: [
    ("x,V\n0,1\n1,2\n1,3\n2,4\n3,5\n", "line 4"), ("x,V\n0,1\n1,abc\n2,4\n3,5\n", "line 3"),
    ("x,V\n0,1\n1,nan\n2,4\n3,5\n", "line 3"), ("x,V\n0,1\n2,1\n1,1\n3,1\n", "line 4"),
    ("x,V\n0,1\n", ""), ("0,1\n1,2\n2,3\n3,4\n", "x,V"), ("", ""), ("x,V\n", ""),
    ("x,V\n0,1,2\n1,2,3\n2,3,4\n", "line 2"),
  ])
  func badDataNameTheLine(text: String, place: String) throws {
    let folder = try Scratch()
    let path = try folder.write(text, to: "bad.csv")
    let outcome = try Executable.run("pair --dim 1 --potential-file \(path)")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("Error: --potential-file "))
    #expect(outcome.errors.contains("bad.csv"))
    #expect(place.isEmpty || outcome.errors.contains(place), "\(outcome.errors)")
  }

  @Test func anAbsentFileIsNamed() throws {
    let folder = try Scratch()
    let outcome = try Executable.run("pair --dim 1 --potential-file \(folder.path("absent.csv"))")
    #expect(outcome.status == 66)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("Error: --potential-file "))
    #expect(outcome.errors.contains("absent.csv"))
  }

  @Test func aFolderIsNoTable() throws {
    let folder = try Scratch()
    let outcome = try Executable.run("pair --dim 1 --potential-file \(folder.path("."))")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("directory"))
  }

  @Test func theBoxMustLieWithinTheTable() throws {
    let folder = try Scratch()
    let even = stride(from: -9.0, through: 9, by: 0.125)
    let path = try folder.write(Self.oscillator(positions: even), to: "oscillator.csv")
    let wide = try Executable.run("pair --dim 1 --potential-file \(path) --extent 50")
    #expect(wide.status == 64)
    #expect(wide.errors.hasPrefix("Error: --extent is 50"))
    #expect(try Executable.run("pair --dim 1 --potential-file \(path) --extent 5").status == 0)
    let both = try Executable.run("pair --dim 1 --potential-file \(path) --kernel soft")
    #expect(both.status == 64)
  }
}
