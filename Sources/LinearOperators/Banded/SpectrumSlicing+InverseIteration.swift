internal import CLAPACK
import RealModule

extension SpectrumSlicing {
  /// A cluster's invariant subspace.
  struct Cluster {
    var values: [Double]
    var columns: [Double]
    var iterations: Int
    var isConverged: Bool
  }

  mutating func eigenpairs(
    _ selection: EigenvalueSelection, vectors: Bool
  ) throws(LinearAlgebraError) -> Eigenpairs<Double> {
    let n = matrix.dimension
    let slices = try slices(selection)
    try requireMemory(
      "The eigenvectors of a band of dimension \(n)",
      numbers: Double(n) * Double(slices.reduce(3) { $0 + $1.multiplicity }))
    var (values, columns, residuals): ([Double], [Double], [Double]) = ([], [], [])
    var (iterations, converged, failed) = (0, 0, false)
    var completeness = Completeness.counted
    var missing = slices.reduce(0) { $0 + $1.multiplicity }
    for slice in slices {
      if Task.isCancelled {
        completeness = .unverified(because: "cancelled")
        break
      }
      let cluster = try invariantSubspace(slice)
      iterations += cluster.iterations
      missing -= slice.multiplicity
      let quotients = cluster.values.indices.map {
        matrix.rayleighQuotient(of: cluster.columns, column: $0, overlap: overlap)
      }
      let order = quotients.indices.sorted { quotients[$0].value < quotients[$1].value }
      for j in order {
        let quotient = quotients[j]
        if case .range(let bounds) = selection, !bounds.contains(quotient.value) { continue }
        // The count's own resolution decides how far outside its slice a level may come out.
        let slack = 64 * quotient.uncertainty + 1e-10 * slice.width
        let inside =
          quotient.value >= slice.lower - slack && quotient.value <= slice.upper + slack
        if !cluster.isConverged || !inside { failed = true }
        if !failed { converged += 1 }
        values.append(quotient.value)
        residuals.append(quotient.residual)
        columns += cluster.columns[j * n..<(j + 1) * n]
      }
    }
    if failed { completeness = .unverified(because: "inverse iteration left its slice") }
    Eigenvectors.fixSigns(&columns, dimension: n)
    return Eigenpairs(
      values: values,
      vectors: vectors
        ? Eigenvectors(dimension: n, count: values.count, elements: columns) : .none(n),
      residuals: vectors ? residuals : [], iterations: iterations, convergedCount: converged,
      completeness: completeness, missingCount: missing)
  }

  /// Block inverse iteration with as many vectors as the slice has levels.
  ///
  /// Y = (A − σB)⁻¹BX, then the pencil (Yᵀ(A − σB)Y, YᵀBY) = (XᵀBY, YᵀBY) on span Y: its values
  /// μ = λ − σ suffer no cancellation from a large A, and the angle to the previous vectors comes
  /// for free. After three or more steps at the middle of the slice the shift moves to 10⁻³ of the gap
  /// from the levels: each further step gains three digits, while a shift *on* the level would
  /// make the factorisation singular.
  private mutating func invariantSubspace(_ slice: Slice) throws(LinearAlgebraError) -> Cluster {
    let (n, c) = (matrix.dimension, slice.multiplicity)
    var random = SplitMix64(seed: UInt64(slice.countBelow))
    var x = (0..<n * c).map { _ in random.uniform() }
    var y = x
    var bx = x
    let reach = 0.5 * slice.width + min(slice.gap, slice.width * 1e6)
    try factorNear(slice.middle, reach: 0.1 * slice.width)
    var cluster = Cluster(values: [], columns: [], iterations: 0, isConverged: false)
    var remaining = 40
    var moved = false
    while remaining > 0 {
      cluster.iterations += 1
      remaining -= 1
      multiplyOverlap(x, into: &bx, c)
      for i in y.indices { y[i] = bx[i] }
      y.withUnsafeMutableBufferPointer { y in
        for j in 0..<c {
          factorization.solve(UnsafeMutableBufferPointer(rebasing: y[j * n..<(j + 1) * n]))
        }
      }
      let step = try rayleighRitz(y, bx, into: &x, c)
      cluster.values = step.levels.map { factorization.shift + $0 }
      // The first vectors are random and not orthonormal: their angle means nothing.
      if cluster.iterations > 1, step.sineSquared < 1e-13, !cluster.isConverged {
        // The angle is 3e-7 now: steps enough to take it below rounding at this rate.
        cluster.isConverged = true
        let farthest = step.levels.reduce(0) { max($0, abs($1)) }
        let others = slice.gap + 0.5 * slice.width - abs(factorization.shift - slice.middle)
        let rate = min(max(farthest / max(others, .leastNonzeroMagnitude), 1e-3), 0.5)
        remaining = Int((Double.log(1e-9) / .log(rate)).rounded(.up))
      }
      if !moved, cluster.iterations >= 3, !cluster.isConverged {
        let center = cluster.values.reduce(0, +) / Double(c)
        let offset = 1e-3 * reach
        if slice.lower...slice.upper ~= center {
          moved = true
          if abs(factorization.shift - center) > 4 * offset {
            try factorNear(center - offset, reach: offset)
          }
        }
      }
    }
    cluster.columns = x
    return cluster
  }

  /// Factors at `shift`, or a little beside it where the elimination without pivoting happens to
  /// meet a small pivot.
  private mutating func factorNear(_ shift: Double, reach: Double) throws(LinearAlgebraError) {
    for attempt in 0..<6 {
      let side = attempt.isMultiple(of: 2) ? 1.0 : -1.0
      try factorization.factor(
        matrix, overlap: overlap, shift: shift + side * Double(attempt) * 0.17 * reach)
      if factorization.growth < 1e8 { return }
    }
  }

  private func multiplyOverlap(_ x: [Double], into bx: inout [Double], _ c: Int) {
    guard let overlap else {
      for i in bx.indices { bx[i] = x[i] }
      return
    }
    x.withUnsafeBufferPointer { x in
      bx.withUnsafeMutableBufferPointer { bx in overlap.apply(count: c, x, bx) }
    }
  }

  /// Solves the projected pencil, puts the Ritz vectors into `x` and returns their λ − σ, with
  /// sin² of the largest angle between a Ritz vector and its predecessor.
  private func rayleighRitz(
    _ y: [Double], _ bx: [Double], into x: inout [Double], _ c: Int
  ) throws(LinearAlgebraError) -> (levels: [Double], sineSquared: Double) {
    let n = matrix.dimension
    var by = y
    multiplyOverlap(y, into: &by, c)
    var (h, g) = ([Double](repeating: 0, count: c * c), [Double](repeating: 0, count: c * c))
    let (rows, order) = (Int32(n), Int32(c))
    cblas_dgemm(
      CblasColMajor, CblasTrans, CblasNoTrans, order, order, rows, 1, y, rows, bx, rows, 0, &h,
      order)
    cblas_dgemm(
      CblasColMajor, CblasTrans, CblasNoTrans, order, order, rows, 1, y, rows, by, rows, 0, &g,
      order)
    // Columns of Y may differ by orders of magnitude: a unit diagonal keeps G well conditioned.
    let sizes = (0..<c).map { 1 / g[$0 * (c + 1)].squareRoot() }
    for j in 0..<c {
      for i in 0..<c {
        h[i + j * c] *= sizes[i] * sizes[j]
        g[i + j * c] *= sizes[i] * sizes[j]
      }
    }
    var levels = [Double](repeating: 0, count: c)
    var sines = 0.0
    let info = LAPACKE_dsygvd(
      LAPACK_COL_MAJOR, 1, CChar(ascii: "V"), CChar(ascii: "L"), order, &h, order, &g, order,
      &levels)
    try checkInfo(info, "dsygvd") { generalizedMeaning($0, c) }
    for j in 0..<c {
      var length = 0.0
      for i in 0..<c {
        h[i + j * c] *= sizes[i]
        length += h[i + j * c] * h[i + j * c]
      }
      sines = max(sines, 1 - levels[j] * levels[j] / length)
    }
    cblas_dgemm(
      CblasColMajor, CblasNoTrans, CblasNoTrans, rows, order, order, 1, y, rows, h, order, 0, &x,
      rows)
    return (levels, sines)
  }
}
