/// The two counts that turn an approximate level into a theorem.
///
/// For trial functions v on every element, with residuals r = (H - s) v and local gaps
/// g = pi^2 k/h^2 + min V - s > 0,
///   n-(T+(s)) <= #{E < s} <= n-(T-(s)),
/// where T+ adds the margins m to K and q, and T- subtracts m and 2||r||^2/g. Hence
/// n-(T-(lo)) <= k and n-(T+(hi)) >= k + 1 prove lo <= E_k <= hi, with the exact index k. The proof
/// and the list of hypotheses are on the page <doc:Bounds>.
enum Certificate {
  private static let u = ElementMatrices.unit
  /// Roundings in one entry of a nodal form: 14 quadrature terms of 6 roundings' depth, a
  /// quadratic form over 13 functions (28), the table (2) and the node distances (4).
  static let entryRounding = 64 * u
  /// Roundings in a residual at a point: 13 terms, the table, V - s, and the sum over points.
  static let residualRounding = 64 * u
  /// A sweep over N elements equals an exact sweep with K and q changed by this relative amount:
  /// five roundings a step, because K t/(K + t) is homogeneous of degree one, and four to set up.
  static func sweepRounding(_ elements: Int) -> Double { Double(6 * elements + 16) * u }

  /// The smallest local gap divided by pi^2 k/h^2: every certificate requires it to be positive.
  static func hasLocalGaps(_ condensed: Condensation, _ elements: Range<Int>, spare: Double) -> Bool
  {
    elements.allSatisfy { condensed.gap[$0] > 2 * spare && condensed.gap[$0].isFinite }
  }

  /// n-(T+(s)): at least this many levels lie below s.
  static func countFromBelow(
    _ condensed: Condensation, _ chain: Chain, energy s: Double, center: Double,
    scratch: Scratch
  ) -> Int {
    let ds = s - center
    let relative = sweepRounding(chain.elements.count)
    for e in chain.elements {
      let k = condensed.coupling[e] - ds * condensed.couplingGram[e]
      let l = condensed.left[e] - ds * condensed.leftGram[e]
      let r = condensed.right[e] - ds * condensed.rightGram[e]
      // The Gram entries are rounded too.
      let shift = entryRounding * Swift.abs(ds) * (condensed.leftNorm[e] + condensed.rightNorm[e])
      scratch.coupling[e] =
        k + (1.01 * condensed.couplingMargin[e] + relative * Swift.abs(k) + shift)
      scratch.left[e] = l + (1.01 * condensed.leftMargin[e] + relative * Swift.abs(l) + shift)
      scratch.right[e] = r + (1.01 * condensed.rightMargin[e] + relative * Swift.abs(r) + shift)
    }
    return scratch.form(chain.elements, start: chain.upperStart, end: chain.upperEnd)
      .negativeCount() ?? 0
  }

  /// n-(T-(s)): at most this many levels lie below s. `nil` if a local gap is not positive, an
  /// outer region could bind, or a number overflowed.
  static func countFromAbove(
    _ condensed: Condensation, _ chain: Chain, energy s: Double, center: Double,
    scratch: Scratch
  ) -> Int? {
    let ds = s - center
    guard hasLocalGaps(condensed, chain.elements, spare: Swift.abs(ds)),
      let start = chain.lowerStart(s), let end = chain.lowerEnd(s)
    else { return nil }
    let relative = sweepRounding(chain.elements.count)
    for e in chain.elements {
      let gap = condensed.gap[e] - Swift.abs(ds)
      let k = condensed.coupling[e] - ds * condensed.couplingGram[e]
      let l = condensed.left[e] - ds * condensed.leftGram[e]
      let r = condensed.right[e] - ds * condensed.rightGram[e]
      // ||r(s)||^2 <= 1.1 ||r||^2 + 11 ds^2 ||v||^2, and ||a + b||^2 <= 2 ||a||^2 + 2 ||b||^2.
      let rl = 2.21 * condensed.leftResidual[e] + 22.1 * ds * ds * condensed.leftNorm[e]
      let rr = 2.21 * condensed.rightResidual[e] + 22.1 * ds * ds * condensed.rightNorm[e]
      let shift = entryRounding * Swift.abs(ds) * (condensed.leftNorm[e] + condensed.rightNorm[e])
      scratch.coupling[e] =
        k - (1.01 * condensed.couplingMargin[e] + relative * Swift.abs(k) + shift)
      scratch.left[e] =
        l - (1.01 * condensed.leftMargin[e] + relative * Swift.abs(l) + rl / gap + shift)
      scratch.right[e] =
        r - (1.01 * condensed.rightMargin[e] + relative * Swift.abs(r) + rr / gap + shift)
    }
    return scratch.form(chain.elements, start: start, end: end).negativeCount()
  }

  /// First-order widths of the two bounds at psi (integral psi^2 = `norm`).
  static func widths(
    _ condensed: Condensation, _ chain: Chain, energy s: Double,
    psi: UnsafePointer<Double>, jumps: UnsafePointer<Double>, norm: Double
  ) -> (margins: Double, lower: Double) {
    let relative = sweepRounding(chain.elements.count)
    var margins = 0.0
    var residuals = 0.0
    for e in chain.elements {
      let (a, b) = (psi[e], psi[e + 1])
      margins +=
        (condensed.couplingMargin[e] + relative * Swift.abs(condensed.coupling[e])) * jumps[e]
        * jumps[e]
        + (condensed.leftMargin[e] + relative * Swift.abs(condensed.left[e])) * a * a
        + (condensed.rightMargin[e] + relative * Swift.abs(condensed.right[e])) * b * b
      residuals +=
        2.21 * (condensed.leftResidual[e] * a * a + condensed.rightResidual[e] * b * b)
        / condensed.gap[e]
    }
    // Freeing psi at a cut lowers the form by F^2/(K + q + q_out), F the flux K psi there.
    var outside = 0.0
    if case .free(let q)? = chain.lowerEnd(s), case .fixed = chain.upperEnd {
      let e = chain.elements.upperBound - 1
      let flux = condensed.coupling[e] * psi[e]
      outside += flux * flux / (condensed.coupling[e] + condensed.right[e] + q)
    }
    if case .free(let q)? = chain.lowerStart(s), case .fixed = chain.upperStart {
      let e = chain.elements.lowerBound
      let flux = condensed.coupling[e] * psi[e + 1]
      outside += flux * flux / (condensed.coupling[e] + condensed.left[e] + q)
    }
    return (margins / norm, (margins + residuals + outside) / norm)
  }
}
