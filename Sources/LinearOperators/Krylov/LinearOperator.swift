/// A real symmetric operator known by what it does to a vector.
public protocol LinearOperator: Sendable {
  /// The length of the vectors.
  var dimension: Int { get }

  /// y ← A x; `x` and `y` are distinct and of length ``dimension``. `y` holds old numbers.
  func apply(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>)

  /// Y ← A X for `count` vectors stored one after another; by default one ``apply(_:_:)`` each.
  ///
  /// Override it where one pass over the coefficients can serve several vectors, or to spread
  /// vectors over threads.
  func apply(
    count: Int, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>)
}

extension LinearOperator {
  /// Multiplies one vector after the other by ``apply(_:_:)``.
  public func apply(
    count: Int, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>
  ) {
    for j in 0..<count {
      let column = j * dimension..<(j + 1) * dimension
      apply(
        UnsafeBufferPointer(rebasing: x[column]),
        UnsafeMutableBufferPointer(rebasing: y[column]))
    }
  }
}

/// An approximate inverse of A − λ that turns a residual into a correction.
///
/// The level λ is an argument because a shift that follows each vector halves the iterations: with
/// (T − λ)⁻¹ by sine transforms 9–11 steps on a 48³ grid, with one fixed shift 20.
public protocol Preconditioner: Sendable {
  /// w ≈ (A − λ)⁻¹ r up to a factor; it should be positive definite, so keep the shift below the
  /// spectrum of the part that is inverted.
  func correct(
    _ residual: UnsafeBufferPointer<Double>, level: Double,
    into correction: UnsafeMutableBufferPointer<Double>)
}

/// A preconditioner that is the same for every level: the operator M ≈ (A − σ)⁻¹.
public struct FixedPreconditioner<Inverse: LinearOperator>: Preconditioner {
  /// M ≈ (A − σ)⁻¹.
  public let inverse: Inverse

  /// The preconditioner that multiplies every residual by `inverse`.
  public init(_ inverse: Inverse) { self.inverse = inverse }

  /// w ← M r, whatever the level.
  public func correct(
    _ residual: UnsafeBufferPointer<Double>, level: Double,
    into correction: UnsafeMutableBufferPointer<Double>
  ) { inverse.apply(residual, correction) }
}

/// No preconditioning: the correction is the residual.
public struct IdentityPreconditioner: Preconditioner {
  /// The preconditioner that changes nothing.
  public init() {}

  /// w ← r, whatever the level.
  public func correct(
    _ residual: UnsafeBufferPointer<Double>, level: Double,
    into correction: UnsafeMutableBufferPointer<Double>
  ) { _ = correction.update(fromContentsOf: residual) }
}
