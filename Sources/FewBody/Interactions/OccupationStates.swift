/// States of electrons in four spin orbitals as bits: orbital 1 up, 1 down, 2 up, 2 down.
enum OccupationStates {
  /// All with two electrons: both in orbital 1, both in 2, and one in either.
  static let pairs = [0b0011, 0b1100, 0b0101, 0b1001, 0b0110, 0b1010]

  /// Applies annihilators and creators from the first on; nil where the result vanishes.
  ///
  /// The sign counts the electrons before the operator's place (P. Jordan and E. Wigner, Z. Phys. 47, 631
  /// (1928)).
  static func apply(
    _ operators: [(place: Int, creates: Bool)], to state: Int
  ) -> (state: Int, sign: Double)? {
    var (state, sign) = (state, 1.0)
    for (place, creates) in operators {
      guard ((state >> place) & 1 == 1) != creates else { return nil }
      if !(state & ((1 << place) - 1)).nonzeroBitCount.isMultiple(of: 2) { sign = -sign }
      state ^= 1 << place
    }
    return (state, sign)
  }

  /// A matrix among ``pairs`` turned to the basis of good spin: the three singlets (both electrons in 1, both
  /// in 2, one in either), then the triplet's S_z = 0, 1, -1.
  static func adapted(_ matrix: [[Double]]) -> [[Double]] {
    let r = 0.5.squareRoot()
    // c+_1up c+_2down |> and c+_1down c+_2up |> are the bits 1001 and 0110: their difference is the singlet.
    let basis: [[Double]] = [
      [1, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0], [0, 0, 0, r, -r, 0],
      [0, 0, 0, r, r, 0], [0, 0, 1, 0, 0, 0], [0, 0, 0, 0, 0, 1],
    ]
    return basis.map { left in
      basis.map { right in
        var sum = 0.0
        for i in 0..<6 { for j in 0..<6 { sum += left[i] * matrix[i][j] * right[j] } }
        return sum
      }
    }
  }
}
