import FewBody
import Foundation
import Testing

/// `solve pair --dim 3` from outside.
@Suite struct SpacePairTests {
  private func spectrum(_ line: String, status: Int32 = 0) throws -> Spectrum {
    let outcome = try Executable.run("pair --dim 3 \(line) --format json")
    #expect(outcome.status == status, "\(line): \(outcome.errors)")
    return try Executable.decode(outcome.output)
  }

  @Test func exactEnergiesAreCompared() throws {
    for level in try spectrum("--states 14 --charge 2 --exact") {
      let exact = try #require(level.exact)
      #expect(level.interval.contains(exact))
    }
    #expect(try spectrum("--kernel breit --states 1 --exact")[0].exact == nil)
  }

  @Test(arguments: ["fd --order 4", "fft", "fd --grid uniform --symmetry none"])
  func gridsPrintTheirChoices(method: String) throws {
    let spectrum = try spectrum("--method \(method) --points 16 --states 2 --threads 1")
    #expect(spectrum.count == 2 && spectrum.isComplete)
    #expect(spectrum.method["points"] == .integer(16))
    #expect(spectrum.method["name"] == .word(String(method.prefix { $0 != " " })))
    for level in spectrum {
      #expect(level.interval.contains(Energy(hartree: level.index == 0 ? -0.25 : -0.0625)))
    }
  }

  @Test func aBoxWithoutRoomIsReported() throws {
    let spectrum = try spectrum(
      "--method fd --points 16 --extent 0.1 --states 3 --reduced-mass 1", status: 70)
    #expect(!spectrum.isComplete)
  }

  @Test(arguments: [
    "", "--kernel breit", "--method fft --points 16 --states 2",
  ])
  func wavefunctionsAndPictures(line: String) throws {
    let folder = try Scratch()
    let outcome = try Executable.run(
      "pair --dim 3 \(line) --output \(folder.path("a.npz")) --plot \(folder.path("a.svg"))")
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
    let archive = try Data(contentsOf: URL(fileURLWithPath: folder.path("a.npz")))
    #expect(archive.prefix(4) == Data([0x50, 0x4B, 3, 4]))
    let names = line.contains("fft") ? ["x.npy", "psi.npy"] : ["r.npy", "u.npy", "l.npy", "m.npy"]
    for name in names + ["V.npy", "energies.npy"] {
      #expect(archive.range(of: Data(name.utf8)) != nil, "\(name)")
    }
    let picture = try Data(contentsOf: URL(fileURLWithPath: folder.path("a.svg")))
    #expect(picture.prefix(5) == Data("<?xml".utf8))
  }

  @Test(arguments: [
    ("--extent -1", "--extent", "above 0"), ("--angular-momentum -1", "--angular-momentum", "200"),
    ("--angular-momentum 1 --magnetic 2", "--magnetic", "|M| <= l"),
    ("--kernel breit --angular-momentum 0", "--angular-momentum", "isotropic"),
    ("--kernel shifted", "--kernel", "breit"), ("--thickness 1", "--thickness", "--dim 1"),
    ("--points 32", "--points", "fd or fft"), ("--symmetry none", "--symmetry", "fd or fft"),
    ("--charge 1e90", "--charge", "1e40"), ("--method fd --points 15", "--points", "even"),
    ("--method fd --order 5", "--order", "2, 4, 6 or 8"), ("--external -1/r", "--external", "1/r"),
    ("--potential costheta", "--potential", "one limit"),
    ("--potential -r^2", "--potential", "confines"), ("--parity up", "--parity", "even"),
    ("--potential x", "--potential", "confines"),
    ("--method fft --magnetic 0", "--magnetic", "spectral"),
    ("--method fd --points 5000", "--points", "GiB"), ("--states 1000000", "--states", "GiB"),
  ])
  func whatCannotBeIsRefused(line: String, flag: String, remedy: String) throws {
    let outcome = try Executable.run("pair --dim 3 \(line)")
    #expect(outcome.status == 64 && outcome.output.isEmpty)
    let first = try #require(outcome.errorLines.first)
    #expect(first.hasPrefix("Error: ") && first.contains(flag) && first.contains(remedy))
    #expect(outcome.errorLines.count == 2)
  }

  @Test(.timeLimit(.minutes(1))) func anInterruptPrintsWhatWasFound() throws {
    let folder = try Scratch()
    let process = try Executable.start(
      "pair --dim 3 --kernel breit --states 3000 --format json".split(separator: " ")
        .map(String.init), output: folder.path("out"), errors: folder.path("err"))
    Thread.sleep(forTimeInterval: 0.5)
    #expect(process.isRunning)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 130)
    let found = try Executable.decode(
      String(contentsOfFile: folder.path("out"), encoding: .utf8))
    #expect(!found.isComplete && found.count < 3000)
  }
}
