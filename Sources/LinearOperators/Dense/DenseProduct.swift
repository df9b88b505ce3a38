internal import CLAPACK

/// Products of dense matrices held by columns in memory that the caller owns.
public enum DenseProduct {
  /// C <- beta C + alpha op(A) op(B), C of `rows` x `columns`, with op(X) = X or its transpose.
  ///
  /// Columns lie one after another: op(A) is `rows` x `inner`, op(B) `inner` x `columns`. One thread.
  public static func multiply(
    rows: Int, columns: Int, inner: Int, alpha: Double = 1, _ a: UnsafePointer<Double>,
    transposingA: Bool = false, _ b: UnsafePointer<Double>, transposingB: Bool = false,
    beta: Double = 0, into c: UnsafeMutablePointer<Double>
  ) {
    guard rows > 0, columns > 0, inner > 0 else { return }
    BasicLinearAlgebra.useOneThread()
    cblas_dgemm(
      CblasColMajor, transposingA ? CblasTrans : CblasNoTrans,
      transposingB ? CblasTrans : CblasNoTrans, Int32(rows), Int32(columns), Int32(inner), alpha,
      a, Int32(transposingA ? inner : rows), b, Int32(transposingB ? columns : inner), beta, c,
      Int32(rows))
  }

  /// op(A) op(B) of arrays.
  public static func product(
    rows: Int, columns: Int, inner: Int, _ a: [Double], transposingA: Bool = false, _ b: [Double],
    transposingB: Bool = false
  ) -> [Double] {
    var c = [Double](repeating: 0, count: rows * columns)
    c.withUnsafeMutableBufferPointer { c in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress else { return }
          multiply(
            rows: rows, columns: columns, inner: inner, a, transposingA: transposingA, b,
            transposingB: transposingB, into: c)
        }
      }
    }
    return c
  }
}
