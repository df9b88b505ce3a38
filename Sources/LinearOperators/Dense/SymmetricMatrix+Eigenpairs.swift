internal import CLAPACK

extension SymmetricMatrix {
  /// Solves A x = λ x, or A x = λ B x with a positive definite `overlap` B.
  ///
  /// Without `overlap`: `dsyevr` (relatively robust representations; Dhillon, Parlett and Vömel,
  /// ACM TOMS 32 (2006) 533), the cheapest routine for part of a spectrum. With it: `dsygvd`
  /// for all, `dsygvx` for a part; both reduce by B = LLᵀ, so errors grow with the condition
  /// number of B.
  ///
  /// - Throws: ``LinearAlgebraError/lapack(routine:info:meaning:)`` when B is not positive
  ///   definite or LAPACK fails; ``LinearAlgebraError/invalid(name:value:accepted:)`` for a
  ///   selection that does not fit the dimension.
  public func eigenpairs(
    _ selection: EigenvalueSelection, overlap: SymmetricMatrix? = nil, vectors: Bool = true
  ) throws(LinearAlgebraError) -> Eigenpairs<Double> {
    let wanted = try selection.arguments(dimension: dimension)
    var (values, columns): ([Double], [Double])
    if let overlap {
      try require(
        overlap.dimension == dimension, "overlap.dimension", overlap.dimension,
        accepted: "\(dimension)")
      (values, columns) =
        selection == .all
        ? try generalizedAll(overlap, vectors) : try generalizedPart(overlap, wanted, vectors)
    } else {
      (values, columns) = try standard(wanted, vectors)
    }
    guard vectors else {
      return Eigenpairs(
        values: values, vectors: .none(dimension), residuals: [], iterations: 0,
        convergedCount: values.count, completeness: .direct)
    }
    Eigenvectors.fixSigns(&columns, dimension: dimension)
    return Eigenpairs(
      values: values,
      vectors: Eigenvectors(dimension: dimension, count: values.count, elements: columns),
      residuals: residuals(values, columns, overlap), iterations: 0,
      convergedCount: values.count, completeness: .direct)
  }

  private func standard(
    _ wanted: EigenvalueSelection.Arguments, _ vectors: Bool
  ) throws(LinearAlgebraError) -> ([Double], [Double]) {
    let n = Int32(dimension)
    var a = elements
    var values = [Double](repeating: 0, count: dimension)
    var columns = [Double](repeating: 0, count: vectors ? dimension * wanted.capacity : 1)
    var support = [Int32](repeating: 0, count: 2 * dimension)
    var found: Int32 = 0
    let info = LAPACKE_dsyevr(
      LAPACK_COL_MAJOR, .init(ascii: vectors ? "V" : "N"), wanted.range, .init(ascii: "L"), n, &a,
      n, wanted.lower, wanted.upper, wanted.first, wanted.last, 0, &found, &values, &columns, n,
      &support)
    try checkInfo(info, "dsyevr") { _ in "the tridiagonal eigensolver failed internally" }
    return (Array(values.prefix(Int(found))), Array(columns.prefix(Int(found) * dimension)))
  }

  private func generalizedPart(
    _ overlap: SymmetricMatrix, _ wanted: EigenvalueSelection.Arguments, _ vectors: Bool
  ) throws(LinearAlgebraError) -> ([Double], [Double]) {
    let n = Int32(dimension)
    var (a, b) = (elements, overlap.elements)
    var values = [Double](repeating: 0, count: dimension)
    var columns = [Double](repeating: 0, count: vectors ? dimension * wanted.capacity : 1)
    var failed = [Int32](repeating: 0, count: dimension)
    var found: Int32 = 0
    let info = LAPACKE_dsygvx(
      LAPACK_COL_MAJOR, 1, .init(ascii: vectors ? "V" : "N"), wanted.range, .init(ascii: "L"), n,
      &a, n, &b, n, wanted.lower, wanted.upper, wanted.first, wanted.last, mostAccurateTolerance,
      &found, &values, &columns, n, &failed)
    try checkInfo(info, "dsygvx") { generalizedMeaning($0, dimension) }
    return (Array(values.prefix(Int(found))), Array(columns.prefix(Int(found) * dimension)))
  }

  private func generalizedAll(
    _ overlap: SymmetricMatrix, _ vectors: Bool
  ) throws(LinearAlgebraError) -> ([Double], [Double]) {
    let n = Int32(dimension)
    var (a, b) = (elements, overlap.elements)
    var values = [Double](repeating: 0, count: dimension)
    let info = LAPACKE_dsygvd(
      LAPACK_COL_MAJOR, 1, .init(ascii: vectors ? "V" : "N"), .init(ascii: "L"), n, &a, n, &b, n,
      &values)
    try checkInfo(info, "dsygvd") { generalizedMeaning($0, dimension) }
    return (values, vectors ? a : [])
  }

  private func residuals(
    _ values: [Double], _ columns: [Double], _ overlap: SymmetricMatrix?
  ) -> [Double] {
    let (n, m) = (Int32(dimension), Int32(values.count))
    var difference = columns
    if let overlap {
      cblas_dsymm(
        CblasColMajor, CblasLeft, CblasLower, n, m, 1, overlap.elements, n, columns, n, 0,
        &difference, n)
    }
    for (j, value) in values.enumerated() {
      for i in j * dimension..<(j + 1) * dimension { difference[i] *= -value }
    }
    cblas_dsymm(
      CblasColMajor, CblasLeft, CblasLower, n, m, 1, elements, n, columns, n, 1, &difference, n)
    return columnNorms(difference, dimension: dimension)
  }
}

/// ‖·‖₂ of each column.
func columnNorms(_ elements: [Double], dimension: Int) -> [Double] {
  stride(from: 0, to: elements.count, by: dimension).map { start in
    elements[start..<start + dimension].reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
