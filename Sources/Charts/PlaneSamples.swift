/// A real function on a square net in the plane y = 0: x to the right, z upward.
struct PlaneSamples: Sendable {
  /// The net covers [-extent, extent] in both directions, in bohr.
  let extent: Double
  /// Nodes along each axis; even, so that none falls on the origin or the axis, where a density
  /// written as (u/r)^2 has no number.
  let count: Int
  /// Row by row, z ascending, x ascending in each.
  private(set) var values: [Double]

  init(extent: Double, count: Int, _ function: (_ x: Double, _ z: Double) -> Double) {
    self.extent = extent
    self.count = min(max(2, count + count % 2), 1000)
    values = []
    values.reserveCapacity(self.count * self.count)
    for j in 0..<self.count {
      for i in 0..<self.count { values.append(function(position(i), position(j))) }
    }
  }

  /// The i-th node's coordinate, the middle of its pixel.
  func position(_ i: Int) -> Double { (Double(2 * i + 1) / Double(count) - 1) * extent }

  subscript(i: Int, j: Int) -> Double { values[j * count + i] }

  /// From the least value to the largest, of densities.
  func range(scaledBy factor: Double) -> ClosedRange<Double> {
    max(values.min() ?? 0, 0) * factor...max(largest, 0) * factor
  }

  var largest: Double { values.max() ?? 0 }

  /// Throws for the first value that is no number, or so large that its square would be none.
  func checked() throws(ChartError) -> PlaneSamples {
    guard let k = values.firstIndex(where: { !($0.magnitude < 1e150) }) else { return self }
    throw .noNumber(x: position(k % count), z: position(k / count))
  }

  /// A function of the place and both values; the nets must be the same.
  func combined(
    with other: PlaneSamples, _ function: (_ x: Double, _ z: Double, Double, Double) -> Double
  ) -> PlaneSamples {
    var copy = self
    copy.values = zip(values, other.values).enumerated().map { k, pair in
      function(position(k % count), position(k / count), pair.0, pair.1)
    }
    return copy
  }

  func map(_ transform: (Double) -> Double) -> PlaneSamples {
    var copy = self
    copy.values = values.map(transform)
    return copy
  }
}
