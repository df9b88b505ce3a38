import Charts
import FewBody

/// What a subcommand prints that has no levels: one JSON object, a table, and comma-separated values.
protocol Printable: Encodable {
  func table() -> String
  func commaSeparated() -> String
  /// - Throws: where there is nothing to draw.
  func draw(to path: String) throws
}

/// Prints, writes and draws one such result.
struct ValueReport {
  let shared: SharedOptions

  func run(_ value: some Printable) throws {
    if let recording = Recording.current { return try recording.keep(value) }
    // The picture first: where it cannot be written, stdout stays empty.
    if let plot = shared.plot {
      do { try value.draw(to: plot) } catch let error as OutputError {
        throw Unwritable(flag: "--plot", cause: error)
      }
    }
    guard let path = shared.output else {
      return try StandardOutput.write(text(of: value, as: shared.format))
    }
    do {
      switch shared.ending {
      case .json: try AtomicFile.write(text(of: value, as: .json), to: path)
      case .csv: try AtomicFile.write(text(of: value, as: .csv), to: path)
      case .npz:
        try AtomicFile.write(NumpyArchive(commaSeparated: value.commaSeparated()).bytes, to: path)
      case nil: try AtomicFile.write(text(of: value, as: shared.format), to: path)
      }
    } catch let error as OutputError {
      throw Unwritable(flag: "--output", cause: error)
    }
  }

  private func text(
    of value: some Printable, as format: SharedOptions.Format
  ) throws -> String {
    switch format {
    case .table: value.table()
    case .json: try OrderedJSONEncoder().encode(value) + "\n"
    case .csv: value.commaSeparated()
    }
  }
}
