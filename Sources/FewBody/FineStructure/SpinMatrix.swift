/// A real symmetric operator between the one or two spin states of an ``AngularMultiplet``.
struct SpinMatrix: Sendable, Equatable {
  /// The diagonal; the second entry is zero where there is one state only.
  var first: Double
  var second: Double
  /// The element between the two states.
  var coupling: Double

  init(_ first: Double, _ second: Double = 0, coupling: Double = 0) {
    self.first = first
    self.second = second
    self.coupling = coupling
  }

  static func + (a: SpinMatrix, b: SpinMatrix) -> SpinMatrix {
    SpinMatrix(a.first + b.first, a.second + b.second, coupling: a.coupling + b.coupling)
  }

  static func * (factor: Double, a: SpinMatrix) -> SpinMatrix {
    SpinMatrix(factor * a.first, factor * a.second, coupling: factor * a.coupling)
  }

  /// The expectation value in cos(angle) |first> + sin(angle) |second>.
  func expectation(_ vector: SpinVector) -> Double {
    let (c, s) = (vector.first, vector.second)
    return c * c * first + 2 * c * s * coupling + s * s * second
  }

  /// The largest row sum of magnitudes, which no eigenvalue exceeds.
  var norm: Double { max(first.magnitude, second.magnitude) + coupling.magnitude }

  /// The two orthonormal eigenvectors, that of the lower eigenvalue first, by one Jacobi rotation.
  ///
  /// G. H. Golub and C. F. Van Loan, Matrix Computations (4th ed., 2013), Section 8.5.2: the
  /// smaller of the two angles, free of cancellation.
  var eigenvectors: [SpinVector] {
    var tangent = 0.0
    if coupling != 0 {
      let ratio = (second - first) / (2 * coupling)
      let root = (1 + ratio * ratio).squareRoot()
      tangent = ratio >= 0 ? 1 / (ratio + root) : -1 / (root - ratio)
    }
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    let sine = tangent * cosine
    let pair = [SpinVector(cosine, -sine), SpinVector(sine, cosine)]
    return first - tangent * coupling <= second + tangent * coupling ? pair : pair.reversed()
  }
}

/// A normalised combination of the one or two spin states of an ``AngularMultiplet``.
struct SpinVector: Sendable, Equatable {
  let first: Double
  let second: Double

  init(_ first: Double, _ second: Double = 0) {
    self.first = first
    self.second = second
  }
}
