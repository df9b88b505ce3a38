import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What a test can read off a picture's bytes or its gnuplot program.
enum Drawing {
  /// Whether a parser of XML reads it to the end.
  static func isWellFormed(_ bytes: [UInt8]) -> Bool { XMLParser(data: Data(bytes)).parse() }

  /// The lines of every inline data block of the given name, one list for each time it is defined.
  static func blocks(_ name: String, in script: String) -> [[String]] {
    script.components(separatedBy: "$\(name) << END\n").dropFirst().map { rest in
      rest.components(separatedBy: "END\n")[0].components(separatedBy: "\n").dropLast()
    }
  }

  /// The polylines of a block, which blank lines part.
  static func polylines(_ block: [String]) -> [[(x: Double, y: Double)]] {
    block.split(separator: "").map { lines in
      lines.compactMap { line in
        let numbers = line.split(separator: " ").compactMap { Double($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
      }
    }
  }

  /// The left, right, bottom and top margins of every panel, as shares of the figure.
  static func frames(
    in script: String
  ) -> [(left: Double, right: Double, low: Double, high: Double)] {
    let margins = ["l", "r", "b", "t"].map { side in
      script.components(separatedBy: "set \(side)margin at screen ").dropFirst()
        .compactMap { Double($0.prefix { $0 != "\n" }) }
    }
    return margins[0].indices.map { i in
      (margins[0][i], margins[1][i], margins[2][i], margins[3][i])
    }
  }
}
