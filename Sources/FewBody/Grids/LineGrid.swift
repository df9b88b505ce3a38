import RealModule

/// A uniform grid in u, mapped to x(u), with nodes u_j = u_0 + (j + 1/2) h and faces u_0 + j h.
///
/// The map x = A sinh u gathers nodes round the origin, where a core of length a or a kink has to
/// be resolved, and spaces them geometrically outside. A kink costs an error of second order in the
/// *local* step A h, whatever the order of the differences; with A = a/50 it is below that of the
/// smooth part (measured in `FiniteDifferenceTests`). Rejected: A smaller still, because rounding
/// of the kinetic energy grows like u/(A h).
struct LineGrid: Sendable {
  /// How a wavefunction continues beyond an end: psi(end + t) = sign psi(end - t).
  enum Reflection: Double, Sendable {
    case even = 1
    case odd = -1
  }

  let count: Int
  let step: Double
  let left: Reflection
  let right: Reflection
  /// x and dx/du at the nodes and at the count + 1 faces.
  let nodes: [Double]
  let stretch: [Double]
  let faces: [Double]
  let faceStretch: [Double]

  init(
    from a: Double, to b: Double, count: Int, core: Double?, left: Reflection, right: Reflection
  ) {
    self.count = count
    self.left = left
    self.right = right
    let map: (Double) -> (Double, Double)
    let (start, end): (Double, Double)
    if let core {
      (start, end) = (Double.asinh(a / core), Double.asinh(b / core))
      map = { (core * Double.sinh($0), core * Double.cosh($0)) }
    } else {
      (start, end) = (a, b)
      map = { ($0, 1) }
    }
    step = (end - start) / Double(count)
    let h = step
    let nodePairs = (0..<count).map { map(start + (Double($0) + 0.5) * h) }
    let facePairs = (0...count).map { map(start + Double($0) * h) }
    nodes = nodePairs.map(\.0)
    stretch = nodePairs.map(\.1)
    faces = facePairs.map(\.0)
    faceStretch = facePairs.map(\.1)
  }
}
