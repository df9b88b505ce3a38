/// Brackets single levels by counting: bisection in the variable in which they are nearly even.
///
/// What was counted is kept, so that the next level starts where the last one left off.
struct LevelBisection {
  /// Below every level, and above all those that are asked for.
  let bottom: Double
  let top: Double
  let threshold: Double?
  /// The relative gap at which a cluster's members need not be told apart; 0 where they must.
  let cluster: Double
  private var probes: [(energy: Double, count: Int)] = []

  init(bottom: Double, top: Double, threshold: Double?, cluster: Double = 0) {
    self.bottom = bottom
    self.top = top
    self.threshold = threshold
    self.cluster = cluster
    forget()
  }

  /// Before counting with another model.
  mutating func forget() { probes = [(bottom, 0)] }

  /// Energies between which exactly level k lies, their gap below `width` of the level's depth, so that
  /// inverse iteration from the middle stays with it; or a cluster's bracket.
  mutating func bracket(
    _ k: Int, until width: Double, count: (_ energy: Double) -> Int
  ) -> (lower: Double, upper: Double)? {
    if !probes.contains(where: { $0.count > k }) { probes.append((top, count(top))) }
    var lower = probes.last { $0.count <= k }
    var upper = probes.first { $0.count > k }
    for _ in 0..<200 {
      guard let below = lower, let above = upper else { return nil }
      let isIsolated = below.count == k && above.count == k + 1
      // Deep wells may hold levels that are close in units of their depth.
      let depth = Swift.abs(above.energy - (threshold ?? bottom))
      let size = min(max(depth, Swift.abs(above.energy) * 1e-3), above.energy - bottom)
      if above.energy - below.energy < (isIsolated ? width : cluster) * size {
        return (below.energy, above.energy)
      }
      let s = middle(below.energy, above.energy)
      guard s > below.energy, s < above.energy else { return (below.energy, above.energy) }
      let probe = (energy: s, count: count(s))
      probes.insert(probe, at: probes.firstIndex { $0.energy > s } ?? probes.count)
      if probe.count <= k { lower = probe } else { upper = probe }
    }
    return nil
  }

  /// Levels of an attractive tail are nearly even in 1/sqrt(threshold - E), others in E.
  func middle(_ a: Double, _ b: Double) -> Double {
    guard let threshold, a < threshold, b < threshold else { return 0.5 * (a + b) }
    let (p, q) = (1 / (threshold - a).squareRoot(), 1 / (threshold - b).squareRoot())
    let t = p > 0.1 * q ? 0.5 * (p + q) : max((p * q).squareRoot(), 0.05 * q)
    return threshold - 1 / (t * t)
  }
}
