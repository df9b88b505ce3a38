import FewBody

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Walls for a potential that was typed without them: so far out that the asked levels have
/// decayed there.
///
/// The Bohr-Sommerfeld count n(E) = (1/pi) integral sqrt(2m (E - V)) dx places the highest asked
/// level, and the walls stand where its tail has the action integral sqrt(2m (V - E)) dx = 24, that
/// is where exp(-2 * 24) of its norm is left. An error of E only moves the walls: they are part of
/// the problem that is then solved and printed.
struct SemiclassicalBox {
  let mass: Double
  let levels: Int
  let potential: (Double) -> Double

  private static let decay = 24.0
  private static let reach = 1e8
  private static let finest = 1e-3
  private static let samples = 10_000

  /// L of the box [-L, L], in bohr, to two digits; throws where no level is confined.
  func halfWidth() throws(FewBodyError) -> Double {
    guard mass > 0 else {
      throw .invalid("reduced-mass", mass, accepted: "a finite mass above 0")
    }
    guard levels >= 1 else {
      throw .invalid("states", levels, accepted: "a whole number from 1")
    }
    let right = side(+1)
    let left = side(-1)
    guard let threshold = threshold(left, right), let deepest = deepest(left, right),
      deepest < threshold
    else { throw unconfined() }
    let total = count(threshold, left) + count(threshold, right)
    // One level more than asked, or the highest one that is bound.
    let wanted = min(Double(levels) + 0.5, max(total / 2, (total - 0.5).rounded(.down) + 0.5))
    var below = deepest
    var above = threshold
    // Relative to the height above the bottom: a steep V reaches 1e300 at the outer end.
    while above - below > 1e-3 * (above - deepest) {
      let middle = below + (above - below) / 2
      guard below < middle, middle < above else { break }
      if count(middle, left) + count(middle, right) < wanted {
        below = middle
      } else {
        above = middle
      }
    }
    guard let first = end(above, left), let second = end(above, right) else { throw unconfined() }
    let length = max(first, second)
    // Powers of ten below 1 are not exact, so that a short L is divided by one above 1.
    let digits = log10(length).rounded(.down) - 1
    if digits < 0 {
      let scale = pow(10, -digits)
      return (length * scale).rounded(.up) / scale
    }
    let unit = pow(10, digits)
    return (length / unit).rounded(.up) * unit
  }

  private typealias Samples = [(x: Double, value: Double)]

  /// V outwards from the origin, the distances in near-geometric steps, up to where it is no number.
  private func side(_ sign: Double) -> Samples {
    let top = asinh(Self.reach / Self.finest)
    var samples: Samples = []
    samples.reserveCapacity(Self.samples + 1)
    for i in 0...Self.samples {
      let x = Self.finest * sinh(top * Double(i) / Double(Self.samples))
      let value = potential(sign * x)
      if value.isNaN { break }
      samples.append((x, value))
    }
    return samples
  }

  /// The lower of the two outer values; nil where V has no limit: it still oscillates far out.
  private func threshold(_ left: Samples, _ right: Samples) -> Double? {
    var lowest = Double.infinity
    for samples in [left, right] {
      guard samples.count == Self.samples + 1, let last = samples.last else { return nil }
      let far = samples.suffix(Self.samples / 20).map(\.value)
      let steps = zip(far.dropFirst(), far)
      guard steps.allSatisfy({ $0 >= $1 }) || steps.allSatisfy({ $0 <= $1 }) else { return nil }
      lowest = min(lowest, last.value)
    }
    return min(lowest, .greatestFiniteMagnitude)
  }

  private func deepest(_ left: Samples, _ right: Samples) -> Double? {
    let lowest = (left + right).map(\.value).min()
    return lowest?.isFinite == true ? lowest : nil
  }

  private func count(_ energy: Double, _ samples: Samples) -> Double {
    var action = 0.0
    for i in 1..<samples.count where samples[i].value < energy {
      let width = samples[i].x - samples[i - 1].x
      action += (2 * mass * (energy - samples[i].value)).squareRoot() * width
    }
    return action / .pi
  }

  /// Where the tail beyond the outermost turning point has decayed; nil if it never does.
  private func end(_ energy: Double, _ samples: Samples) -> Double? {
    let turn = samples.lastIndex { $0.value <= energy } ?? 0
    var action = 0.0
    for i in samples.indices.dropFirst(turn + 1) {
      let height = max(samples[i].value - energy, 0)
      action += (2 * mass * height).squareRoot() * (samples[i].x - samples[i - 1].x)
      if action >= Self.decay { return samples[i].x }
    }
    return nil
  }

  private func unconfined() -> FewBodyError {
    .invalid(
      "extent", "not given",
      accepted: "a length L for the walls at +-L: this potential does not confine its levels")
  }
}
