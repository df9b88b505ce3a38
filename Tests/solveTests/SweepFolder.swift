#if Sweeps
  import Foundation
  import ResultStore

  /// A sweep file in a folder of its own, and what `solve sweep` makes of it.
  struct SweepFolder {
    let scratch: Scratch
    let file: String

    init(_ yaml: String) throws {
      scratch = try Scratch()
      file = try scratch.write(yaml, to: "sweep.yaml")
    }

    var store: String { scratch.path("sweep.sqlite") }

    func run(_ options: String = "") throws -> Executable.Outcome {
      try Executable.run(["sweep", file] + options.split(separator: " ").map(String.init))
    }

    func change(_ yaml: String) throws { _ = try scratch.write(yaml, to: "sweep.yaml") }

    /// The rows of a store, each answer with its point.
    func rows(_ name: String = "sweep.sqlite") throws -> [StoredResult] {
      var rows: [StoredResult] = []
      try Store(reading: scratch.path(name)).readAll { rows.append($0) }
      return rows
    }

    /// The lines of `--format csv`, cut at the commas, each field by its column's name.
    func table(_ options: String = "") throws -> [[String: String]] {
      let lines = try run("\(options) --format csv").output.split(separator: "\n")
      let fields = lines.map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      guard let names = fields.first else { return [] }
      return fields.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(names, $0)) }
    }
  }
#endif
