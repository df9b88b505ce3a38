/// Arrays of four-element lanes that are allocated together, zeroed, and freed together.
///
/// A solve on a line takes 0.1 ms: thirty allocations in the place of one would be felt, and Swift
/// arrays would check every index of the inner loops.
final class LaneStorage {
  typealias Lanes = SIMD4<Double>

  private let start: UnsafeMutablePointer<Lanes>
  private let capacity: Int
  private var used = 0
  /// Arrays that the promised capacity did not hold.
  private var others: [UnsafeMutablePointer<Lanes>] = []

  init(capacity: Int) {
    self.capacity = capacity
    start = Self.zeros(capacity)
  }

  deinit {
    start.deallocate()
    for other in others { other.deallocate() }
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Lanes> {
    let pointer = UnsafeMutablePointer<Lanes>.allocate(capacity: count)
    pointer.initialize(repeating: Lanes(repeating: 0), count: count)
    return pointer
  }

  /// The next array; it lives as long as the storage.
  func take(_ count: Int) -> UnsafeMutablePointer<Lanes> {
    guard used + count <= capacity else {
      others.append(Self.zeros(count))
      return others[others.count - 1]
    }
    defer { used += count }
    return start + used
  }

  /// The same, read as numbers: four to a lane.
  func takeNumbers(lanes count: Int) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(take(count)).assumingMemoryBound(to: Double.self)
  }
}
