/// The matrices A_ij = integral of k f_i' f_j' + V f_i f_j of all elements, four elements a SIMD lane.
///
/// They do not depend on the energy: at energy s an element's form is A - s h/2 M with the constant
/// reference mass M. Everything here is allocated once and written once.
final class ElementMatrices: @unchecked Sendable {
  // Unchecked: the pointers are written only by init, and read afterwards.
  typealias Lanes = SIMD4<Double>
  static let width = 4

  let mesh: ElementMesh
  /// Elements rounded up to whole batches; the last element fills the spare lanes.
  let batches: Int
  /// A_ij at [batch * 91 + pair(i, j)].
  let matrices: UnsafeMutablePointer<Lanes>
  /// V at the points: [batch * 28 + 2 q] is V(xi_q), [.. + 1] is V(-xi_q).
  let potential: UnsafeMutablePointer<Lanes>
  /// k and k' at the points where k varies, in the same order; empty otherwise.
  let kinetic: UnsafeMutablePointer<Lanes>?
  let kineticSlope: UnsafeMutablePointer<Lanes>?
  /// Per batch: h, integral |V|, k's bounds, min V, the error of V's representation (form and
  /// residual), that of k.
  let lengths: UnsafeMutablePointer<Lanes>
  let weights: UnsafeMutablePointer<Lanes>
  let kineticLower: UnsafeMutablePointer<Lanes>
  let kineticUpper: UnsafeMutablePointer<Lanes>
  let minima: UnsafeMutablePointer<Lanes>
  let maxima: UnsafeMutablePointer<Lanes>
  let formError: UnsafeMutablePointer<Lanes>
  let residualError: UnsafeMutablePointer<Lanes>
  let kineticFormError: UnsafeMutablePointer<Lanes>
  let kineticResidualError: UnsafeMutablePointer<Lanes>

  private let storage: LaneStorage

  var count: Int { mesh.count }

  init(_ profile: LineProfile, mesh: ElementMesh) {
    let reference = ReferenceElement.shared
    let pairs = ReferenceElement.pairs
    let points = ReferenceElement.points
    let half = ReferenceElement.half
    let width = Self.width
    self.mesh = mesh
    let batches = (mesh.count + width - 1) / width
    self.batches = batches
    let varying: Bool
    if case .varying = profile.kinetic { varying = true } else { varying = false }
    let size = batches * (pairs + points * (varying ? 3 : 1) + 10)
    storage = LaneStorage(capacity: size)
    matrices = storage.take(batches * pairs)
    potential = storage.take(batches * points)
    kinetic = varying ? storage.take(batches * points) : nil
    kineticSlope = varying ? storage.take(batches * points) : nil
    lengths = storage.take(batches)
    weights = storage.take(batches)
    kineticLower = storage.take(batches)
    kineticUpper = storage.take(batches)
    minima = storage.take(batches)
    maxima = storage.take(batches)
    formError = storage.take(batches)
    residualError = storage.take(batches)
    kineticFormError = storage.take(batches)
    kineticResidualError = storage.take(batches)

    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * points) { scratch in
      guard let positions = scratch.baseAddress else { return }
      let values = positions + points
      for e in 0..<(batches * width) {
        let element = min(e, mesh.count - 1)
        let (batch, lane) = (e / width, e % width)
        let (left, right) = (mesh.nodes[element], mesh.nodes[element + 1])
        let h = right - left
        let (middle, reach) = (0.5 * (left + right), 0.5 * h)
        for q in 0..<half {
          let offset = reach * reference.nodes[q]
          positions[2 * q] = middle + offset
          positions[2 * q + 1] = middle - offset
        }
        let error = profile.sample(UnsafeBufferPointer(start: positions, count: points), values)
        let enclosure = mesh.enclosures[element]
        // Each point is off by at most 4u max|x| from the exact Gauss point: 3u of the reach, u of
        // the middle and u of their sum; 2u more for a ring's half turn, pi R rounded.
        let displacement = 6 * Self.unit * max(Swift.abs(left), Swift.abs(right))
        // The variation on the element bounds it too, where no derivative is known (cosh^2 overflows
        // at x = 355, a kink without a breakpoint) but V hardly changes.
        let sampling =
          error + min(displacement * enclosure.slope, (enclosure.upper - enclosure.lower).nextUp)
        lengths[batch][lane] = h
        minima[batch][lane] = enclosure.lower
        maxima[batch][lane] = max(Swift.abs(enclosure.lower), Swift.abs(enclosure.upper))
        formError[batch][lane] = 2 * enclosure.tail31 + sampling
        residualError[batch][lane] = 2 * enclosure.tail15 + sampling
        for p in 0..<points { potential[batch * points + p][lane] = values[p] }
        let range = profile.kineticRange(left, right)
        kineticLower[batch][lane] = range.lower
        kineticUpper[batch][lane] = range.upper
        if let kinetic, let kineticSlope,
          case .varying(let value, let slope, let sample) = profile.kinetic
        {
          var (worst, worstSlope) = (0.0, 0.0)
          for p in 0..<points {
            let sampled = sample(positions[p])
            kinetic[batch * points + p][lane] = sampled.value
            kineticSlope[batch * points + p][lane] = sampled.slope
            worst = max(worst, sampled.error)
            worstSlope = max(worstSlope, sampled.slopeError)
          }
          let (value, slope) = (value(left, right), slope(left, right))
          worst += displacement * value.slope
          worstSlope += displacement * slope.slope
          kineticFormError[batch][lane] = 2 * value.tail31 + worst
          kineticResidualError[batch][lane] =
            2 * (value.tail15 + slope.tail15 * h) + worst + worstSlope * h
        }
      }
    }
    for batch in 0..<batches { assemble(batch) }
  }

  /// The unit of rounding, 2^-53.
  static let unit = 0x1p-53

  private func assemble(_ batch: Int) {
    let reference = ReferenceElement.shared
    let half = ReferenceElement.half
    let functions = ReferenceElement.functions
    let reach = 0.5 * lengths[batch]
    let a = matrices + batch * ReferenceElement.pairs
    let v = potential + batch * ReferenceElement.points
    withUnsafeTemporaryAllocation(of: Lanes.self, capacity: 4 * half) { scratch in
      guard let even = scratch.baseAddress else { return }
      let odd = even + half
      var total = Lanes(repeating: 0)
      for q in 0..<half {
        let weight = reach * reference.weights[q]
        even[q] = weight * (v[2 * q] + v[2 * q + 1])
        odd[q] = weight * (v[2 * q] - v[2 * q + 1])
        total += weight * (Self.magnitude(v[2 * q]) + Self.magnitude(v[2 * q + 1]))
      }
      weights[batch] = total
      Self.contract(reference.products, even, odd, into: a)
      if let kinetic {
        let k = kinetic + batch * ReferenceElement.points
        let (evenK, oddK) = (even + 2 * half, even + 3 * half)
        for q in 0..<half {
          let weight = reference.weights[q] / reach
          evenK[q] = weight * (k[2 * q] + k[2 * q + 1])
          oddK[q] = weight * (k[2 * q] - k[2 * q + 1])
        }
        // f_i' f_j' has the parity of i + j, like f_i f_j.
        Self.contract(reference.slopeProducts, evenK, oddK, into: a)
      } else {
        let k = kineticUpper[batch] / reach
        for j in 2..<functions { a[ReferenceElement.pair(j, j)] += k }
        a[ReferenceElement.pair(1, 1)] += 2 * k
      }
    }
  }

  /// a_ij += sum_q table_ij,q (even or odd)_q, by the parity of i + j.
  private static func contract(
    _ table: [Double], _ even: UnsafeMutablePointer<Lanes>, _ odd: UnsafeMutablePointer<Lanes>,
    into a: UnsafeMutablePointer<Lanes>
  ) {
    let half = ReferenceElement.half
    table.withUnsafeBufferPointer { table in
      guard let start = table.baseAddress else { return }
      for j in 0..<ReferenceElement.functions {
        for i in 0...j {
          let row = start + ReferenceElement.pair(i, j) * half
          let side = (i + j) & 1 == 0 ? even : odd
          var sum = Lanes(repeating: 0)
          for q in 0..<half { sum += row[q] * side[q] }
          a[ReferenceElement.pair(i, j)] += sum
        }
      }
    }
  }

  @inline(__always)
  static func magnitude(_ x: Lanes) -> Lanes { x.replacing(with: -x, where: x .< 0) }
}
