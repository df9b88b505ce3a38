/// What one pass over a band says of a vector x.
struct RayleighQuotient {
  /// xᵀAx / xᵀBx.
  let value: Double
  /// ‖Ax − λBx‖₂.
  let residual: Double
  /// u Σ|a_ii| x_i² / xᵀBx: how far rounding of the entries moves this level, and therefore the
  /// resolution of an inertia count near it.
  let uncertainty: Double
}

extension BandedMatrix {
  /// xᵀAx / xᵀBx and the residual in doubled precision; the residual at `value` if it is given.
  ///
  /// On a graded mesh Σ a_ij x_i x_j cancels by the ratio of the largest a_ii to the level. With
  /// products summed exactly the quotient is as good as x is squared, u‖A‖ does not enter.
  func rayleighQuotient(
    of vectors: [Double], column: Int, overlap: BandedMatrix?, at value: Double? = nil
  ) -> RayleighQuotient {
    let start = column * dimension
    return vectors.withUnsafeBufferPointer { all in
      let x = UnsafeBufferPointer(rebasing: all[start..<start + dimension])
      var (energy, norm) = (CompensatedSum(), CompensatedSum())
      var weight = 0.0
      for i in 0..<dimension {
        energy.add(x[i], times: row(i, x))
        norm.add(x[i], times: overlap.map { $0.row(i, x) } ?? single(x[i]))
        weight += abs(self[i, i]) * x[i] * x[i]
      }
      let quotient = value ?? energy.value / norm.value
      var sum = 0.0
      for i in 0..<dimension {
        var entry = row(i, x)
        entry.add(-quotient, times: overlap.map { $0.row(i, x) } ?? single(x[i]))
        sum += entry.value * entry.value
      }
      return RayleighQuotient(
        value: quotient, residual: sum.squareRoot(),
        uncertainty: 0x1p-53 * weight / norm.value)
    }
  }

  private func single(_ x: Double) -> CompensatedSum {
    var sum = CompensatedSum()
    sum.add(x)
    return sum
  }

  private func row(_ i: Int, _ x: UnsafeBufferPointer<Double>) -> CompensatedSum {
    let height = halfBandwidth + 1
    var sum = CompensatedSum()
    for j in max(0, i - halfBandwidth)...i { sum.add(product: elements[i - j + j * height], x[j]) }
    for d in 1..<max(1, min(height, dimension - i)) {
      sum.add(product: elements[d + i * height], x[i + d])
    }
    return sum
  }
}
