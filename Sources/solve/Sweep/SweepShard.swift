#if Sweeps
  import ArgumentParser

  /// The i-th of n parts of a sweep, i from 1: every n-th point, so that no part has the hard ones.
  struct SweepShard: Sendable, Hashable {
    let index: Int
    let count: Int

    static func read(_ text: String) throws -> SweepShard {
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1,
        (1...count).contains(index)
      else { throw ValidationError("i/n with i from 1 to n is accepted, such as 1/8") }
      return SweepShard(index: index, count: count)
    }

    func holds(_ point: Int) -> Bool { point % count == index - 1 }

    /// `sweep.sqlite` becomes `sweep-1-of-8.sqlite`: array jobs need stores of their own.
    func path(for store: String) -> String {
      let suffix = "-\(index)-of-\(count)"
      guard let dot = store.lastIndex(of: "."), !store[dot...].contains("/") else {
        return store + suffix
      }
      return store[..<dot] + suffix + store[dot...]
    }
  }
#endif
