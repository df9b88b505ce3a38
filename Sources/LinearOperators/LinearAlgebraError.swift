/// What a linear-algebra call can refuse or fail at, each case with its remedy.
///
/// Slow convergence is not here: an iterative solver returns what it has, and says so in
/// ``Eigenpairs/convergedCount``.
public enum LinearAlgebraError: Error, Sendable, Equatable {
  /// A LAPACK routine returned `info` ≠ 0; `meaning` is that routine's own documentation of it.
  case lapack(routine: String, info: Int, meaning: String)
  /// An argument that cannot be.
  case invalid(name: String, value: String, accepted: String)
  /// A request that would not fit in memory, in bytes.
  case tooLarge(what: String, bytes: Double, limit: Double)
}

extension LinearAlgebraError: CustomStringConvertible {
  /// What failed or was refused, in words.
  public var description: String {
    switch self {
    case .lapack(let routine, let info, let meaning):
      "\(routine) returned info = \(info): \(meaning)"
    case .invalid(let name, let value, let accepted):
      "\(name) is \(value); accepted: \(accepted)"
    case .tooLarge(let what, let bytes, let limit):
      "\(what) would need \(gibibytes(bytes)) of memory; \(gibibytes(limit)) are allowed"
    }
  }

  private func gibibytes(_ bytes: Double) -> String {
    "\((bytes / 1_073_741_824 * 10).rounded(.up) / 10) GiB"
  }
}

/// Throws ``LinearAlgebraError/invalid(name:value:accepted:)`` unless `condition` holds.
func require(
  _ condition: Bool, _ name: String, _ value: @autoclosure () -> some Any, accepted: String
) throws(LinearAlgebraError) {
  guard condition else { throw .invalid(name: name, value: "\(value())", accepted: accepted) }
}

/// Throws unless every element is finite, naming the first that is not.
func requireFinite(_ elements: [Double], _ name: String) throws(LinearAlgebraError) {
  // x - x is 0 for a finite x and NaN otherwise: one pass without a branch per element.
  var sum = 0.0
  for element in elements { sum += element - element }
  guard sum != 0 else { return }
  let index = elements.firstIndex { !$0.isFinite } ?? 0
  throw .invalid(
    name: "\(name)[\(index)]", value: "\(elements[index])", accepted: "finite numbers")
}
