internal import CFFTW
public import ComplexModule
public import RealModule

/// The discrete Fourier transform of complex numbers, in any number of dimensions.
///
/// Forward: Y_k = Σ_j X_j exp(−2πi jk/n); backward: Y_k = Σ_j X_j exp(+2πi jk/n), along each axis.
/// Neither is normalised: backward(forward(X)) = X / ``scale``. (FFTW manual, "The 1d Discrete
/// Fourier Transform".) Data are interleaved pairs of doubles, which is the layout of
/// `Complex<Double>`, row-major: the last axis runs fastest.
public final class ComplexFourierTransform: Sendable {
  /// The sign of the exponent: − forward, + backward.
  public enum Direction: Sendable, Hashable, CaseIterable { case forward, backward }

  /// Points along each axis.
  public let shape: [Int]
  /// How many such arrays, and how they lie in memory.
  public let batch: Batch
  /// What backward ∘ forward has to be multiplied by to be the identity: 1/Πn.
  public let scale: Double
  private let plans: [Direction: (inPlace: Plan, outOfPlace: Plan)]

  /// - Throws: ``FourierTransformError`` for an axis below 1 or sizes beyond FFTW's 32 bits.
  public init(shape: [Int], batch: Batch = .single) throws(FourierTransformError) {
    try requireShape(shape, batch, least: 1)
    self.shape = shape
    self.batch = batch
    scale = 1 / shape.reduce(1) { $0 * Double($1) }
    var plans: [Direction: (inPlace: Plan, outOfPlace: Plan)] = [:]
    for direction in Direction.allCases {
      plans[direction] = (
        try Self.plan(shape, batch, direction, inPlace: true),
        try Self.plan(shape, batch, direction, inPlace: false)
      )
    }
    self.plans = plans
  }

  /// A transform along one axis of `length` points.
  public convenience init(length: Int, batch: Batch = .single) throws(FourierTransformError) {
    try self.init(shape: [length], batch: batch)
  }

  private static func plan(
    _ shape: [Int], _ batch: Batch, _ direction: Direction, inPlace: Bool
  ) throws(FourierTransformError) -> Plan {
    let n = fftwShape(shape)
    let (stride, distance) = (Int32(batch.stride), Int32(batch.distance))
    return try Plan("fftw_plan_many_dft", preservesInput: !inPlace) { flags in
      withPlanningPointers(inPlace: inPlace) { input, output in
        fftw_plan_many_dft(
          Int32(n.count), n, Int32(batch.count), fftwComplex(input), nil, stride, distance,
          fftwComplex(output), nil, stride, distance,
          direction == .forward ? FFTW_FORWARD : FFTW_BACKWARD, flags)
      }
    }
  }

  /// Transforms `input` into `output`, which may be the same but not overlap otherwise; an input
  /// apart is left unchanged.
  public func execute(
    _ direction: Direction, _ input: UnsafeMutablePointer<Double>,
    _ output: UnsafeMutablePointer<Double>
  ) {
    guard let pair = plans[direction] else { return }
    let plan = input == output ? pair.inPlace : pair.outOfPlace
    fftw_execute_dft(plan.pointer, fftwComplex(input), fftwComplex(output))
  }

  /// The transform of an array that holds every point of the batch.
  ///
  /// - Throws: ``FourierTransformError/invalid(name:value:accepted:)`` if it is shorter.
  public func transform(
    _ direction: Direction, _ values: [Complex<Double>]
  ) throws(FourierTransformError) -> [Complex<Double>] {
    let needed = batch.extent(points: shape.reduce(1, *))
    try require(
      values.count >= needed, "values.count", values.count, accepted: "\(needed) or more")
    var result = values
    result.withUnsafeMutableBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      let numbers = base.assumingMemoryBound(to: Double.self)
      execute(direction, numbers, numbers)
    }
    return result
  }
}
