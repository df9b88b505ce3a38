#if Sweeps
  import ArgumentParser
  import FewBody
  import Foundation
  import ResultStore

  /// The points of a sweep, in the order of its file: the last parameter varies fastest.
  struct SweepPlan: Sendable {
    let path: String
    let command: [String]
    let arguments: [SweepSetting]
    let axes: [SweepFile.Axis]
    let count: Int

    /// `"charge": 1`, and the words of the command line, of each place on each axis.
    private let keys: [[String]]
    private let words: [[[String]]]
    /// What two points share.
    private let commonWords: [String]

    /// What a sweep itself decides.
    private static let reserved = [
      "format", "output", "plot", "units", "threads", "repeat", "quiet", "help", "version",
    ]
    private static let mostPoints = 100_000_000

    init(_ file: SweepFile) throws {
      (path, command, arguments, axes) = (file.path, file.command, file.arguments, file.axes)
      func wrong(_ problem: String) -> SweepFileError {
        .wrong(path: file.path, line: 0, problem: problem)
      }
      let known = Solve.configuration.subcommands.map { $0._commandName }
        .filter { !SweepCommand.names.contains($0) }
      guard let name = command.first, known.contains(name) else {
        let asked = command.first ?? ""
        let hint = NearestWord.suggestion(for: asked, among: known)
        throw wrong(
          "the command '\(asked)' cannot be swept\(hint.isEmpty ? ";" : hint) accepted: "
            + known.joined(separator: ", "))
      }
      let names = arguments.map(\.name) + axes.flatMap(\.names)
      if let name = names.first(where: SweepPlan.reserved.contains) {
        throw wrong(
          "'\(name)' is no parameter of a point: a sweep keeps JSON in atomic units in its store, and "
            + "its own options say how many threads work and what is printed")
      }
      var count = 1
      for axis in axes {
        let (product, overflows) = count.multipliedReportingOverflow(by: axis.places.count)
        guard !overflows, product <= SweepPlan.mostPoints else {
          throw wrong("the grid has more than \(SweepPlan.mostPoints) points")
        }
        count = product
      }
      self.count = count
      keys = axes.map { axis in
        axis.places.map { place in
          place.map { "\(SweepSetting.quoted($0.name)): \($0.json)" }.joined(separator: ", ")
        }
      }
      words = axes.map { axis in axis.places.map { place in place.flatMap(\.words) } }
      commonWords = command + arguments.flatMap(\.words)
    }

    /// The names of what varies.
    var names: [String] { axes.flatMap(\.names) }

    /// The position on each axis.
    func positions(of point: Int) -> [Int] {
      var rest = point
      var positions = Array(repeating: 0, count: axes.count)
      for i in axes.indices.reversed() {
        (rest, positions[i]) = rest.quotientAndRemainder(dividingBy: axes[i].places.count)
      }
      return positions
    }

    func settings(of point: Int) -> [SweepSetting] {
      zip(axes, positions(of: point)).flatMap { $0.places[$1] }
    }

    /// The point as a JSON object: the key of its row.
    func key(at positions: [Int]) -> String {
      var key = "{"
      for (axis, position) in positions.enumerated() {
        if axis > 0 { key += ", " }
        key += keys[axis][position]
      }
      return key + "}"
    }

    /// The point's subcommand, as if its line had been typed.
    ///
    /// - Throws: ``SweepFileError`` where the line is none.
    func parsed(at positions: [Int]) throws -> any ParsableCommand {
      let words = zip(words, positions).reduce(into: commonWords) { $0 += $1.0[$1.1] }
      do { return try Solve.parseAsRoot(words + ["--threads=1"]) } catch {
        throw SweepFileError.wrong(
          path: path, line: 0, problem: Failure.outcome(of: error, in: command[0]).text)
      }
    }

    /// What makes two sweeps the same one: the program's version and all of the file but the store.
    var properties: [StoreProperty] {
      var properties = [
        StoreProperty("version", FewBodyVersion.number),
        StoreProperty("command", command.joined(separator: " ")),
      ]
      for setting in arguments {
        properties.append(StoreProperty("argument \(setting.name)", setting.json))
      }
      for axis in axes {
        for (i, name) in axis.names.enumerated() {
          let values = axis.places.map { $0[i].json }.joined(separator: ", ")
          properties.append(StoreProperty("grid \(name)", "[\(values)]"))
        }
      }
      let order = axes.map { $0.names.joined(separator: " with ") }.joined(separator: ", ")
      properties.append(StoreProperty("order of the grid", order))
      properties.append(StoreProperty("points", "\(count)"))
      return properties + tables
    }

    /// The content of the tables that points name: a sweep with another table is another sweep.
    private var tables: [StoreProperty] {
      var paths: [String] = []
      for setting in arguments + axes.flatMap({ $0.places.joined() }) {
        if case .one(let path) = setting.value, setting.name.hasSuffix("-file"),
          !paths.contains(path)
        {
          paths.append(path)
        }
      }
      return paths.map { path in
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        // Fowler, Noll and Vo's hash, 1a, of 64 bits.
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
          (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return StoreProperty("content of \(path)", String(hash, radix: 16))
      }
    }
  }
#endif
