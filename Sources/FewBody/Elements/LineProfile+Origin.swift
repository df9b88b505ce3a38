extension LineProfile {
  /// The same profile with energies counted from `origin`: where V tends to a constant, all that the
  /// constant does to a far element is to drown its stiffness in rounding.
  func counted(from origin: Double) -> LineProfile {
    guard origin != 0 else { return self }
    let (enclosure, sample) = (enclosure, sample)
    let (beyond, before) = (lowerBoundBeyond, lowerBoundBefore)
    var profile = self
    profile.enclosure = { left, right in
      var range = enclosure(left, right)
      range.lower = (range.lower - origin).nextDown
      range.upper = (range.upper - origin).nextUp
      return range
    }
    profile.sample = { points, values in
      var error = sample(points, values)
      var largest = 0.0
      for i in 0..<points.count {
        values[i] -= origin
        largest = max(largest, values[i].magnitude)
      }
      error += 0x1p-53 * largest
      return error.nextUp
    }
    profile.lowerBoundBeyond = { (beyond($0) - origin).nextDown }
    profile.lowerBoundBefore = { (before($0) - origin).nextDown }
    profile.threshold = threshold.map { $0 - origin }
    return profile
  }
}

extension ChannelSolver.Outcome {
  /// The levels with energies counted from -`origin`.
  func raised(by origin: Double) -> ChannelSolver.Outcome {
    guard origin != 0 else { return self }
    var outcome = self
    for i in outcome.levels.indices {
      outcome.levels[i].energy += origin
      outcome.levels[i].lower = (outcome.levels[i].lower + origin).nextDown
      outcome.levels[i].upper = (outcome.levels[i].upper + origin).nextUp
      outcome.levels[i].magnitude += origin.magnitude
    }
    outcome.countedBelow += origin
    return outcome
  }
}
