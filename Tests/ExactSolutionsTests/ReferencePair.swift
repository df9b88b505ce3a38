import Foundation
import Testing

/// A row of Data/reference/line_pairs.json.
struct ReferencePair: Decodable {
  let kernel: String
  let charge: Double
  let thickness: Double
  let reducedMass: Double
  let level: Int
  let energy: String
  let derivation: String

  /// The double nearest to the printed digits.
  var value: Double {
    get throws { try #require(Double(energy)) }
  }

  static func all() throws -> [ReferencePair] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../Data/reference/line_pairs.json")
    return try JSONDecoder().decode([ReferencePair].self, from: Data(contentsOf: file))
  }
}
