/// How a discretization represents a wavefunction psi(x) on a line.
public protocol LineRepresentation: Sendable {
  /// The interval outside which the state is negligible, in bohr.
  var support: ClosedRange<Double> { get }
  /// psi(x) in bohr^(-1/2).
  func value(at x: Double) -> Double
  /// Points and weights (bohr) that integrate products of two such states to the state's own
  /// accuracy, with psi at the points.
  func quadrature() -> LineQuadrature
}

/// A quadrature with a wavefunction sampled on it.
public struct LineQuadrature: Sendable, Equatable {
  /// The points x, in bohr.
  public let points: [Double]
  /// The weight of each point, in bohr.
  public let weights: [Double]
  /// psi at each point, in bohr^(-1/2).
  public let values: [Double]

  /// A quadrature of points and weights in bohr and values in bohr^(-1/2), of equal number.
  public init(points: [Double], weights: [Double], values: [Double]) {
    self.points = points
    self.weights = weights
    self.values = values
  }
}

/// A real wavefunction psi(x) on a line, normalised to integral psi^2 dx = 1.
public struct LineState: Sendable {
  private let representation: any LineRepresentation

  /// The state that a discretization represents, taken to be normalised.
  public init(_ representation: some LineRepresentation) { self.representation = representation }

  /// A state given by its samples on a quadrature and by a function.
  public init(
    support: ClosedRange<Double>, points: [Double], weights: [Double], values: [Double],
    evaluate: @escaping @Sendable (Double) -> Double
  ) {
    self.init(
      SampledRepresentation(
        support: support,
        samples: LineQuadrature(points: points, weights: weights, values: values),
        evaluate: evaluate))
  }

  /// The interval outside which the state is negligible.
  public var support: ClosedRange<Double> { representation.support }

  /// psi(x) in bohr^(-1/2).
  public func value(at x: Double) -> Double { representation.value(at: x) }

  /// Points and weights (bohr) that integrate products of two such states, with psi at the points.
  public func quadrature() -> LineQuadrature { representation.quadrature() }

  /// The integral of psi f phi over the line, by the quadrature of this state.
  public func matrixElement(with other: LineState, of f: (Double) -> Double) -> Double {
    let own = quadrature()
    let partner = other.quadrature()
    let shared = partner.points == own.points
    var sum = 0.0
    for i in own.points.indices {
      let phi = shared ? partner.values[i] : other.value(at: own.points[i])
      sum += own.weights[i] * own.values[i] * f(own.points[i]) * phi
    }
    return sum
  }
}

private struct SampledRepresentation: LineRepresentation {
  let support: ClosedRange<Double>
  let samples: LineQuadrature
  let evaluate: @Sendable (Double) -> Double

  func value(at x: Double) -> Double { evaluate(x) }
  func quadrature() -> LineQuadrature { samples }
}
