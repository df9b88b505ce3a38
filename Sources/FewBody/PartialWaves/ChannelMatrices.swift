/// The matrices A = integral of k f_a' f_b' + V_ij f_a f_b of all elements and channel pairs, four
/// elements a SIMD lane.
///
/// They do not depend on the energy. Everything is allocated once and written once.
final class ChannelMatrices: @unchecked Sendable {
  // Unchecked: the pointers are written only by init, and read afterwards.
  typealias Lanes = SIMD4<Double>
  static let width = 4
  /// The unit of rounding, 2^-53.
  static let unit = 0x1p-53

  let problem: ChannelProblem
  let mesh: ChannelMesh
  let channels: Int
  /// V_ij = 0 for |i - j| beyond this.
  let reach: Int
  let kinetic: Double
  let batches: Int
  /// Places of the pairs i - reach <= j <= i.
  let channelPairs: Int
  /// A at [(batch * channelPairs + place(i, j)) * 91 + pair(a, b)].
  let blocks: UnsafeMutablePointer<Lanes>
  /// h, and at each point 1/r and W: [batch * 28 + q].
  let lengths: UnsafeMutablePointer<Lanes>
  let reciprocals: UnsafeMutablePointer<Lanes>
  let central: UnsafeMutablePointer<Lanes>?
  /// B_ij at [(batch * channelPairs + place(i, j)) * 28 + q].
  let coupling: UnsafeMutablePointer<Lanes>?
  /// Integrals of 1/r, 1/r^2, |W| + |B|, and their largest values; on the first element those of
  /// t^2/r and t^2/r^2, t = r/r_1, because all functions there are at most t times a constant.
  let inverse: UnsafeMutablePointer<Lanes>
  let inverseSquare: UnsafeMutablePointer<Lanes>
  let wells: UnsafeMutablePointer<Lanes>
  let inverseMaxima: UnsafeMutablePointer<Lanes>
  let inverseSquareMaxima: UnsafeMutablePointer<Lanes>
  let wellMaxima: UnsafeMutablePointer<Lanes>
  /// Relative distances of 1/r and 1/r^2 to polynomials of degree 31 and 15; errors of W.
  let formTail: UnsafeMutablePointer<Lanes>
  let residualTail: UnsafeMutablePointer<Lanes>
  let wellFormError: UnsafeMutablePointer<Lanes>
  let wellResidualError: UnsafeMutablePointer<Lanes>

  private let storage: LaneStorage

  var count: Int { mesh.count }

  @inline(__always)
  func place(_ i: Int, _ j: Int) -> Int { i * (reach + 1) + (i - j) }

  init(_ problem: ChannelProblem, mesh: ChannelMesh) {
    self.problem = problem
    self.mesh = mesh
    channels = problem.channels
    reach = problem.reach
    kinetic = problem.kinetic
    channelPairs = problem.channels * (problem.reach + 1)
    let points = RadialElement.points
    let batches = (mesh.count + Self.width - 1) / Self.width
    self.batches = batches
    let hasCentral = problem.central != nil
    let hasCoupling = problem.coupling != nil
    let size =
      batches
      * (channelPairs * (RadialElement.pairs + (hasCoupling ? points : 0))
        + points * (hasCentral ? 2 : 1) + 11)
    storage = LaneStorage(capacity: size)
    blocks = storage.take(batches * channelPairs * RadialElement.pairs)
    coupling = hasCoupling ? storage.take(batches * channelPairs * points) : nil
    reciprocals = storage.take(batches * points)
    central = hasCentral ? storage.take(batches * points) : nil
    lengths = storage.take(batches)
    inverse = storage.take(batches)
    inverseSquare = storage.take(batches)
    wells = storage.take(batches)
    inverseMaxima = storage.take(batches)
    inverseSquareMaxima = storage.take(batches)
    wellMaxima = storage.take(batches)
    formTail = storage.take(batches)
    residualTail = storage.take(batches)
    wellFormError = storage.take(batches)
    wellResidualError = storage.take(batches)
    for element in 0..<(batches * Self.width) { sample(element) }
    for batch in 0..<batches { assemble(batch) }
  }

  /// Everything at the points of one element; the last one fills the spare lanes.
  private func sample(_ element: Int) {
    let table = RadialElement.shared
    let points = RadialElement.points
    let (batch, lane) = (element / Self.width, element % Self.width)
    let e = min(element, mesh.count - 1)
    let (l, r) = (mesh.nodes[e], mesh.nodes[e + 1])
    let h = r - l
    let well = mesh.wells[e]
    lengths[batch][lane] = h
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * points) { scratch in
      guard let positions = scratch.baseAddress else { return }
      let values = positions + points
      // t_q is correctly rounded: r_q is exact to 3u of itself, also beside the origin.
      for q in 0..<points { positions[q] = l + h * table.positions[q] }
      var (first, second, third) = (0.0, 0.0, 0.0)
      var error = 0.0
      if let profile = problem.central {
        error = profile.sample(UnsafeBufferPointer(start: positions, count: points), values)
        error += min(4 * Self.unit * r * well.slope, (well.upper - well.lower).nextUp)
      }
      for q in 0..<points {
        let reciprocal = 1 / positions[q]
        let weight = h * table.weights[q] * (e == 0 ? table.positions[q] * table.positions[q] : 1)
        reciprocals[batch * points + q][lane] = reciprocal
        first += weight * reciprocal
        second += weight * reciprocal * reciprocal
        if let central {
          central[batch * points + q][lane] = values[q]
          third += weight * values[q].magnitude
        }
      }
      inverse[batch][lane] = first
      inverseSquare[batch][lane] = second
      wells[batch][lane] = third + h * mesh.couplings[e]
      let nearest = e == 0 ? r : l
      inverseMaxima[batch][lane] = 1 / nearest
      inverseSquareMaxima[batch][lane] = 1 / (nearest * nearest)
      let largest = max(well.lower.magnitude, well.upper.magnitude) + mesh.couplings[e]
      wellMaxima[batch][lane] = largest
      formTail[batch][lane] = e == 0 ? 0 : Self.tail(l, r, degree: 31)
      residualTail[batch][lane] = e == 0 ? 0 : Self.tail(l, r, degree: 15)
      wellFormError[batch][lane] = 2 * well.tail31 + error
      let residualError = e == 0 ? leadingTail(values, well) : well.tail15
      wellResidualError[batch][lane] = 2 * residualError + error
    }
    if let closure = problem.coupling, let coupling {
      withUnsafeTemporaryAllocation(of: Double.self, capacity: channels * channels) { entries in
        for q in 0..<points {
          closure(l + h * table.positions[q], entries)
          for i in 0..<channels {
            for j in 0...i {
              coupling[(batch * channelPairs + place(i, j)) * points + q][lane] =
                entries[i * channels + j]
            }
          }
        }
      }
    }
  }

  /// The distance of W to a polynomial of degree 14: the weight t of the first element's residual
  /// takes one degree from the quadrature.
  ///
  /// A polynomial of degree 15 within tail15 of W is b P_15 and one of degree 14; the quadrature gives
  /// b = 31 integral P_15 W to 31 tail15 sum w |P_15| <= sqrt(31) tail15.
  private func leadingTail(_ values: UnsafePointer<Double>, _ well: Enclosure) -> Double {
    guard problem.central != nil else { return well.tail15 }
    let table = RadialElement.shared
    var (sum, size) = (0.0, 0.0)
    for q in 0..<RadialElement.points {
      let xi = 2 * table.positions[q] - 1
      var (previous, current) = (1.0, xi)
      for n in 1..<15 {
        let next = (Double(2 * n + 1) * xi * current - Double(n) * previous) / Double(n + 1)
        (previous, current) = (current, next)
      }
      sum += table.weights[q] * values[q] * current
      size = max(size, values[q].magnitude)
    }
    return 6.6 * well.tail15 + 31 * (sum.magnitude + 0x1p-46 * size)
  }

  /// The larger of the relative distances of 1/r and of 1/r^2 to polynomials of degree n on [l, r].
  ///
  /// With x the affine image of r in [-1, 1] and -z that of 0, 1 - r p(r) = T_N(x)/T_N(-z), N = n + 1,
  /// defines a polynomial p of degree n with |1/r - p| <= (1/r)/T_N(z). Times 1 + c r, c chosen so
  /// that the derivative at r = 0 vanishes too, it is 1 - r^2 p(r): a relative error of
  /// (1 + N sqrt((z+1)/(z-1)))/T_N(z) for 1/r^2, as T_N'(z)/T_N(z) <= N/sqrt(z^2 - 1).
  private static func tail(_ l: Double, _ r: Double, degree n: Int) -> Double {
    let z = (r + l) / (r - l) * (1 - 0x1p-50)
    guard z > 1 else { return .infinity }
    let rho = (z + (z * z - 1).squareRoot()) * (1 - 0x1p-49)
    var power = 0.5
    for _ in 0...n { power *= rho }
    return (1 + Double(n + 1) * ((z + 1) / (z - 1)).squareRoot()) / power * (1 + 0x1p-40)
  }

  private func assemble(_ batch: Int) {
    let table = RadialElement.shared
    let (points, pairs) = (RadialElement.points, RadialElement.pairs)
    let h = lengths[batch]
    let needsSquare = problem.angularMomenta.contains { $0 > 0 }
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: 3 * points + 4 * pairs) { scratch in
      guard let first = scratch.baseAddress else { return }
      let (second, third) = (first + points, first + 2 * points)
      let one = first + 3 * points
      let (two, three, four) = (one + pairs, one + 2 * pairs, one + 3 * pairs)
      for q in 0..<points {
        let weight: Lanes = h * table.weights[q]
        let reciprocal = reciprocals[batch * points + q]
        first[q] = weight * reciprocal
        second[q] = first[q] * reciprocal
        if let central { third[q] = weight * central[batch * points + q] }
      }
      Self.contract(first, into: one)
      if needsSquare { Self.contract(second, into: two) }
      if central != nil { Self.contract(third, into: three) }
      for i in 0..<channels {
        let barrier = kinetic * problem.centrifugal(i)
        for j in max(0, i - reach)...i {
          let block = blocks + (batch * channelPairs + place(i, j)) * pairs
          let charge = -problem.coulomb[i][j]
          for p in 0..<pairs { block[p] = charge * one[p] }
          if i == j {
            if barrier > 0 { for p in 0..<pairs { block[p] += barrier * two[p] } }
            if central != nil { for p in 0..<pairs { block[p] += three[p] } }
            let stiffness: Lanes = kinetic / h
            block[0] += stiffness
            block[1] -= stiffness
            block[2] += stiffness
            for a in 2..<RadialElement.functions {
              block[RadialElement.pair(a, a)] += 2 * stiffness
            }
          }
          if let coupling {
            let values = coupling + (batch * channelPairs + place(i, j)) * points
            for q in 0..<points {
              let weight: Lanes = h * table.weights[q]
              first[q] = weight * values[q]
            }
            Self.contract(first, into: four)
            for p in 0..<pairs { block[p] += four[p] }
          }
        }
      }
    }
    // The first element has no left node: what 1/r makes of 1 - t there is not wanted.
    if batch == 0 {
      for c in 0..<channelPairs {
        let block = blocks + c * pairs
        for a in 0..<RadialElement.functions { block[RadialElement.pair(0, a)][0] = 0 }
      }
    }
  }

  /// sum_q weight_q f_a f_b, in four partial sums of seven points.
  private static func contract(
    _ weights: UnsafeMutablePointer<Lanes>, into result: UnsafeMutablePointer<Lanes>
  ) {
    let points = RadialElement.points
    var products = RadialElement.shared.products
    for p in 0..<RadialElement.pairs {
      var (s0, s1) = (weights[0] * products[0], weights[1] * products[1])
      var (s2, s3) = (weights[2] * products[2], weights[3] * products[3])
      var q = 4
      while q < points {
        s0 += weights[q] * products[q]
        s1 += weights[q + 1] * products[q + 1]
        s2 += weights[q + 2] * products[q + 2]
        s3 += weights[q + 3] * products[q + 3]
        q += 4
      }
      result[p] = (s0 + s1) + (s2 + s3)
      products += points
    }
  }
}
