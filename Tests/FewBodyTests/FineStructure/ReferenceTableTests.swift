import Foundation
import Testing

@testable import FewBody

/// Data/reference/fine_structure.json, row by row.
@Suite struct ReferenceTableTests {
  @Test func everyRowIsMet() throws {
    let table = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Data/reference/fine_structure.json")
    let rows = try JSONDecoder().decode([Row].self, from: Data(contentsOf: table))
    #expect(rows.count == 13)
    let spectra = try ["hydrogen": Species.hydrogen, "positronium": .positronium].mapValues {
      try FineStructure(of: $0).spectrum(lowest: 9)
    }
    for row in rows {
      let value = try #require(Double(row.value))
      for symbol in row.levels {
        let level = try #require(spectra[row.species]?.first { $0.symbol == symbol })
        let found =
          row.term == "total"
          ? level.total : FineStructureTerm(rawValue: row.term).flatMap { level.terms[$0] }
        #expect(abs(try #require(found) - value) <= 1e-12 * abs(value), "\(symbol)")
      }
    }
  }

  private struct Row: Decodable {
    let species: String
    let levels: [String]
    let term: String
    let value: String
  }
}
