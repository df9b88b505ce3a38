import Testing

@testable import FewBody

/// A solve that is stopped returns what it has, and says that it is not all.
@Suite struct CancellationTests {
  @Test("stopped after three polls")
  func stops() throws {
    var polls = 0
    let pair = LinePair(coupling: 1, thickness: 1)
    let spectrum = try pair.spectrum(
      lowest: 10,
      shouldStop: {
        polls += 1
        return polls > 3
      })
    let whole = try pair.spectrum(lowest: 10)
    #expect(spectrum.count == 3)
    #expect(!spectrum.isComplete)
    #expect(whole.isComplete && whole.count == 10)
    // Even levels come first; each still has its theorem.
    for level in spectrum {
      #expect(level.certainty == .rigorous)
      #expect(whole.contains { $0.energy == level.energy })
    }
  }

  @Test("stopped before it began: no level, incomplete")
  func stopsAtOnce() throws {
    let spectrum = try LinePair(coupling: 1, thickness: 1)
      .spectrum(lowest: 4, shouldStop: { true })
    #expect(spectrum.isEmpty && !spectrum.isComplete)
  }

  @Test("a cancelled task is polled")
  func cancelledTask() async throws {
    let task = Task { () throws -> Spectrum in
      while !Task.isCancelled { await Task.yield() }
      return try LinePair(coupling: 1, thickness: 1).spectrum(lowest: 4)
    }
    task.cancel()
    let spectrum = try await task.value
    #expect(!spectrum.isComplete)
  }

  @Test("progress rises to 1")
  func progress() throws {
    var fractions: [Double] = []
    _ = try LinePair(coupling: 1, thickness: 1)
      .spectrum(lowest: 5, progress: { fractions.append($0) })
    #expect(fractions.count >= 5)
    #expect(zip(fractions, fractions.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(fractions.last == 1)
  }
}
