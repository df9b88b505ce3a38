import Testing

/// Requests that make no sense: exit 64, one line that names the flag, its value and the remedy.
@Suite struct UsageErrorTests {
  @Test(arguments: [
    ("--charge nan", "--charge", "nan"), ("--charge -1", "--charge", "-1"),
    ("--charge 0", "--charge", "0"), ("--charge 1nm", "--charge", "1nm"),
    ("--thickness -80nm", "--thickness", "-"), ("--thickness 0", "--thickness", "0"),
    ("--thickness 1.2eV", "--thickness", "1.2eV"), ("--thickness inf", "--thickness", "inf"),
    ("--reduced-mass 0", "--reduced-mass", "0"), ("--states 0", "--states", "0"),
    ("--states -1", "--states", "-1"), ("--states 2.5", "--states", "2.5"),
    ("--threads 0", "--threads", "0"), ("--repeat 0", "--repeat", "0"),
    ("--tolerance 0", "--tolerance", "0"), ("--tolerance nan", "--tolerance", "nan"),
    ("--extent -5", "--extent", "-5"), ("--method fd --order 5", "--order", "5"),
    ("--method fd --points 3", "--points", "3"), ("--method fft --points 2", "--points", "2"),
    ("--method dvr", "--method", "dvr"), ("--kernel yukawa", "--kernel", "yukawa"),
    ("--units joule", "--units", "joule"), ("--format xml", "--format", "xml"),
    ("--material Unobtainium", "--material", "Unobtainium"),
    ("--material Au --coupling strong", "--coupling", "strong"),
    ("--output levels.txt", "--output", "levels.txt"), ("--plot levels.pdf", "--plot", ".pdf"),
    ("--potential x*", "--potential", "x*"), ("--potential y^2", "--potential", "y"),
    ("--potential 1/x --extent 3", "--potential", "x = 0"),
    ("--potential x^2 --reduced-mass -2 --extent 3", "--reduced-mass", "-2"),
    ("--potential cos(x)", "--extent", "not given"), ("--potential x", "--extent", "not given"),
    ("--kernel ring --thickness 1e-5", "--thickness", "electron radius"),
    ("--bogus", "--bogus", "--bogus"),
  ])
  func aValueThatCannotBe(line: String, flag: String, value: String) throws {
    let outcome = try Executable.run("pair --dim 1 \(line)")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    let first = try #require(outcome.errorLines.first)
    #expect(first.hasPrefix("Error: "))
    #expect(first.contains(flag) && first.contains(value), "\(first)")
    #expect(outcome.errorLines.count == 2 && outcome.errorLines[1].hasPrefix("Usage: "))
  }

  @Test(arguments: [
    "--charge", "--thickness", "--reduced-mass", "--tolerance", "--extent", "--states",
    "--threads", "--repeat", "--material", "--potential", "--output", "--plot", "--format",
  ])
  func anEmptyValue(flag: String) throws {
    let outcome = try Executable.run(["pair", "--dim", "1", flag, ""])
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.first?.contains(flag) == true, "\(outcome.errors)")
  }

  @Test(arguments: [
    "--material Au --charge 1", "--coupling ring", "--material Au --kernel ring", "--radius 5",
    "--momentum 1", "--ordering 1", "--kernel soft --radius 5", "--potential x^2 --kernel soft",
    "--potential x^2 --charge 1", "--potential x^2 --thickness 1", "--potential x^2 --material Au",
    "--order 4", "--points 100", "--method fft --order 4", "--kernel ring --extent 5",
  ])
  func flagsThatContradictEachOther(line: String) throws {
    let outcome = try Executable.run("pair --dim 1 \(line)")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("accepted: "), "\(outcome.errors)")
  }

  @Test(arguments: ["--states 1000000000", "--method fd --points 1000000000"])
  func aRequestTooBigForMemoryStatesItsSize(line: String) throws {
    let outcome = try Executable.run("pair --dim 1 \(line)")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("would need") && outcome.errors.contains("GiB"))
  }

  @Test(arguments: ["pair --dim 2", "pair --dim x", "pair", "pairs", "help pairs", "--bogus"])
  func aCommandThatIsNone(line: String) throws {
    let outcome = try Executable.run(line)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.filter { $0.hasPrefix("Error: ") }.count == 1)
  }

  @Test func aLineBreakInAValueStaysOnOneLine() throws {
    let outcome = try Executable.run(["pair", "--dim", "1", "--material", "A\nError: u"])
    #expect(outcome.status == 64)
    #expect(outcome.errorLines.filter { $0.hasPrefix("Error: ") }.count == 1)
  }
}
