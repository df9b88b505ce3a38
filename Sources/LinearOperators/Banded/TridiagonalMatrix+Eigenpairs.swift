internal import CLAPACK

extension TridiagonalMatrix {
  /// Solves A x = λ x.
  ///
  /// With vectors `dstevr`; without, `dstebz`: bisection is then the faster of the two for a few
  /// levels, and its only error is that of the Sturm count.
  ///
  /// - Throws: as ``SymmetricMatrix/eigenpairs(_:overlap:vectors:)``.
  public func eigenpairs(
    _ selection: EigenvalueSelection, vectors: Bool = true
  ) throws(LinearAlgebraError) -> Eigenpairs<Double> {
    let wanted = try selection.arguments(dimension: dimension)
    return try vectors ? pairs(wanted) : values(wanted)
  }

  private func pairs(
    _ wanted: EigenvalueSelection.Arguments
  ) throws(LinearAlgebraError) -> Eigenpairs<Double> {
    let n = Int32(dimension)
    var (d, e) = (diagonal, offDiagonal + [0])
    var values = [Double](repeating: 0, count: dimension)
    var columns = [Double](repeating: 0, count: dimension * wanted.capacity)
    var support = [Int32](repeating: 0, count: 2 * dimension)
    var found: Int32 = 0
    let info = LAPACKE_dstevr(
      LAPACK_COL_MAJOR, .init(ascii: "V"), wanted.range, n, &d, &e, wanted.lower, wanted.upper,
      wanted.first, wanted.last, 0, &found, &values, &columns, n, &support)
    try checkInfo(info, "dstevr") { _ in "the representation tree failed internally" }
    values.removeLast(dimension - Int(found))
    columns.removeLast(columns.count - dimension * Int(found))
    Eigenvectors.fixSigns(&columns, dimension: dimension)
    let residuals = values.indices.map { j in
      residual(values[j], columns[j * dimension..<(j + 1) * dimension])
    }
    return Eigenpairs(
      values: values,
      vectors: Eigenvectors(dimension: dimension, count: values.count, elements: columns),
      residuals: residuals, iterations: 0, convergedCount: values.count, completeness: .direct)
  }

  private func values(
    _ wanted: EigenvalueSelection.Arguments
  ) throws(LinearAlgebraError) -> Eigenpairs<Double> {
    var values = [Double](repeating: 0, count: dimension)
    var blocks = [Int32](repeating: 0, count: dimension)
    var splits = [Int32](repeating: 0, count: dimension)
    var (found, blockCount): (Int32, Int32) = (0, 0)
    let info = LAPACKE_dstebz(
      wanted.range, .init(ascii: "E"), Int32(dimension), wanted.lower, wanted.upper, wanted.first,
      wanted.last, mostAccurateTolerance, diagonal, offDiagonal + [0], &found, &blockCount,
      &values, &blocks, &splits)
    try checkInfo(info, "dstebz") { _ in "bisection did not isolate every eigenvalue" }
    values.removeLast(dimension - Int(found))
    return Eigenpairs(
      values: values, vectors: .none(dimension), residuals: [], iterations: 0,
      convergedCount: values.count, completeness: .direct)
  }

  private func residual(_ value: Double, _ x: ArraySlice<Double>) -> Double {
    let start = x.startIndex
    var sum = 0.0
    for i in 0..<dimension {
      var r = (diagonal[i] - value) * x[start + i]
      if i > 0 { r += offDiagonal[i - 1] * x[start + i - 1] }
      if i + 1 < dimension { r += offDiagonal[i] * x[start + i + 1] }
      sum += r * r
    }
    return sum.squareRoot()
  }
}
