import RealModule

/// The radial quadrature of two orbitals: the elements of both, short enough for the kernel.
struct InteractionMesh: Sendable {
  let rule: CumulativeRule
  let nodes: [Double]
  /// The largest order of a multipole.
  let largest: Int
  /// All points, element by element, their distances from the element's left end, and the weights of integrals
  /// over r.
  let radii: [Double]
  let offsets: [Double]
  let weights: [Double]

  /// Elements within which r^L or exp(lambda r) grows by more than e^3 are split, and the first one,
  /// geometrically, down to 1e-4 of it: what both points below add is of the fifth power of that.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` where the screening takes too many of them for tables of every multipole.
  init(
    _ sets: [[Double]], screening: Double, largest: Int, rule: CumulativeRule
  ) throws(FewBodyError) {
    let whole = CentralOrbital.union(sets)
    let most = 200_000 / Double(largest + 2)
    let extent = whole.last ?? 0
    guard screening * extent <= 3 * most else {
      throw .invalid(
        "screening", screening,
        accepted: "at most \(3 * most / extent) bohr^-1 for orbitals of this extent")
    }
    var graded = [0.0]
    let first = whole.count > 1 ? whole[1] : 1
    let ratio = Double.exp(3 / Double(max(largest, 3)))
    var finest = first
    while finest > 1e-4 * first { finest /= ratio }
    while finest < 0.999 * first {
      graded.append(finest)
      finest *= ratio
    }
    for (left, right) in zip(whole.dropFirst(), whole.dropFirst(2)) {
      let growth = Double(largest) * .log(right / left)
      let parts = Int(max(1, (growth / 3).rounded(.up)))
      for part in 0..<parts {
        graded.append(left * Double.exp(Double(part) / Double(parts) * .log(right / left)))
      }
    }
    graded.append(extent)
    var nodes = [0.0]
    for (left, right) in zip(graded, graded.dropFirst()) {
      let parts = max(1, ((right - left) * screening / 3).rounded(.up))
      for part in 1...Int(parts) { nodes.append(left + (right - left) * Double(part) / parts) }
    }
    self.nodes = nodes
    self.rule = rule
    self.largest = largest
    var (radii, offsets, weights) = ([Double](), [Double](), [Double]())
    for (left, right) in zip(nodes, nodes.dropFirst()) {
      for q in 0..<rule.count {
        offsets.append((right - left) * rule.points[q])
        radii.append(left + (right - left) * rule.points[q])
        weights.append((right - left) * rule.weights[q])
      }
    }
    self.radii = radii
    self.offsets = offsets
    self.weights = weights
  }

  var elements: Int { nodes.count - 1 }

  /// The length of an element.
  func length(_ e: Int) -> Double { nodes[e + 1] - nodes[e] }

  /// The integral of f g r^2, from outside inwards: thousands of small elements far out would each be lost
  /// beside the sum over those within (at lambda = 1000/bohr 2e-13 of it).
  func product(_ f: [Double], _ g: [Double]) -> Double {
    var sum = 0.0
    for i in radii.indices.reversed() { sum += weights[i] * radii[i] * radii[i] * f[i] * g[i] }
    return sum
  }
}
