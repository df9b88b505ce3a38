import ExactSolutions
import Foundation
import Testing

/// Sixteen Gauss-Legendre points, ascending, on each of the panels between consecutive edges.
struct PanelQuadrature {
  let points: [Double]
  let weights: [Double]

  init(edges: [Double]) {
    let rule = Self.gaussLegendre(16)
    var points: [Double] = []
    var weights: [Double] = []
    for (a, b) in zip(edges, edges.dropFirst()) {
      for (t, w) in rule {
        points.append((a + b) / 2 + (b - a) / 2 * t)
        weights.append((b - a) / 2 * w)
      }
    }
    (self.points, self.weights) = (points, weights)
  }

  func integral(_ f: (Double) -> Double) -> Double {
    zip(points, weights).reduce(0) { $0 + $1.1 * f($1.0) }
  }

  private static func gaussLegendre(_ n: Int) -> [(Double, Double)] {
    (0..<n).map { i in
      var t = -cos(Double.pi * (Double(i) + 0.75) / (Double(n) + 0.5))
      var slope = 0.0
      for _ in 0..<20 {
        var (p, q) = (1.0, 0.0)
        for k in 1...n {
          (p, q) = ((Double(2 * k - 1) * t * p - Double(k - 1) * q) / Double(k), p)
        }
        slope = Double(n) * (t * p - q) / (t * t - 1)
        t -= p / slope
      }
      return (t, 2 / ((1 - t * t) * slope * slope))
    }
  }
}

/// A model with what the checks below need to know of it.
struct Trial: CustomTestStringConvertible {
  let name: String
  let model: any ExactModel
  let levels: [Int]
  /// Panels of the quadrature; V and psi are smooth inside each.
  let edges: [Double]
  /// Points at which H psi = E psi is tested, each at least `spacing` * 5 from any edge of the domain.
  let probes: [Double]
  /// Step of the finite differences.
  let spacing: Double
  var testDescription: String { name }

  static func panels(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    (0...count).map {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(count)
    }
  }

  /// psi'' by central differences of order eight.
  func curvature(_ psi: (Double) -> Double, at x: Double) -> Double {
    let weights = [-205.0 / 72, 8.0 / 5, -1.0 / 5, 8.0 / 315, -1.0 / 560]
    var sum = weights[0] * psi(x)
    for k in 1...4 {
      sum += weights[k] * (psi(x + Double(k) * spacing) + psi(x - Double(k) * spacing))
    }
    return sum / (spacing * spacing)
  }

  /// H psi = E psi, by finite differences of the wavefunction.
  func checkEquation(tolerance: Double = 1e-8) throws {
    for k in levels {
      let energy = try model.energy(level: k).midpoint
      let psi = try model.wavefunction(level: k)
      for x in probes {
        let kinetic = -curvature(psi, at: x) / (2 * model.mass)
        let rest = (model.potential(at: x) - energy) * psi(x)
        let size = abs(kinetic) + abs(energy) * abs(psi(x)) + 1e-3
        #expect(abs(kinetic + rest) < tolerance * size, "\(name), level \(k), x = \(x)")
      }
    }
  }

  /// <k|l> = delta_kl, and as many nodes as the index says.
  func checkOrthonormality(tolerance: Double = 1e-11) throws {
    let quadrature = PanelQuadrature(edges: edges)
    let samples = try levels.map { k in quadrature.points.map(try model.wavefunction(level: k)) }
    for (i, bra) in samples.enumerated() {
      for (j, ket) in samples.enumerated() where j <= i {
        var overlap = 0.0
        for (n, weight) in quadrature.weights.enumerated() { overlap += weight * bra[n] * ket[n] }
        #expect(abs(overlap - (i == j ? 1 : 0)) < tolerance, "\(name): <\(levels[i])|\(levels[j])>")
      }
      let peak = bra.map(abs).max() ?? 0
      let signs = bra.filter { abs($0) > 1e-9 * peak }.map { $0 > 0 }
      let nodes = zip(signs, signs.dropFirst()).count { $0 != $1 }
      #expect(nodes == levels[i], "\(name): nodes of level \(levels[i])")
    }
  }

  /// E - <V> = <x V'>/2: the kinetic energy two ways; `jumps` adds what V' lacks at steps of V.
  func checkVirial(
    tolerance: Double = 1e-8, jumps: (_ psi: (Double) -> Double) -> Double = { _ in 0 }
  ) throws {
    let quadrature = PanelQuadrature(edges: edges)
    for k in levels {
      let energy = try model.energy(level: k).midpoint
      let psi = try model.wavefunction(level: k)
      let potential = quadrature.integral { psi($0) * psi($0) * model.potential(at: $0) }
      let virial = quadrature.integral { x in
        let distance = edges.map { abs($0 - x) }.min() ?? 1
        let h = min(0.01, distance / 8)
        func difference(_ n: Double) -> Double {
          (model.potential(at: x + n * h) - model.potential(at: x - n * h)) / h
        }
        let slope = 0.75 * difference(1) - 0.15 * difference(2) + difference(3) / 60
        return psi(x) * psi(x) * x * slope
      }
      let kinetic = energy - potential
      #expect(kinetic > 0)
      #expect(
        abs(2 * kinetic - virial - jumps(psi)) < tolerance * (2 * kinetic + abs(energy)),
        "\(name), level \(k)")
    }
  }
}
