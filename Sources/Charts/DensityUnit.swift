/// A density in the inverse cube of an axis' unit, and its logarithms.
struct DensityUnit: Sendable {
  private let length: String
  /// One bohr^-3 in this unit.
  let perBohr: Double

  init(_ axis: LengthAxis) {
    length = axis.symbol
    perBohr = 1 / (axis.factor * axis.factor * axis.factor)
  }

  /// The unit's name for a density in so many dimensions.
  func symbol(power: Int) -> String { length + superscript(-power) }

  /// Decimal logarithms of densities given in bohr^-3.
  ///
  /// A node, where the logarithm has no end, stops a decade below what is shown: low enough to
  /// leave its contours apart, high enough that they are interpolated between like numbers.
  func logarithms(_ samples: PlaneSamples, down floor: Double) -> PlaneSamples {
    samples.map { density in
      density > 0 ? max(decimalLogarithm(density * perBohr), floor - 1) : floor - 1
    }
  }
}
