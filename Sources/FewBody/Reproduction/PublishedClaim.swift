import ReferenceData

/// What a paper states at one place: a row of `Data/claims.csv`.
public struct PublishedClaim: Sendable, Hashable {
  /// Names the row.
  public let key: String
  /// The paper, by its first author.
  public let seed: String
  /// Where in the paper, such as `Eq (16)`.
  public let equation: String
  /// What is claimed, in words.
  public let claim: String
  /// As printed.
  public let published: String
  /// Its numbers: those that are held against computed ones, then those that are computed with.
  public let numbers: [PrintedNumber]

  /// A computed number beside the printed one of this place.
  ///
  /// - Throws: ``FewBodyError/badData(file:line:problem:)`` if the row has no such number.
  public func number(
    _ place: Int, _ name: String, _ value: Double, _ unit: String = ""
  ) throws(FewBodyError) -> Finding {
    Finding(
      name: name, value: value, unit: unit,
      comparison: .printed(try printed(place), place: place))
  }

  /// A printed number that is computed with.
  ///
  /// - Throws: as ``number(_:_:_:_:)``.
  public func given(_ place: Int) throws(FewBodyError) -> Double { try printed(place).value }

  private func printed(_ place: Int) throws(FewBodyError) -> PrintedNumber {
    guard numbers.indices.contains(place) else {
      throw .badData(file: Self.file, line: 0, problem: "\(key) has no number \(place)")
    }
    return numbers[place]
  }
}

extension PublishedClaim {
  private static let file = "claims.csv"
  private static let table = Result<[PublishedClaim], FewBodyError> {
    () throws(FewBodyError) in try parse(ReferenceData.claims)
  }

  /// Every claim of every paper, in the papers' order.
  public static func all() throws(FewBodyError) -> [PublishedClaim] { try table.get() }

  /// Throws ``FewBodyError/badData(file:line:problem:)`` at the first row that is no claim.
  static func parse(_ text: String) throws(FewBodyError) -> [PublishedClaim] {
    var rows: [PublishedClaim] = []
    for (i, line) in text.split(whereSeparator: \.isNewline).enumerated().dropFirst() {
      let fields = fields(of: line)
      guard fields.count == 6, fields.dropLast().allSatisfy({ !$0.isEmpty }) else {
        throw .badData(
          file: file, line: i + 1, problem: "\(fields.count) fields; six are needed")
      }
      var numbers: [PrintedNumber] = []
      for word in fields[5].split(separator: ";") {
        guard let number = PrintedNumber(String(word)) else {
          throw .badData(file: file, line: i + 1, problem: "'\(word)' is no number")
        }
        numbers.append(number)
      }
      guard !rows.contains(where: { $0.key == fields[1] }) else {
        throw .badData(file: file, line: i + 1, problem: "the key \(fields[1]) a second time")
      }
      rows.append(
        PublishedClaim(
          key: fields[1], seed: fields[0], equation: fields[2], claim: fields[3],
          published: fields[4], numbers: numbers))
    }
    return rows
  }

  /// RFC 4180 on one line.
  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
