import Testing

@testable import FewBody

/// What cannot be is a typed error that names the flag.
@Suite struct InteractionErrorTests {
  @Test(arguments: [
    "1p", "2d", "2p+2", "3d-3", "1s+1", "0s", "s", "", "2x", "2p+", "2p1.5", "61s", "-1s", "2p+-1",
  ])
  func impossibleOrbitals(name: String) throws {
    let error = #expect(throws: FewBodyError.self) {
      try HydrogenicOrbital(named: name, flag: "first")
    }
    guard case .invalid(let parameter) = error else {
      Issue.record("not .invalid: \(String(describing: error))")
      return
    }
    #expect(parameter.name == "first")
    #expect(parameter.value == "'\(name)'")
    #expect(!parameter.accepted.isEmpty)
  }

  @Test(arguments: ["1s", "2p0", "2p+1", "2p-1", "3d+2", "10m-9"])
  func namesAreReadAndWritten(name: String) throws {
    #expect(try HydrogenicOrbital(named: name).name == name)
  }

  @Test func aShellStandsForItsOrbitals() throws {
    let names = try HydrogenicOrbital.list("1s,2p,3d+1").map(\.name)
    #expect(names == ["1s", "2p-1", "2p0", "2p+1", "3d+1"])
    #expect(throws: FewBodyError.self) { try HydrogenicOrbital.list("1s,2p,2p0") }
    #expect(throws: FewBodyError.self) { try HydrogenicOrbital.list("1s,,2p") }
  }

  @Test(arguments: [-1, -1e-300, .nan, .infinity])
  func impossibleScreening(screening: Double) {
    let error = #expect(throws: FewBodyError.self) {
      try ElectronInteraction(.coulomb, screening: screening)
    }
    guard case .invalid(let parameter) = error else {
      Issue.record("not .invalid")
      return
    }
    #expect(parameter.name == "screening")
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e9])
  func impossibleCharges(charge: Double) {
    #expect(throws: FewBodyError.self) { try HydrogenicOrbital(named: "1s", charge: charge) }
  }

  /// Beyond the elements that a mesh may have: an error with the largest lambda, which then works.
  @Test func tooShortAScreeningLength() throws {
    let orbital = try ClosedForm.orbital("1s")
    let error = #expect(throws: FewBodyError.self) {
      try orbital.interaction(ElectronInteraction(.coulomb, screening: 1e9), with: orbital)
    }
    guard case .invalid(let parameter) = error else {
      Issue.record("not .invalid")
      return
    }
    #expect(parameter.name == "screening")
    #expect(parameter.accepted.contains("at most"))
  }

  @Test func unequalMasses() throws {
    let (a, b) = (
      CentralOrbital(try HydrogenicOrbital(n: 1, l: 0, m: 0)),
      CentralOrbital(try HydrogenicOrbital(n: 1, l: 0, m: 0, mass: 2))
    )
    #expect(throws: FewBodyError.self) {
      try a.interaction(ElectronInteraction(.coulomb), with: b)
    }
  }
}
