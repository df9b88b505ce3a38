/// Which eigenvalues of a matrix are wanted.
public enum EigenvalueSelection: Sendable, Equatable {
  /// The `count` algebraically smallest.
  case lowest(Int)
  /// All in the closed interval.
  case range(ClosedRange<Double>)
  /// The whole spectrum.
  case all
}

extension EigenvalueSelection {
  /// LAPACK's `range`, `vl`, `vu`, `il`, `iu`.
  struct Arguments {
    let range: CChar
    let lower: Double
    let upper: Double
    let first: Int32 = 1
    let last: Int32
    /// The largest number of eigenvalues that can come back.
    let capacity: Int
  }

  func arguments(dimension: Int) throws(LinearAlgebraError) -> Arguments {
    switch self {
    case .lowest(let count):
      try require(
        (1...dimension).contains(count), "lowest", count, accepted: "1...\(dimension)")
      return Arguments(
        range: .init(ascii: "I"), lower: 0, upper: 0, last: Int32(count), capacity: count)
    case .range(let bounds):
      try require(
        bounds.lowerBound.isFinite && bounds.upperBound.isFinite, "range", bounds,
        accepted: "finite bounds")
      // LAPACK's interval is (vl, vu]: one step down closes it.
      return Arguments(
        range: .init(ascii: "V"), lower: bounds.lowerBound.nextDown, upper: bounds.upperBound,
        last: Int32(dimension), capacity: dimension)
    case .all:
      return Arguments(
        range: .init(ascii: "A"), lower: 0, upper: 0, last: Int32(dimension), capacity: dimension)
    }
  }
}

extension CChar {
  /// The character LAPACK wants for `jobz`, `range` or `uplo`.
  init(ascii letter: Unicode.Scalar) { self = CChar(truncatingIfNeeded: letter.value) }
}
