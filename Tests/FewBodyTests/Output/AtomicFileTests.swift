import FewBody
import Foundation
import Testing

@Suite struct AtomicFileTests {
  /// Runs the body in a folder of its own, and removes that.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("few-body-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func content(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func replacesAFileAndLeavesNothingElse() throws {
    try inFolder { folder in
      let path = folder + "/a.json"
      try AtomicFile.write("old", to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      try AtomicFile.write("new", to: path)
      #expect(try content(path) == "new")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.json"])
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect(mode as? Int == 0o640)
    }
  }

  @Test func writesThroughASymbolicLink() throws {
    try inFolder { folder in
      try AtomicFile.write("old", to: folder + "/real")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: folder + "/real")
      try AtomicFile.write("new", to: folder + "/link")
      #expect(try content(folder + "/real") == "new")
      let link = try FileManager.default.attributesOfItem(atPath: folder + "/link")
      #expect(link[.type] as? FileAttributeType == .typeSymbolicLink)
    }
  }

  @Test func anUnusablePathIsRefusedWithARemedy() throws {
    try inFolder { folder in
      try AtomicFile.write("file", to: folder + "/file")
      let remedies = [
        folder: "name a file in it",
        folder + "/absent/x.csv": "create it first",
        folder + "/file/x.csv": "name another path",
        folder + "/" + String(repeating: "n", count: 300): "name a shorter path",
        "": "give a file name",
      ]
      for (path, remedy) in remedies {
        #expect {
          try AtomicFile.write("text", to: path)
        } throws: { error in
          guard case .cannotWrite(_, let reason)? = error as? OutputError else { return false }
          return reason.contains(remedy)
        }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
    }
  }

  @Test func aFullDeviceIsAnInputOutputError() {
    #expect {
      try AtomicFile.write("text", to: "/dev/full")
    } throws: { error in
      guard case .ioError("/dev/full", let reason)? = error as? OutputError else { return false }
      return reason.contains("no space left")
    }
  }

  /// In a process of its own, because the limit on file sizes that stands for a full disk (write(2)
  /// comes back short, then fails) holds for everything that the process writes.
  @Test func aFailureKeepsTheOldFile() async {
    await #expect(processExitsWith: .success) {
      let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("few-body-\(UUID().uuidString)").path
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
      let path = folder + "/a.csv"
      try AtomicFile.write("old", to: path)
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      var isInputOutputError = false
      do throws(OutputError) {
        try AtomicFile.write([UInt8](repeating: 65, count: 10_000), to: path)
      } catch .ioError(path, _) {
        isInputOutputError = true
      } catch {}
      let kept = try String(contentsOfFile: path, encoding: .utf8)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      try FileManager.default.removeItem(atPath: folder)
      exit(isInputOutputError && kept == "old" && names == ["a.csv"] ? 0 : 1)
    }
  }

  @Test func devicesAndPipesAreWrittenToNotReplaced() throws {
    try inFolder { folder in
      let path = folder + "/pipe"
      #expect(mkfifo(path, 0o600) == 0)
      // Opened for both, so that neither end waits for the other.
      let descriptor = open(path, O_RDWR)
      try #require(descriptor >= 0)
      defer { close(descriptor) }
      try AtomicFile.write("through", to: path)
      var bytes = [UInt8](repeating: 0, count: 16)
      let count = read(descriptor, &bytes, bytes.count)
      #expect(String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self) == "through")

      let ends = Pipe()
      let end = ends.fileHandleForWriting.fileDescriptor
      try AtomicFile.write("descriptor", to: "/dev/fd/\(end)")
      #expect(ends.fileHandleForReading.availableData == Data("descriptor".utf8))
      try AtomicFile.write("nothing", to: "/dev/null")
      var status = stat()
      #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }
  }
}
