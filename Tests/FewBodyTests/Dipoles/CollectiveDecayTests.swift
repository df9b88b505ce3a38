import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// The decay matrix of emitters in any place and direction.
@Suite struct CollectiveDecayTests {
  private static func emitters(
    _ positions: [SIMD3<Double>], _ directions: [SIMD3<Double>], frequency: Double = 0.5
  ) -> CollectiveDecay {
    CollectiveDecay(
      moments: directions.map { d in (0..<3).map { Complex(d[$0]) } }, positions: positions,
      frequency: Energy(hartree: frequency))
  }

  /// Gamma(1 +- F(x)) across and along, F in closed form; together 2 Gamma and 0, far away Gamma twice.
  @Test(arguments: [0.01, 0.3, 1, 2.7, 40])
  func twoEmitters(x: Double) throws {
    let r = x / (0.5 * Constants.fineStructure)
    for (direction, along) in [(SIMD3(1.0, 0, 0), false), (SIMD3(0.0, 0, 1), true)] {
      let pair = Self.emitters([.zero, SIMD3(0, 0, r)], [direction, direction])
      let f = RetardedKernel.collectiveDecay(x)
      let share = (along ? f.along : f.across).magnitude
      let rates = try pair.rates().map { $0 / pair.unitRate }
      #expect(abs(rates[0] - (1 - share)) < 1e-12 && abs(rates[1] - (1 + share)) < 1e-12)
    }
  }

  @Test func limits() throws {
    let x = SIMD3(1.0, 0, 0)
    let close = Self.emitters([.zero, SIMD3(0, 0, 1e-3)], [x, x])
    let near = try close.rates().map { $0 / close.unitRate }
    #expect(abs(near[0]) < 1e-11 && abs(near[1] - 2) < 1e-11)
    let far = Self.emitters([.zero, SIMD3(0, 0, 1e12)], [x, x])
    #expect(try far.rates().allSatisfy { abs($0 / far.unitRate - 1) < 1e-8 })
    // Einstein's A of hydrogen's 2p -> 1s: d = 128 sqrt(2)/243, w = 3/8; (2/3)^8 alpha^3.
    let d = 128 * 2.0.squareRoot() / 243
    let one = Self.emitters([.zero], [SIMD3(0, 0, d)], frequency: 0.375)
    let alpha = Constants.fineStructure
    #expect(abs(try one.rates()[0] / (256.0 / 6561 * alpha * alpha * alpha) - 1) < 1e-14)
  }

  /// Seed 7: Hermitian, positive, the trace that of emitters alone, and Im G from its definition.
  @Test func anyPlaceAndDirection() throws {
    var random = SeededGenerator(seed: 7)
    for count in [2, 5, 9] {
      let positions = (0..<count).map { _ in
        SIMD3((0..<3).map { _ in Double.random(in: -400...400, using: &random) })
      }
      let moments = (0..<count).map { _ in
        (0..<3).map { _ in
          Complex(
            Double.random(in: -1...1, using: &random), Double.random(in: -1...1, using: &random))
        }
      }
      let emitters = CollectiveDecay(moments: moments, positions: positions, frequency: 0.6)
      let matrix = try emitters.matrix()
      let rates = try emitters.rates()
      let alone = moments.reduce(0) { $0 + $1.reduce(0) { $0 + $1.lengthSquared } }
      let sum = rates.reduce(0, +)
      #expect(abs(sum / (alone * emitters.unitRate) - 1) < 1e-13)
      #expect(rates[0] >= -1e-14 * sum)
      for i in 0..<count {
        for j in 0..<i {
          #expect((matrix[i, j] - matrix[j, i].conjugate).length == 0)
          let r = positions[i] - positions[j]
          let distance = (r * r).sum().squareRoot()
          let k = 0.6 * Constants.fineStructure
          let x = k * distance
          let wave = Complex<Double>.exp(Complex(0, x))
          let transverse = Complex(x * x)
          let near = Complex(1, -x)
          var value = Complex<Double>.zero
          for a in 0..<3 {
            for b in 0..<3 {
              let rr = r[a] * r[b] / (distance * distance)
              let delta = a == b ? 1.0 : 0
              let tensor =
                transverse.multiplied(by: delta - rr) + near.multiplied(by: 3 * rr - delta)
              let g = (wave * tensor).imaginary / (distance * distance * distance)
              value += (moments[i][a].conjugate * moments[j][b]).multiplied(by: 2 * g)
            }
          }
          #expect((matrix[i, j] - value).length < 1e-11 * sum)
        }
      }
    }
  }

  @Test func whatCannotBe() {
    let x = SIMD3(1.0, 0, 0)
    #expect(throws: FewBodyError.self) { try Self.emitters([.zero], [x], frequency: 0).rates() }
    #expect(throws: FewBodyError.self) { try Self.emitters([], []).rates() }
    #expect(throws: FewBodyError.self) { try Self.emitters([.zero], [x, x]).rates() }
    #expect(throws: FewBodyError.self) { try Self.emitters([SIMD3(.nan, 0, 0)], [x]).rates() }
  }
}
