import ComplexModule
import LinearOperators
import RealModule

/// Elements of degree 12 round a ring, ending where the potential has a kink or a jump.
///
/// The form is integral |(-i d/dphi + theta) u|^2 B + V |u|^2, with u continuous round the ring: the flux is in the
/// form, not at a seam. Nodal quadrature makes the overlap diagonal; the error falls like h^24
/// between kinks.
struct RingElements {
  static let degree = 12
  private static let element = LobattoElement(degree: degree)
  let waves: PlaneWaves
  let potential: PeriodicPotential

  func lowest(_ count: Int, elements: Int?) throws(FewBodyError) -> RingSector {
    let turns = Double(waves.series.turns)
    let spare = count + 4 * waves.components
    // k h <= 3 for the highest wave of degree-12 elements; V itself gets 16 elements a turn.
    let half = Double(spare) / Double(2 * waves.components) / turns + 1
    let classical = (half * half + 2 * waves.series.variation / waves.rotation).squareRoot()
    let fineCount =
      elements ?? max(16 * waves.series.turns, Int(2 * .pi * turns * classical / 3) + 1)
    let unknowns = Double(fineCount * Self.degree * waves.components)
    try requireDense(
      fineCount * Self.degree, waves.components, "\(waves.culprit), \(fineCount) elements,")
    let all = min(spare, Int(unknowns) / 2)
    let fine = try solve(all, mesh(fineCount))
    let coarseCount = max(2, 2 * fineCount / 3)
    let coarse = try solve(min(all, coarseCount * Self.degree / 2), mesh(coarseCount))
    var because =
      "elements' error is estimated by comparing \(fineCount) with \(coarseCount) of them"
    if let reason = potential.because { because += "; " + reason }
    return RingSector(
      fine, coarse: coarse.values, dimension: Int(unknowns), blur: potential.blur, because: because)
  }

  /// The ends of the elements in [0, 2 pi c].
  private func mesh(_ count: Int) -> [Double] {
    let turns = waves.series.turns
    let length = 2 * Double.pi * Double(turns)
    var ends: Set<Double> = [0, length]
    for turn in 0..<turns {
      for function in potential.functions {
        for point in function.breakpoints where point.isFinite {
          let reduced = point - 2 * .pi * (point / (2 * .pi)).rounded(.down)
          ends.insert(reduced + 2 * .pi * Double(turn))
        }
      }
    }
    let sorted = ends.sorted()
    var nodes: [Double] = []
    for i in 0..<(sorted.count - 1) where sorted[i + 1] - sorted[i] > 1e-9 {
      let pieces = max(1, Int((Double(count) * (sorted[i + 1] - sorted[i]) / length).rounded(.up)))
      for piece in 0..<pieces {
        nodes.append(sorted[i] + (sorted[i + 1] - sorted[i]) * Double(piece) / Double(pieces))
      }
    }
    return nodes + [length]
  }

  private struct Assembly {
    var real: [Double]
    var imaginary: [Double]
    let dimension: Int

    init(_ n: Int) {
      dimension = n
      real = [Double](repeating: 0, count: n * n)
      imaginary = real
    }

    mutating func add(_ i: Int, _ j: Int, _ value: Complex<Double>) {
      real[i + j * dimension] += value.real
      imaginary[i + j * dimension] += value.imaginary
    }

    func matrix(_ mass: [Double]) throws(LinearAlgebraError) -> HermitianMatrix {
      try HermitianMatrix(dimension: dimension) { i, j in
        let size = 1 / (mass[i] * mass[j]).squareRoot()
        let e = i + j * dimension
        return Complex(size * real[e], i == j ? 0 : size * imaginary[e])
      }
    }
  }

  private func solve(_ count: Int, _ ends: [Double]) throws(FewBodyError) -> RingDiscreteLevels {
    let (p, components) = (Self.degree, waves.components)
    let n = p * (ends.count - 1) * components
    var (form, slope) = (Assembly(n), Assembly(n))
    var mass = [Double](repeating: 0, count: n)
    let k = waves.theta / Double(waves.series.turns)
    let (element, rotation) = (Self.element, waves.rotation)
    for e in 0..<(ends.count - 1) {
      let (left, reach) = (ends[e], 0.5 * (ends[e + 1] - ends[e]))
      for a in 0...p {
        let weight = element.weights[a] * reach
        let x = left + reach * (1 + element.nodes[a])
        // A jump at an end has this side's value inside.
        let inner = min(max(x, left + reach * 0x1p-40), left + reach * (2 - 0x1p-40))
        for s in 0..<components {
          let i = index(e, a, s, n)
          let spin = components == 2 ? (s == 0 ? 0.5 : -0.5) * waves.zeeman : 0
          mass[i] += weight
          form.add(
            i, i, Complex(weight * (potential.value(at: inner) + spin + rotation * k * k)))
          slope.add(i, i, Complex(2 * rotation * k * weight))
          for b in 0...p {
            let j = index(e, b, s, n)
            var stiffness = 0.0
            for q in 0...p {
              stiffness +=
                element.weights[q] * element.derivative[q * (p + 1) + a]
                * element.derivative[q * (p + 1) + b]
            }
            // integral (u_a' u_b - u_a u_b').
            let skew =
              element.weights[b] * element.derivative[b * (p + 1) + a]
              - element.weights[a] * element.derivative[a * (p + 1) + b]
            form.add(i, j, Complex(rotation * stiffness / reach, rotation * k * skew))
            slope.add(i, j, Complex(0, rotation * skew))
          }
          guard components == 2 else { continue }
          rashba(&form, &slope, e, a, s, left, reach, n)
        }
      }
    }
    let result = try algebra { () throws(LinearAlgebraError) in
      try form.matrix(mass).lowest(count, diagonalizing: try slope.matrix(mass))
    }
    var vectors = result.vectors
    for j in 0..<vectors.count {
      for i in 0..<n {
        vectors.real[i + j * n] /= mass[i].squareRoot()
        vectors.imaginary[i + j * n] /= mass[i].squareRoot()
      }
    }
    return RingDiscreteLevels(
      values: result.values, residuals: result.residuals, slopes: result.slopes,
      circulations: (0..<vectors.count).map { circulation(vectors, $0, ends) },
      states: (0..<vectors.count).map { state(vectors, $0, ends) })
  }

  private func index(_ e: Int, _ a: Int, _ s: Int, _ n: Int) -> Int {
    (waves.components * (e * Self.degree + a)) % n + s
  }

  /// (B Q/2) integral (l u_a)* sigma_r u_b + u_a* sigma_r (l u_b), l = -i d/dphi + k, row (a, s).
  private func rashba(
    _ form: inout Assembly, _ slope: inout Assembly, _ e: Int, _ a: Int, _ s: Int, _ left: Double,
    _ reach: Double, _ n: Int
  ) {
    let (p, element) = (Self.degree, Self.element)
    let strength = 0.5 * waves.rotation * waves.rashba
    let k = waves.theta / Double(waves.series.turns)
    let i = index(e, a, s, n)
    let sign = s == 0 ? -1.0 : 1.0
    func radial(_ q: Int) -> Complex<Double> {
      Complex(length: 1, phase: sign * (left + reach * (1 + element.nodes[q])))
    }
    for b in 0...p {
      let j = index(e, b, 1 - s, n)
      let first = radial(b).multiplied(by: element.weights[b] * element.derivative[b * (p + 1) + a])
      let second = radial(a).multiplied(
        by: element.weights[a] * element.derivative[a * (p + 1) + b])
      form.add(i, j, Complex(0, strength) * (first - second))
      guard a == b else { continue }
      let diagonal = radial(a).multiplied(by: 2 * strength * element.weights[a] * reach)
      form.add(i, j, diagonal.multiplied(by: k))
      slope.add(i, j, diagonal)
    }
  }

  /// 2B integral Re psi* (l + Q sigma_r/2) psi by Gauss-Legendre points, none of which is a node.
  private func circulation(_ x: ComplexColumns, _ column: Int, _ ends: [Double]) -> Double {
    let half = GaussLegendre.positiveHalf(points: 16)
    let k = waves.theta / Double(waves.series.turns)
    var (sum, norm) = (0.0, 0.0)
    for (node, weight) in zip(half.nodes, half.weights) {
      for side in [-1.0, 1.0] {
        let cardinal = Self.element.cardinals(at: side * node.rounded)
        for e in 0..<(ends.count - 1) {
          let reach = 0.5 * (ends[e + 1] - ends[e])
          var psi: [Complex<Double>] = []
          for s in 0..<waves.components {
            var (value, slope) = (Complex<Double>.zero, Complex<Double>.zero)
            for a in 0...Self.degree {
              let i = index(e, a, s, x.rows) + column * x.rows
              let u = Complex(x.real[i], x.imaginary[i])
              value += u.multiplied(by: cardinal.values[a])
              slope += u.multiplied(by: cardinal.slopes[a] / reach)
            }
            let momentum = Complex(0, -1) * slope + value.multiplied(by: k)
            sum += weight.rounded * reach * (value.conjugate * momentum).real
            norm += weight.rounded * reach * value.lengthSquared
            psi.append(value)
          }
          guard psi.count == 2 else { continue }
          let angle = ends[e] + reach * (1 + side * node.rounded)
          let radial = psi[0].conjugate * Complex(length: 1, phase: -angle) * psi[1]
          sum += weight.rounded * reach * waves.rashba * radial.real
        }
      }
    }
    return 2 * waves.rotation * sum / norm
  }

  /// The state in plane waves, by nodal quadrature: for pictures and overlaps.
  private func state(_ x: ComplexColumns, _ column: Int, _ ends: [Double]) -> RingState {
    let most = max(32, Self.degree * (ends.count - 1) / 4)
    let turns = Double(waves.series.turns)
    var coefficients = [[Complex<Double>]](
      repeating: [Complex<Double>](repeating: .zero, count: 2 * most + 1),
      count: waves.components)
    for e in 0..<(ends.count - 1) {
      let reach = 0.5 * (ends[e + 1] - ends[e])
      for a in 0...Self.degree {
        let angle = (ends[e] + reach * (1 + Self.element.nodes[a])) / turns
        let turn = Complex(length: 1, phase: -angle)
        for s in 0..<waves.components {
          let i = index(e, a, s, x.rows) + column * x.rows
          var wave = Complex(length: Self.element.weights[a] * reach, phase: angle * Double(most))
          wave *= Complex(x.real[i], x.imaginary[i])
          for m in 0...(2 * most) {
            coefficients[s][m] += wave
            wave *= turn
          }
        }
      }
    }
    return waves.state(coefficients, waves: most)
  }
}
