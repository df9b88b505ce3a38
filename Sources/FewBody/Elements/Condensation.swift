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
  private static let n = ReferenceElement.functions
  private static let packed = ReferenceElement.pairs
  /// pi^2, rounded down.
  private static let freeGap = Double.pi * Double.pi * (1 - 0x1p-46)

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

  private let storage: UnsafeMutablePointer<Lanes>
  /// L D L^T of B by rows, the right sides and the solutions.
  private let factor: UnsafeMutablePointer<Lanes>
  private let inverse: UnsafeMutablePointer<Lanes>

  init(_ matrices: ElementMatrices) {
    self.matrices = matrices
    let batches = matrices.batches
    let size = batches * (14 + 2 * Self.n) + Self.packed + Self.n
    storage = .allocate(capacity: size)
    storage.initialize(repeating: Lanes(repeating: 0), count: size)
    let start = UnsafeMutableRawPointer(storage).assumingMemoryBound(to: Double.self)
    let stride = batches * ElementMatrices.width
    coupling = start
    left = start + stride
    right = start + 2 * stride
    couplingGram = start + 3 * stride
    leftGram = start + 4 * stride
    rightGram = start + 5 * stride
    couplingMargin = start + 6 * stride
    leftMargin = start + 7 * stride
    rightMargin = start + 8 * stride
    leftResidual = start + 9 * stride
    rightResidual = start + 10 * stride
    leftNorm = start + 11 * stride
    rightNorm = start + 12 * stride
    gap = start + 13 * stride
    bubbles = storage + 14 * batches
    factor = bubbles + 2 * Self.n * batches
    inverse = factor + Self.packed
  }

  deinit { storage.deallocate() }

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

  private func store(_ x: Lanes, _ array: UnsafeMutablePointer<Double>, _ batch: Int) {
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
  private func gram(
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

  /// Replaces the nodal form by the full quadratic form of the stored y, z, which is exact for
  /// *any* y, z, and adds the margins and residuals that the certificate needs.
  private func certify(_ batch: Int, _ s: Double) {
    let reference = ReferenceElement.shared
    let n = Self.n
    let a = matrices.matrices + batch * Self.packed
    let y = bubbles + batch * 2 * n
    let z = y + n
    let h = matrices.lengths[batch]
    let shift = (0.5 * s) * h
    let one = Lanes(repeating: 1)

    // S = c^T (A - s M) c' over all 13 functions, c = (1, 0, y) and (0, 1, z).
    (y[0], y[1], z[0], z[1]) = (one, one - one, one - one, one)
    var (ww, wd, dd) = (one - one, one - one, one - one)
    for i in 0..<n {
      var (p, q) = (one - one, one - one)
      for j in 0..<n {
        let entry = a[i <= j ? j * (j + 1) / 2 + i : i * (i + 1) / 2 + j]
        p += entry * y[j]
        q += entry * z[j]
      }
      var (mp, mq) = (reference.mass[i] * y[i], reference.mass[i] * z[i])
      if i + 2 < n {
        mp += reference.massNext[i] * y[i + 2]
        mq += reference.massNext[i] * z[i + 2]
      }
      if i >= 2 {
        mp += reference.massNext[i - 2] * y[i - 2]
        mq += reference.massNext[i - 2] * z[i - 2]
      }
      p -= shift * mp
      q -= shift * mq
      ww += y[i] * p
      wd += z[i] * p
      dd += z[i] * q
    }
    store(0.25 * (dd - ww), coupling, batch)
    store(0.5 * (ww - wd), left, batch)
    store(0.5 * (ww + wd), right, batch)

    // Magnitudes: |w| <= 1 + 0.6124 sum |y|, and the same of d; kinetic part k |y|^2 2/h.
    let k2h = 2 * matrices.kineticUpper[batch] / h
    let zero = one - one
    var (sumY, sumZ, squareY, squareZ) = (zero, zero, zero, zero)
    var (bendY, bendZ, slopeY, slopeZ) = (zero, zero, zero, zero)
    for j in 2..<n {
      let (py, pz) = (ElementMatrices.magnitude(y[j]), ElementMatrices.magnitude(z[j]))
      sumY += py
      sumZ += pz
      squareY += y[j] * y[j]
      squareZ += z[j] * z[j]
      bendY += reference.curvatureMaxima[j] * py
      bendZ += reference.curvatureMaxima[j] * pz
      slopeY += reference.slopeMaxima[j] * py
      slopeZ += reference.slopeMaxima[j] * pz
    }
    let w: Lanes = one + ReferenceElement.bubbleMaximum * sumY
    let d: Lanes = one + ReferenceElement.bubbleMaximum * sumZ
    let size: Lanes = matrices.weights[batch] + ElementMatrices.magnitude(Lanes(repeating: s)) * h
    let gram = self.gram(y, z, ReferenceElement.degree, 0.5 * h)
    let normW: Lanes = gram.ww.squareRoot()
    let normD: Lanes = gram.dd.squareRoot()
    let rounding = Certificate.entryRounding
    let varying = matrices.kinetic != nil
    // Where k varies, the kinetic products of unlike bubbles do not vanish: sums, not squares.
    var kineticY: Lanes = k2h * squareY
    var kineticZ: Lanes = k2h * (1 + squareZ)
    if varying {
      let reachZ: Lanes = 1 + slopeZ
      kineticY = 2 * k2h * slopeY * slopeY
      kineticZ = 2 * k2h * reachZ * reachZ
    }
    let kineticError: Lanes = 2 / h * matrices.kineticFormError[batch]
    let form: Lanes = matrices.formError[batch]
    let roundWW: Lanes = rounding * (size * w * w + kineticY)
    let roundDD: Lanes = rounding * (size * d * d + kineticZ + k2h)
    let kineticWD: Lanes = (kineticY * kineticZ).squareRoot()
    let roundWD: Lanes = rounding * (size * w * d + kineticWD)
    let stretchD: Lanes = 2 + squareZ
    let mixed: Lanes = kineticError * (squareY * stretchD).squareRoot()
    let marginWW: Lanes = roundWW + form * gram.ww + kineticError * squareY
    let marginDD: Lanes = roundDD + form * gram.dd + kineticError * stretchD
    let marginWD: Lanes = roundWD + form * normW * normD + mixed
    store(0.25 * (marginWW + marginDD), couplingMargin, batch)
    store(0.5 * (marginWW + marginWD), leftMargin, batch)
    store(0.5 * (marginWW + marginWD), rightMargin, batch)

    let free: Lanes = Self.freeGap * matrices.kineticLower[batch] / (h * h)
    store(free + matrices.minima[batch] - s, gap, batch)
    residuals(batch, s, w: w, d: d, bendY: bendY, bendZ: bendZ, slopeY: slopeY, slopeZ: slopeZ)
  }

  /// ||(H - s) v||^2 of v_l and v_r on one batch, bounded from above.
  private func residuals(
    _ batch: Int, _ s: Double, w: Lanes, d: Lanes, bendY: Lanes, bendZ: Lanes, slopeY: Lanes,
    slopeZ: Lanes
  ) {
    let reference = ReferenceElement.shared
    let n = Self.n
    let half = ReferenceElement.half
    let y = bubbles + batch * 2 * n
    let z = y + n
    let h = matrices.lengths[batch]
    let v = matrices.potential + batch * ReferenceElement.points
    let (stretch, bend) = (2 / h, 4 / (h * h))
    let zero = Lanes(repeating: 0)
    var (sumL, sumR) = (zero, zero)
    var steepest = zero
    for q in 0..<half {
      // Even and odd parts of w, d and of their second derivatives at xi_q.
      var (we, wo, de, d1) = (zero, zero, zero, zero)
      var (we2, wo2, de2, do2) = (zero, zero, zero, zero)
      for j in 0..<n {
        let (f, g) = (reference.values[j * half + q], reference.curvatures[j * half + q])
        if j & 1 == 0 {
          we += f * y[j]
          de += f * z[j]
          we2 += g * y[j]
          de2 += g * z[j]
        } else {
          wo += f * y[j]
          d1 += f * z[j]
          wo2 += g * y[j]
          do2 += g * z[j]
        }
      }
      var (kp, km) = (matrices.kineticUpper[batch], matrices.kineticUpper[batch])
      var (driftWP, driftWM, driftDP, driftDM) = (zero, zero, zero, zero)
      if let kinetic = matrices.kinetic, let kineticSlope = matrices.kineticSlope {
        let place = batch * ReferenceElement.points + 2 * q
        (kp, km) = (kinetic[place], kinetic[place + 1])
        var (weSlope, woSlope, deSlope, doSlope) = (zero, zero, zero, zero)
        for j in 1..<n {
          let g = reference.slopes[j * half + q]
          if j & 1 == 0 {
            woSlope += g * y[j]
            doSlope += g * z[j]
          } else {
            weSlope += g * y[j]
            deSlope += g * z[j]
          }
        }
        let (sp, sm) = (stretch * kineticSlope[place], stretch * kineticSlope[place + 1])
        steepest = pointwiseMax(
          steepest, pointwiseMax(ElementMatrices.magnitude(sp), ElementMatrices.magnitude(sm)))
        driftWP = sp * (weSlope + woSlope)
        driftWM = sm * (weSlope - woSlope)
        driftDP = sp * (deSlope + doSlope)
        driftDM = sm * (deSlope - doSlope)
      }
      let (vp, vm) = (v[2 * q] - s, v[2 * q + 1] - s)
      let (bp, bm): (Lanes, Lanes) = (bend * kp, bend * km)
      let rwp: Lanes = vp * (we + wo) - bp * (we2 + wo2) - driftWP
      let rwm: Lanes = vm * (we - wo) - bm * (we2 - wo2) - driftWM
      let rdp: Lanes = vp * (de + d1) - bp * (de2 + do2) - driftDP
      let rdm: Lanes = vm * (de - d1) - bm * (de2 - do2) - driftDM
      let (lp, lm, up, um) = (rwp - rdp, rwm - rdm, rwp + rdp, rwm + rdm)
      let weight = reference.weights[q]
      sumL += weight * (lp * lp + lm * lm)
      sumR += weight * (up * up + um * um)
    }
    let reach = 0.5 * h
    let k = matrices.kineticUpper[batch]
    let size: Lanes = matrices.maxima[batch] + ElementMatrices.magnitude(Lanes(repeating: s))
    let slopes: Lanes = slopeY + slopeZ + 1
    let bends: Lanes = bend * (bendY + bendZ)
    let drift: Lanes = steepest * slopes
    let root: Lanes = h.squareRoot()
    let parts: Lanes = bends * k + drift + size * (w + d)
    let rounding: Lanes = Certificate.residualRounding * root * parts
    let kineticError: Lanes = matrices.kineticResidualError[batch] * root * (bends + bend * slopes)
    let (normL, normR) = (lanes(leftNorm, batch).squareRoot(), lanes(rightNorm, batch).squareRoot())
    let form = matrices.residualError[batch]
    let rl: Lanes = 0.5 * (reach * sumL).squareRoot() + form * normL + rounding + kineticError
    let rr: Lanes = 0.5 * (reach * sumR).squareRoot() + form * normR + rounding + kineticError
    store(rl * rl, leftResidual, batch)
    store(rr * rr, rightResidual, batch)
  }

  private func lanes(_ array: UnsafeMutablePointer<Double>, _ batch: Int) -> Lanes {
    UnsafeMutableRawPointer(array).assumingMemoryBound(to: Lanes.self)[batch]
  }
}
