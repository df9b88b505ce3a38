/// What the certificate needs of every element besides S: errors, residuals and the local gap.
extension ChannelCondensation {
  /// Margins of S, residuals and gaps of one batch.
  ///
  /// Magnitudes: |v_p| <= w_pj = (1 if j is p's own channel) + 0.6124 sum |y| in channel j, so a term
  /// of S_pq is no larger than integral |V_ij| w_pi w_qj, or (2k/h)(1 + |y_p| |y_q|) for the kinetic
  /// part. On the first element |v_p|/t replaces |v_p|, and t^2/r and t^2/r^2 replace 1/r and 1/r^2.
  func bound(_ batch: Int, _ s: Double) {
    let (m, t, n) = (channels, trials, Self.n)
    let table = RadialElement.shared
    let zero = Lanes(repeating: 0)
    let h = matrices.lengths[batch]
    let k = matrices.kinetic
    let start = coefficients + batch * t * m * n
    let isFirst = batch == 0
    // w_pj at waves[p * m + j], and the sums over p; the bends at waves[t m + ...].
    let (sizes, bends) = (waves, waves + t * m)
    let energy = Lanes(repeating: s.magnitude)
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: m + t) { scratch in
      guard let totals = scratch.baseAddress else { return }
      let norms = totals + m
      for j in 0..<m { totals[j] = zero }
      var allNorms = zero
      for p in 0..<t {
        var square = zero
        for j in 0..<m {
          let x = start + (p * m + j) * n
          var size: Lanes = Self.magnitude(x[0]) + Self.magnitude(x[1])
          var (edge, bend) = (size, zero)
          for a in 2..<n {
            let y = Self.magnitude(x[a])
            size += ReferenceElement.bubbleMaximum * y
            edge += table.slopeMaxima[a] * y
            bend += table.curvatureMaxima[a] * y
            square += y * y
          }
          if isFirst { size[0] = edge[0] }
          sizes[p * m + j] = size
          bends[p * m + j] = bend
          totals[j] += size
        }
        norms[p] = square.squareRoot()
        allNorms += norms[p]
      }
      let rounding = ChannelCertificate.entryRounding(m)
      let relative: Lanes = 2.1 * matrices.formTail[batch] + rounding
      for p in 0..<t {
        var potential = zero
        var sampled = zero
        for i in 0..<m {
          let barrier = k * matrices.problem.centrifugal(i)
          var field: Lanes = barrier * matrices.inverseSquare[batch]
          field += matrices.wells[batch] + energy * h
          field *= totals[i]
          for j in max(0, i - matrices.reach)...min(m - 1, i + matrices.reach) {
            var entry: Lanes = matrices.problem.coulomb[i][j].magnitude * matrices.inverse[batch]
            if j != i { entry += matrices.wells[batch] }
            field += entry * totals[j]
          }
          potential += sizes[p * m + i] * field
          sampled += sizes[p * m + i] * totals[i]
        }
        let stiffness: Lanes = 2 * k / h
        let kinetic: Lanes = stiffness * (1 + norms[p] * allNorms)
        var total: Lanes = relative * potential + rounding * kinetic
        total += matrices.wellFormError[batch] * h * sampled
        margin[batch * t + p] = total
      }
      // Largest values of the fields, for the residuals' own errors; the first element's are weighted
      // with t, which the smaller functions allow for.
      let residualRounding = ChannelCertificate.residualRounding(m)
      // W and s have errors of their own: what 1/r leaves of a polynomial is not theirs.
      let tail: Lanes = 2.1 * matrices.residualTail[batch] + residualRounding
      for p in 0..<t {
        var sum = zero
        for i in 0..<m {
          let barrier = k * matrices.problem.centrifugal(i)
          let size = sizes[p * m + i]
          var field: Lanes = barrier * matrices.inverseSquareMaxima[batch] * size
          var smooth: Lanes = (matrices.wellMaxima[batch] + energy) * size
          for j in max(0, i - matrices.reach)...min(m - 1, i + matrices.reach) {
            let charge = matrices.problem.coulomb[i][j].magnitude
            field += charge * matrices.inverseMaxima[batch] * sizes[p * m + j]
            if j != i { smooth += matrices.wellMaxima[batch] * sizes[p * m + j] }
          }
          let bend: Lanes = (k / (h * h)) * bends[p * m + i]
          sum += tail * field + residualRounding * (smooth + bend)
          sum += matrices.wellResidualError[batch] * size
        }
        remainder[batch * t + p] = sum * sum * h
      }
    }
    gaps(batch, s)
    residuals(batch, s)
    // The Gram matrix of the residuals is rounded too, by no more than 64u sqrt(R_pp R_qq).
    for p in 0..<t {
      let own = residual[batch * t * t + p * t + p]
      let rest: Lanes = (Double(22 * t) / gap[batch]) * remainder[batch * t + p]
      remainder[batch * t + p] = rest + Double(t) * 64 * ChannelMatrices.unit * own
    }
  }

  @inline(__always)
  static func magnitude(_ x: Lanes) -> Lanes { x.replacing(with: -x, where: x .< 0) }

  /// pi^2 k/h^2 + min V - s; on the first element kappa/r_1^2 with kappa = k(l + 1/2)^2 - C r_1 - (s -
  /// W) r_1^2, because there the form on functions that vanish at both ends is at least
  /// integral kappa/r^2 psi^2 (Hardy).
  private func gaps(_ batch: Int, _ s: Double) {
    let mesh = matrices.mesh
    let problem = matrices.problem
    for lane in 0..<ChannelMatrices.width {
      let e = min(batch * ChannelMatrices.width + lane, mesh.count - 1)
      let h = matrices.lengths[batch][lane]
      if e == 0 {
        let hardy = matrices.kinetic * (0.25 + problem.leastCentrifugal)
        let drop = problem.attraction * h + max(s - mesh.wells[0].lower, 0) * h * h
        gap[batch][lane] = (hardy * (1 - 0x1p-48) - drop * (1 + 0x1p-48)) / (h * h)
      } else {
        let free = Double.pi * Double.pi * (1 - 0x1p-46) * matrices.kinetic / (h * h)
        // The two large numbers first: their difference is rounded to its own last digit.
        gap[batch][lane] = free + (mesh.minima[e] - s)
      }
    }
  }

  /// integral of r_p . r_q/g, r = (H - s) v; on the first element r^2/kappa replaces 1/g.
  private func residuals(_ batch: Int, _ s: Double) {
    let (m, t, n) = (channels, trials, Self.n)
    let (points, reach) = (RadialElement.points, matrices.reach)
    let table = RadialElement.shared
    let problem = matrices.problem
    let zero = Lanes(repeating: 0)
    let h = matrices.lengths[batch]
    let start = coefficients + batch * t * m * n
    let result = residual + batch * t * t
    for p in 0..<(t * t) { result[p] = zero }
    let bending: Lanes = -matrices.kinetic / (h * h)
    let (values, rest) = (waves, waves + t * m)
    // A wave of higher l lies higher: its gap is larger by k (L_j - L)/r^2. Without that the poor
    // polynomials for r^(l+1) at the origin would cost (l + 1/2)^2 times too much.
    let right = batch * ChannelMatrices.width
    var far = zero
    for lane in 0..<ChannelMatrices.width {
      far[lane] = matrices.mesh.nodes[min(right + lane, matrices.count - 1) + 1]
    }
    for j in 0..<m {
      let rise = problem.centrifugal(j) - problem.leastCentrifugal
      let higher: Lanes = (matrices.kinetic * rise * (1 - 0x1p-48)) / (far * far)
      omega[j] = (1 + 0x1p-48) / (gap[batch] + higher)
    }
    for q in 0..<points {
      let reciprocal = matrices.reciprocals[batch * points + q]
      var well = Lanes(repeating: -s)
      if let central = matrices.central { well += central[batch * points + q] }
      for column in 0..<(t * m) {
        let x = start + column * n
        var (value, bend) = (table.values[q] * x[0], zero)
        value += table.values[points + q] * x[1]
        for a in 2..<n {
          value += table.values[a * points + q] * x[a]
          bend += table.curvatures[a * points + q] * x[a]
        }
        values[column] = value
        rest[column] = bending * bend
      }
      for i in 0..<m {
        let barrier = matrices.kinetic * problem.centrifugal(i)
        for j in max(0, i - reach)...min(m - 1, i + reach) {
          var field: Lanes = -problem.coulomb[i][j] * reciprocal
          if let coupling = matrices.coupling {
            let place = i >= j ? matrices.place(i, j) : matrices.place(j, i)
            field += coupling[(batch * matrices.channelPairs + place) * points + q]
          }
          if i == j { field += barrier * reciprocal * reciprocal + well }
          for p in 0..<t { rest[p * m + i] += field * values[p * m + j] }
        }
      }
      var weight: Lanes = h * table.weights[q]
      if batch == 0 { weight[0] *= table.positions[q] * table.positions[q] }
      // |v_p| is no longer wanted: the weighted residuals take its place.
      for j in 0..<m {
        let own = weight * omega[j]
        for p in 0..<t { values[p * m + j] = own * rest[p * m + j] }
      }
      for p in 0..<t {
        for other in 0...p {
          var sum = zero
          for j in 0..<m { sum += values[p * m + j] * rest[other * m + j] }
          result[p * t + other] += sum
        }
      }
    }
    for p in 0..<t { for other in 0..<p { result[other * t + p] = result[p * t + other] } }
  }
}
