/// What a transform can refuse.
public enum FourierTransformError: Error, Sendable, Equatable {
  /// An argument that cannot be.
  case invalid(name: String, value: String, accepted: String)
  /// FFTW returned no plan for this shape.
  case noPlan(routine: String)
}

extension FourierTransformError: CustomStringConvertible {
  /// What was refused, in words.
  public var description: String {
    switch self {
    case .invalid(let name, let value, let accepted): "\(name) is \(value); accepted: \(accepted)"
    case .noPlan(let routine): "\(routine) returned no plan"
    }
  }
}

func require(
  _ condition: Bool, _ name: String, _ value: @autoclosure () -> some Any, accepted: String
) throws(FourierTransformError) {
  guard condition else { throw .invalid(name: name, value: "\(value())", accepted: accepted) }
}

/// Throws unless `shape` has at least one axis, each of `least` points or more, and FFTW's 32-bit
/// sizes can hold it.
func requireShape(
  _ shape: [Int], _ batch: Batch, least: Int
) throws(FourierTransformError) {
  try require(
    !shape.isEmpty && shape.allSatisfy { $0 >= least && $0 <= 1 << 26 }, "shape", shape,
    accepted: "one or more axes of \(least)...67108864 points")
  let points = shape.reduce(1.0) { $0 * Double($1) }
  try require(points < 0x1p31, "shape", shape, accepted: "fewer than 2³¹ points in all")
  try require(
    batch.count >= 1 && batch.count <= Int(Int32.max), "batch.count", batch.count,
    accepted: "1...2147483647")
  for (name, value) in [("batch.stride", batch.stride), ("batch.distance", batch.distance)] {
    try require(
      value >= 1 && value <= Int(Int32.max), name, value, accepted: "1...2147483647")
  }
}
