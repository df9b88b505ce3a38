import RealModule

/// Equally spaced nodes in one to three dimensions, periodic along each axis.
///
/// x_j = lower + j length/points, wave numbers k_j = 2 pi j/length for j from -points/2. A function
/// that vanishes at the borders is represented with all its derivatives to spectral accuracy; so is
/// one on a ring of circumference `length`.
public struct PeriodicGrid: Sendable, Hashable {
  /// Nodes along one axis: x_j = lower + j length/points.
  public struct Axis: Sendable, Hashable {
    /// The first node, in bohr.
    public let lower: Double
    /// The period, in bohr.
    public let length: Double
    /// How many nodes a period has.
    public let points: Int

    /// Nodes from `lower` over a period of `length`, both in bohr.
    public init(lower: Double, length: Double, points: Int) {
      self.lower = lower
      self.length = length
      self.points = points
    }

    /// length/points, in bohr.
    public var step: Double { length / Double(points) }

    /// x_j, ascending, in bohr.
    public var nodes: [Double] { (0..<points).map { lower + Double($0) * step } }

    /// The wave numbers in the order of the transform, in 1/bohr.
    ///
    /// An even number of points has one at -pi/step without its partner; odd derivatives of a real
    /// function have no such component, which `isOdd` leaves out.
    func wavenumbers(isOdd: Bool) -> [Double] {
      (0..<points).map { j in
        if isOdd, 2 * j == points { return 0 }
        return 2 * .pi * Double(2 * j < points ? j : j - points) / length
      }
    }

    /// pi/step, the largest wave number.
    public var cutoff: Double { .pi / step }
  }

  /// One a dimension, the last running fastest in a ``GridWave``.
  public let axes: [Axis]
  /// Whether a wave may go round: on a ring; in a box it must vanish at the borders.
  public let isRing: Bool

  /// The box [-extent, extent] along each of `dimension` axes.
  ///
  /// - Throws: ``FewBodyError`` for a dimension outside 1...3, an extent that is not positive, fewer
  ///   than 8 points along an axis, or more points than memory holds.
  public static func box(
    dimension: Int, extent: Double, points: Int
  ) throws(FewBodyError) -> PeriodicGrid {
    guard (1...3).contains(dimension) else {
      throw .invalid("dim", dimension, accepted: "1, 2 or 3")
    }
    try require("extent", extent, accepted: "a positive length") { $0 > 0 }
    let axis = Axis(lower: -extent, length: 2 * extent, points: points)
    return try PeriodicGrid(
      axes: [Axis](repeating: axis, count: dimension), isRing: false)
  }

  /// A ring of this radius in bohr; the coordinate is the arc, from 0 to 2 pi R.
  public static func ring(radius: Double, points: Int) throws(FewBodyError) -> PeriodicGrid {
    try require("radius", radius, accepted: "a positive length") { $0 > 0 }
    let axis = Axis(lower: 0, length: 2 * .pi * radius, points: points)
    return try PeriodicGrid(axes: [axis], isRing: true)
  }

  private init(axes: [Axis], isRing: Bool) throws(FewBodyError) {
    let points = axes.map(\.points)
    guard points.allSatisfy({ $0 >= 8 && $0 <= 1 << 20 && $0 % 2 == 0 }) else {
      throw .invalid(
        "points", points[0], accepted: "an even number from 8 to 1048576 along each axis")
    }
    // The wave, its image, two tables and a dozen derivatives: 16 complex fields.
    let bytes = points.reduce(256.0) { $0 * Double($1) }
    guard bytes <= Memory.available else {
      throw .tooLarge(
        what: "points \(points[0]) in \(axes.count) dimensions", bytes: bytes,
        limit: Memory.available)
    }
    self.axes = axes
    self.isRing = isRing
  }

  /// The dimension of space, 1 to 3.
  public var dimension: Int { axes.count }
  /// How many nodes each axis has.
  public var shape: [Int] { axes.map(\.points) }
  /// How many nodes the grid has.
  public var count: Int { axes.reduce(1) { $0 * $1.points } }
  /// The volume of a cell, in bohr^dimension.
  public var cell: Double { axes.reduce(1) { $0 * $1.step } }

  /// The node with this number, the last axis running fastest; absent coordinates are 0.
  public func position(_ node: Int) -> SIMD3<Double> {
    var (rest, position) = (node, SIMD3<Double>.zero)
    for (d, axis) in axes.enumerated().reversed() {
      position[d] = axis.lower + Double(rest % axis.points) * axis.step
      rest /= axis.points
    }
    return position
  }

  /// Whether a node lies on the border of the box, where a wave has to vanish.
  func isOnBorder(_ node: Int) -> Bool {
    guard !isRing else { return false }
    var rest = node
    for axis in axes.reversed() {
      let index = rest % axis.points
      if index == 0 || index == axis.points - 1 { return true }
      rest /= axis.points
    }
    return false
  }
}
