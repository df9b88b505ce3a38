/// S_- S_+ on determinants: S_+ moves a down spin up where the orbital has room.
struct SpinLadder: Sendable {
  private let space: DeterminantSpace
  /// The subsets with one spin more up and one less down, at every sum.
  private let ups: [[Occupation]]
  private let downs: [[Occupation]]

  init(_ space: DeterminantSpace) {
    self.space = space
    func lists(_ particles: Int) -> [[Occupation]] {
      let subsets = Occupations(orbitals: space.orbitals, particles: particles)
      return (0...max(subsets.sums.upperBound, 0)).map(subsets.list(sum:))
    }
    (ups, downs) = (lists(space.up.particles + 1), lists(space.down.particles - 1))
  }

  /// y += scale S_- S_+ x.
  ///
  /// One determinant (U, D) of the raised space at a time: its amplitude of S_+ x is a sum over the
  /// orbitals x of U that D leaves free, and S_- hands it back to the same determinants.
  func apply(
    _ x: UnsafePointer<Double>, addingTo y: UnsafeMutablePointer<Double>, scale: Double
  ) {
    var places = [Int](repeating: 0, count: space.up.particles + 1)
    var signs = [Double](repeating: 0, count: space.up.particles + 1)
    for (s, list) in ups.enumerated() where downs.indices.contains(space.total - s) {
      let below = downs[space.total - s]
      for up in list where !below.isEmpty {
        let above = up.parityBelow
        var taken: [(orbital: Int, rank: Int, sign: Double)] = []
        var rest = up
        while rest != 0 {
          let orbital = rest.trailingZeroBitCount
          rest &= rest &- 1
          taken.append((orbital, space.up.rank(up & ~(1 << orbital)), above.sign(orbital)))
        }
        for down in below {
          let parity = down.parityBelow
          var (count, amplitude) = (0, 0.0)
          for (orbital, rank, sign) in taken where !down.holds(orbital) {
            let columns = space.down.count(sum: space.total - s + orbital)
            places[count] =
              space.offsets[s - orbital] + rank * columns + space.down.rank(down | 1 << orbital)
            signs[count] = sign * parity.sign(orbital)
            amplitude += signs[count] * x[places[count]]
            count += 1
          }
          for i in 0..<count { y[places[i]] += scale * signs[i] * amplitude }
        }
      }
    }
  }

  /// <x|S_- S_+|x>.
  func expectation(_ x: UnsafePointer<Double>) -> Double {
    var image = [Double](repeating: 0, count: space.dimension)
    return image.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      apply(x, addingTo: base, scale: 1)
      var sum = 0.0
      for i in 0..<space.dimension { sum += x[i] * base[i] }
      return sum
    }
  }
}
