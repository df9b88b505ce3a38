#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A file that is not there.
public struct NoSuchFile: Error, Sendable, Equatable, CustomStringConvertible {
  /// The path as it was given.
  public let path: String

  /// The error of a path where no file is.
  public init(path: String) { self.path = path }

  /// The error in words, with the path.
  public var description: String { "\(path): no such file" }
}

extension SampledPotential {
  /// The table in a CSV file: a header `x,V`, then one `x,V` pair a line in bohr and hartree, x
  /// strictly rising or strictly falling. On a ring the coordinate is `phi`, in radians.
  ///
  /// Spaces, quotes, CRLF, a byte-order mark, blank lines and lines that start with `#` are
  /// tolerated. Throws ``NoSuchFile``, or ``FewBodyError/badData(file:line:problem:)`` with the
  /// line that is wrong.
  public init(contentsOf path: String, coordinate: String = "x") throws {
    guard FileManager.default.fileExists(atPath: path) else { throw NoSuchFile(path: path) }
    func fault(_ problem: String) -> FewBodyError {
      .badData(file: path, line: 0, problem: problem)
    }
    guard (try? FileManager.default.contentsOfDirectory(atPath: path)) == nil else {
      throw fault("is a directory; a CSV file with the header \(coordinate),V is needed")
    }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw fault("cannot be read; check its permissions")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault("is not UTF-8 text; save the table as plain CSV")
    }
    try self.init(csv: text, file: path, coordinate: coordinate)
  }

  /// The table in CSV text; `file` names it in errors.
  public init(
    csv text: String, file: String, coordinate: String = "x"
  ) throws(FewBodyError) {
    var (nodes, values) = ([Double](), [Double]())
    var hasHeader = false
    let body = text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...]
    for (index, line) in body.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(Self.bare)
      if fields.count == 1, fields[0].isEmpty { continue }
      if fields[0].hasPrefix("#") { continue }
      func fault(_ problem: String) -> FewBodyError {
        .badData(file: file, line: index + 1, problem: problem)
      }
      guard hasHeader else {
        guard fields == [coordinate, "V"] else {
          throw fault("the header is '\(line)'; it must be \(coordinate),V")
        }
        hasHeader = true
        continue
      }
      guard fields.count == 2 else {
        throw fault(
          "\(fields.count) field\(fields.count == 1 ? "" : "s"); two are needed: \(coordinate),V")
      }
      let x = try Self.number(fields[0], fault)
      let value = try Self.number(fields[1], fault)
      if let previous = nodes.last {
        guard x != previous else { throw fault("x = \(x) is repeated; each x may stand once") }
        let falling = nodes.count > 1 ? nodes[1] < nodes[0] : x < previous
        guard (x < previous) == falling else {
          throw fault(
            "x = \(x) after \(previous) turns back; x must rise throughout or fall throughout")
        }
      }
      nodes.append(x)
      values.append(value)
    }
    guard nodes.count >= 2 else {
      throw .badData(
        file: file, line: 0,
        problem: hasHeader
          ? "\(nodes.count) data row\(nodes.count == 1 ? "" : "s"); at least two are needed"
          : "is empty; the header \(coordinate),V and at least two rows are needed")
    }
    do {
      try self.init(nodes: nodes, values: values)
    } catch {
      throw .badData(file: file, line: 0, problem: "\(error)")
    }
  }

  /// A field without surrounding blanks and quotes.
  private static func bare(_ field: Substring) -> String {
    func trimmed(_ text: Substring) -> Substring {
      var text = text
      while text.first?.isWhitespace == true { text.removeFirst() }
      while text.last?.isWhitespace == true { text.removeLast() }
      return text
    }
    let text = trimmed(field)
    guard text.count >= 2, text.first == "\"", text.last == "\"" else { return String(text) }
    return String(trimmed(text.dropFirst().dropLast()))
  }

  private static func number(
    _ field: String, _ fault: (String) -> FewBodyError
  ) throws(FewBodyError) -> Double {
    guard let number = Double(field) else {
      throw fault("'\(field)' is not a number")
    }
    guard number.isFinite else { throw fault("'\(field)' is not finite") }
    return number
  }
}
