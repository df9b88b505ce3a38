/// A uniform grid in u, mapped to x(u), with nodes u_j = u_0 + (j + 1/2) h and faces u_0 + j h.
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
    from a: Double, to b: Double, count: Int, map: LineMap, left: Reflection, right: Reflection
  ) {
    self.count = count
    self.left = left
    self.right = right
    let (start, end) = (map.coordinate(of: a), map.coordinate(of: b))
    step = (end - start) / Double(count)
    let h = step
    let nodeCoordinates = (0..<count).map { start + (Double($0) + 0.5) * h }
    let faceCoordinates = (0...count).map { start + Double($0) * h }
    nodes = nodeCoordinates.map(map.position)
    stretch = nodeCoordinates.map(map.stretch)
    faces = faceCoordinates.map(map.position)
    faceStretch = faceCoordinates.map(map.stretch)
  }
}
