import FewBody
import Testing

@Suite struct NumpyArchiveTests {
  /// An array of the archive, read by the zip directory and numpy's header alone.
  struct Member {
    var header = ""
    var values: [Double] = []
  }

  @Test func holdsAxesPotentialAndWavefunctions() throws {
    let spectrum = OutputSamples.pair
    let archive = try spectrum.archive(potential: { $0 * $0 / 2 }, points: 801)
    let members = try read(archive.bytes)
    #expect(
      Set(members.keys) == [
        "x.npy", "V.npy", "energies.npy", "lower.npy", "upper.npy", "wavefunctions.npy",
        "parity.npy",
      ])
    let x = try #require(members["x.npy"]).values
    #expect(x.count == 801 && x.first == -24 && x.last == 24 && x[400] == 0)
    #expect(zip(x, x.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(x, x.reversed()).allSatisfy { $0 == -$1 })
    #expect(members["V.npy"]?.values == x.map { $0 * $0 / 2 })
    #expect(members["energies.npy"]?.values == spectrum.map(\.energy.hartree))
    #expect(members["lower.npy"]?.values == spectrum.map(\.interval.lowerBound.hartree))
    #expect(members["upper.npy"]?.values == spectrum.map(\.interval.upperBound.hartree))
    #expect(members["parity.npy"]?.values == [1, -1, 1])
    let waves = try #require(members["wavefunctions.npy"])
    #expect(waves.header.contains("'shape': (3, 801), "))
    for (row, level) in spectrum.enumerated() {
      let psi = Array(waves.values[(row * 801)..<((row + 1) * 801)])
      #expect(psi == x.map { level.wavefunction(at: $0) })
      var norm = 0.0
      for i in 1..<801 {
        norm += (x[i] - x[i - 1]) * (psi[i] * psi[i] + psi[i - 1] * psi[i - 1]) / 2
      }
      #expect((norm - 1).magnitude < 1e-3)
    }
  }

  /// A table's columns: numbers, a gap among them, words with a comma, a quote and letters beyond ASCII.
  @Test func columnsOfATable() throws {
    let text = "x,note,gap\n1.5,\"a, \"\"b\"\"\",\n-2e-3,\u{3c6}\u{127},7\n"
    let members = try read(NumpyArchive(commaSeparated: text).bytes)
    #expect(members["x.npy"]?.values == [1.5, -2e-3])
    let gap = try #require(members["gap.npy"]).values
    #expect(gap[0].isNaN && gap[1] == 7)
    let note = try #require(members["note.npy"])
    #expect(note.header.contains("'descr': '<U6'"))
    #expect(throws: FewBodyError.self) { try NumpyArchive(commaSeparated: "a,b\n1\n") }
  }

  @Test func equalSpectraMakeEqualFiles() throws {
    let first = try OutputSamples.pair.archive(potential: { $0 }, points: 11).bytes
    let second = try OutputSamples.pair.archive(potential: { $0 }, points: 11).bytes
    #expect(first == second)
  }

  @Test func whatCannotBeIsNamed() throws {
    func name(_ body: () throws(FewBodyError) -> NumpyArchive) -> String? {
      do {
        _ = try body()
        return nil
      } catch .invalid(let parameter) {
        return parameter.name
      } catch {
        return "\(error)"
      }
    }
    let pair = OutputSamples.pair
    var read = pair
    read.levels[1].state = nil
    #expect(
      name { () throws(FewBodyError) in try pair.archive(potential: { $0 }, points: 1) } == "points"
    )
    #expect(
      name { () throws(FewBodyError) in try read.archive(potential: { $0 }, points: 9) } == "levels"
    )
    #expect(
      name { () throws(FewBodyError) in
        try pair.archive(potential: { $0 == 0 ? .nan : $0 }, points: 9)
      } == "V(0.0)")
    var archive = NumpyArchive()
    #expect(throws: FewBodyError.self) { try archive.add("ragged", rows: [[1], [1, 2]]) }
  }

  private func read(_ bytes: [UInt8]) throws -> [String: Member] {
    func number(_ at: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    try #require(number(end, 4) == 0x0605_4b50)
    var members: [String: Member] = [:]
    var entry = number(end + 16, 4)
    #expect(entry + number(end + 12, 4) == end)
    for _ in 0..<number(end + 10, 2) {
      try #require(number(entry, 4) == 0x0201_4b50)
      let size = number(entry + 24, 4)
      let nameLength = number(entry + 28, 2)
      let name = String(decoding: bytes[(entry + 46)..<(entry + 46 + nameLength)], as: UTF8.self)
      let local = number(entry + 42, 4)
      try #require(number(local, 4) == 0x0403_4b50)
      #expect(bytes[(local + 4)..<(local + 30)] == bytes[(entry + 6)..<(entry + 32)])
      let start = local + 30 + nameLength
      let content = Array(bytes[start..<(start + size)])
      #expect(Int(bitwiseCRC(content)) == number(entry + 16, 4))
      #expect(content.prefix(8).elementsEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0]))
      let headerEnd = 10 + number(start + 8, 2)
      #expect(headerEnd % 64 == 0)
      var member = Member(header: String(decoding: content[10..<headerEnd], as: UTF8.self))
      let isWords = member.header.hasPrefix("{'descr': '<U")
      #expect(isWords || member.header.hasPrefix("{'descr': '<f8', "))
      #expect(member.header.contains("'fortran_order': False, 'shape': ("))
      for at in stride(from: headerEnd, to: isWords ? headerEnd : size, by: 8) {
        let bits = (0..<8).reduce(UInt64(0)) { $0 | UInt64(content[at + $1]) << (8 * $1) }
        member.values.append(Double(bitPattern: bits))
      }
      members[name] = member
      entry += 46 + nameLength
    }
    return members
  }

  /// CRC-32 by polynomial division, a bit at a time: no table to share a mistake with.
  private func bitwiseCRC(_ bytes: [UInt8]) -> UInt32 {
    var remainder: UInt32 = .max
    for byte in bytes {
      for bit in 0..<8 {
        let isSet = remainder & 1 != UInt32(byte >> bit & 1)
        remainder = remainder >> 1 ^ (isSet ? 0xEDB8_8320 : 0)
      }
    }
    return ~remainder
  }
}
