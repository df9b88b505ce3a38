import Testing

@testable import FewBody

/// The helix, the left-handed medium and the chiral medium against 30-digit references.
@Suite struct ResponseTests {
  /// a, b, K, from, to, energy, R/alpha, |mu|^2.
  @Test(arguments: [
    [2, 0.5, 1, 1, 2, 0.08823529411764705882, 0.02893326837117319472, 2.164720834124494491],
    [1, 1, 2, 1, 2, 0.046875, 0.11328682047371895194, 5.161242380021014277],
    [1, 1, 2, 2, 3, 0.078125, 0.23682415963071392719, 6.181110566361633500],
    [2, 0.5, 1, 1, 3, 0.23529411764705882353, -0.04901960784313725490, 1],
  ])
  func strengths(row: [Double]) throws {
    let helix = Helix(radius: .bohr(row[0]), pitch: .bohr(row[1]), turns: row[2])
    let lines = try helix.transitions(states: 8)
    let line = try #require(
      lines.first { $0.from == Int(row[3]) && $0.to == Int(row[4]) })
    #expect(abs(line.energy.hartree - row[5]) < 1e-15)
    #expect(abs(line.rotationalStrength / Constants.fineStructure - row[6]) < 1e-12)
    #expect(abs(line.oscillatorStrength / (2 * row[5]) - row[7]) < 1e-12)
  }

  /// The z part: 16 a^2 b n^2 p^2/(pi^2 l^2 (p^2 - n^2)^3).
  @Test func theAxialPartInClosedForm() throws {
    let lines = try Helix(radius: 2, pitch: 0.5, turns: 1).transitions(states: 12)
    for line in lines where !(line.from + line.to).isMultiple(of: 2) {
      let (n, p) = (Double(line.from), Double(line.to))
      let gap = p * p - n * n
      let exact = 16 * 4 * 0.5 * n * n * p * p / (.pi * .pi * 4.25 * gap * gap * gap)
      #expect(
        abs(line.rotationalParts[2] / Constants.fineStructure - exact) < 1e-13 * max(1, exact))
    }
  }

  /// sum f = 1 and sum R = 0 from the ground level; a mirror image turns every R around.
  @Test func sumRulesAndMirrorImage() throws {
    let right = try HelixSpectrum(of: Helix(radius: 2, pitch: 0.5, turns: 1), states: 120)
    let half = try HelixSpectrum(of: Helix(radius: 2, pitch: 0.5, turns: 1), states: 60)
    let sums = (right.sums, half.sums)
    #expect(abs(sums.0.oscillatorStrength - 1) < 1e-5)
    #expect(abs(sums.0.oscillatorStrength - 1) < abs(sums.1.oscillatorStrength - 1))
    #expect(abs(sums.0.rotationalStrength) < 1e-3 * Constants.fineStructure)
    #expect(abs(sums.0.rotationalStrength) < abs(sums.1.rotationalStrength))
    let left = try Helix(radius: 2, pitch: -0.5, turns: 1).transitions(states: 120)
    for (a, b) in zip(right.transitions, left) {
      #expect(abs(a.rotationalStrength + b.rotationalStrength) < 1e-15)
    }
  }

  @Test(arguments: LeftHandedMedium.Assignment.allCases)
  func theWindow(assignment: LeftHandedMedium.Assignment) throws {
    let medium = LeftHandedMedium(assignment: assignment)
    let shift = assignment == .a ? 0 : 0.001
    for (w, n, r) in [(1.0002, -2.0, 1.0 / 9), (1.0005, -1, 0), (1.0008, -0.5, 1.0 / 9)] {
      // 1 - w has lost four digits.
      #expect(abs(try medium.index(at: w - shift).real - n) < 1e-11)
      #expect(abs(try medium.reflectance(at: w - shift) - r) < 1e-11)
    }
    let outside = try medium.index(at: 1.01)
    #expect(outside.real == 0 && outside.imaginary > 0)
    #expect(abs(try medium.reflectance(at: 1.01) - 1) < 1e-15)
    var damped = medium
    damped.damping = 1e-9
    #expect(abs(try damped.index(at: 1.0002 - shift).real + 2) < 1e-4)
    // Another background: no match at n = -1, but at n = eps_b.
    var deep = medium
    deep.background = -2
    let index = try deep.index(at: 1.0005 - shift).real
    #expect(abs(index + 2.0.squareRoot()) < 1e-11)
    #expect(throws: FewBodyError.self) { try medium.index(at: assignment == .a ? 1 : 1 - 0.001) }
    #expect(throws: FewBodyError.self) { try medium.index(at: -1) }
  }

  @Test func aChiralMedium() throws {
    let medium = ChiralMedium(
      density: 0.001, rotationalStrength: 0.02, resonance: 1, permittivity: 1.5)
    let (plus, minus) = try medium.indices(at: 0.5)
    #expect(abs(plus - 1.224_856_577_557_483_5) < 1e-15)
    #expect(abs(minus - 1.224_633_175_413_228_2) < 1e-15)
    #expect(abs(try medium.rotation(at: 0.5) - 5.585_053_606_381_846e-5) < 1e-18)
    #expect(throws: FewBodyError.self) { try medium.rotation(at: 1) }
  }
}
