/// What the certificate needs of every element: the exact quadratic form of the stored trial
/// functions, margins for rounding and quadrature, residuals, and the local gap.
extension Condensation {
  /// Replaces the nodal form by the full quadratic form of the stored y, z, which is exact for
  /// *any* y, z, and adds the margins and residuals that the certificate needs.
  func certify(_ batch: Int, _ s: Double) {
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
}
