import FewBody

/// How energies become heights in a level diagram.
///
/// A Rydberg series crowds under its threshold T: on a linear axis most levels would share the
/// topmost pixels. There the height is -log10(T - E), on which they stand about evenly and a
/// Coulomb well of any depth keeps its shape.
enum EnergyScale: Sendable, Equatable {
  case linear
  case logarithmic(threshold: Double)

  /// Logarithmic where the binding energies span more than a decade.
  init(energies: [Double], threshold: Double?) {
    self = .linear
    guard let threshold, let lowest = energies.min(), let highest = energies.max() else { return }
    if energies.count > 2, highest < threshold, threshold - lowest > 10 * (threshold - highest) {
      self = .logarithmic(threshold: threshold)
    }
  }

  /// The height of an energy; infinite where it is at or above a logarithmic scale's threshold.
  func height(_ energy: Double) -> Double {
    switch self {
    case .linear: energy
    case .logarithmic(let threshold):
      energy < threshold ? -decimalLogarithm(threshold - energy) : .infinity
    }
  }

  func title(_ unit: EnergyUnit) -> String {
    switch self {
    case .linear: "energy (\(unit.symbol))"
    case .logarithmic(0): "energy (\(unit.symbol)), logarithmic"
    case .logarithmic: "energy from the threshold (\(unit.symbol)), logarithmic"
    }
  }

  /// Ticks of a logarithmic scale at 1, 2, 5 times powers of ten, or fewer where they crowd.
  func ticks(in range: ClosedRange<Double>) -> [Chart.Tick]? {
    guard case .logarithmic = self else { return nil }
    let decades = range.upperBound - range.lowerBound
    let stride = max(1, Int((decades / 8).rounded(.up)))
    let factors: [Double] = decades < 2.5 ? [1, 2, 5] : decades < 5 ? [1, 3] : [1]
    var ticks: [Chart.Tick] = []
    let lowest = Int((-range.upperBound).rounded(.down))
    let highest = Int((-range.lowerBound).rounded(.up))
    for decade in Swift.stride(from: lowest, through: highest, by: 1)
    where decade % stride == 0 || factors.count > 1 {
      for factor in factors {
        let position = -(decimalLogarithm(factor) + Double(decade))
        if range.contains(position) {
          ticks.append(Chart.Tick(position: position, text: text(factor, decade)))
        }
      }
    }
    return ticks
  }

  private func text(_ factor: Double, _ decade: Int) -> String {
    if (-4...4).contains(decade) {
      return "\u{2212}"
        + ExactDecimal(factor * powerOfTen(decade)).fixed(
          places: max(-decade, 0), .toNearestOrEven)
    }
    return "\u{2212}" + (factor == 1 ? "" : "\(Int(factor))\u{b7}") + "10"
      + superscript(decade)
  }
}
