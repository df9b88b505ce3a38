/// An expectation value, and by how much its number may be off.
struct Moment: Sendable, Equatable {
  var value: Double
  /// Numerical error: of the state, of the quadrature and of rounding.
  var error: Double

  static let zero = Moment(value: 0, error: 0)

  static func * (factor: Double, moment: Moment) -> Moment {
    Moment(value: factor * moment.value, error: factor.magnitude * moment.error)
  }
}
