/// How a ring is discretized.
public enum RingMethod: Sendable, Equatable {
  /// Plane waves exp(i n phi), |n| <= `waves` about the flux; nil chooses enough. The bounds of a
  /// trigonometric potential are theorems.
  case planeWaves(waves: Int? = nil)
  /// Central differences of order 2, 4, 6 or 8 on `points` equal steps, the flux as Peierls phases.
  case finiteDifferences(order: Int = 8, points: Int = 256)
  /// Elements of degree 12 between the potential's kinks; nil chooses their number.
  case spectral(elements: Int? = nil)

  /// Plane waves, as many as are needed.
  public static var planeWaves: RingMethod { .planeWaves(waves: nil) }
  /// Elements, as many as are needed.
  public static var spectral: RingMethod { .spectral(elements: nil) }
  /// Central differences of order 8 on 256 steps.
  public static var finiteDifferences: RingMethod { .finiteDifferences(order: 8, points: 256) }

  /// The word of the command line.
  public var name: String {
    switch self {
    case .planeWaves: "fft"
    case .finiteDifferences: "fd"
    case .spectral: "spectral"
    }
  }

  /// Whether the number of unknowns is the method's own choice, made for the usual tolerance; where it
  /// is the caller's, bounds are as wide as that leaves them unless a tolerance is asked for as well.
  var choosesResolution: Bool {
    switch self {
    case .planeWaves(let waves): waves == nil
    case .finiteDifferences: false
    case .spectral(let elements): elements == nil
    }
  }

  func validate(levels: Int, components: Int) throws(FewBodyError) {
    switch self {
    case .planeWaves(let waves):
      guard let waves else { return }
      guard waves >= levels + 4 else {
        throw .invalid("points", waves, accepted: "at least \(levels + 4) for \(levels) states")
      }
      try requireDense(2 * waves + 1, components, "points \(waves)")
    case .finiteDifferences(let order, let points):
      guard [2, 4, 6, 8].contains(order) else {
        throw .invalid("order", order, accepted: "2, 4, 6 or 8")
      }
      let fewest = max(4 * order, 2 * levels + 16)
      guard points >= fewest else {
        throw .invalid(
          "points", points,
          accepted: "a whole number from \(fewest), for the stencil and \(levels) states")
      }
      try requireDense(points, components, "points \(points)")
    case .spectral(let elements):
      guard let elements else { return }
      guard elements >= 2, 3 * elements >= levels + 6 else {
        throw .invalid(
          "points", elements, accepted: "at least \(max(2, levels / 3 + 2)) elements")
      }
      try requireDense(RingElements.degree * elements, components, "points \(elements)")
    }
  }
}

/// Refuses a dense matrix that is beyond memory, or beyond patience: 1315 unknowns took 1.2 s, and the
/// time grows with the cube.
func requireDense(_ points: Int, _ components: Int, _ what: String) throws(FewBodyError) {
  let dimension = Double(points) * Double(components)
  let bytes = 64 * dimension * dimension
  let limit = min(Memory.available, 64 * 8192 * 8192)
  guard bytes <= limit else { throw .tooLarge(what: what, bytes: bytes, limit: limit) }
}
