/// Energies below which a semiclassical count reaches a target.
struct CountingSearch {
  let target: Double
  /// The least value of V.
  let bottom: Double
  let count: (_ energy: Double) -> Double

  /// An energy below the threshold; `isReached` is false where even the threshold has fewer levels.
  ///
  /// `kinetic` is the scale of an energy just below a threshold under which nothing attracts, `reach`
  /// the largest t = (threshold - E)^(-1/2) that is tried, given the smallest.
  func energy(
    below threshold: Double, kinetic: Double, reach: (_ first: Double) -> Double
  ) -> (energy: Double, isReached: Bool) {
    // Nothing attracts: any energy below the threshold will do for the proof of that.
    guard threshold > bottom else {
      return (threshold - 1e-10 * max(kinetic, Swift.abs(threshold)), false)
    }
    // In t a Coulomb tail's count is linear.
    func energy(_ t: Double) -> Double { threshold - 1 / (t * t) }
    let first = max(1 / (threshold - bottom).squareRoot(), 1e-200)
    let limit = reach(first)
    var (low, high) = (first, first)
    repeat { high *= 8 } while count(energy(high)) < target && high < limit
    if count(energy(high)) < target {
      let all = count(threshold)
      for _ in 0..<60 {
        let t = (low * high).squareRoot()
        if count(energy(t)) < 0.5 * all { low = t } else { high = t }
      }
      return (threshold - 1e-9 / (high * high), false)
    }
    low = high / 8
    return (energy(bisect(low, high) { count(energy($0)) }), true)
  }

  /// An energy above the bottom, where the count grows without end.
  func energy(from step: Double) -> Double {
    var step = step.isFinite && step > 0 ? step : 1e-12
    while count(bottom + step) < target, step < 1e300 { step *= 2 }
    return bottom + bisect(0.5 * step, step) { count(bottom + $0) }
  }

  /// The upper end of a bracket of the target, a 256th of [low, high] wide.
  private func bisect(_ low: Double, _ high: Double, _ count: (Double) -> Double) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<8 {
      let middle = 0.5 * (low + high)
      if count(middle) < target { low = middle } else { high = middle }
    }
    return high
  }
}
