import Testing

@testable import FewBody

/// The angular factors against properties that need no coupling of angular momenta.
@Suite struct AngularMultipletTests {
  private static func eigenvalues(_ matrix: SpinMatrix, of multiplet: AngularMultiplet) -> [Double]
  {
    multiplet.doubledSpins.count == 1
      ? [matrix.first] : matrix.eigenvectors.map { matrix.expectation($0) }
  }

  /// L.s of one spin is l/2 in its j = l + 1/2 and -(l + 1)/2 in its j = l - 1/2, with or
  /// without the other spin.
  @Test func eachSpinAloneHasItsTwoValues() {
    for l in 1...12 {
      let (lower, upper) = (-Double(l + 1) / 2, Double(l) / 2)
      for multiplet in AngularMultiplet.all(orbital: l, isNucleusAtRest: false) {
        let expected: [Double] =
          switch multiplet.doubledTotal / 2 - l {
          case -1: [lower]
          case 0: [lower, upper]
          default: [upper]
          }
        for matrix in [multiplet.electronSpinOrbit, multiplet.nuclearSpinOrbit] {
          let found = AngularMultipletTests.eigenvalues(matrix, of: multiplet)
          for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-13 * Double(l)) }
        }
      }
      let alone = AngularMultiplet.all(orbital: l, isNucleusAtRest: true)
      #expect(alone.map(\.electronSpinOrbit.first) == [lower, upper])
    }
  }

  /// At every rhat, S_12 is 2, 2 and -4 on S = 1. So it is 2 where J = l, which l +- 2 do not reach,
  /// and the two l that share one J = l + 1 = l' - 1 have the sum 2 - 4.
  @Test func theTensorHasItsPointwiseEigenvalues() throws {
    for l in 1...12 {
      let multiplets = AngularMultiplet.all(orbital: l, isNucleusAtRest: false)
      let aligned = try #require(multiplets.first { $0.doubledTotal == 2 * l })
      #expect(aligned.tensor.first == 0)
      #expect(abs(aligned.tensor.second - 2) < 1e-14)
      #expect(aligned.tensor.coupling == 0)
      let upper = try #require(multiplets.first { $0.doubledTotal == 2 * l + 2 })
      let partner = try #require(
        AngularMultiplet.all(orbital: l + 2, isNucleusAtRest: false).first {
          $0.doubledTotal == 2 * l + 2
        })
      #expect(abs(upper.tensor.first + partner.tensor.first + 2) < 1e-14)
    }
  }

  /// Over all states of one l, L.s, s.s and S_12 have no trace.
  @Test func theSpinOperatorsHaveNoTrace() {
    for l in 0...12 {
      var traces = [0.0, 0, 0, 0]
      var states = 0
      for multiplet in AngularMultiplet.all(orbital: l, isNucleusAtRest: false) {
        let weight = Double(multiplet.doubledTotal + 1)
        states += (multiplet.doubledTotal + 1) * multiplet.doubledSpins.count
        let operators = [
          multiplet.electronSpinOrbit, multiplet.nuclearSpinOrbit, multiplet.spinProduct,
          multiplet.tensor,
        ]
        for (i, matrix) in operators.enumerated() {
          traces[i] += weight * (matrix.first + matrix.second)
        }
      }
      #expect(states == 4 * (2 * l + 1))
      #expect(traces.allSatisfy { abs($0) < 1e-12 * Double(states) }, "l = \(l): \(traces)")
    }
  }

  @Test(arguments: [
    SpinMatrix(1, 2, coupling: 0.3), SpinMatrix(2, 1, coupling: -0.3),
    SpinMatrix(1, 1, coupling: 2),
    SpinMatrix(-1, 1e8, coupling: 1e-8), SpinMatrix(0, 0, coupling: -1),
  ])
  func eigenvectorsAreOrthonormalAndAscend(matrix: SpinMatrix) {
    let (a, b) = (matrix.eigenvectors[0], matrix.eigenvectors[1])
    #expect(abs(a.first * b.first + a.second * b.second) < 1e-15)
    #expect(abs(a.first * a.first + a.second * a.second - 1) < 1e-15)
    #expect(matrix.expectation(a) <= matrix.expectation(b))
    for vector in [a, b] {
      let value = matrix.expectation(vector)
      let scale = matrix.norm * 1e-15
      let upper = matrix.first * vector.first + matrix.coupling * vector.second
      let lower = matrix.coupling * vector.first + matrix.second * vector.second
      #expect(abs(upper - value * vector.first) <= 4 * scale)
      #expect(abs(lower - value * vector.second) <= 4 * scale)
    }
  }
}
