/// The two counts that turn an approximate level of coupled radial equations into a theorem.
///
/// For trial functions v_p on every element, with residuals r_p = (H - s) v_p and local gaps g > 0,
///   n-(T+(s)) <= #{E < s} <= n-(T-(s)).
/// T+ is the nodal matrix plus the errors' row sums on its diagonal, with u = 0 at a cut; T- subtracts
/// them, integral r_p . r_q/g of every element, the term of the waves left out, and ends in the
/// outer form. The proof is on the page <doc:PartialWaves>.
final class ChannelCertificate {
  private static let u = ChannelMatrices.unit

  /// Roundings in S_pq: 9 in a sum of 28 products, 11 in each term, 10 in the sum of the three parts
  /// of A and s M, 4 of C, 13 and 2m + 1 in A v, 13 + m in the second product, 4 of the node
  /// distances and 4 in the assembly of the nodal matrix.
  static func entryRounding(_ channels: Int) -> Double { Double(72 + 4 * channels) * u }
  /// Roundings in a residual at a point: 13 terms, table and bends, V and the products with it.
  static func residualRounding(_ channels: Int) -> Double { Double(48 + 4 * channels) * u }

  let matrices: ChannelMatrices
  let condensed: ChannelCondensation
  let band: NodalBand
  /// What rounding may do in each row of a factorisation; measured, then doubled.
  let reserve: UnsafeMutablePointer<Double>

  init(_ matrices: ChannelMatrices, _ condensed: ChannelCondensation, _ band: NodalBand) {
    self.matrices = matrices
    self.condensed = condensed
    self.band = band
    reserve = .allocate(capacity: band.capacity)
    reserve.initialize(repeating: 0, count: band.capacity)
  }

  deinit { reserve.deallocate() }

  private var width: Int { ChannelMatrices.width }

  /// A lane of a matrix over the trial functions, element by element.
  @inline(__always)
  private func lane(
    _ array: UnsafeMutablePointer<ChannelMatrices.Lanes>, _ element: Int, _ size: Int
  ) -> UnsafePointer<Double> {
    UnsafeRawPointer(array + (element / width) * size).assumingMemoryBound(to: Double.self)
      + element % width
  }

  /// Adds an element's matrix over (left node, right node) to the band; node 0 has no unknowns, nor
  /// has a wall.
  @inline(__always)
  private func scatter(_ element: Int, _ end: Int, _ value: (Int, Int) -> Double) {
    let m = matrices.channels
    let first = element == 0 ? m : 0
    let last = element + 1 == end ? m : 2 * m
    for p in first..<max(first, last) {
      let i = (element - 1) * m + p
      for q in first...p { band.add(value(p, q), i, (element - 1) * m + q) }
    }
  }

  /// The nodal matrix at s of the elements before `end`, where u = 0.
  func assemble(_ end: Int, energy s: Double, center: Double) {
    let t = condensed.trials
    let ds = s - center
    band.clear(rows: (end - 1) * matrices.channels)
    for e in 0..<end {
      let (a, g) = (lane(condensed.form, e, t * t), lane(condensed.gram, e, t * t))
      scatter(e, end) { p, q in
        let place = width * (p * t + q)
        return a[place] - ds * g[place]
      }
    }
  }

  /// y = G x with the Gram matrix of the trial functions.
  func weigh(_ end: Int, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>) {
    let (m, t) = (matrices.channels, condensed.trials)
    y.update(repeating: 0, count: (end - 1) * m)
    for e in 0..<end {
      let g = lane(condensed.gram, e, t * t)
      let first = e == 0 ? m : 0
      let last = e + 1 == end ? m : t
      for p in first..<max(first, last) {
        var sum = 0.0
        for q in first..<last { sum += g[width * (p * t + q)] * x[(e - 1) * m + q] }
        y[(e - 1) * m + p] += sum
      }
    }
  }

  /// n-(T+(s)): at least this many levels lie below s.
  func countFromBelow(_ end: Int, energy s: Double, center: Double) -> Int? {
    let (m, t) = (matrices.channels, condensed.trials)
    assemble(end, energy: s, center: center)
    let ds = s - center
    for e in 0..<end {
      let (g, margin) = (lane(condensed.gram, e, t * t), lane(condensed.margin, e, t))
      shift(e, end) { p in
        // The Gram entries are rounded too: row sums by Cauchy and Schwarz.
        1.01 * margin[width * p] + Self.gramRounding(m) * Swift.abs(ds) * rowSum(g, p)
      }
    }
    return provenCount(sign: 1)
  }

  private static func gramRounding(_ channels: Int) -> Double { Double(24 + 16 * channels) * u }

  private func rowSum(_ g: UnsafePointer<Double>, _ p: Int) -> Double {
    let t = condensed.trials
    var trace = 0.0
    for q in 0..<t { trace += g[width * (q * t + q)].squareRoot() }
    return g[width * (p * t + p)].squareRoot() * trace
  }

  /// Adds to the diagonal.
  @inline(__always)
  private func shift(_ element: Int, _ end: Int, _ value: (Int) -> Double) {
    let m = matrices.channels
    let first = element == 0 ? m : 0
    let last = min(element + 1 == end ? m : 2 * m, band.rows - (element - 1) * m)
    for p in first..<max(first, last) {
      let i = (element - 1) * m + p
      band.add(value(p), i, i)
    }
  }

  /// The count of the band's matrix, moved by the reserve in the direction that keeps it valid, if
  /// the reserve covers what rounding did.
  private func provenCount(sign: Double) -> Int? {
    for _ in 0..<4 {
      for i in 0..<band.rows { band.add(sign * reserve[i], i, i) }
      guard let count = band.factorize(tracking: true) else { return nil }
      var isCovered = true
      for i in 0..<band.rows where !(band.errors[i] <= 0.99 * reserve[i]) { isCovered = false }
      if isCovered { return count }
      for i in 0..<band.rows {
        band.add(-sign * reserve[i], i, i)
        reserve[i] = max(2 * band.errors[i], reserve[i])
        guard reserve[i].isFinite else { return nil }
      }
    }
    return nil
  }

  /// n-(T-(s)): at most this many levels lie below s; nil if a local gap is not positive, the
  /// outer region or the waves left out could bind, or a number overflowed.
  func countFromAbove(_ end: Int, energy s: Double, center: Double) -> Int? {
    let (m, t) = (matrices.channels, condensed.trials)
    let mesh = matrices.mesh
    let isOpen = end < mesh.count || mesh.isOpen
    let ds = s - center
    let nodes = isOpen ? end + 1 : end
    band.clear(rows: (nodes - 1) * m)
    for e in 0..<end {
      guard let lowering = lowering(e, energy: s, center: center) else { return nil }
      let (a, g) = (lane(condensed.form, e, t * t), lane(condensed.gram, e, t * t))
      let (r, last) = (lane(condensed.residual, e, t * t), lane(condensed.lastGram, e, t * t))
      let (margin, rest) = (lane(condensed.margin, e, t), lane(condensed.remainder, e, t))
      scatter(e, nodes) { p, q in
        let place = width * (p * t + q)
        let here = a[place] - (ds + lowering.square) * g[place]
        return here - lowering.residual * r[place] - lowering.tail * last[place]
      }
      shift(e, nodes) { p in
        let rounding =
          Self.gramRounding(m) * (Swift.abs(ds) + lowering.square + lowering.tail) * rowSum(g, p)
        return -(1.01 * margin[width * p] + lowering.residual * rest[width * p] + rounding)
      }
    }
    if isOpen {
      guard let q = outerForm(end, s) else { return nil }
      for p in 0..<m {
        let i = (end - 1) * m + p
        band.add(q, i, i)
        let diagonal = Swift.abs(band.entries[(i + 1) * (band.width + 1) - 1])
        if reserve[i] == 0 { reserve[i] = 16 * Double(band.width + 4) * Self.u * diagonal }
      }
    }
    return provenCount(sign: -1)
  }

  /// Factors of the matrices that are subtracted from S on one element.
  ///
  /// |r(s) - p v_last|^2 <= 1.1 |r|^2 + 11 (2 |rest|^2 + 4 ds^2 |v|^2 + 4 p^2 |v_last|^2), p the term of
  /// the waves left out, all over the gap at s less p; `remainder` holds 22 |rest|^2/g.
  private func lowering(
    _ e: Int, energy s: Double, center: Double
  ) -> (residual: Double, square: Double, tail: Double)? {
    let mesh = matrices.mesh
    var term = 0.0
    if let tail = matrices.problem.tail {
      guard
        let largest = tail.maximum(
          from: mesh.nodes[e], to: mesh.nodes[e + 1], kinetic: matrices.kinetic,
          well: mesh.wells[e].lower, energy: s)
      else { return nil }
      term = largest
    }
    let ds = Swift.abs(s - center)
    let old = lane(condensed.gap, e, 1)[0]
    let gap = old - 1.001 * (ds + term)
    guard gap > 0, gap.isFinite else { return nil }
    let ratio = old / gap * (1 + 0x1p-40)
    return (1.1 * ratio * 1.001, 44.1 * ds * ds / gap, term + 44.1 * term * term / gap)
  }

  /// sqrt(k (V_out - s)): the outer form of every channel is at least this times u(cut)^2.
  private func outerForm(_ end: Int, _ s: Double) -> Double? {
    let mesh = matrices.mesh
    var lower = mesh.lowerBeyond[end]
    if let tail = matrices.problem.tail {
      guard
        let term = tail.maximum(
          from: mesh.nodes[end], to: .infinity, kinetic: matrices.kinetic,
          well: mesh.wellBeyond[end], energy: s)
      else { return nil }
      lower -= term
    }
    guard lower > s else { return nil }
    return (matrices.kinetic * (lower - s)).squareRoot() * (1 - 0x1p-48)
  }

  /// First-order widths of the two bounds at the nodal vector x with norm x^T G x.
  func widths(
    _ end: Int, energy s: Double, vector x: UnsafePointer<Double>, norm: Double
  ) -> (margins: Double, lower: Double, residual: Double)? {
    let (m, t) = (matrices.channels, condensed.trials)
    let mesh = matrices.mesh
    var (margins, residuals, plain) = (0.0, 0.0, 0.0)
    for e in 0..<end {
      guard let lowering = lowering(e, energy: s, center: s) else { return nil }
      let (r, last) = (lane(condensed.residual, e, t * t), lane(condensed.lastGram, e, t * t))
      let (margin, rest) = (lane(condensed.margin, e, t), lane(condensed.remainder, e, t))
      let first = e == 0 ? m : 0
      let stop = e + 1 == end ? m : t
      var square = 0.0
      for p in first..<max(first, stop) {
        let value = x[(e - 1) * m + p]
        margins += 1.01 * margin[width * p] * value * value
        residuals += lowering.residual * rest[width * p] * value * value
        for q in first..<stop {
          let product = value * x[(e - 1) * m + q]
          square += product * r[width * (p * t + q)]
          residuals += product * lowering.tail * last[width * (p * t + q)]
        }
      }
      residuals += lowering.residual * square
      plain += square * lane(condensed.gap, e, 1)[0]
    }
    for i in 0..<((end - 1) * m) { margins += reserve[i] * x[i] * x[i] }
    var outside = 0.0
    if end < mesh.count || mesh.isOpen {
      guard let q = outerForm(end, s) else { return nil }
      // Freeing u at a cut lowers the form by the square of the flux over what holds the node.
      let a = lane(condensed.form, end - 1, t * t)
      for i in 0..<m {
        var flux = 0.0
        for j in 0..<m { flux += a[width * ((m + i) * t + j)] * x[(end - 2) * m + j] }
        outside += flux * flux / (a[width * ((m + i) * t + m + i)] + q)
      }
    }
    return (
      margins / norm, (margins + residuals + outside) / norm, (max(plain, 0) / norm).squareRoot()
    )
  }
}
