import FewBody
import Testing

/// Values as a person types them: units, minus signs, names in any case.
@Suite struct TypedValueTests {
  @Test func lengthsTakeUnits() throws {
    let energy = { (thickness: String) in
      try Executable.spectrum("--thickness \(thickness) --states 1")[0].energy.hartree
    }
    let reference = try energy("80nm")
    for same in ["0.08um", "800A", "8e-5mm", "8e-8m"] {
      #expect(abs(try energy(same) - reference) <= 1e-12 * abs(reference), "\(same)")
    }
    let bohr = try Executable.spectrum("--thickness 80nm --states 1").system["thickness"]
    guard case .number(let thickness) = bohr else {
      Issue.record("no thickness in the system")
      return
    }
    #expect(abs(thickness - 80 / 0.0529177210544) < 1e-6)
  }

  @Test func valuesMayBeginWithAMinusSign() throws {
    let well = try Executable.run([
      "pair", "--dim", "1", "--potential", "-1/cosh(x)^2", "--extent", "20", "--reduced-mass",
      "1", "--states", "1", "--format", "json",
    ])
    #expect(well.status == 0)
    #expect(abs(try Executable.decode(well.output)[0].energy.hartree + 0.5) < 1e-10)
    for flag in ["--charge", "--thickness", "--reduced-mass", "--tolerance", "--extent"] {
      let outcome = try Executable.run("pair --dim 1 \(flag) -1.5")
      #expect(outcome.status == 64)
      #expect(outcome.errors.hasPrefix("Error: \(flag) is -1.5"), "\(outcome.errors)")
    }
    for flag in ["--kernel", "--method", "--format", "--units", "--material", "--plot"] {
      let outcome = try Executable.run("pair --dim 1 \(flag) -x")
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("-x"), "\(outcome.errors)")
      #expect(!outcome.errors.contains("Missing value"), "\(outcome.errors)")
    }
  }

  @Test func metalsHaveSymbolsAndNames() throws {
    let energies = try ["Au", "au", "gold"].map {
      try Executable.spectrum("--material \($0) --states 1")[0].energy
    }
    #expect(energies[0] == energies[1] && energies[1] == energies[2])
    let charges = try ["average", "ring", "fermi"].map { coupling -> Double in
      let system = try Executable.spectrum("--material Au --coupling \(coupling) --states 1").system
      guard case .number(let charge) = system["charge"] else { return .nan }
      return charge
    }
    #expect(abs(charges[0] / charges[1] - 2.0 / 3) < 1e-12)
    #expect(abs(charges[2] / charges[1] - 0.5) < 1e-12)
  }
}
