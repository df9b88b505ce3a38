/// How the eigenpairs of a band are found.
public enum BandedMethod: Sendable, Equatable {
  /// Inertia counts isolate each level or cluster, inverse iteration finds it: O(n m²) per count
  /// and memory O(n m), and accurate on graded matrices.
  case slicing
  /// LAPACK's `dsbevx` or `dsbgvx`: reduction to tridiagonal form, errors of u‖A‖, memory n².
  case reduction
}

extension BandedMatrix {
  /// Solves A x = λ x, or A x = λ B x with a positive definite banded `overlap` B.
  ///
  /// With ``BandedMethod/slicing`` a cluster is never cut: where level k − 1 and its successors
  /// agree to 10 digits, `.lowest(k)` returns them all. The counts on both sides of every cluster
  /// prove that none is missing (Parlett, *The Symmetric Eigenvalue Problem*, SIAM 1998, §3.3),
  /// values are Rayleigh quotients in doubled precision. On a graded matrix ‖Ax − λBx‖₂ is
  /// bounded below by u|a_ii||x_i| of the rounded x, far above the error of λ.
  ///
  /// A cancelled task gets the levels found so far, marked ``Completeness/unverified(because:)``.
  ///
  /// - Throws: ``LinearAlgebraError`` for a selection or an overlap that cannot be.
  public func eigenpairs(
    _ selection: EigenvalueSelection, overlap: BandedMatrix? = nil, vectors: Bool = true,
    method: BandedMethod = .slicing
  ) throws(LinearAlgebraError) -> Eigenpairs<Double> {
    try checkOverlap(overlap)
    _ = try selection.arguments(dimension: dimension)
    switch method {
    case .slicing:
      var slicing = try SpectrumSlicing(self, overlap: overlap)
      return try slicing.eigenpairs(selection, vectors: vectors)
    case .reduction:
      return try reducedEigenpairs(selection, overlap: overlap, vectors: vectors)
    }
  }
}
