#if Sweeps
  import ArgumentParser
  import FewBody
  import Foundation
  import ResultStore

  struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Join the stores of a sweep's parts.",
      discussion: """
        Stores of other sweeps or of another version are refused, and so are two different rows of one \
        point; the same row twice is one row. Where something is refused, the joint store stays as it was.

          solve merge part-1-of-2.sqlite part-2-of-2.sqlite --into all.sqlite
        """)

    @Argument(help: ArgumentHelp("The stores to join.", valueName: "store"))
    var stores: [String]

    @Option("The joint store, which may exist.", value: "path")
    var into: String = ""

    func run() throws {
      guard !into.isEmpty else {
        throw FewBodyError.invalid("into", "missing", accepted: "the path of the joint store")
      }
      guard !stores.isEmpty else {
        throw FewBodyError.invalid("into", "'\(into)' alone", accepted: "stores to join as well")
      }
      for path in stores where !FileManager.default.fileExists(atPath: path) {
        throw SweepFileError.missing(path: path)
      }
      let parts = try stores.map { path throws(StoreError) in try Store(reading: path) }
      let joint = try Store(at: into, of: parts[0].properties)
      try joint.absorb(parts)
      let counts = try joint.counts()
      let present = counts.map(\.count).reduce(0, +)
      let points = joint.properties.first { $0.name == "points" }?.value ?? "?"
      var text = "\(into): \(present) of \(points) rows, of \(parts.count) stores\n"
      for (status, count) in counts where status != 0 {
        text += " \(count) failed with exit code \(status)\n"
      }
      try StandardOutput.write(text)
    }
  }
#endif
