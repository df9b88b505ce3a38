/// X = VC as eigenpairs with residuals ‖Ax − λx‖₂ computed anew; `work` is overwritten.
func ritzResult(
  _ matrix: some LinearOperator, _ products: TallBlocks, _ basis: UnsafePointer<Double>,
  _ basisCount: Int, _ coefficients: [Double], _ values: [Double], _ work: borrowing VectorBlock,
  _ tolerance: Double, _ steps: Int, _ completeness: Completeness
) -> Eigenpairs<Double> {
  let (n, count) = (matrix.dimension, values.count)
  var residuals: [Double] = []
  let image = work.base
  var vectors = [Double](unsafeUninitializedCapacity: n * count) { x, initialized in
    initialized = n * count
    guard let base = x.baseAddress else { return }
    products.combine(n, 1, basis, basisCount, coefficients, count, 0, base)
    products.threads.split(count) { share in
      let columns = share.range
      matrix.apply(
        count: columns.count,
        UnsafeBufferPointer(start: base + columns.lowerBound * n, count: columns.count * n),
        UnsafeMutableBufferPointer(
          start: image + columns.lowerBound * n, count: columns.count * n))
    }
    residuals = products.residuals(n, image, base, values, image)
  }
  Eigenvectors.fixSigns(&vectors, dimension: n)
  // The recomputed residual differs from the recurrence's by rounding.
  let converged = residuals.prefix { $0 <= 1.01 * tolerance }.count
  return Eigenpairs(
    values: values, vectors: Eigenvectors(dimension: n, count: count, elements: vectors),
    residuals: residuals, iterations: steps, convergedCount: converged,
    completeness: converged == count
      ? completeness : .unverified(because: "\(count - converged) pairs did not converge"))
}
