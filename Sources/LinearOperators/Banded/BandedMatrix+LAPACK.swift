internal import CLAPACK

extension BandedMatrix {
  /// All methods but slicing: `dsbevx`, or `dsbgvx` with an overlap.
  ///
  /// Both reduce to tridiagonal form by rotations that mix large and small entries: errors are
  /// u‖A‖, and vectors cost `dimension`² numbers whatever the selection.
  func reducedEigenpairs(
    _ selection: EigenvalueSelection, overlap: BandedMatrix?, vectors: Bool
  ) throws(LinearAlgebraError) -> Eigenpairs<Double> {
    let wanted = try selection.arguments(dimension: dimension)
    if vectors {
      try requireMemory(
        "The reduction of a band of dimension \(dimension) with vectors",
        numbers: Double(dimension) * Double(dimension + wanted.capacity))
    }
    let n = Int32(dimension)
    // dsbgvx wants the overlap's band no wider than A's.
    let band = max(halfBandwidth, overlap?.halfBandwidth ?? 0)
    let job = CChar(ascii: vectors ? "V" : "N")
    var a = widened(to: band)
    var values = [Double](repeating: 0, count: dimension)
    var columns = [Double](repeating: 0, count: vectors ? dimension * wanted.capacity : 1)
    var transformation = [Double](repeating: 0, count: vectors ? dimension * dimension : 1)
    var failed = [Int32](repeating: 0, count: dimension)
    var found: Int32 = 0
    if let overlap {
      var b = overlap.elements
      let info = LAPACKE_dsbgvx(
        LAPACK_COL_MAJOR, job, wanted.range, .init(ascii: "L"), n, Int32(band),
        Int32(overlap.halfBandwidth), &a, Int32(band + 1), &b, Int32(overlap.halfBandwidth + 1),
        &transformation, n, wanted.lower, wanted.upper, wanted.first, wanted.last,
        mostAccurateTolerance, &found, &values, &columns, n, &failed)
      try checkInfo(info, "dsbgvx") { generalizedMeaning($0, dimension) }
    } else {
      let info = LAPACKE_dsbevx(
        LAPACK_COL_MAJOR, job, wanted.range, .init(ascii: "L"), n, Int32(band), &a,
        Int32(band + 1), &transformation, n, wanted.lower, wanted.upper, wanted.first, wanted.last,
        mostAccurateTolerance, &found, &values, &columns, n, &failed)
      try checkInfo(info, "dsbevx") { "\($0) eigenvectors did not converge" }
    }
    values.removeLast(dimension - Int(found))
    guard vectors else {
      return Eigenpairs(
        values: values, vectors: .none(dimension), residuals: [], iterations: 0,
        convergedCount: values.count, completeness: .direct)
    }
    columns.removeLast(columns.count - dimension * values.count)
    Eigenvectors.fixSigns(&columns, dimension: dimension)
    let residuals = values.indices.map { j in
      rayleighQuotient(of: columns, column: j, overlap: overlap, at: values[j]).residual
    }
    return Eigenpairs(
      values: values,
      vectors: Eigenvectors(dimension: dimension, count: values.count, elements: columns),
      residuals: residuals, iterations: 0, convergedCount: values.count, completeness: .direct)
  }

  private func widened(to band: Int) -> [Double] {
    guard band > halfBandwidth else { return elements }
    var wide = [Double](repeating: 0, count: dimension * (band + 1))
    for j in 0..<dimension {
      for d in 0...halfBandwidth {
        wide[d + j * (band + 1)] = elements[d + j * (halfBandwidth + 1)]
      }
    }
    return wide
  }
}
