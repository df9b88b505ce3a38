import FewBody
import Foundation
import Testing

/// `--output` and `--plot`: whole files or none, and the exit codes of those that cannot be.
@Suite struct OutputFileTests {
  @Test func theEndingChoosesTheFormat() throws {
    let folder = try Scratch()
    for name in ["levels.json", "levels.csv", "levels.npz"] {
      let outcome = try Executable.run("pair --dim 1 --states 2 --output \(folder.path(name))")
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty && outcome.errors.isEmpty)
    }
    #expect(try folder.names == ["levels.csv", "levels.json", "levels.npz"])
    let json = try String(contentsOfFile: folder.path("levels.json"), encoding: .utf8)
    #expect(json == (try Executable.run("pair --dim 1 --states 2 --format json").output))
    let csv = try String(contentsOfFile: folder.path("levels.csv"), encoding: .utf8)
    #expect(csv == (try Executable.run("pair --dim 1 --states 2 --format csv").output))
    let archive = try Data(contentsOf: URL(fileURLWithPath: folder.path("levels.npz")))
    #expect(archive.prefix(4) == Data([0x50, 0x4B, 3, 4]))
    for array in ["x.npy", "V.npy", "energies.npy", "wavefunctions.npy"] {
      #expect(archive.range(of: Data(array.utf8)) != nil)
    }
  }

  /// Every subcommand writes every format, and the text is that of standard output.
  @Test(arguments: [
    "pair --dim 1 --states 2", "ring --flux 0:1:3 --states 2", "electrons --count 2 --states 1",
    "collective --electrons 4 --ratio 0.1", "london --radius 10nm", "fine-structure --states 2",
    "interaction --orbitals 1s,2p", "interaction --material Sn", "flow ring",
    "ring --experiment levy-1990", "dipoles --frequencies 1,1.2", "reproduce hu",
    "response helix --states 4", "response left-handed --frequency 1.0002",
  ])
  func everySubcommandWritesEveryFormat(line: String) throws {
    let folder = try Scratch()
    for format in ["json", "csv", "npz"] {
      let path = folder.path("answer.\(format)")
      let outcome = try Executable.run("\(line) --output \(path)")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      if format == "npz" {
        #expect(data.prefix(4) == Data([0x50, 0x4B, 3, 4]))
      } else {
        let printed = try Executable.run("\(line) --format \(format)").output
        #expect(String(decoding: data, as: UTF8.self) == printed)
      }
    }
  }

  /// numpy itself reads the archives, where there is a Python with it.
  @Test func numpyReadsThem() throws {
    let folder = try Scratch()
    let path = folder.path("answer.npz")
    let table = folder.path("table.npz")
    #expect(try Executable.run("pair --dim 1 --states 2 --output \(path)").status == 0)
    #expect(try Executable.run("interaction --orbitals 1s,2p --output \(table)").status == 0)
    let script = """
      import sys
      try:
          import numpy
      except ImportError:
          sys.exit(77)
      a = numpy.load('\(path)')
      step = a['x'][1] - a['x'][0]
      assert a['wavefunctions'].shape == (2, a['x'].size), a['wavefunctions'].shape
      assert (a['lower'] <= a['energies']).all() and (a['energies'] <= a['upper']).all()
      b = numpy.load('\(table)')
      assert list(b['second'][:4]) == ['1s', '2p-1', '2p0', '2p+1'], b['second']
      assert abs(b['coulombDirect[hartree]'][0] - 0.625) < 1e-12
      """
    let python = Process()
    python.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script]
    try python.run()
    python.waitUntilExit()
    // 77: no numpy; 127: no Python.
    #expect([0, 77, 127].contains(python.terminationStatus))
  }

  @Test(arguments: ["svg", "png"])
  func aPictureIsDrawnBesideTheNumbers(ending: String) throws {
    let folder = try Scratch()
    let path = folder.path("pair.\(ending)")
    let outcome = try Executable.run("pair --dim 1 --states 3 --format json --plot \(path)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try Executable.decode(outcome.output).count == 3)
    let picture = try Data(contentsOf: URL(fileURLWithPath: path))
    let mark = ending == "png" ? Data([0x89, 0x50, 0x4E, 0x47]) : Data("<?xml".utf8)
    #expect(picture.prefix(mark.count) == mark)
    #expect(picture.count > 1000)
    #expect(try folder.names.filter { $0.hasPrefix("pair") } == ["pair.\(ending)"])
  }

  @Test(arguments: ["--output", "--plot"])
  func aFolderThatIsNotThere(flag: String) throws {
    let folder = try Scratch()
    let path = folder.path("absent/levels") + (flag == "--plot" ? ".svg" : ".json")
    let outcome = try Executable.run("pair --dim 1 --states 1 \(flag) \(path)")
    #expect(outcome.status == 73)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == 1)
    #expect(outcome.errors.hasPrefix("Error: \(flag)"), "\(outcome.errors)")
    #expect(outcome.errors.contains(path))
  }

  @Test func aFailedRunLeavesTheOldFileAlone() throws {
    let folder = try Scratch()
    let path = try folder.write("mine", to: "levels.json")
    #expect(try Executable.run("pair --dim 1 --states 0 --output \(path)").status == 64)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "mine")
    #expect(try Executable.run("pair --dim 1 --states 1 --output \(path)").status == 0)
    #expect(try Executable.decode(String(contentsOfFile: path, encoding: .utf8)).count == 1)
    #expect(try folder.names == ["levels.json"])
  }

  /// A reader that polls while the file is replaced again and again sees whole files only.
  @Test func aReaderNeverSeesHalfAFile() throws {
    let folder = try Scratch()
    let path = folder.path("levels.json")
    #expect(try Executable.run("pair --dim 1 --states 30 --output \(path)").status == 0)
    for _ in 0..<5 {
      let writer = try Executable.start(
        ["pair", "--dim", "1", "--states", "30", "--output", path], output: folder.path("out"),
        errors: folder.path("err"))
      while writer.isRunning {
        #expect(try Executable.decode(String(contentsOfFile: path, encoding: .utf8)).count == 30)
      }
      #expect(writer.terminationStatus == 0)
    }
  }

  #if os(Linux)
    @Test func aFullDiskIsAnInputOutputError() throws {
      let folder = try Scratch()
      let errors = folder.path("err")
      let process = try Executable.start(
        ["pair", "--dim", "1", "--states", "1"], output: "/dev/full", errors: errors)
      process.waitUntilExit()
      #expect(process.terminationStatus == 74)
      let text = try String(contentsOfFile: errors, encoding: .utf8)
      #expect(text.hasPrefix("Error: stdout") && text.contains("space"))
      let device = try Executable.run("pair --dim 1 --states 1 --output /dev/full")
      #expect(device.status == 74)
      #expect(device.errors.hasPrefix("Error: --output"))
    }
  #endif

  @Test func aReaderThatWentAwayIsAnInputOutputError() throws {
    let folder = try Scratch()
    let pipe = Pipe()
    let process = Process()
    process.executableURL = Executable.url
    process.arguments = ["pair", "--dim", "1", "--states", "1"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    let errors = try folder.write("", to: "err")
    process.standardError = FileHandle(forWritingAtPath: errors)
    try pipe.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 74)
    #expect(try String(contentsOfFile: errors, encoding: .utf8).hasPrefix("Error: stdout"))
  }
}
