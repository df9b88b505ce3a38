/// The elements' nodal forms at one energy: S restricted to two trial functions an element.
///
/// On each element the trial functions are w = 1 + sum y_j f_j and d = xi + sum z_j f_j, with y, z
/// from the Galerkin equations B y = -b, B z = -c; v_r = (w + d)/2 and v_l = (w - d)/2 have the
/// nodal values (0, 1) and (1, 0). With S the form of H - s,
///   q_l = S(v_l, w), q_r = S(v_r, w), K = -S(v_l, v_r),
/// and the element contributes K (psi_l - psi_r)^2 + q_l psi_l^2 + q_r psi_r^2.
/// For q the kinetic part of 1 is exactly zero, which keeps tiny elements accurate.
final class Condensation {
  typealias Lanes = ElementMatrices.Lanes
  static let n = ReferenceElement.functions
  static let packed = ReferenceElement.pairs
  /// pi^2, rounded down.
  static let freeGap = Double.pi * Double.pi * (1 - 0x1p-46)

  let matrices: ElementMatrices
  /// K, q_l and q_r of every element.
  let coupling: UnsafeMutablePointer<Double>
  let left: UnsafeMutablePointer<Double>
  let right: UnsafeMutablePointer<Double>
  /// Minus their derivatives by the energy: Gram entries of the trial functions.
  let couplingGram: UnsafeMutablePointer<Double>
  let leftGram: UnsafeMutablePointer<Double>
  let rightGram: UnsafeMutablePointer<Double>
  /// Margins of K, q_l and q_r (rounding, quadrature), and ||r||^2, ||v||^2 of v_l and v_r.
  let couplingMargin: UnsafeMutablePointer<Double>
  let leftMargin: UnsafeMutablePointer<Double>
  let rightMargin: UnsafeMutablePointer<Double>
  let leftResidual: UnsafeMutablePointer<Double>
  let rightResidual: UnsafeMutablePointer<Double>
  let leftNorm: UnsafeMutablePointer<Double>
  let rightNorm: UnsafeMutablePointer<Double>
  /// The local gap pi^2 k/h^2 + min V - s, to be positive.
  let gap: UnsafeMutablePointer<Double>
  /// y_2...y_12 and z_2...z_12 at [batch * 26 + j] and [batch * 26 + 13 + j].
  let bubbles: UnsafeMutablePointer<Lanes>

  private let storage: LaneStorage
  /// L D L^T of B by rows, the right sides and the solutions.
  private let factor: UnsafeMutablePointer<Lanes>
  private let inverse: UnsafeMutablePointer<Lanes>

  init(_ matrices: ElementMatrices) {
    self.matrices = matrices
    let batches = matrices.batches
    let size = batches * (14 + 2 * Self.n) + Self.packed + Self.n
    storage = LaneStorage(capacity: size)
    coupling = storage.takeNumbers(lanes: batches)
    left = storage.takeNumbers(lanes: batches)
    right = storage.takeNumbers(lanes: batches)
    couplingGram = storage.takeNumbers(lanes: batches)
    leftGram = storage.takeNumbers(lanes: batches)
    rightGram = storage.takeNumbers(lanes: batches)
    couplingMargin = storage.takeNumbers(lanes: batches)
    leftMargin = storage.takeNumbers(lanes: batches)
    rightMargin = storage.takeNumbers(lanes: batches)
    leftResidual = storage.takeNumbers(lanes: batches)
    rightResidual = storage.takeNumbers(lanes: batches)
    leftNorm = storage.takeNumbers(lanes: batches)
    rightNorm = storage.takeNumbers(lanes: batches)
    gap = storage.takeNumbers(lanes: batches)
    bubbles = storage.take(2 * Self.n * batches)
    factor = storage.take(Self.packed)
    inverse = storage.take(Self.n)
  }

  /// Condenses the elements of a range at the energy s with bubbles up to `degree` (4 is a coarse
  /// model for bracketing, 12 the accurate one); `bounds` also fills in margins and residuals.
  func condense(
    _ elements: Range<Int>, at s: Double, degree: Int = ReferenceElement.degree,
    bounds: Bool = false
  ) {
    let first = elements.lowerBound / ElementMatrices.width
    let last = (elements.upperBound + ElementMatrices.width - 1) / ElementMatrices.width
    for batch in first..<last {
      solve(batch, s, degree)
      if bounds { certify(batch, s) }
    }
  }

  func store(_ x: Lanes, _ array: UnsafeMutablePointer<Double>, _ batch: Int) {
    UnsafeMutableRawPointer(array).assumingMemoryBound(to: Lanes.self)[batch] = x
  }

  /// The Galerkin equations of one batch, and the nodal form by S(w, w) = a + b.y.
  private func solve(_ batch: Int, _ s: Double, _ degree: Int) {
    let reference = ReferenceElement.shared
    let a = matrices.matrices + batch * Self.packed
    let y = bubbles + batch * 2 * Self.n
    let z = y + Self.n
    let shift = (0.5 * s) * matrices.lengths[batch]
    let (l, inv) = (factor, inverse)
    reference.mass.withUnsafeBufferPointer { mass in
      reference.massNext.withUnsafeBufferPointer { massNext in
        // Right sides -b, -c overwrite y, z.
        for j in 2...degree {
          y[j] = -a[j * (j + 1) / 2]
          z[j] = -a[j * (j + 1) / 2 + 1]
        }
        y[2] += shift * massNext[0]
        if degree >= 3 { z[3] += shift * massNext[1] }
        // Rows of L: u_ij = B_ij - sum_k u_ik l_jk for j < i, then l_ij = u_ij/d_j.
        for i in 2...degree {
          let row = i * (i + 1) / 2
          for j in 2..<i {
            let other = j * (j + 1) / 2
            var u = a[row + j]
            if i == j + 2 { u -= shift * massNext[j] }
            for k in 2..<j { u -= l[row + k] * l[other + k] }
            l[row + j] = u
          }
          var d = a[row + i] - shift * mass[i]
          for k in 2..<i {
            let u = l[row + k]
            l[row + k] = u * inv[k]
            d -= u * l[row + k]
          }
          inv[i] = 1 / d
        }
        // L g = rhs; y = D^-1 g; L^T y = g.
        for i in 2...degree {
          let row = i * (i + 1) / 2
          var (p, q) = (y[i], z[i])
          for k in 2..<i {
            p -= l[row + k] * y[k]
            q -= l[row + k] * z[k]
          }
          y[i] = p
          z[i] = q
        }
        for i in 2...degree {
          y[i] *= inv[i]
          z[i] *= inv[i]
        }
        for i in stride(from: degree, through: 3, by: -1) {
          let row = i * (i + 1) / 2
          let (p, q) = (y[i], z[i])
          for k in 2..<i {
            y[k] -= l[row + k] * p
            z[k] -= l[row + k] * q
          }
        }
        var ww = a[0] - 2 * shift
        var wd = a[1]
        var dd = a[2] - shift * mass[1]
        for j in 2...degree {
          let (b, c) = (a[j * (j + 1) / 2], a[j * (j + 1) / 2 + 1])
          ww += b * y[j]
          wd += c * y[j]
          dd += c * z[j]
        }
        ww -= shift * massNext[0] * y[2]
        if degree >= 3 {
          wd -= shift * massNext[1] * y[3]
          dd -= shift * massNext[1] * z[3]
        }
        store(0.25 * (dd - ww), coupling, batch)
        store(0.5 * (ww - wd), left, batch)
        store(0.5 * (ww + wd), right, batch)
        let gram = self.gram(y, z, degree, 0.5 * matrices.lengths[batch])
        store(0.25 * (gram.dd - gram.ww), couplingGram, batch)
        store(0.5 * (gram.ww - gram.wd), leftGram, batch)
        store(0.5 * (gram.ww + gram.wd), rightGram, batch)
        store(0.25 * (gram.ww + gram.dd) - 0.5 * gram.wd, leftNorm, batch)
        store(0.25 * (gram.ww + gram.dd) + 0.5 * gram.wd, rightNorm, batch)
      }
    }
  }

  /// The L2 products of w and d.
  @inline(__always)
  func gram(
    _ y: UnsafeMutablePointer<Lanes>, _ z: UnsafeMutablePointer<Lanes>, _ degree: Int,
    _ reach: Lanes
  ) -> (ww: Lanes, wd: Lanes, dd: Lanes) {
    let reference = ReferenceElement.shared
    return reference.mass.withUnsafeBufferPointer { mass in
      reference.massNext.withUnsafeBufferPointer { massNext in
        var ww = Lanes(repeating: mass[0]) + 2 * massNext[0] * y[2]
        var wd = massNext[0] * z[2]
        var dd = Lanes(repeating: mass[1])
        if degree >= 3 {
          wd += massNext[1] * y[3]
          dd += 2 * massNext[1] * z[3]
        }
        for j in 2...degree {
          ww += mass[j] * y[j] * y[j]
          wd += mass[j] * y[j] * z[j]
          dd += mass[j] * z[j] * z[j]
          if j + 2 <= degree {
            ww += 2 * massNext[j] * y[j] * y[j + 2]
            wd += massNext[j] * (y[j] * z[j + 2] + y[j + 2] * z[j])
            dd += 2 * massNext[j] * z[j] * z[j + 2]
          }
        }
        return (reach * ww, reach * wd, reach * dd)
      }
    }
  }

  func lanes(_ array: UnsafeMutablePointer<Double>, _ batch: Int) -> Lanes {
    UnsafeMutableRawPointer(array).assumingMemoryBound(to: Lanes.self)[batch]
  }
}
