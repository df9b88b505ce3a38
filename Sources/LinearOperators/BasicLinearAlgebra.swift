internal import CLAPACK

/// How the BLAS library underneath is run.
enum BasicLinearAlgebra {
  /// Switches off the BLAS library's own threads, for the whole process and for good.
  ///
  /// This library forks over vectors, chunks and slabs itself; products this small gain nothing
  /// from a second level of threads, and OpenBLAS lets only one caller at a time have its own.
  static func useOneThread() { _ = oneThread }

  private static let oneThread: Void = few_body_blas_threads(1)
}
