import FourierTransforms

/// Where the lines of nodes along one axis lie in memory, and how they are dealt out to threads.
///
/// Number (o * points + k) * inner + i: k runs along the axis, i over the axes that run faster, o
/// over the slower ones.
struct AxisLayout: Sendable {
  let points: Int
  let inner: Int
  let outer: Int
  /// Lines in one part of the work; it divides `inner`, or `outer` where the axis runs fastest.
  let lines: Int

  init(_ shape: [Int], axis: Int) {
    points = shape[axis]
    inner = shape[(axis + 1)...].reduce(1, *)
    outer = shape[..<axis].reduce(1, *)
    // An eighth, or what still fits a second-level cache: 64 lines of 256 are 256 KiB.
    let total = inner == 1 ? outer : inner
    let most = max(1, min(total / 8, max(1, 16384 / points)))
    lines = (1...most).last { total % $0 == 0 } ?? 1
  }

  var parts: Int { outer * inner / lines }

  /// The first node of a part.
  func start(_ part: Int) -> Int {
    guard inner > 1 else { return part * lines * points }
    let perOuter = inner / lines
    return part / perOuter * points * inner + part % perOuter * lines
  }

  /// The transform of one part.
  var batch: Batch {
    inner == 1
      ? .contiguous(lines, length: points) : Batch(count: lines, stride: inner, distance: 1)
  }
}
