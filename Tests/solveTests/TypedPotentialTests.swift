import FewBody
import Testing

/// `--potential`: expressions between walls, given or found, against closed forms.
@Suite struct TypedPotentialTests {
  private func solve(_ expression: String, _ more: String) throws -> Spectrum {
    let outcome = try Executable.run(
      ["pair", "--dim", "1", "--potential", expression, "--format", "json"]
        + more.split(separator: " ").map(String.init))
    #expect(outcome.status == 0, "\(expression): \(outcome.errors)")
    return try Executable.decode(outcome.output)
  }

  @Test func anOscillatorFindsItsOwnWalls() throws {
    let spectrum = try solve("x^2/2", "--reduced-mass 1 --states 8")
    #expect(spectrum.count == 8)
    for level in spectrum { #expect(abs(level.energy.hartree - Double(level.index) - 0.5) < 1e-10) }
    // L is a number of two digits, printed as such.
    guard case .number(let extent) = spectrum.system["extent"] else {
      Issue.record("no extent in the system")
      return
    }
    #expect("\(extent)".count <= 4, "\(extent)")
  }

  @Test func aBoundWellFindsItsOwnWalls() throws {
    let spectrum = try solve("-1/cosh(x)^2", "--reduced-mass 1 --states 1")
    #expect(abs(spectrum[0].energy.hartree + 0.5) < 1e-10)
  }

  @Test func aWellFarFromTheOriginIsSeen() throws {
    let centred = try solve("(x^2-9)^2/20", "--reduced-mass 1 --states 3 --extent 12")
    let found = try solve("(x^2-9)^2/20", "--reduced-mass 1 --states 3")
    for (a, b) in zip(centred, found) { #expect(abs(a.energy.hartree - b.energy.hartree) < 1e-9) }
    let shifted = try solve("(x-20)^2/2", "--reduced-mass 1 --states 3")
    for level in shifted { #expect(abs(level.energy.hartree - Double(level.index) - 0.5) < 1e-9) }
  }

  @Test func hardWallsMakeABox() throws {
    let spectrum = try solve("0", "--extent 3 --reduced-mass 1 --states 4")
    #expect(spectrum.threshold == nil)
    for level in spectrum {
      let wave = Double(level.index + 1) * Double.pi / 6
      #expect(abs(level.energy.hartree - wave * wave / 2) < 1e-11)
    }
  }

  @Test func anExpressionIsAnEstimateWithItsReason() throws {
    for level in try solve("abs(x)", "--reduced-mass 0.5 --states 2") {
      guard case .estimate(let because) = level.certainty else {
        Issue.record("an expression cannot be rigorous")
        continue
      }
      #expect(because.contains("black box"))
    }
    // The zero of Ai' gives the even ground state of -d2/dx2 + |x|.
    let ground = try solve("abs(x)", "--reduced-mass 0.5 --states 1")[0].energy.hartree
    #expect(abs(ground - 1.018792971647471) < 1e-10)
  }
}
