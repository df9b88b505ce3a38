/// The part of a mesh on which one level lives, and what holds its two ends.
struct Chain: Sendable {
  /// How a domain ends.
  enum End: Sendable {
    /// psi = 0, exactly.
    case wall
    /// psi' = 0, exactly.
    case mirror
    /// The domain goes on; beyond the last node V >= `lower`, so that a level below it decays.
    case open(lower: Double)
    /// As `open`, but the domain ends at a mirror: there psi need not vanish.
    case mirrorBeyond(lower: Double)
  }

  let elements: Range<Int>
  let start: End
  let end: End
  /// A lower bound of k outside, where an end is open.
  let kinetic: Double

  /// Ends of the upper bound: a cut is a wall, which can only raise levels.
  var upperStart: NodalForm.End { Chain.upper(start) }
  var upperEnd: NodalForm.End { Chain.upper(end) }

  private static func upper(_ end: End) -> NodalForm.End {
    if case .mirror = end { .free(0) } else { .fixed }
  }

  /// Ends of the lower bound; nil where the outer region could bind at s.
  func lowerStart(_ s: Double) -> NodalForm.End? { lower(start, s) }
  func lowerEnd(_ s: Double) -> NodalForm.End? { lower(end, s) }

  /// For V >= V_out and psi -> 0, or psi = 0 at a wall, the outer form is at least
  /// sqrt(k (V_out - s)) psi^2; up to a mirror at the distance L that has a factor
  /// tanh(L sqrt((V_out - s)/k)), of which 0 is enough.
  private func lower(_ end: End, _ s: Double) -> NodalForm.End? {
    switch end {
    case .wall: return .fixed
    case .mirror: return .free(0)
    case .open(let lower):
      guard lower > s else { return nil }
      if lower == .infinity { return .fixed }
      return .free((kinetic * (lower - s)).squareRoot() * (1 - 0x1p-49))
    case .mirrorBeyond(let lower): return lower > s ? .free(0) : nil
    }
  }
}

/// Arrays of one chain's form, allocated once a solver.
final class Scratch {
  let coupling: UnsafeMutablePointer<Double>
  let left: UnsafeMutablePointer<Double>
  let right: UnsafeMutablePointer<Double>
  let forward: UnsafeMutablePointer<Double>
  let backward: UnsafeMutablePointer<Double>
  let vector: UnsafeMutablePointer<Double>
  let jumps: UnsafeMutablePointer<Double>

  init(elements: Int) {
    let size = elements + 1
    let start = UnsafeMutablePointer<Double>.allocate(capacity: 7 * size)
    start.initialize(repeating: 0, count: 7 * size)
    coupling = start
    left = start + size
    right = start + 2 * size
    forward = start + 3 * size
    backward = start + 4 * size
    vector = start + 5 * size
    jumps = start + 6 * size
  }

  deinit { coupling.deallocate() }

  func form(_ elements: Range<Int>, start: NodalForm.End, end: NodalForm.End) -> NodalForm {
    NodalForm(
      coupling: coupling, left: left, right: right, elements: elements, start: start, end: end)
  }
}
