import LinearOperators
import RealModule

/// What the order of the gaps does to the basis: turning the ring by one electron, and reflection.
///
/// Exchanging g_k and g_(k+1) keeps the total degree and all labels but n_k and n_(k+1), whose sum it
/// keeps: an orthogonal matrix of Racah polynomials, computed here by quadrature. Turns and reflections
/// are products of such exchanges; nothing larger is ever integrated.
struct GapSymmetry: Sendable {
  private let basis: GapBasis
  /// For k = 2 ... N - 1: the columns of the exchange, as places and numbers.
  private let exchanges: [[[(place: Int, value: Double)]]]

  init(_ basis: GapBasis) {
    self.basis = basis
    exchanges = (2..<max(2, basis.electrons)).map { k in
      // Levels k and k + 1 are the outer ones of k + 1 electrons.
      let matrices = (0...(k == 2 ? 0 : basis.degree)).map {
        Self.exchange(basis, level: k, inner: $0)
      }
      return basis.labels.map { label in
        let inner = label.prefix(k - 2).reduce(0, +)
        let (a, sum) = (label[k - 2], label[k - 2] + label[k - 1])
        let (places, matrix) = matrices[inner]
        let rows = places.count
        return (0...sum).compactMap { b in
          var image = label
          (image[k - 2], image[k - 1]) = (b, sum - b)
          guard let row = places[[b, sum - b]], let column = places[[a, sum - a]] else {
            return nil
          }
          return basis.place(image).map { ($0, matrix[row + column * rows]) }
        }
      }
    }
  }

  /// <b| exchange of g_k and g_(k+1) |a>, and where each (n_k, n_(k+1)) stands in it.
  private static func exchange(
    _ basis: GapBasis, level k: Int, inner: Int
  ) -> (places: [[Int]: Int], matrix: [Double]) {
    let top = basis.degree - inner
    let count = top + inner + (basis.exponent + 1) * (k + 2) + 4
    let even = count + count % 2
    let outer = GapOuterFunctions(
      electrons: k + 1, exponent: basis.exponent, gaps: 2, inner: inner, top: top,
      sumCount: even, pointCount: even)
    let rows = outer.labels.count
    // The cuts of the stick are symmetric: the exchanged point is the mirrored cut.
    var swapped = [Double](repeating: 0, count: outer.values.count)
    for point in outer.sums.indices {
      let partner = point - point % even + even - 1 - point % even
      for i in 0..<rows {
        swapped[point * rows + i] = outer.weights[point] * outer.values[partner * rows + i]
      }
    }
    var places: [[Int]: Int] = [:]
    for (i, label) in outer.labels.enumerated() { places[label] = i }
    return (
      places,
      DenseProduct.product(
        rows: rows, columns: rows, inner: outer.sums.count, outer.values, swapped,
        transposingB: true)
    )
  }

  /// Exchanges g_k and g_(k+1) in columns that live on one shell.
  private func exchange(_ k: Int, _ x: [Double], _ shell: Range<Int>) -> [Double] {
    let size = shell.count
    var y = [Double](repeating: 0, count: x.count)
    for column in stride(from: 0, to: x.count, by: size) {
      for i in 0..<size where x[column + i] != 0 {
        let value = x[column + i]
        let place = shell.lowerBound + i
        guard k > 1 else {
          y[column + i] = basis.labels[place][0].isMultiple(of: 2) ? value : -value
          continue
        }
        for (target, factor) in exchanges[k - 2][place] {
          y[column + target - shell.lowerBound] += factor * value
        }
      }
    }
    return y
  }

  /// (C f)(g_1 ... g_N) = f(g_2 ... g_N, g_1), or its inverse.
  func turned(_ x: [Double], _ shell: Range<Int>) -> [Double] {
    (1..<basis.electrons).reduce(x) { exchange($1, $0, shell) }
  }

  /// f(g_N ... g_1).
  private func reflected(_ x: [Double], _ shell: Range<Int>) -> [Double] {
    var y = x
    for top in stride(from: basis.electrons - 1, to: 0, by: -1) {
      for k in 1...top { y = exchange(k, y, shell) }
    }
    return y
  }

  /// An orthonormal basis of the functions of one shell with C = e^(+-2 pi i c/N).
  ///
  /// For 0 < c < N/2 those even under reflection: the odd ones are their partners of class -c, with
  /// the same energies. For c = 0 and N/2 of the parity asked for.
  func invariant(_ shell: Range<Int>, turn c: Int, isEven: Bool) throws(FewBodyError) -> [Double] {
    let (size, n) = (shell.count, basis.electrons)
    var unit = [Double](repeating: 0, count: size * size)
    for i in 0..<size { unit[i * (size + 1)] = 1 }
    var projector = [Double](repeating: 0, count: size * size)
    let scale = (c == 0 || 2 * c == n ? 1.0 : 2.0) / Double(n)
    for j in 0..<n {
      let factor = scale * Double.cos(2 * .pi * Double(c * j) / Double(n))
      for i in unit.indices { projector[i] += factor * unit[i] }
      unit = turned(unit, shell)
    }
    let mirror = reflected(projector, shell)
    let sign = isEven ? 1.0 : -1.0
    let matrix = try algebra { () throws(LinearAlgebraError) in
      try SymmetricMatrix(dimension: size) { i, j in
        0.25
          * (projector[i + j * size] + projector[j + i * size]
            + sign * (mirror[i + j * size] + mirror[j + i * size]))
      }
    }
    let pairs = try algebra { () throws(LinearAlgebraError) in
      try matrix.eigenpairs(.range(0.5...1.5))
    }
    return pairs.vectors.elements
  }
}
