/// A potential known at points only, made smooth by a piecewise quintic Hermite interpolant.
///
/// Between neighbouring nodes V(x_i + t h) = sum of the six quintic Hermite polynomials in t with
/// the values V_i, first derivatives V'_i h and second derivatives V''_i h^2 of both ends, so that
/// V, V' and V'' are continuous (C. de Boor, *A Practical Guide to Splines*, ch. IV). The
/// derivatives are those of the polynomial of degree 6 through the seven nearest nodes (of lower
/// degree where there are fewer). A global cubic spline would be of order h^4 only, and a gap in
/// the table would be felt everywhere.
///
/// x in bohr, V in hartree. Samples prove nothing between them: what is computed from this
/// potential is an estimate, with ``error(at:)`` as its stated part.
public struct SampledPotential: Sendable {
  /// The nodes, rising.
  public let nodes: [Double]
  /// V at the nodes, in hartree.
  public let values: [Double]
  let first: [Double]
  let second: [Double]
  /// The error estimate of each interval between neighbouring nodes.
  public let errors: [Double]

  /// The factor on the difference between the interpolants of two orders.
  public static let safetyFactor = 2.0

  /// The interpolant through (`nodes`, `values`), the nodes strictly rising or strictly falling.
  ///
  /// Throws ``FewBodyError/invalid(_:)`` with the first node that breaks a rule.
  public init(nodes: [Double], values: [Double]) throws(FewBodyError) {
    guard nodes.count == values.count, nodes.count >= 2 else {
      throw .invalid(
        "potential table", "\(nodes.count) nodes with \(values.count) values",
        accepted: "two or more nodes with one value each")
    }
    let falling = nodes[1] < nodes[0]
    for i in nodes.indices {
      guard nodes[i].isFinite, values[i].isFinite else {
        throw .invalid(
          "potential table", "(\(nodes[i]), \(values[i])) at row \(i + 1)",
          accepted: "finite numbers")
      }
      guard i == 0 || (falling ? nodes[i] < nodes[i - 1] : nodes[i] > nodes[i - 1]) else {
        throw .invalid(
          "potential table", "x = \(nodes[i]) after \(nodes[i - 1]) at row \(i + 1)",
          accepted: "x strictly rising or strictly falling")
      }
    }
    let x = falling ? Array(nodes.reversed()) : nodes
    let v = falling ? Array(values.reversed()) : values
    let degree = Swift.min(6, x.count - 1)
    let fine = NodalDerivatives(nodes: x, values: v, degree: degree)
    let coarse = NodalDerivatives(nodes: x, values: v, degree: Swift.max(0, degree - 2))
    guard fine.areFinite, coarse.areFinite, (x[x.count - 1] - x[0]).isFinite else {
      throw .invalid(
        "potential table", "differences of V over differences of x that overflow",
        accepted: "nodes and values of comparable scales")
    }
    (self.nodes, self.values) = (x, v)
    (first, second) = (fine.first, fine.second)
    errors = Self.errors(nodes: x, values: v, fine: fine, coarse: coarse)
  }

  /// The interval covered by the table, in bohr.
  public var domain: ClosedRange<Double> { nodes[0]...nodes[nodes.count - 1] }

  /// Whether the table is its own mirror image, node by node.
  public var isEven: Bool {
    let last = nodes.count - 1
    return nodes.indices.allSatisfy {
      nodes[$0] == -nodes[last - $0] && values[$0] == values[last - $0]
    }
  }

  /// V(x) in hartree; beyond the domain the value of the nearer end.
  public func value(at x: Double) -> Double {
    guard x > domain.lowerBound else { return values[0] }
    guard x < domain.upperBound else { return values[values.count - 1] }
    let i = interval(containing: x)
    let h = nodes[i + 1] - nodes[i]
    let t = (x - nodes[i]) / h
    return Self.blend(t, values[i], h * first[i], h * h * second[i])
      + Self.blend(1 - t, values[i + 1], -h * first[i + 1], h * h * second[i + 1])
  }

  /// An estimate of |interpolant - V| at x: ``safetyFactor`` times the largest difference, in the
  /// interval of x and its neighbours, to the interpolant of the next lower order; infinite beyond
  /// the domain.
  public func error(at x: Double) -> Double {
    domain.contains(x) ? errors[interval(containing: x)] : .infinity
  }

  /// The three quintic Hermite polynomials of the end t = 0.
  static func blend(_ t: Double, _ value: Double, _ slope: Double, _ curvature: Double) -> Double {
    let s = 1 - t
    let cube = s * s * s
    return cube * (value * (1 + t * (3 + 6 * t)) + t * (slope * (1 + 3 * t) + 0.5 * curvature * t))
  }

  /// The index of the node left of x, by bisection.
  func interval(containing x: Double) -> Int {
    var (low, high) = (0, nodes.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if nodes[middle] <= x { low = middle } else { high = middle }
    }
    return low
  }

  // The two interpolants differ by h t(1-t)^3(1+3t) dV' + h^2 t^2(1-t)^3/2 dV'' and its mirror
  // image, whose polynomials stay below 0.2 and 0.0173. The difference is of order h^5 V^(5), the
  // error of the better interpolant of order h^6, so it overestimates on a resolved function; the
  // maximum over neighbours keeps it from vanishing where V^(5) changes sign. Rounding of V and of
  // the divided differences comes on top.
  static func errors(
    nodes: [Double], values: [Double], fine: NodalDerivatives, coarse: NodalDerivatives
  ) -> [Double] {
    let last = nodes.count - 2
    let differences = (0...last).map { i in
      let h = nodes[i + 1] - nodes[i]
      let ends = [i, i + 1]
      let slope = ends.reduce(0) { $0 + (fine.first[$1] - coarse.first[$1]).magnitude }
      let curvature = ends.reduce(0) { $0 + (fine.second[$1] - coarse.second[$1]).magnitude }
      return 0.2 * h * slope + 0.0173 * h * h * curvature
    }
    return (0...last).map { i in
      let near = Swift.max(0, i - 2)...Swift.min(last, i + 2)
      let size = near.reduce(0) { Swift.max($0, values[$1].magnitude, values[$1 + 1].magnitude) }
      let difference = differences[near].reduce(0, Swift.max)
      return safetyFactor * difference + 32 * Double.ulpOfOne * size
    }
  }
}
