import FewBody
import Foundation
import Testing

/// The `.npz` of states in space: names, shapes and refusals.
@Suite struct SpaceArchiveTests {
  private func holds(_ archive: NumpyArchive, _ text: String) -> Bool {
    Data(archive.bytes).range(of: Data(text.utf8)) != nil
  }

  @Test func partialWaves() throws {
    let pair = SpacePair(charge: 1, kernel: .breit)
    let spectrum = try pair.spectrum(lowest: 3)
    let archive = try spectrum.spaceArchive(potential: try pair.potential(), points: 101)
    let channels = spectrum.map { $0.spaceState?.waves.count ?? 0 }.max() ?? 0
    for name in ["energies", "lower", "upper", "r", "V", "u", "l", "m"] {
      #expect(holds(archive, "\(name).npy"), "\(name)")
    }
    #expect(holds(archive, "'shape': (3, \(channels), 101), "))
    #expect(holds(archive, "'shape': (3, \(channels)), "))
    #expect(holds(archive, "'shape': (2, 101), "))
    #expect(
      archive.bytes
        == (try spectrum.spaceArchive(potential: try pair.potential(), points: 101)).bytes)
  }

  @Test func cartesianFields() throws {
    let pair = SpacePair(charge: 1)
    let spectrum = try pair.spectrum(lowest: 1, on: .fourier(points: 16))
    let archive = try spectrum.spaceArchive(potential: try pair.potential(), points: 12)
    for name in ["energies", "lower", "upper", "x", "V", "psi"] {
      #expect(holds(archive, "\(name).npy"), "\(name)")
    }
    #expect(holds(archive, "'shape': (1, 12, 12, 12), "))
    #expect(holds(archive, "'shape': (12, 12, 12), "))
  }

  @Test func aSpectrumReadBackHasNoStates() throws {
    var spectrum = try SpacePair(charge: 1).spectrum(lowest: 2)
    spectrum.levels[1].spaceState = nil
    #expect(throws: FewBodyError.self) { try spectrum.spaceArchive(potential: { _, _, _ in 0 }) }
  }
}
