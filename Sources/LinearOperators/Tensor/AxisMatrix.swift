internal import CLAPACK

/// A small dense matrix applied along one axis of a three-dimensional array, as dense products.
///
/// Arrays are nx × ny × nz by rows. For a derivative of order 8 on 32 nodes nine tenths of the
/// products are with zeros, and it is still as fast as a loop over the band.
public struct AxisMatrix: Sendable {
  /// The lengths nx, ny and nz of an array's axes.
  public typealias Shape = (x: Int, y: Int, z: Int)

  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// By rows.
  public let elements: [Double]

  /// `elements` holds rows · columns numbers by rows; missing ones are 0.
  public init(rows: Int, columns: Int, elements: [Double]) {
    BasicLinearAlgebra.useOneThread()
    self.rows = rows
    self.columns = columns
    let missing = max(0, rows * columns - elements.count)
    self.elements = elements + [Double](repeating: 0, count: missing)
  }

  /// target ← M source, or target + M source, along axis 0, 1 or 2; with `transposed` Mᵀ.
  ///
  /// `shape` is that of the source, whose length along the axis is ``columns`` (transposed:
  /// ``rows``).
  public func apply(
    along axis: Int, _ shape: Shape, _ source: UnsafePointer<Double>,
    _ target: UnsafeMutablePointer<Double>, transposed: Bool = false, adding: Bool = false
  ) {
    let (nx, ny, nz) = shape
    let (inward, outward) = transposed ? (rows, columns) : (columns, rows)
    let beta = adding ? 1.0 : 0
    let turn = transposed ? CblasTrans : CblasNoTrans
    func left(
      _ width: Int, _ from: UnsafePointer<Double>, _ to: UnsafeMutablePointer<Double>
    ) {
      cblas_dgemm(
        CblasRowMajor, turn, CblasNoTrans, Int32(outward), Int32(width), Int32(inward), 1, elements,
        Int32(columns), from, Int32(width), beta, to, Int32(width))
    }
    switch axis {
    case 0: left(ny * nz, source, target)
    case 1: for i in 0..<nx { left(nz, source + i * inward * nz, target + i * outward * nz) }
    default:
      cblas_dgemm(
        CblasRowMajor, CblasNoTrans, transposed ? CblasNoTrans : CblasTrans, Int32(nx * ny),
        Int32(outward), Int32(inward), 1, source, Int32(inward), elements, Int32(columns), beta,
        target, Int32(outward))
    }
  }
}
