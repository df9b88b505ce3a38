/// The attraction -(A + B cos^2 theta)/r among the partial waves of one M and one parity.
///
/// cos theta |l> = a_(l+1) |l + 1> + a_l |l - 1> with a_l = sqrt((l^2 - M^2)/(4 l^2 - 1)) (A. R. Edmonds,
/// *Angular Momentum in Quantum Mechanics*, Eq. (4.6.3)), hence <l|cos^2|l> = a_(l+1)^2 + a_l^2 and
/// <l|cos^2|l + 2> = a_(l+1) a_(l+2). The Breit pair has A = B = Z/2, H. Essen (2013), Eq. (35).
struct AxialCoulomb: Sendable {
  /// A, and B of either sign.
  var isotropic: Double
  var axial: Double

  static func breit(charge: Double) -> AxialCoulomb {
    AxialCoulomb(isotropic: 0.5 * charge, axial: 0.5 * charge)
  }

  /// <l M|cos^2 theta|l' M> for l' = l or l + 2.
  static func squaredCosine(_ l: Int, _ other: Int, magnetic m: Int) -> Double {
    func square(_ l: Int) -> Double {
      Double((l - m) * (l + m)) / Double((2 * l - 1) * (2 * l + 1))
    }
    if other == l { return square(l + 1) + (l > 0 ? square(l) : 0) }
    if other == l + 2 { return (square(l + 1) * square(l + 2)).squareRoot() }
    return 0
  }

  /// A + B <l|cos^2 theta|l> = (A q + B p)/q, the integers p = 2 l(l + 1) - 1 - 2 M^2, q = (2 l - 1)(2 l + 3).
  ///
  /// Where A and B nearly cancel a plain sum loses every digit; with fused products A q + B p is within
  /// two units of rounding (C.-P. Jeannerod, N. Louvet and J.-M. Muller, Math. Comp. 82, 2245 (2013)).
  func diagonal(_ l: Int, magnetic m: Int) -> Double {
    let p = Double(2 * l * (l + 1) - 1 - 2 * m * m)
    let q = Double((2 * l - 1) * (2 * l + 3))
    let product = axial * p
    let error = (-product).addingProduct(axial, p)
    return (product.addingProduct(isotropic, q) + error) / q
  }

  /// `channels` waves l = l0, l0 + 2, ..., l0 the least l >= |M| of the parity (-1)^l.
  func problem(
    mass: Double, magnetic m: Int, isEven: Bool, channels: Int, central: LineProfile? = nil,
    wall: Double? = nil
  ) -> ChannelProblem {
    let least = Swift.abs(m)
    let first = (least.isMultiple(of: 2) == isEven) ? least : least + 1
    let waves = (0..<channels).map { first + 2 * $0 }
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: channels), count: channels)
    for (i, l) in waves.enumerated() {
      matrix[i][i] = diagonal(l, magnetic: m)
      if i + 1 < channels {
        let entry = axial * Self.squaredCosine(l, l + 2, magnetic: m)
        matrix[i][i + 1] = entry
        matrix[i + 1][i] = entry
      }
    }
    let last = first + 2 * channels - 2
    let next = Double(last + 2)
    let tail = TailBound(
      coupling: axial.magnitude * Self.squaredCosine(last, last + 2, magnetic: m),
      barrier: 0.25 + next * (next + 1), attraction: max(isotropic, isotropic + axial, 0))
    return ChannelProblem(
      mass: mass, angularMomenta: waves, coulomb: matrix, central: central, tail: tail,
      wall: wall)
  }
}
