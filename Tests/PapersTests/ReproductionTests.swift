import FewBody
import Foundation
import Testing

@testable import Papers

/// Every claim of every paper, against verdicts and values that other programs gave.
@Suite struct ReproductionTests {
  private static let whole = Result { try Paper.reproduce(Paper.allCases) }

  private static func claim(_ key: Substring) throws -> Claim {
    let found = try whole.get().claims.first { $0.key == key }
    return try #require(found, "\(key)")
  }

  private static func quantity(_ key: Substring, _ name: Substring) throws -> Claim.Quantity {
    let found = try claim(key).quantities.first { $0.name == name }
    return try #require(found, "\(key): \(name)")
  }

  @Test func everyRowIsComputedAndEveryClaimHasARow() throws {
    let reproduction = try Self.whole.get()
    #expect(reproduction.isComplete)
    let keys = reproduction.claims.map(\.key)
    #expect(Set(keys).count == keys.count)
    #expect(keys == (try PublishedClaim.all().map(\.key)))
    let computed = Paper.allCases.flatMap { $0.claims.map(\.key) }
    #expect(computed.count == keys.count && Set(computed) == Set(keys))
  }

  @Test(arguments: ExpectedClaims.verdicts.split(separator: "\n"))
  func theVerdict(row: Substring) throws {
    let parts = row.split(separator: " ")
    let claim = try Self.claim(parts[0])
    #expect(claim.verdict.rawValue == parts[1], "\(claim.computed)")
  }

  /// 110 in the table, and seven that it lacks.
  @Test func noneIsMissing() throws {
    let expected = Set(
      ExpectedClaims.verdicts.split(separator: "\n").map { String($0.prefix { $0 != " " }) })
    #expect(expected.count == 110)
    let keys = Set(try Self.whole.get().claims.map(\.key))
    #expect(keys == expected.union(ExpectedClaims.added))
  }

  /// To the last digit that the table has: half a unit of it, and as much for its own rounding.
  @Test(arguments: ExpectedClaims.values.split(separator: "\n"))
  func theValue(row: Substring) throws {
    let parts = row.split(separator: "|")
    let computed = try Self.quantity(parts[0], parts[1]).computed
    let expected = try #require(PrintedNumber(String(parts[2])))
    guard case .digits(let unit) = expected.precision else {
      Issue.record("\(row) has no digits")
      return
    }
    #expect((computed - expected.value).magnitude <= unit, "\(row): \(computed)")
  }

  @Test(arguments: ExpectedClaims.fractions.split(separator: "\n"))
  func theFractions(row: Substring) throws {
    let parts = row.split(separator: "|")
    let quantity = try Self.quantity(parts[0], parts[1])
    let printed = try #require(PrintedNumber(String(parts[2]))).value
    let right = try #require(PrintedNumber(String(parts[3]))).value
    #expect(((quantity.published ?? .nan) - printed).magnitude < 1e-8)
    #expect((quantity.computed - right).magnitude < 1e-8)
  }

  /// r_s of copper and its density are two columns of one table, which agree to 0.5 %.
  @Test func theDrift() throws {
    let velocity = try Self.quantity("su-drift", "v").computed
    #expect(abs(velocity / 2.34009e-5 - 1) < 5e-3)
  }

  /// A sum rule, and periods of rings with Rashba's coupling.
  @Test func sumsAndPeriods() throws {
    #expect(try Self.quantity("cho-rotational", "sum of R/alpha").computed.magnitude < 1e-5)
    #expect(
      try Self.quantity("cho-second-order", "over Langevin's -<r^2>/4").computed.rounded() == 1)
    #expect(try Self.quantity("essen-helicity", "Rashba ring, Q = 1").computed == 1)
    let periods = try Self.claim("essen-helicity").quantities.map(\.computed)
    #expect(periods.last == 0.5)
  }

  @Test func whatIsCorrectedSaysWhy() throws {
    for claim in try Self.whole.get().claims {
      #expect(claim.verdict == .agrees || !claim.why.isEmpty, "\(claim.key)")
      #expect(!claim.published.isEmpty && !claim.computed.isEmpty)
      #expect(claim.quantities.allSatisfy { $0.computed.isFinite })
    }
  }

  @Test func aStopLeavesWhatWasFound() throws {
    var left = 3
    let part = try Paper.reproduce(
      [.hu],
      shouldStop: {
        left -= 1
        return left < 0
      })
    #expect(part.claims.count == 3 && !part.isComplete)
  }

  @Test func theJSONComesBack() throws {
    let reproduction = try Self.whole.get()
    let data = Data(try OrderedJSONEncoder().encode(reproduction).utf8)
    let back = try JSONDecoder().decode(Reproduction.self, from: data)
    #expect(back.claims == reproduction.claims && back.isComplete)
  }

  @Test func theTableFitsATerminal() throws {
    let reproduction = try Self.whole.get()
    let lines = reproduction.table().split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    #expect(lines.last?.hasPrefix("\(reproduction.claims.count) claims: ") == true)
    let csv = reproduction.commaSeparated().split(separator: "\n")
    #expect(csv.count == reproduction.claims.count + 1)
  }
}
