import FewBody

/// The words beside the levels, apart from each other however close the levels are.
enum MarginLabels {
  /// Labels moved so that no two stand closer than a line of text; where there are more than fit,
  /// evenly chosen ones with the first and the last.
  ///
  /// A line's share of the range is that of the letters to the frame.
  static func placed(
    _ labels: [Chart.MarginLabel], in range: ClosedRange<Double>, line share: Double = 0.04
  ) -> [Chart.MarginLabel] {
    let height = range.upperBound - range.lowerBound
    let line = share * height
    let room = max(2, Int(0.9 / share))
    var kept = labels
    if labels.count > room {
      kept = (0..<room).map { labels[$0 * (labels.count - 1) / (room - 1)] }
    }
    kept.sort { $0.height < $1.height }
    // The least sum of squared moves: with the i-th line's own share i * line taken off, what is
    // left is an isotonic regression, solved by pooling adjacent violators.
    var pools: [(sum: Double, count: Int)] = []
    for (i, label) in kept.enumerated() {
      pools.append((label.height - Double(i) * line, 1))
      while pools.count > 1, let last = pools.last {
        let before = pools[pools.count - 2]
        guard before.sum / Double(before.count) > last.sum / Double(last.count) else { break }
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let top = range.upperBound - Double(kept.count - 1) * line
    var i = 0
    for pool in pools {
      let shared = min(max(pool.sum / Double(pool.count), range.lowerBound), top)
      for _ in 0..<pool.count {
        kept[i].position = shared + Double(i) * line
        i += 1
      }
    }
    return kept
  }

  /// `n = 2   -0.2500   even`: as many digits as tell the level from its neighbours, from 5 to 10.
  static func text(_ levels: [Level], at i: Int, in unit: EnergyUnit) -> String {
    let value = unit.value(of: levels[i].energy)
    var digits = 5
    for j in [i - 1, i + 1] where levels.indices.contains(j) {
      let gap = (unit.value(of: levels[j].energy) - value).magnitude
      guard gap > 0, value != 0 else { continue }
      digits = max(digits, Int((value / gap).magnitude.exponent10) + 3)
    }
    let words = "n = \(levels[i].index)   " + short(value, digits: min(digits, 10))
    guard case .word(let parity) = levels[i].labels["parity"] else { return words }
    return words + "   " + parity
  }

  /// A number of a few digits for a person, with a true minus sign.
  static func short(_ value: Double, digits: Int = 4) -> String {
    let decimal = ExactDecimal(value)
    let isFixed = value == 0 || (-3...6).contains(decimal.point)
    let text =
      isFixed
      ? decimal.fixed(places: max(0, digits - max(decimal.point, 1)), .toNearestOrEven)
      : decimal.scientific(significant: digits, .toNearestOrEven)
    return String(text.map { $0 == "-" ? "\u{2212}" : $0 })
  }
}
