/// How far a long solve has come.
public struct SolveProgress: Sendable, Equatable {
  /// The fraction done, from 0 to 1; an estimate.
  public var fraction: Double
  /// Seconds left, where the solver can tell better than from the fraction.
  public var secondsLeft: Double?
  /// What is being done, such as an iteration with its residual.
  public var detail: String?

  /// A report that the fraction done, 0 to 1, has been reached.
  public init(fraction: Double, secondsLeft: Double? = nil, detail: String? = nil) {
    self.fraction = fraction
    self.secondsLeft = secondsLeft
    self.detail = detail
  }
}
