import RealModule

/// The diagonal fields of a ``MappedHamiltonian``.
struct MappedFields: Sendable {
  /// V_eff at the nodes, in hartree.
  private(set) var potential: [Double] = []
  /// 1/F at the nodes.
  private(set) var inverseFactor: [Double] = []
  /// F^2 w/(2 mu J) at the faces of each axis; w = 1/2 at faces that two images share.
  private(set) var faces: [[Double]] = []

  /// - Parameters:
  ///   - axes: the grids along x, y and z.
  ///   - background: W(x, y, z), without the charge that `factor` stands for.
  /// - Throws: ``FewBodyError/invalid(_:)`` at the first node where W is not finite.
  init(
    axes: [LineGrid], mass: Double, factor: CuspFactor?, background: MappedModel.Background?
  ) throws(FewBodyError) {
    let nodes = axes.map(\.nodes)
    let count = nodes[0].count * nodes[1].count * nodes[2].count
    potential.reserveCapacity(count)
    inverseFactor.reserveCapacity(count)
    for x in nodes[0] {
      for y in nodes[1] {
        for z in nodes[2] {
          let rest = background?(x, y, z) ?? 0
          guard rest.isFinite else {
            throw .invalid(
              "potential", "\(rest.isNaN ? "not a number" : "infinite") at (\(x), \(y), \(z))",
              accepted: "finite numbers")
          }
          potential.append(rest + (factor?.remainder(x, y, z) ?? 0))
          inverseFactor.append(factor.map { Double.exp(-$0.logarithm(x, y, z)) } ?? 1)
        }
      }
    }
    for d in 0..<3 {
      let axis = axes[d]
      let coefficients = (0...axis.count).map { j in
        (j == 0 || j == axis.count ? 0.5 : 1) / (2 * mass * axis.faceStretch[j])
      }
      var points = nodes
      points[d] = axis.faces
      faces.append(Self.squares(factor, points, along: d, coefficients))
    }
    if let factor { correct(axes, factor, mass, background) }
  }

  /// F^2 times a coefficient that depends on one index.
  private static func squares(
    _ factor: CuspFactor?, _ points: [[Double]], along d: Int, _ coefficients: [Double]
  ) -> [Double] {
    var values: [Double] = []
    values.reserveCapacity(points[0].count * points[1].count * points[2].count)
    for (i, x) in points[0].enumerated() {
      for (j, y) in points[1].enumerated() {
        for (k, z) in points[2].enumerated() {
          let square = factor.map { Double.exp(2 * $0.logarithm(x, y, z)) } ?? 1
          values.append(square * coefficients[d == 0 ? i : d == 1 ? j : k])
        }
      }
    }
    return values
  }

  /// Puts the ``LatticeCorrection`` into the fields nearest the origin.
  private mutating func correct(
    _ axes: [LineGrid], _ factor: CuspFactor, _ mass: Double,
    _ background: MappedModel.Background?
  ) {
    let correction = LatticeCorrection(factor, axis: axes[0], background: background)
    let centers = axes.map(\.centers)
    for i in centers[0] {
      for j in centers[1] {
        for k in centers[2] {
          let index = (i * axes[1].count + j) * axes[2].count + k
          potential[index] = correction.corrected(potential: potential[index])
          inverseFactor[index] /= correction.growth.squareRoot()
        }
      }
    }
    for d in 0..<3 {
      var places = centers
      places[d] = [axes[d].middle]
      var counts = axes.map(\.count)
      counts[d] += 1
      for i in places[0] {
        for j in places[1] {
          for k in places[2] {
            faces[d][(i * counts[1] + j) * counts[2] + k] *= correction.slopeGrowth(along: d)
          }
        }
      }
    }
  }
}
