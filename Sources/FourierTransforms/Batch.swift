/// Many transforms of one shape in one call.
///
/// Point i of transform t is at `i * stride + t * distance`, counted in elements (complex numbers
/// for complex data). Along axis 1 of an n₀ × n₁ row-major array: count n₀, stride 1, distance
/// n₁; along axis 0: count n₁, stride n₁, distance 1.
public struct Batch: Sendable, Equatable {
  /// The number of transforms.
  public let count: Int
  /// From one point of a transform to the next, in elements.
  public let stride: Int
  /// From one transform to the next, in elements.
  public let distance: Int

  /// A batch of this layout, which is checked by the transform that is made for it.
  public init(count: Int, stride: Int, distance: Int) {
    self.count = count
    self.stride = stride
    self.distance = distance
  }

  /// One contiguous transform.
  public static let single = Batch(count: 1, stride: 1, distance: 1)

  /// `count` transforms of `length` points each, one after another.
  public static func contiguous(_ count: Int, length: Int) -> Batch {
    Batch(count: count, stride: 1, distance: length)
  }

  /// Elements from the first to the last that transforms of `points` points touch.
  func extent(points: Int) -> Int { (points - 1) * stride + (count - 1) * distance + 1 }
}
