import Testing

@testable import FewBody

/// The spin terms of the 2P shell, as a 12 x 12 matrix over p_x, p_y, p_z and two spins: no coupling
/// of angular momenta, no labels.
@Suite struct MuoniumMatrixTests {
  /// Power sums of the eigenvalues, sum_i e_i^k = trace H^k for k = 1...5, fix all four
  /// distinct levels with their degeneracies.
  @Test(arguments: [1, 3, 206.7682827, 1e4])
  func powerSumsOfTheSecondShellAgree(mass: Double) throws {
    let species = Species(name: "pair", nuclearMass: mass)
    let levels = try FineStructure(of: species).spectrum(lowest: 8).filter { $0.l == 1 }
    #expect(levels.map(\.degeneracy).reduce(0, +) == 12)
    // <1/r^3> of 2p.
    let mu = species.reducedMass
    let inverseCube = mu * mu * mu / 24
    let scale = inverseCube * (0.5 + 1 / mass)
    let matrix = MuoniumMatrixTests.hamiltonian(mass: mass).scaled(inverseCube / scale)
    var power = matrix
    for exponent in 1...5 {
      let sum = levels.reduce(0.0) { sum, level in
        let spin = [FineStructureTerm.spinOrbit, .tensor].reduce(0.0) {
          $0 + (level.terms[$1] ?? 0)
        }
        let value = (0..<exponent).reduce(1.0) { product, _ in product * spin / scale }
        return sum + Double(level.degeneracy) * value
      }
      #expect(abs(power.trace - sum) < 1e-11, "power \(exponent)")
      power = power * matrix
    }
  }

  /// (1/2m^2 + 1/mM) L.s_1 + (1/2M^2 + 1/mM) L.s_2
  /// + (1/mM)[3 (s_1.rhat)(s_2.rhat) - s_1.s_2] in units of <1/r^3>, m = Z = 1.
  ///
  /// <a|rhat_i rhat_j|b> = (d_ab d_ij + d_ai d_bj + d_aj d_bi)/5 and L_k = -i eps_kab between p_a and p_b.
  private static func hamiltonian(mass: Double) -> ComplexMatrix {
    let paulis: [ComplexMatrix] = [
      ComplexMatrix([[0, 1], [1, 0]]), ComplexMatrix([[0, 0], [0, 0]], [[0, -1], [1, 0]]),
      ComplexMatrix([[1, 0], [0, -1]]),
    ]
    let one = ComplexMatrix([[1, 0], [0, 1]])
    let orbital = ComplexMatrix([[1, 0, 0], [0, 1, 0], [0, 0, 1]])
    let (first, second) = (0.5 + 1 / mass, 0.5 / (mass * mass) + 1 / mass)
    var sum = ComplexMatrix.zero(12)
    for i in 0..<3 {
      let spin = paulis[i].scaled(0.5)
      var momentum = ComplexMatrix.zero(3)
      momentum.imaginary[(i + 1) % 3][(i + 2) % 3] = -1
      momentum.imaginary[(i + 2) % 3][(i + 1) % 3] = 1
      sum = sum + momentum.times(spin).times(one).scaled(first)
      sum = sum + momentum.times(one).times(spin).scaled(second)
      sum = sum + orbital.times(spin).times(spin).scaled(-1 / mass)
      for j in 0..<3 {
        var direction = ComplexMatrix.zero(3)
        for a in 0..<3 {
          for b in 0..<3 {
            let delta = { (x: Int, y: Int) in x == y ? 1.0 : 0.0 }
            direction.real[a][b] =
              (delta(a, b) * delta(i, j) + delta(a, i) * delta(b, j) + delta(a, j) * delta(b, i))
              / 5
          }
        }
        sum = sum + direction.times(spin).times(paulis[j].scaled(0.5)).scaled(3 / mass)
      }
    }
    return sum
  }
}

/// Just enough complex matrix algebra for one test.
private struct ComplexMatrix {
  var real: [[Double]]
  var imaginary: [[Double]]

  init(_ real: [[Double]], _ imaginary: [[Double]]? = nil) {
    self.real = real
    self.imaginary = imaginary ?? real.map { $0.map { _ in 0 } }
  }

  static func zero(_ n: Int) -> ComplexMatrix {
    ComplexMatrix(Array(repeating: Array(repeating: 0, count: n), count: n))
  }

  var trace: Double { real.indices.reduce(0) { $0 + real[$1][$1] } }

  func scaled(_ factor: Double) -> ComplexMatrix {
    ComplexMatrix(
      real.map { $0.map { $0 * factor } }, imaginary.map { $0.map { $0 * factor } })
  }

  static func + (a: ComplexMatrix, b: ComplexMatrix) -> ComplexMatrix {
    let n = a.real.indices
    return ComplexMatrix(
      n.map { i in n.map { a.real[i][$0] + b.real[i][$0] } },
      n.map { i in n.map { a.imaginary[i][$0] + b.imaginary[i][$0] } })
  }

  static func * (a: ComplexMatrix, b: ComplexMatrix) -> ComplexMatrix {
    var result = ComplexMatrix.zero(a.real.count)
    for i in a.real.indices {
      for j in a.real.indices {
        for k in a.real.indices {
          result.real[i][j] += a.real[i][k] * b.real[k][j] - a.imaginary[i][k] * b.imaginary[k][j]
          result.imaginary[i][j] +=
            a.real[i][k] * b.imaginary[k][j] + a.imaginary[i][k] * b.real[k][j]
        }
      }
    }
    return result
  }

  /// The Kronecker product.
  func times(_ other: ComplexMatrix) -> ComplexMatrix {
    let (n, m) = (real.count, other.real.count)
    var result = ComplexMatrix.zero(n * m)
    for i in 0..<n * m {
      for j in 0..<n * m {
        let (a, b) = (real[i / m][j / m], imaginary[i / m][j / m])
        let (c, d) = (other.real[i % m][j % m], other.imaginary[i % m][j % m])
        result.real[i][j] = a * c - b * d
        result.imaginary[i][j] = a * d + b * c
      }
    }
    return result
  }
}
