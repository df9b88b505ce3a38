/// The states |(l, S) J> of one l and one J: the angular and spin part of a fine-structure level.
///
/// With both spins free, S = 0 and S = 1 meet where J = l > 0, otherwise S is alone. Beside a nucleus
/// at rest there is one spin, S = 1/2. Angular momenta are kept as twice their value.
struct AngularMultiplet: Sendable, Hashable {
  /// l.
  let orbital: Int
  /// 2J.
  let doubledTotal: Int
  /// 2S of each state: [1], [0], [2] or [0, 2].
  let doubledSpins: [Int]

  /// All multiplets of one l.
  static func all(orbital l: Int, isNucleusAtRest: Bool) -> [AngularMultiplet] {
    if isNucleusAtRest {
      return (l == 0 ? [1] : [2 * l - 1, 2 * l + 1]).map {
        AngularMultiplet(orbital: l, doubledTotal: $0, doubledSpins: [1])
      }
    }
    if l == 0 {
      return [0, 2].map { AngularMultiplet(orbital: 0, doubledTotal: $0, doubledSpins: [$0]) }
    }
    return [
      AngularMultiplet(orbital: l, doubledTotal: 2 * l - 2, doubledSpins: [2]),
      AngularMultiplet(orbital: l, doubledTotal: 2 * l, doubledSpins: [0, 2]),
      AngularMultiplet(orbital: l, doubledTotal: 2 * l + 2, doubledSpins: [2]),
    ]
  }

  /// The number of rows, levels of distinct j and S, that one l contributes.
  static func count(orbital l: Int, isNucleusAtRest: Bool) -> Int {
    (l == 0 ? 1 : 2) * (isNucleusAtRest ? 1 : 2)
  }

  private var isOneSpin: Bool { doubledSpins == [1] }

  private func diagonal(_ entry: (_ doubledSpin: Int) -> Double) -> SpinMatrix {
    SpinMatrix(entry(doubledSpins[0]), doubledSpins.count > 1 ? entry(doubledSpins[1]) : 0)
  }

  var identity: SpinMatrix { diagonal { _ in 1 } }

  /// L.s of the electron.
  ///
  /// Within one S, s_1 and s_2 have equal projections on S = s_1 + s_2, hence L.s_1 = L.S/2 with
  /// L.S = [J(J + 1) - l(l + 1) - S(S + 1)]/2. Between S = 0 and S = 1, L.(s_1 - s_2)/2 remains, of
  /// element sqrt(l(l + 1))/2 up to the sign of the state: the three
  /// (s_1 - s_2)_i |S = 0> are orthonormal states of S = 1, so that the square of L.(s_1 - s_2) in
  /// |S = 0> is L^2.
  var electronSpinOrbit: SpinMatrix { spinOrbit(sign: 1) }

  /// L.s of the nucleus: as the electron's, with the other sign between S = 0 and S = 1.
  var nuclearSpinOrbit: SpinMatrix { isOneSpin ? SpinMatrix(0) : spinOrbit(sign: -1) }

  private func spinOrbit(sign: Double) -> SpinMatrix {
    let l = Double(orbital)
    let j = Double(doubledTotal) / 2
    var matrix = diagonal { doubledSpin in
      let s = Double(doubledSpin) / 2
      let product = (j * (j + 1) - l * (l + 1) - s * (s + 1)) / 2
      return isOneSpin ? product : product / 2
    }
    if doubledSpins.count > 1 { matrix.coupling = sign * (l * (l + 1)).squareRoot() / 2 }
    return matrix
  }

  /// s_1.s_2 = [S(S + 1) - 3/2]/2: -3/4 for S = 0 and 1/4 for S = 1.
  var spinProduct: SpinMatrix {
    isOneSpin ? SpinMatrix(0) : diagonal { $0 == 0 ? -0.75 : 0.25 }
  }

  /// The projector s_1.s_2 + 3/4 on S = 1.
  var triplet: SpinMatrix { isOneSpin ? SpinMatrix(0) : diagonal { $0 == 0 ? 0 : 1 } }

  /// S_12 = 12 (s_1.rhat)(s_2.rhat) - 4 s_1.s_2 within one l.
  ///
  /// It is 6 (S.rhat)^2 - 2 S^2, which is nothing for S = 0. Within one l, rhat_i rhat_j - delta_ij/3
  /// acts as -[L_i L_j + L_j L_i - (2/3) l(l + 1) delta_ij]/[(2l - 1)(2l + 3)] (Landau and Lifshitz,
  /// Quantum Mechanics (3rd ed., 1977), Section 29, Problem), so that with x = L.S
  /// S_12 = -[12 x^2 + 6 x - 4 l(l + 1) S(S + 1)]/[(2l - 1)(2l + 3)]:
  /// -2l/(2l + 3), 2, -2(l + 1)/(2l - 1) for S = 1, J = l + 1, l, l - 1.
  var tensor: SpinMatrix {
    guard !isOneSpin, orbital > 0 else { return SpinMatrix(0) }
    let l = Double(orbital)
    let j = Double(doubledTotal) / 2
    let x = (j * (j + 1) - l * (l + 1) - 2) / 2
    let value = -(12 * x * x + 6 * x - 8 * l * (l + 1)) / ((2 * l - 1) * (2 * l + 3))
    return diagonal { $0 == 0 ? 0 : value }
  }
}
