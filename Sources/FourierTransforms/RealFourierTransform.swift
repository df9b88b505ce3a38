internal import CFFTW
public import ComplexModule
public import RealModule

/// The discrete Fourier transform of real numbers: half the work and memory of the complex one.
///
/// Forward: Y_k = Σ_j X_j exp(−2πi jk/n) for 0 ≤ k ≤ n/2 along the last axis (the other half are
/// conjugates) and all k along the others; backward returns X / ``scale``. Row-major, transforms
/// of a batch one after another: n₀…n_{d−1} doubles on the real side, n₀…(n_{d−1}/2 + 1) complex
/// numbers as interleaved pairs on the other.
public final class RealFourierTransform: Sendable {
  /// Points along each axis on the real side.
  public let shape: [Int]
  /// Transforms in the batch.
  public let count: Int
  /// What backward ∘ forward has to be multiplied by to be the identity: 1/Πn.
  public let scale: Double
  /// Doubles of one transform on the real side.
  public let realCount: Int
  /// Complex numbers of one transform on the other side.
  public let complexCount: Int
  private let forwardPlan: Plan
  private let backwardPlan: Plan

  /// - Throws: ``FourierTransformError`` for an axis below 1 or sizes beyond FFTW's 32 bits.
  public init(shape: [Int], count: Int = 1) throws(FourierTransformError) {
    try requireShape(shape, Batch(count: count, stride: 1, distance: 1), least: 1)
    let points = shape.reduce(1, *)
    let half = points / shape[shape.count - 1] * (shape[shape.count - 1] / 2 + 1)
    self.shape = shape
    self.count = count
    scale = 1 / Double(points)
    realCount = points
    complexCount = half
    let n = fftwShape(shape)
    forwardPlan = try Plan("fftw_plan_many_dft_r2c") { flags in
      withPlanningPointers(inPlace: false) { input, output in
        fftw_plan_many_dft_r2c(
          Int32(n.count), n, Int32(count), input, nil, 1, Int32(points), fftwComplex(output), nil,
          1, Int32(half), flags)
      }
    }
    // FFTW has no multi-dimensional c2r algorithm that leaves its input alone.
    backwardPlan = try Plan("fftw_plan_many_dft_c2r", preservesInput: n.count == 1) { flags in
      withPlanningPointers(inPlace: false) { input, output in
        fftw_plan_many_dft_c2r(
          Int32(n.count), n, Int32(count), fftwComplex(input), nil, 1, Int32(half), output, nil, 1,
          Int32(points), flags)
      }
    }
  }

  /// A transform along one axis of `length` points.
  public convenience init(length: Int, count: Int = 1) throws(FourierTransformError) {
    try self.init(shape: [length], count: count)
  }

  /// Real `input` to complex `output`, which must not overlap; the input is left unchanged.
  public func forward(
    _ input: UnsafeMutablePointer<Double>, _ output: UnsafeMutablePointer<Double>
  ) { fftw_execute_dft_r2c(forwardPlan.pointer, input, fftwComplex(output)) }

  /// Complex `input` to real `output`, which must not overlap.
  ///
  /// In more than one dimension the input is overwritten with intermediate numbers.
  public func backward(
    _ input: UnsafeMutablePointer<Double>, _ output: UnsafeMutablePointer<Double>
  ) { fftw_execute_dft_c2r(backwardPlan.pointer, fftwComplex(input), output) }

  /// The half spectrum of a real array.
  ///
  /// - Throws: ``FourierTransformError/invalid(name:value:accepted:)`` for another length than
  ///   `count * realCount`.
  public func forward(_ values: [Double]) throws(FourierTransformError) -> [Complex<Double>] {
    try require(
      values.count == count * realCount, "values.count", values.count,
      accepted: "\(count * realCount)")
    var input = values
    var output = [Complex<Double>](repeating: .zero, count: count * complexCount)
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBytes { bytes in
        guard let from = source.baseAddress, let to = bytes.baseAddress else { return }
        forward(from, to.assumingMemoryBound(to: Double.self))
      }
    }
    return output
  }

  /// The real array, times 1/``scale``, of a half spectrum.
  ///
  /// - Throws: ``FourierTransformError/invalid(name:value:accepted:)`` for another length than
  ///   `count * complexCount`.
  public func backward(_ values: [Complex<Double>]) throws(FourierTransformError) -> [Double] {
    try require(
      values.count == count * complexCount, "values.count", values.count,
      accepted: "\(count * complexCount)")
    var input = values
    var output = [Double](repeating: 0, count: count * realCount)
    output.withUnsafeMutableBufferPointer { target in
      input.withUnsafeMutableBytes { bytes in
        guard let from = bytes.baseAddress, let to = target.baseAddress else { return }
        backward(from.assumingMemoryBound(to: Double.self), to)
      }
    }
    return output
  }
}
