import Testing

/// Rings that cannot be: exit code, one line that names flag, value and remedy, nothing on stdout.
@Suite struct RingErrorTests {
  @Test(arguments: [
    ("--flux 1:0:5", "--flux", "reversed"), ("--flux 0:0:5", "--flux", "empty"),
    ("--flux 0:1:1", "--flux", "0.0:1.0:1"), ("--flux 0:1", "--flux", "0:1"),
    ("--flux x", "--flux", "x"), ("--flux 0:1:100000000000", "--flux", "GiB"),
    ("--cosine 0.3,1.5", "--cosine", "1.5"), ("--cosine 0.3", "--cosine", "0.3"),
    ("--boundary klein", "--boundary", "klein"), ("--boundary twist:x", "--boundary", "twist:x"),
    ("--potential phi", "--potential", "2 pi"), ("--potential x", "--potential", "phi"),
    ("--mass 0", "--mass", "0"), ("--radius -1nm", "--radius", "-"),
    ("--temperature 1K", "--temperature", "--electrons"), ("--electrons 0", "--electrons", "0"),
    ("--electrons 2 --temperature -1K", "--temperature", "-"),
    ("--electrons 2 --spin-degeneracy 3", "--spin-degeneracy", "3"),
    ("--disorder 1,0,3", "--disorder", "1,0,3"), ("--disorder 1,5,-1", "--disorder", "1,5,-1"),
    ("--points 5", "--points", "5"), ("--points 1000000000", "--points 1000000000", "GiB"),
    ("--method fd --points 3", "--points", "3"), ("--order 4", "--order", "fd"),
    ("--method fd --order 5", "--order", "5"), ("--method spectral --points 9", "--points", "9"),
    ("--states 0", "--states", "0"), ("--rashba nan", "--rashba", "nan"),
    ("--experiment mailly-1993", "--experiment", "levy-1990"),
    ("--experiment levy-1990 --plot a.svg", "--plot", "given"),
    ("--experiment levy-1990 --flux 0.2", "--flux", "given"), ("--zeeman 1nm", "--zeeman", "1nm"),
    ("--tolerance 0", "--tolerance", "0"), ("--zeeman 1e30", "--zeeman", "1e+30"),
    ("--cosine 1e308,1 --cosine 1e308,1", "--cosine", "beyond"),
    ("--potential 1e300*cos(phi)", "--potential", "1e12"),
    ("--radius 1e-90", "--radius", "1/2mR^2"),
    ("--cosine 1e9,1", "--cosine, ", "GiB"), ("--rashba 1e4", "--rashba 10000.0, ", "GiB"),
    ("--electrons 2 --temperature 1e300", "--temperature", "levels"),
    ("--flux 0:1:1e3", "--flux", "1e3"), ("--boundary twist:inf", "--boundary", "twist:inf"),
    ("--potential cos(phi/3) --boundary spinor", "--potential", "4 pi"),
  ])
  func aValueThatCannotBe(line: String, flag: String, value: String) throws {
    let outcome = try Executable.run("ring \(line)")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    let first = try #require(outcome.errorLines.first)
    #expect(first.hasPrefix("Error: "))
    #expect(first.contains(flag) && first.contains(value), "\(first)")
    #expect(outcome.errorLines.count == 2 && outcome.errorLines[1].hasPrefix("Usage: solve ring"))
  }

  @Test(arguments: [
    ("x,V\n0,1\n1,2\n", "phi,V"), ("phi,V\n0,1\n1,2\n2,3\n3,4\n4,5\n5,6\n6,7\n7,8\n", "one turn"),
    ("phi,V\n0,1\n3,2\n6,3\n", "8 angles"),
  ])
  func aTableThatIsNoRing(text: String, words: String) throws {
    let folder = try Scratch()
    let path = try folder.write(text, to: "ring.csv")
    let outcome = try Executable.run("ring --potential-file \(path)")
    #expect(outcome.status == 65)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("Error: --potential-file "))
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }

  @Test func everyFlagIsExplainedAndTheExamplesRun() throws {
    let help = try Executable.run("help ring").output
    for flag in [
      "flux", "boundary", "radius", "mass", "cosine", "potential", "potential-file", "disorder",
      "rashba", "zeeman", "electrons", "temperature", "spin-degeneracy", "method", "order",
      "points", "tolerance", "experiment", "states", "plot",
    ] {
      #expect(help.contains("\n  --\(flag) "), "\(flag)")
    }
    let examples = help.split(separator: "\n").filter { $0.hasPrefix("  solve ring ") }
    #expect(examples.count >= 7)
    for example in examples where !example.contains("--plot") {
      let words = example.replacing("'", with: "").split(separator: " ").dropFirst().map(
        String.init)
      #expect(try Executable.run(words).status == 0, "\(example)")
    }
  }
}
