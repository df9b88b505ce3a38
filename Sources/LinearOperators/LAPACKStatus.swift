internal import CLAPACK

/// Throws for `info` ≠ 0; negative values are LAPACKE's own and mean the same in every routine.
func checkInfo(
  _ info: Int32, _ routine: String, positive meaning: (Int) -> String
) throws(LinearAlgebraError) {
  switch info {
  case 0: return
  case LAPACK_WORK_MEMORY_ERROR, LAPACK_TRANSPOSE_MEMORY_ERROR:
    throw .lapack(routine: routine, info: Int(info), meaning: "not enough memory for workspace")
  case ..<0:
    throw .lapack(
      routine: routine, info: Int(info), meaning: "argument \(-info) is not finite or not allowed")
  default: throw .lapack(routine: routine, info: Int(info), meaning: meaning(Int(info)))
  }
}

/// What `info` > 0 means in `dsygvx`, `dsygvd`, `zhegvx`, `zhegvd` and `dsbgvx`.
func generalizedMeaning(_ info: Int, _ dimension: Int) -> String {
  info > dimension
    ? "the overlap is not positive definite (leading minor of order \(info - dimension))"
    : "\(info) eigenvectors or off-diagonal elements did not converge"
}

/// Twice the underflow threshold, which LAPACK's `dsyevx`-type routines document as the setting
/// for the most accurate eigenvalues.
let mostAccurateTolerance = 2 * Double.leastNormalMagnitude
