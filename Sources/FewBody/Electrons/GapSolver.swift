import LinearOperators
import RealModule

/// Electrons that cannot pass one another: levels of one turn class in the basis of gaps.
///
/// H = sum_i (d_(i-1) - d_i)^2/2mR^2 + sum of the pair forces; d_i the derivative by the gap i in radians.
/// All N arcs of one length are turned copies of one, so that a form on the last gaps is enough:
/// <X|H|X> = sum_j <C^j X|h|C^j X>.
struct GapSolver: Sendable {
  let electrons: Int
  let radius: Double
  /// a; spin-polarised electrons keep their order for any a.
  let thickness: Double
  let basis: GapBasis
  private let forms: [(form: GapForm, isKinetic: Bool)]
  private let symmetry: GapSymmetry

  /// A level, what it was with two and four degrees less, and its potential energy.
  struct Entry: Sendable {
    let energy: Double
    /// The same level of the basis of degree p - 2, and of p - 4.
    let coarser: [Double]
    let potential: Double
    let residual: Double
    /// Coefficients in the whole basis.
    let vector: [Double]
    /// For c = 0 and N/2: reflection.
    let isEven: Bool
  }

  init(electrons: Int, radius: Double, thickness: Double, degree: Int, exponent: Int) {
    (self.electrons, self.radius, self.thickness) = (electrons, radius, thickness)
    let basis = GapBasis(electrons: electrons, degree: degree, exponent: exponent)
    self.basis = basis
    symmetry = GapSymmetry(basis)
    let stiffness = 1 / (8 * .pi * .pi * radius * radius)
    var forms = [(GapForm(basis, gaps: 2, isDerivative: true) { _ in stiffness }, true)]
    for d in 1...electrons / 2 {
      // An arc of N/2 gaps and the rest of the ring are the same pair.
      let share = 2 * d == electrons ? 0.5 : 1.0
      forms.append(
        (
          GapForm(basis, gaps: d) { s in
            let chord = 2 * radius * Double.sin(.pi * s)
            return share / (chord * chord + thickness * thickness).squareRoot()
          }, false
        ))
    }
    self.forms = forms
  }

  /// The lowest levels with C = e^(+-2 pi i c/N), 0 <= c <= N/2.
  func lowest(_ count: Int, turn c: Int) throws(FewBodyError) -> [Entry] {
    let isReal = c == 0 || 2 * c == electrons
    var entries = try lowest(count, turn: c, isEven: true)
    if isReal { entries += try lowest(count, turn: c, isEven: false) }
    entries.sort { $0.energy < $1.energy }
    return Array(entries.prefix(count))
  }

  private func lowest(_ count: Int, turn c: Int, isEven: Bool) throws(FewBodyError) -> [Entry] {
    var (columns, sizes) = ([Double](), [Int]())
    let rows = basis.count
    for shell in basis.shells {
      let vectors = try symmetry.invariant(shell, turn: c, isEven: isEven)
      for j in stride(from: 0, to: vectors.count, by: shell.count) {
        var column = [Double](repeating: 0, count: rows)
        for i in 0..<shell.count { column[shell.lowerBound + i] = vectors[j + i] }
        columns += column
      }
      sizes.append(columns.count / rows)
    }
    let dimension = columns.count / rows
    guard dimension > 0 else { return [] }
    var kinetic = [Double](repeating: 0, count: dimension * dimension)
    var potential = kinetic
    let isReal = c == 0 || 2 * c == electrons
    var turned = columns
    // A real class only changes sign from turn to turn.
    for turn in 0..<(isReal ? 1 : electrons) {
      let scale = isReal ? Double(electrons) : 1
      for (form, isKinetic) in forms {
        if isKinetic {
          form.project(turned, rows: rows, scale: scale, into: &kinetic)
        } else {
          form.project(turned, rows: rows, scale: scale, into: &potential)
        }
      }
      if !isReal, turn + 1 < electrons { turned = self.turned(turned) }
    }
    let total = zip(kinetic, potential).map { $0 + $1 }
    func pairs(_ n: Int) throws(FewBodyError) -> Eigenpairs<Double>? {
      guard n > 0 else { return nil }
      return try algebra { () throws(LinearAlgebraError) in
        try SymmetricMatrix(dimension: n) { total[$0 + $1 * dimension] }
          .eigenpairs(.lowest(min(count, n)))
      }
    }
    guard let found = try pairs(dimension) else { return [] }
    let coarser = try [2, 4].map { less throws(FewBodyError) in
      basis.degree >= less ? try pairs(sizes[basis.degree - less])?.values ?? [] : []
    }
    return (0..<found.count).map { j in
      let x = found.vectors.vector(j)
      var energy = 0.0
      for b in 0..<dimension {
        for a in 0..<dimension { energy += x[a] * potential[a + b * dimension] * x[b] }
      }
      var vector = [Double](repeating: 0, count: rows)
      for b in 0..<dimension {
        for i in 0..<rows { vector[i] += x[b] * columns[i + b * rows] }
      }
      return Entry(
        energy: found.values[j], coarser: coarser.compactMap { j < $0.count ? $0[j] : nil },
        potential: energy, residual: found.residuals[j], vector: vector, isEven: isEven)
    }
  }

  /// C X of columns in the whole basis.
  func turned(_ x: [Double]) -> [Double] {
    let rows = basis.count
    var y = x
    for shell in basis.shells {
      var part: [Double] = []
      for column in stride(from: 0, to: x.count, by: rows) {
        part += x[column + shell.lowerBound..<column + shell.upperBound]
      }
      part = symmetry.turned(part, shell)
      for (j, column) in stride(from: 0, to: x.count, by: rows).enumerated() {
        for i in 0..<shell.count { y[column + shell.lowerBound + i] = part[j * shell.count + i] }
      }
    }
    return y
  }
}
