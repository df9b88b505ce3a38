/// Eigenvalues in ascending order with their vectors, their residuals and the solver's account.
public struct Eigenpairs<Scalar: Sendable>: Sendable {
  /// λ₀ ≤ λ₁ ≤ …, a degenerate value as often as its multiplicity.
  public let values: [Double]
  /// Column `i` belongs to `values[i]`; no columns if vectors were not asked for.
  ///
  /// Columns have xᴴBx = 1, and the first component that exceeds half of the largest is real and
  /// positive, so that the sign (or phase) does not depend on the routine.
  public let vectors: Eigenvectors<Scalar>
  /// ‖Ax − λBx‖₂ of each pair, computed from the returned numbers; empty without vectors.
  public let residuals: [Double]
  /// Sweeps of an iterative solver; 0 for a direct one.
  public let iterations: Int
  /// How many leading pairs met the tolerance.
  public let convergedCount: Int
  /// What is known about levels that might be missing.
  public let completeness: Completeness
  /// Wanted pairs that a cancelled solve did not reach.
  public internal(set) var missingCount = 0

  /// The number of eigenvalues.
  public var count: Int { values.count }
  /// Every wanted pair is here and met the tolerance.
  public var isConverged: Bool { convergedCount == values.count && missingCount == 0 }
}

/// How much is known about eigenvalues that a solver might have skipped.
public enum Completeness: Sendable, Equatable {
  /// A direct method computed all eigenvalues in question.
  case direct
  /// The inertia of A − σB on both sides of each group agrees with the pairs returned.
  case counted
  /// Random vectors in the complement of the pairs, iterated this many steps, found no other.
  case probed(steps: Int)
  /// Nothing was checked, and the reason.
  case unverified(because: String)
}

/// Vectors of equal length, stored one after another (column-major).
public struct Eigenvectors<Scalar: Sendable>: Sendable {
  /// Length of each vector.
  public let dimension: Int
  /// Number of vectors.
  public let count: Int
  /// Component `i` of vector `j` is at `i + j * dimension`.
  public let elements: [Scalar]

  /// Vector `j` without a copy.
  public subscript(j: Int) -> ArraySlice<Scalar> {
    elements[j * dimension..<(j + 1) * dimension]
  }

  /// Vector `j` as an array.
  public func vector(_ j: Int) -> [Scalar] { Array(self[j]) }
}

extension Eigenvectors<Double> {
  /// No vectors of length `dimension`.
  static func none(_ dimension: Int) -> Self {
    Self(dimension: dimension, count: 0, elements: [])
  }

  /// Flips columns so that the first component above half of the largest is positive.
  ///
  /// "The largest is positive" would depend on rounding wherever symmetry makes two components
  /// equal in size.
  static func fixSigns(_ elements: inout [Double], dimension: Int) {
    guard dimension > 0 else { return }
    for start in stride(from: 0, to: elements.count, by: dimension) {
      let column = start..<start + dimension
      let largest = elements[column].reduce(0) { max($0, abs($1)) }
      guard let lead = elements[column].first(where: { abs($0) > 0.5 * largest }), lead < 0
      else { continue }
      for i in column { elements[i] = -elements[i] }
    }
  }
}
