#if Sweeps
  import ResultStore

  /// The rows of a sweep as one table: a line a level, or a line a point where an answer has none.
  ///
  /// Columns: the parameters that vary, the status, the error where a point has one, and then whatever
  /// the answers hold, in the order in which it comes up.
  struct SweepTable {
    private var names: [String]
    private var positions: [String: Int] = [:]
    private var lines: [[(column: Int, field: String)]] = []
    private let isTaken: Set<String>

    /// Of a frame around numbers, which says the same on every line.
    private static let frame: Set<String> = [
      "schema", "version", "system", "method", "units", "constants", "complete", "threshold",
      "notes",
      "solveSeconds",
    ]

    init(parameters: [String]) {
      names = parameters
      isTaken = Set(parameters + ["status", "error"])
      for (i, name) in names.enumerated() { positions[name] = i }
    }

    /// Adds a point's lines.
    ///
    /// - Returns: whether the answer could be read.
    mutating func add(_ row: StoredResult, at settings: [SweepSetting]) -> Bool {
      var head = settings.map { (column: column($0.name), field: $0.field) }
      head.append((column("status"), "\(row.status)"))
      if let error = row.error { head.append((column("error"), error)) }
      guard let text = row.answer else {
        lines.append(head)
        return true
      }
      guard let answer = JSONValue(text) else { return false }
      for fields in SweepTable.fields(of: answer) {
        lines.append(
          head
            + fields.map { name, field in
              (column(isTaken.contains(name) ? "answer.\(name)" : name), field)
            })
      }
      return true
    }

    private mutating func column(_ name: String) -> Int {
      if let position = positions[name] { return position }
      positions[name] = names.count
      names.append(name)
      return names.count - 1
    }

    /// As RFC 4180 says, with line feeds.
    var commaSeparated: String {
      var text = SweepTable.record(names)
      for line in lines {
        var fields = Array(repeating: "", count: names.count)
        for (column, field) in line { fields[column] = field }
        text += SweepTable.record(fields)
      }
      return text
    }

    private static func record(_ fields: [String]) -> String {
      fields.map { field in
        let isPlain = !field.utf8.contains { ",\"\r\n".utf8.contains($0) }
        return isPlain ? field : "\"" + field.replacing("\"", with: "\"\"") + "\""
      }.joined(separator: ",") + "\n"
    }

    private typealias Field = (name: String, field: String)

    /// The lines of an answer: of its levels, at one flux or several, or one of all its numbers.
    private static func fields(of answer: JSONValue) -> [[Field]] {
      guard case .object(let members) = answer else { return [[]] }
      let own = members.filter { !frame.contains($0.name) }
      let common = own.filter { isScalar($0.value) }.map { Field($0.name, scalar($0.value)) }
      if let sweep = answer["sweep"]?.objects, sweep.allSatisfy({ $0["levels"] != nil }) {
        return sweep.flatMap { place -> [[Field]] in
          guard case .object(let members) = place else { return [] }
          let here = members.filter { isScalar($0.value) }.map { Field($0.name, scalar($0.value)) }
          return (place["levels"]?.objects ?? []).map { common + here + levelFields($0) }
        }
      }
      if case .array(let levels)? = answer["levels"] {
        // A system that binds nothing still has its line.
        return levels.isEmpty ? [common] : levels.map { common + levelFields($0) }
      }
      return [own.flatMap { flattened($0.value, as: $0.name) }]
    }

    /// The labels of a level go by their own names.
    private static func levelFields(_ level: JSONValue) -> [Field] {
      guard case .object(let members) = level else { return [] }
      return members.flatMap { member -> [Field] in
        guard member.name == "labels", case .object(let labels) = member.value else {
          return flattened(member.value, as: member.name)
        }
        return labels.flatMap { flattened($0.value, as: $0.name) }
      }
    }

    private static func flattened(_ value: JSONValue, as name: String) -> [Field] {
      switch value {
      case .word, .text: [Field(name, scalar(value))]
      case .array(let elements):
        elements.enumerated().flatMap { flattened($0.element, as: "\(name)[\($0.offset)]") }
      case .object(let members):
        members.flatMap { flattened($0.value, as: "\(name).\($0.name)") }
      }
    }

    private static func isScalar(_ value: JSONValue) -> Bool {
      switch value {
      case .word, .text: true
      case .array, .object: false
      }
    }

    private static func scalar(_ value: JSONValue) -> String {
      switch value {
      case .word(let text), .text(let text): text
      case .array, .object: ""
      }
    }
  }
#endif
