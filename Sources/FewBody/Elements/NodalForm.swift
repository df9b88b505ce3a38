/// The form sum K_e (psi_e - psi_{e+1})^2 + q_l psi_e^2 + q_r psi_{e+1}^2 over a chain of elements
/// with an end on either side.
struct NodalForm {
  /// What holds the chain's end: psi = 0, or a form q psi^2 (0 at a mirror of even parity).
  enum End: Sendable {
    case fixed
    case free(Double)
  }

  let coupling: UnsafePointer<Double>
  let left: UnsafePointer<Double>
  let right: UnsafePointer<Double>
  let elements: Range<Int>
  let start: End
  let end: End

  /// The number of negative eigenvalues, by one sweep of logarithmic derivatives; nil where an entry
  /// is not finite, because NaN compares as positive and would hide a level.
  ///
  /// t is the form of everything to the left of a node, per psi^2. Eliminating the node replaces
  /// it by K (t + q)/(K + t + q), which loses no digits where K - K^2/d would.
  func negativeCount() -> Int? {
    var negative = 0
    var e = elements.lowerBound
    var t: Double
    switch start {
    case .free(let q): t = q
    case .fixed:
      t = right[e] + coupling[e]
      e += 1
    }
    while e < elements.upperBound {
      let u = t + left[e]
      var d = coupling[e] + u
      // A rounding of u = -K, and not so small that the quotient could overflow.
      if d == 0 { d = -0x1p-54 * Swift.abs(u) - 0x1p-1000 }
      if d < 0 { negative += 1 }
      t = right[e] + coupling[e] * u / d
      e += 1
    }
    if case .free(let q) = end {
      t += q
      if t < 0 { negative += 1 }
    }
    return t.isFinite ? negative : nil
  }

  /// The twisted factorisation: the node m where |gamma_m| is least, gamma_m, and the vector with
  /// psi_m = 1 that satisfies every equation but the one at m.
  ///
  /// B. N. Parlett and I. S. Dhillon, Linear Algebra Appl. 267, 247 (1997).
  ///
  /// The jumps psi_e - psi_{e+1} come from the same pivots: on elements of length 1e-60 the
  /// difference of the two values is nothing but their rounding.
  func twist(
    forward: UnsafeMutablePointer<Double>, backward: UnsafeMutablePointer<Double>,
    vector psi: UnsafeMutablePointer<Double>, jumps: UnsafeMutablePointer<Double>
  ) -> (node: Int, gamma: Double) {
    let (first, last) = (elements.lowerBound, elements.upperBound)
    var lowest = first
    var highest = last
    switch start {
    case .free(let q): forward[first] = q
    case .fixed:
      lowest = first + 1
      forward[first] = .infinity
      forward[lowest] = right[first] + coupling[first]
    }
    for e in lowest..<max(last, lowest) {
      let u = forward[e] + left[e]
      forward[e + 1] = right[e] + coupling[e] * u / nonzero(coupling[e] + u)
    }
    switch end {
    case .free(let q): backward[last] = q
    case .fixed:
      highest = last - 1
      backward[last] = .infinity
      backward[highest] = left[last - 1] + coupling[last - 1]
    }
    for e in stride(from: highest - 1, through: first, by: -1) {
      let u = backward[e + 1] + right[e]
      backward[e] = left[e] + coupling[e] * u / nonzero(coupling[e] + u)
    }
    var node = lowest
    var gamma = Double.infinity
    for i in lowest...max(highest, lowest) {
      let here = forward[i] + backward[i]
      if Swift.abs(here) < Swift.abs(gamma) { (node, gamma) = (i, here) }
    }
    psi[node] = 1
    for e in stride(from: node - 1, through: first, by: -1) {
      if e < lowest {
        psi[e] = 0
        jumps[e] = -psi[e + 1]
      } else {
        let u = forward[e] + left[e]
        // Where psi_(e+1) is nearly a zero of the wave, the quotient is 0/0: the equation at e+1
        // carries the wave across.
        if Swift.abs(coupling[e] + u) < 0.05 * coupling[e], e + 2 <= node {
          let flux = coupling[e + 1] * jumps[e + 1]
          jumps[e] = (flux + (right[e] + left[e + 1]) * psi[e + 1]) / coupling[e]
          psi[e] = psi[e + 1] + jumps[e]
        } else {
          let ratio = psi[e + 1] / nonzero(coupling[e] + u)
          psi[e] = ratio * coupling[e]
          jumps[e] = -ratio * u
        }
      }
    }
    for e in node..<last {
      if e + 1 > highest {
        psi[e + 1] = 0
        jumps[e] = psi[e]
      } else {
        let u = backward[e + 1] + right[e]
        if Swift.abs(coupling[e] + u) < 0.05 * coupling[e], e > node {
          let flux = coupling[e - 1] * jumps[e - 1]
          jumps[e] = (flux - (right[e - 1] + left[e]) * psi[e]) / coupling[e]
          psi[e + 1] = psi[e] - jumps[e]
        } else {
          let ratio = psi[e] / nonzero(coupling[e] + u)
          psi[e + 1] = ratio * coupling[e]
          jumps[e] = ratio * u
        }
      }
    }
    return (node, gamma)
  }

  @inline(__always)
  private func nonzero(_ d: Double) -> Double { d == 0 ? -0x1p-1000 : d }

  /// The form of three element arrays at psi.
  func value(
    _ k: UnsafePointer<Double>, _ l: UnsafePointer<Double>, _ r: UnsafePointer<Double>,
    at psi: UnsafePointer<Double>, jumps: UnsafePointer<Double>
  ) -> Double {
    var sum = 0.0
    for e in elements {
      sum += k[e] * jumps[e] * jumps[e] + l[e] * psi[e] * psi[e] + r[e] * psi[e + 1] * psi[e + 1]
    }
    return sum
  }
}
