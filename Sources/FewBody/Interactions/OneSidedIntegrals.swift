import RealModule

/// Integrals from each point of a mesh outwards and inwards, with the factors (r/s)^L e^(-lambda |r - s|).
///
/// Neither r^L nor e^(lambda r) is ever formed: within an element they are taken relative to one of its ends, so
/// that nothing under- or overflows and no digit is lost between elements.
struct OneSidedIntegrals: Sendable {
  let mesh: InteractionMesh
  /// (r/end)^L at [L][point] and e^(lambda (r - end)): the end is the left one, of the first element the right one.
  private let powers: [[Double]]
  private let exponentials: [Double]
  /// The same at the right end of an element.
  private let wholePowers: [[Double]]
  private let wholeExponentials: [Double]

  init(_ mesh: InteractionMesh, screening: Double) {
    self.mesh = mesh
    let n = mesh.rule.count
    var ratios: [Double] = []
    var exponentials: [Double] = []
    for i in mesh.radii.indices {
      let e = i / n
      ratios.append(mesh.radii[i] / mesh.nodes[max(e, 1)])
      let distance = e == 0 ? mesh.offsets[i] - mesh.nodes[1] : mesh.offsets[i]
      exponentials.append(Double.exp(screening * distance))
    }
    let wholeRatios = (0..<mesh.elements).map { $0 == 0 ? 1 : mesh.nodes[$0 + 1] / mesh.nodes[$0] }
    var powers = [[Double](repeating: 1, count: ratios.count)]
    var wholePowers = [[Double](repeating: 1, count: wholeRatios.count)]
    for order in 1...(mesh.largest + 1) {
      powers.append(zip(powers[order - 1], ratios).map { $0 * $1 })
      wholePowers.append(zip(wholePowers[order - 1], wholeRatios).map { $0 * $1 })
    }
    self.powers = powers
    self.exponentials = exponentials
    self.wholePowers = wholePowers
    wholeExponentials = (0..<mesh.elements).map {
      $0 == 0 ? 1 : Double.exp(screening * mesh.length($0))
    }
  }

  /// integral_r^inf f(s) (r/s)^L e^(-lambda (s - r)) ds; without the exponential if not `screened`.
  func outward(_ order: Int, _ f: [Double], screened: Bool = true) -> [Double] {
    let n = mesh.rule.count
    var result = [Double](repeating: 0, count: f.count)
    var (local, sums) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
    var beyond = 0.0
    for e in (0..<mesh.elements).reversed() {
      beyond /= wholePowers[order][e] * (screened ? wholeExponentials[e] : 1)
      var total = 0.0
      if isRegular(e, order) {
        for q in 0..<n {
          let i = e * n + q
          local[q] = f[i] / (powers[order][i] * (screened ? exponentials[i] : 1))
        }
        total = cumulate(local, e, into: &sums)
      } else {
        for q in 0..<n { sums[q] = 0 }
      }
      for q in 0..<n {
        let i = e * n + q
        let factor = powers[order][i] * (screened ? exponentials[i] : 1)
        result[i] = factor * (beyond + total - sums[q])
      }
      beyond += total
    }
    return result
  }

  /// integral_0^r f(s) (s/r)^L e^(-lambda (r - s)) ds.
  func inward(_ order: Int, _ f: [Double]) -> [Double] {
    let n = mesh.rule.count
    var result = [Double](repeating: 0, count: f.count)
    var (local, sums) = ([Double](repeating: 0, count: n), [Double](repeating: 0, count: n))
    var within = 0.0
    for e in 0..<mesh.elements {
      for q in 0..<n {
        let i = e * n + q
        local[q] = f[i] * powers[order][i] * exponentials[i]
      }
      let total = cumulate(local, e, into: &sums)
      if isRegular(e, order) {
        for q in 0..<n {
          let i = e * n + q
          result[i] = (within + sums[q]) / (powers[order][i] * exponentials[i])
        }
      }
      within = (within + total) / (wholePowers[order][e] * wholeExponentials[e])
    }
    return result
  }

  /// In the first element a power above the first is no polynomial's to follow; both points there are left out.
  private func isRegular(_ e: Int, _ order: Int) -> Bool { e > 0 || order < 2 }

  /// The integrals of f over one element from its left end to each point, and over all of it.
  private func cumulate(_ f: [Double], _ e: Int, into sums: inout [Double]) -> Double {
    let (n, h, rule) = (mesh.rule.count, mesh.length(e), mesh.rule)
    var total = 0.0
    rule.matrix.withUnsafeBufferPointer { matrix in
      f.withUnsafeBufferPointer { f in
        for i in 0..<n {
          var sum = 0.0
          for j in 0..<n { sum += matrix[i * n + j] * f[j] }
          sums[i] = h * sum
          total += h * rule.weights[i] * f[i]
        }
      }
    }
    return total
  }
}
