/// Lines of equal value on a square net, by marching squares.
///
/// On each edge of the net the crossing is placed by linear interpolation, an error of second
/// order in the step; given the logarithm of a density that decays exponentially, none along it.
struct ContourLines {
  private let samples: PlaneSamples
  private let level: Double
  /// Pairs of edges; edge 2k leads from node k to the right, 2k + 1 upward.
  private var segments: [(Int, Int)] = []

  /// The lines, closed ones ending where they begin, in bohr.
  ///
  /// One that spans less than five steps, as round the last node before a cusp, says more of the
  /// net than of the function, and is left out.
  static func lines(of samples: PlaneSamples, at level: Double) -> [[Chart.Point]] {
    let step = samples.position(1) - samples.position(0)
    return ContourLines(samples: samples, level: level).joined().filter { line in
      [line.map(\.x), line.map(\.y)].contains { ($0.max() ?? 0) - ($0.min() ?? 0) > 5 * step }
    }
  }

  private init(samples: PlaneSamples, level: Double) {
    self.samples = samples
    self.level = level
    let n = samples.count
    for j in 0..<(n - 1) {
      for i in 0..<(n - 1) {
        let corners = [
          samples[i, j], samples[i + 1, j], samples[i + 1, j + 1], samples[i, j + 1],
        ]
        let inside = corners.map { $0 > level }
        let k = j * n + i
        let edges = [2 * k, 2 * (k + 1) + 1, 2 * (k + n), 2 * k + 1]
        let cut = (0..<4).filter { inside[$0] != inside[($0 + 1) % 4] }
        if cut.count == 2 {
          segments.append((edges[cut[0]], edges[cut[1]]))
        } else if cut.count == 4 {
          // A saddle: the middle's value says which pair of corners is connected.
          let middle = corners.reduce(0, +) / 4 > level
          let first = middle == inside[0]
          segments.append(first ? (edges[0], edges[1]) : (edges[0], edges[3]))
          segments.append(first ? (edges[2], edges[3]) : (edges[1], edges[2]))
        }
      }
    }
  }

  private func joined() -> [[Chart.Point]] {
    var ends: [Int: [Int]] = [:]
    for (s, segment) in segments.enumerated() {
      ends[segment.0, default: []].append(s)
      ends[segment.1, default: []].append(s)
    }
    var isUsed = [Bool](repeating: false, count: segments.count)
    var lines: [[Chart.Point]] = []
    // Open lines first, from their ends on the frame: begun in the middle, one would be two.
    let open = segments.indices.filter { s in
      ends[segments[s].0]?.count == 1 || ends[segments[s].1]?.count == 1
    }
    for start in open + Array(segments.indices) where !isUsed[start] {
      let isReversed = ends[segments[start].0]?.count != 1 && ends[segments[start].1]?.count == 1
      var edge = isReversed ? segments[start].1 : segments[start].0
      var line = [crossing(edge)]
      var next: Int? = start
      while let s = next {
        isUsed[s] = true
        edge = segments[s].0 == edge ? segments[s].1 : segments[s].0
        line.append(crossing(edge))
        next = ends[edge]?.first { !isUsed[$0] }
      }
      lines.append(line)
    }
    return lines
  }

  private func crossing(_ edge: Int) -> Chart.Point {
    let n = samples.count
    let (i, j) = (edge / 2 % n, edge / 2 / n)
    let (right, up) = edge % 2 == 0 ? (1, 0) : (0, 1)
    let from = samples[i, j]
    let share = (level - from) / (samples[i + right, j + up] - from)
    let step = samples.position(1) - samples.position(0)
    return Chart.Point(
      x: samples.position(i) + Double(right) * share * step,
      y: samples.position(j) + Double(up) * share * step)
  }
}
