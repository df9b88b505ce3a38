#if Sweeps
  import Foundation
  import Yams

  /// A sweep as it is written down in YAML: a subcommand, what is the same at every point, and what
  /// varies.
  struct SweepFile {
    /// What varies together: one parameter of the grid, or the parameters of a zip.
    struct Axis: Sendable {
      let names: [String]
      /// One setting for each name, at each place of the axis.
      let places: [[SweepSetting]]
    }

    let path: String
    let command: [String]
    let arguments: [SweepSetting]
    let axes: [Axis]
    let store: String?

    static let keys = ["command", "arguments", "grid", "zip", "store"]

    /// - Throws: ``SweepFileError``, with the line where there is one.
    init(contentsOf path: String) throws {
      guard FileManager.default.fileExists(atPath: path) else {
        throw SweepFileError.missing(path: path)
      }
      guard let bytes = FileManager.default.contents(atPath: path) else {
        throw SweepFileError.wrong(
          path: path, line: 0, problem: "it cannot be read: a file with permission is needed")
      }
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw SweepFileError.wrong(
          path: path, line: 0, problem: "it is not UTF-8 text, hence no YAML")
      }
      try self.init(yaml: text, path: path)
    }

    init(yaml text: String, path: String) throws {
      let reader = SweepFileReader(path: path)
      let root: Node?
      do { root = try Yams.compose(yaml: text) } catch {
        throw SweepFileError.wrong(path: path, line: 0, problem: "it is not YAML: \(error)")
      }
      guard let root, let mapping = root.mapping else {
        throw reader.wrong(root, "a mapping with the keys command and grid is needed")
      }
      for (key, _) in mapping {
        let name = key.scalar?.string ?? ""
        if !SweepFile.keys.contains(name) {
          let hint = NearestWord.suggestion(for: name, among: SweepFile.keys)
          throw reader.wrong(
            key,
            "the key '\(name)' is unknown\(hint.isEmpty ? ";" : hint) accepted: "
              + SweepFile.keys.joined(separator: ", "))
        }
      }
      self.path = path
      guard let command = mapping["command"] else {
        throw reader.wrong(root, "the key 'command' is missing: the subcommand, such as pair")
      }
      self.command = try reader.text(command, of: "command").split(separator: " ").map(String.init)
      arguments = try mapping["arguments"].map { try reader.settings($0) } ?? []
      store = try mapping["store"].map { try reader.text($0, of: "store") }
      axes =
        try (mapping["grid"].map { try reader.grid($0) } ?? [])
        + (mapping["zip"].map { try reader.zips($0) } ?? [])
      guard !axes.isEmpty else {
        throw reader.wrong(
          mapping["grid"] ?? root,
          "the grid is empty: name a parameter and its values, such as "
            + "charge: [1, 2]")
      }
      var seen: Set<String> = []
      for name in arguments.map(\.name) + axes.flatMap(\.names) where !seen.insert(name).inserted {
        throw reader.wrong(root, "'\(name)' is given twice among arguments, grid and zip")
      }
    }
  }

  /// Makes settings and axes of the nodes of a YAML file.
  struct SweepFileReader {
    let path: String

    func wrong(_ node: Node?, _ problem: String) -> SweepFileError {
      .wrong(path: path, line: node?.mark?.line ?? 0, problem: problem)
    }

    func text(_ node: Node, of name: String) throws -> String {
      guard let text = node.scalar?.string, !text.isEmpty else {
        throw wrong(node, "'\(name)' needs a text")
      }
      return text
    }

    func settings(_ node: Node) throws -> [SweepSetting] {
      try pairs(node, of: "arguments").map { name, node in
        try SweepSetting(name: name, value: value(node, of: name))
      }
    }

    func grid(_ node: Node) throws -> [SweepFile.Axis] {
      try pairs(node, of: "grid").map { name, node in
        SweepFile.Axis(names: [name], places: try column(node, of: name).map { [$0] })
      }
    }

    /// One mapping, or a list of mappings that vary independently.
    func zips(_ node: Node) throws -> [SweepFile.Axis] {
      if let list = node.sequence { return try list.map(zip) }
      return [try zip(node)]
    }

    private func zip(_ node: Node) throws -> SweepFile.Axis {
      let columns = try pairs(node, of: "zip").map { name, node in
        (name: name, settings: try column(node, of: name))
      }
      guard let count = columns.first?.settings.count else { throw wrong(node, "a zip is empty") }
      for entry in columns where entry.settings.count != count {
        throw wrong(
          node,
          "the parameters of a zip vary together and need equally many values: \(columns[0].name) has "
            + "\(count), \(entry.name) \(entry.settings.count)")
      }
      return SweepFile.Axis(
        names: columns.map(\.name), places: (0..<count).map { i in columns.map { $0.settings[i] } })
    }

    private func pairs(_ node: Node, of key: String) throws -> [(String, Node)] {
      guard let mapping = node.mapping else {
        if let scalar = node.scalar, scalar.string.isEmpty { return [] }
        throw wrong(node, "'\(key)' needs parameters with values, such as charge: 1")
      }
      return try mapping.map { entry in
        guard let name = entry.key.scalar?.string, !name.isEmpty else {
          throw wrong(entry.key, "'\(key)' needs the names of parameters")
        }
        // A person may write --charge for charge.
        return (String(name.drop { $0 == "-" }), entry.value)
      }
    }

    /// The values of one parameter, each of them once.
    private func column(_ node: Node, of name: String) throws -> [SweepSetting] {
      let values: [SweepSetting.Value]
      if let list = node.sequence {
        values = try list.map { try value($0, of: name) }
      } else if let mapping = node.mapping {
        values = try range(mapping, node, of: name).map { .one($0) }
      } else {
        let text = try text(node, of: name)
        if text.contains(":") {
          do { values = try SweepRange(text).values.map { .one($0) } } catch {
            throw wrong(node, "\(name): \(error.text)")
          }
        } else {
          values = [try value(node, of: name)]
        }
      }
      guard !values.isEmpty else { throw wrong(node, "the grid is empty: '\(name)' has no values") }
      let settings = values.map { SweepSetting(name: name, value: $0) }
      var seen: Set<String> = []
      for setting in settings where !seen.insert(setting.json).inserted {
        throw wrong(node, "'\(name)' has the value \(setting.field) twice")
      }
      return settings
    }

    private func range(_ mapping: Node.Mapping, _ node: Node, of name: String) throws -> [String] {
      let known = ["from", "to", "count", "spacing"]
      var parts: [String: String] = [:]
      for (key, value) in mapping {
        let word = key.scalar?.string ?? ""
        guard known.contains(word) else {
          let hint = NearestWord.suggestion(for: word, among: known)
          throw wrong(
            key,
            "\(name): the key '\(word)' is unknown\(hint.isEmpty ? ";" : hint) accepted: "
              + known.joined(separator: ", "))
        }
        parts[word] = try text(value, of: word)
      }
      guard let from = parts["from"], let to = parts["to"], let count = parts["count"] else {
        throw wrong(node, "\(name): a range needs from, to and count")
      }
      do {
        return try SweepRange(from: from, to: to, count: count, spacing: parts["spacing"]).values
      } catch { throw wrong(node, "\(name): \(error.text)") }
    }

    private func value(_ node: Node, of name: String) throws -> SweepSetting.Value {
      if let list = node.sequence {
        return .several(try list.map { try self.text($0, of: name) })
      }
      let text = try text(node, of: name)
      if node.scalar?.style == .plain, text == "true" || text == "false" {
        return .flag(text == "true")
      }
      return .one(text)
    }
  }
#endif
