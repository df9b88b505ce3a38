internal import CLAPACK
public import ComplexModule
public import RealModule

extension HermitianMatrix {
  /// Solves A x = λ x, or A x = λ B x with a positive definite `overlap` B.
  ///
  /// `zheevr` without `overlap`, `zhegvx` with it.
  ///
  /// - Throws: as ``SymmetricMatrix/eigenpairs(_:overlap:vectors:)``.
  public func eigenpairs(
    _ selection: EigenvalueSelection, overlap: HermitianMatrix? = nil, vectors: Bool = true
  ) throws(LinearAlgebraError) -> Eigenpairs<Complex<Double>> {
    let wanted = try selection.arguments(dimension: dimension)
    let n = Int32(dimension)
    let job = CChar(ascii: vectors ? "V" : "N")
    var a = elements.map(lapackComplex)
    var values = [Double](repeating: 0, count: dimension)
    var z = [few_body_complex_double](
      repeating: few_body_complex_double(), count: vectors ? dimension * wanted.capacity : 1)
    var found: Int32 = 0
    if let overlap {
      try require(
        overlap.dimension == dimension, "overlap.dimension", overlap.dimension,
        accepted: "\(dimension)")
      var b = overlap.elements.map(lapackComplex)
      var failed = [Int32](repeating: 0, count: dimension)
      let info = LAPACKE_zhegvx(
        LAPACK_COL_MAJOR, 1, job, wanted.range, .init(ascii: "L"), n, &a, n, &b, n, wanted.lower,
        wanted.upper, wanted.first, wanted.last, mostAccurateTolerance, &found, &values, &z, n,
        &failed)
      try checkInfo(info, "zhegvx") { generalizedMeaning($0, dimension) }
    } else {
      var support = [Int32](repeating: 0, count: 2 * dimension)
      let info = LAPACKE_zheevr(
        LAPACK_COL_MAJOR, job, wanted.range, .init(ascii: "L"), n, &a, n, wanted.lower,
        wanted.upper, wanted.first, wanted.last, 0, &found, &values, &z, n, &support)
      try checkInfo(info, "zheevr") { _ in "the tridiagonal eigensolver failed internally" }
    }
    values.removeLast(dimension - Int(found))
    var columns =
      vectors ? z.prefix(dimension * Int(found)).map { Complex($0.real, $0.imag) } : []
    Eigenvectors.fixPhases(&columns, dimension: dimension)
    return Eigenpairs(
      values: values,
      vectors: Eigenvectors(
        dimension: dimension, count: vectors ? values.count : 0, elements: columns),
      residuals: vectors ? residuals(values, columns, overlap) : [], iterations: 0,
      convergedCount: values.count, completeness: .direct)
  }

  /// The number of eigenvalues of A x = λ B x below `shift`, by the inertia of A − σB.
  ///
  /// `zhetrf` (Bunch–Kaufman), counted as in ``SymmetricMatrix/count(below:overlap:)``.
  public func count(
    below shift: Double, overlap: HermitianMatrix? = nil
  ) throws(LinearAlgebraError) -> Int {
    try require(shift.isFinite, "shift", shift, accepted: "a finite number")
    var shifted = elements
    if let overlap {
      try require(
        overlap.dimension == dimension, "overlap.dimension", overlap.dimension,
        accepted: "\(dimension)")
      for i in shifted.indices { shifted[i] -= overlap.elements[i].multiplied(by: shift) }
    } else {
      for i in 0..<dimension { shifted[i * (dimension + 1)] -= Complex(shift) }
    }
    let n = Int32(dimension)
    var a = shifted.map(lapackComplex)
    var pivots = [Int32](repeating: 0, count: dimension)
    let info = LAPACKE_zhetrf(LAPACK_COL_MAJOR, .init(ascii: "L"), n, &a, n, &pivots)
    // info > 0 is an exactly zero pivot: an eigenvalue equal to the shift, which is not below it.
    if info < 0 { try checkInfo(info, "zhetrf") { _ in "" } }
    return negativeCount(
      pivots: pivots, diagonal: { a[$0 * (dimension + 1)].real },
      offDiagonalSquared: {
        let entry = a[$0 * (dimension + 1) + 1]
        return entry.real * entry.real + entry.imag * entry.imag
      })
  }

  private func residuals(
    _ values: [Double], _ columns: [Complex<Double>], _ overlap: HermitianMatrix?
  ) -> [Double] {
    let (n, m) = (Int32(dimension), Int32(values.count))
    var one = few_body_complex_double(real: 1, imag: 0)
    var zero = few_body_complex_double()
    var difference = columns
    if let overlap {
      cblas_zhemm(
        CblasColMajor, CblasLeft, CblasLower, n, m, &one, overlap.elements, n, columns, n, &zero,
        &difference, n)
    }
    for (j, value) in values.enumerated() {
      for i in j * dimension..<(j + 1) * dimension {
        difference[i] = difference[i].multiplied(by: -value)
      }
    }
    cblas_zhemm(
      CblasColMajor, CblasLeft, CblasLower, n, m, &one, elements, n, columns, n, &one, &difference,
      n)
    return stride(from: 0, to: difference.count, by: dimension).map { start in
      difference[start..<start + dimension].reduce(0) { $0 + $1.lengthSquared }.squareRoot()
    }
  }
}

private func lapackComplex(_ value: Complex<Double>) -> few_body_complex_double {
  few_body_complex_double(real: value.real, imag: value.imaginary)
}
