import FewBody
import Foundation

/// The built `solve`, run as a process of its own.
enum Executable {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String

    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  /// `solve` stands in the products directory, beside the test bundle or above it.
  static let url: URL = {
    let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
    let arguments = CommandLine.arguments.map { URL(fileURLWithPath: $0) }
    let starts = [bundle].compactMap { $0 } + arguments + [Bundle.main.bundleURL]
    for start in starts {
      var folder = start
      while folder.path.count > 1 {
        let candidate = folder.appendingPathComponent("solve")
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder),
          !isFolder.boolValue
        {
          return candidate
        }
        folder.deleteLastPathComponent()
      }
    }
    return URL(fileURLWithPath: "solve")
  }()

  /// Runs to the end and collects both streams through files, which no amount of output can block.
  static func run(_ arguments: [String]) throws -> Outcome {
    let folder = try Scratch()
    let process = try start(arguments, output: folder.path("out"), errors: folder.path("err"))
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: try String(contentsOfFile: folder.path("out"), encoding: .utf8),
      errors: try String(contentsOfFile: folder.path("err"), encoding: .utf8))
  }

  static func run(_ line: String) throws -> Outcome {
    try run(line.split(separator: " ").map(String.init))
  }

  /// `solve pair --dim 1 <line> --format json`, decoded.
  static func spectrum(_ line: String) throws -> Spectrum {
    try decode(try run("pair --dim 1 \(line) --format json").output)
  }

  static func decode(_ json: String) throws -> Spectrum {
    try JSONDecoder().decode(Spectrum.self, from: Data(json.utf8))
  }

  /// Starts a process with its streams in files; an existing device such as `/dev/full` is used.
  static func start(_ arguments: [String], output: String, errors: String) throws -> Process {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try handle(output)
    process.standardError = try handle(errors)
    try process.run()
    return process
  }

  private static func handle(_ path: String) throws -> FileHandle {
    if !path.hasPrefix("/dev/") { try Data().write(to: URL(fileURLWithPath: path)) }
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return handle
  }
}

/// A folder of one test, removed with it.
final class Scratch {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "solve-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }
}
