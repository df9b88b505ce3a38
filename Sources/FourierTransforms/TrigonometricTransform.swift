internal import CFFTW

/// Sine and cosine transforms I–IV, along one axis or all, one or many.
///
/// The kinds name what the functions do at the walls: sine transforms I diagonalise the second
/// difference between hard walls, cosine transforms II that between mirrors half a step outside.
/// Row-major data; none is normalised: inverse(forward(X)) = X / ``scale``.
public final class TrigonometricTransform: Sendable {
  /// The unnormalised sums of FFTW's manual, "1d Real-odd DFTs" and "1d Real-even DFTs", with
  /// 0 ≤ j, k < n.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// DST-I: Y_k = 2 Σ X_j sin(π(j+1)(k+1)/(n+1)); its own inverse over 2(n+1).
    case sineI
    /// DST-II: Y_k = 2 Σ X_j sin(π(j+½)(k+1)/n); the inverse is DST-III over 2n.
    case sineII
    /// DST-III: Y_k = (−1)^k X_{n−1} + 2 Σ_{j<n−1} X_j sin(π(j+1)(k+½)/n); inverse DST-II over 2n.
    case sineIII
    /// DST-IV: Y_k = 2 Σ X_j sin(π(j+½)(k+½)/n); its own inverse over 2n.
    case sineIV
    /// DCT-I: Y_k = X_0 + (−1)^k X_{n−1} + 2 Σ_{0<j<n−1} X_j cos(πjk/(n−1)); n ≥ 2, its own
    /// inverse over 2(n−1).
    case cosineI
    /// DCT-II: Y_k = 2 Σ X_j cos(π(j+½)k/n); the inverse is DCT-III over 2n.
    case cosineII
    /// DCT-III: Y_k = X_0 + 2 Σ_{j>0} X_j cos(πj(k+½)/n); the inverse is DCT-II over 2n.
    case cosineIII
    /// DCT-IV: Y_k = 2 Σ X_j cos(π(j+½)(k+½)/n); its own inverse over 2n.
    case cosineIV

    /// The kind that undoes this one, up to the scale.
    public var inverse: Kind {
      switch self {
      case .sineII: .sineIII
      case .sineIII: .sineII
      case .cosineII: .cosineIII
      case .cosineIII: .cosineII
      case .sineI, .sineIV, .cosineI, .cosineIV: self
      }
    }

    /// The period of the function the sum stands for: inverse ∘ forward multiplies by it.
    public func period(_ n: Int) -> Int {
      switch self {
      case .sineI: 2 * (n + 1)
      case .cosineI: 2 * (n - 1)
      default: 2 * n
      }
    }

    var fftw: fftw_r2r_kind {
      switch self {
      case .sineI: FFTW_RODFT00
      case .sineII: FFTW_RODFT10
      case .sineIII: FFTW_RODFT01
      case .sineIV: FFTW_RODFT11
      case .cosineI: FFTW_REDFT00
      case .cosineII: FFTW_REDFT10
      case .cosineIII: FFTW_REDFT01
      case .cosineIV: FFTW_REDFT11
      }
    }
  }

  /// The kind along each axis.
  public let kinds: [Kind]
  /// Points along each axis.
  public let shape: [Int]
  /// How many such arrays, and how they lie in memory.
  public let batch: Batch
  /// What inverse ∘ this has to be multiplied by to be the identity: 1/Πperiod.
  public let scale: Double
  private let inPlace: Plan
  private let outOfPlace: Plan

  /// - Parameters:
  ///   - kinds: one for each axis of `shape`.
  ///   - shape: the points along each axis, slowest first.
  ///   - batch: how many such arrays, and how they lie in memory.
  /// - Throws: ``FourierTransformError`` for an axis below 1 (2 for `cosineI`), another number of
  ///   kinds than axes, or sizes beyond FFTW's 32 bits.
  public init(
    _ kinds: [Kind], shape: [Int], batch: Batch = .single
  ) throws(FourierTransformError) {
    try requireShape(shape, batch, least: kinds.contains(.cosineI) ? 2 : 1)
    try require(
      kinds.count == shape.count, "kinds.count", kinds.count,
      accepted: "\(shape.count), one an axis")
    self.kinds = kinds
    self.shape = shape
    self.batch = batch
    scale = 1 / zip(kinds, shape).reduce(1.0) { $0 * Double($1.0.period($1.1)) }
    inPlace = try Self.plan(kinds, shape, batch, inPlace: true)
    outOfPlace = try Self.plan(kinds, shape, batch, inPlace: false)
  }

  /// A transform along one axis of `length` points.
  public convenience init(
    _ kind: Kind, length: Int, batch: Batch = .single
  ) throws(FourierTransformError) {
    try self.init([kind], shape: [length], batch: batch)
  }

  private static func plan(
    _ kinds: [Kind], _ shape: [Int], _ batch: Batch, inPlace: Bool
  ) throws(FourierTransformError) -> Plan {
    let n = fftwShape(shape)
    let codes = kinds.map(\.fftw)
    let (stride, distance) = (Int32(batch.stride), Int32(batch.distance))
    return try Plan("fftw_plan_many_r2r", preservesInput: !inPlace) { flags in
      withPlanningPointers(inPlace: inPlace) { input, output in
        fftw_plan_many_r2r(
          Int32(n.count), n, Int32(batch.count), input, nil, stride, distance, output, nil, stride,
          distance, codes, flags)
      }
    }
  }

  /// Transforms `input` into `output`, which may be the same but not overlap otherwise; an input
  /// apart is left unchanged.
  public func execute(
    _ input: UnsafeMutablePointer<Double>, _ output: UnsafeMutablePointer<Double>
  ) {
    fftw_execute_r2r((input == output ? inPlace : outOfPlace).pointer, input, output)
  }

  /// The transform of an array that holds every point of the batch.
  ///
  /// - Throws: ``FourierTransformError/invalid(name:value:accepted:)`` if it is shorter.
  public func transform(_ values: [Double]) throws(FourierTransformError) -> [Double] {
    let needed = batch.extent(points: shape.reduce(1, *))
    try require(
      values.count >= needed, "values.count", values.count, accepted: "\(needed) or more")
    var result = values
    result.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      execute(base, base)
    }
    return result
  }
}
