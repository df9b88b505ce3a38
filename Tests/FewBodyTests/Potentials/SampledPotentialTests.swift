import FewBody
import Testing

@Suite struct SampledPotentialTests {
  private let functions: [(name: String, value: @Sendable (Double) -> Double)] = [
    ("soft", { -1 / ($0 * $0 + 1).squareRoot() }), ("gauss", { -Double.exp(-$0 * $0 / 2) }),
    ("cosine", { Double.cos(1.3 * $0 + 0.2) }),
    ("morse", { Double.exp(-$0) - 2 * Double.exp(-$0 / 2) }),
    ("sextic", { $0 * $0 * $0 * ($0 * $0 - 1) / 50 }),
  ]

  private func uniform(_ count: Int) -> [Double] {
    (0..<count).map { -4 + 8 * Double($0) / Double(count - 1) }
  }

  /// The worst error over the table, and the worst ratio of error to estimate.
  private func faults(
    _ potential: SampledPotential, _ exact: (Double) -> Double
  ) -> (error: Double, ratio: Double) {
    var (worst, ratio) = (0.0, 0.0)
    for i in 0..<(potential.nodes.count - 1) {
      for part in 1...7 {
        let (l, r) = (potential.nodes[i], potential.nodes[i + 1])
        let x = l + (r - l) * Double(part) / 8
        let error = (potential.value(at: x) - exact(x)).magnitude
        worst = max(worst, error)
        ratio = max(ratio, error / potential.error(at: x))
      }
    }
    return (worst, ratio)
  }

  @Test func theInterpolantConvergesWithItsOrder() throws {
    for (name, function) in functions where name != "sextic" {
      let errors = try [41, 81, 161].map { count in
        let nodes = uniform(count)
        return faults(try SampledPotential(nodes: nodes, values: nodes.map(function)), function)
          .error
      }
      #expect(errors[0] / errors[1] > 45 && errors[1] / errors[2] > 45, "\(name): \(errors)")
    }
  }

  @Test func theErrorEstimateCoversTheError() throws {
    var generator = SeededGenerator(seed: 8)
    for (name, function) in functions {
      for count in [25, 40, 80, 200, 1000] {
        let geometric = (0..<count).map { 0.01 * Double.pow(400, Double($0) / Double(count - 1)) }
        let random = uniform(count).map {
          $0 + Double.random(in: -0.4...0.4, using: &generator) * 8 / Double(count - 1)
        }
        for (spacing, nodes) in [
          ("uniform", uniform(count)), ("geometric", geometric), ("random", random),
        ] {
          let table = try SampledPotential(nodes: nodes, values: nodes.map(function))
          let found = faults(table, function)
          #expect(found.ratio <= 1, "\(name), \(spacing), \(count): \(found)")
        }
      }
    }
  }

  @Test func theErrorEstimateShrinksToRounding() throws {
    let nodes = uniform(1601)
    let table = try SampledPotential(nodes: nodes, values: nodes.map { Double.cos($0) })
    #expect(table.errors.allSatisfy { $0 < 1e-10 })
  }

  @Test func polynomialsOfDegreeFiveAreReproduced() throws {
    let nodes = [-3, -2.5, -1, -0.25, 0.5, 0.75, 2, 4]
    func quintic(_ x: Double) -> Double { 1 + x * (2 - x * (1 + x * (0.5 - x * (0.25 + x / 8)))) }
    let table = try SampledPotential(nodes: nodes, values: nodes.map(quintic))
    for i in 0...100 {
      let x = -3 + 0.07 * Double(i)
      #expect((table.value(at: x) - quintic(x)).magnitude < 1e-11)
    }
  }

  @Test func twoDerivativesAreContinuous() throws {
    let nodes = [-2, -1.7, -0.5, 0.1, 0.4, 1.5, 2.5]
    let table = try SampledPotential(nodes: nodes, values: nodes.map { Double.exp($0) })
    for node in nodes.dropFirst().dropLast() {
      let d = 1e-3
      func second(_ x: Double) -> Double {
        (table.value(at: x - d) - 2 * table.value(at: x) + table.value(at: x + d)) / (d * d)
      }
      #expect((second(node - d) - second(node + d)).magnitude < 0.05)
      #expect((table.value(at: node - 1e-9) - table.value(at: node + 1e-9)).magnitude < 1e-7)
    }
  }

  @Test func fallingTablesAndTheEndsAreServed() throws {
    let nodes = (-10...10).map { Double($0) * 0.4 }
    let values = nodes.map { $0 * $0 }
    let rising = try SampledPotential(nodes: nodes, values: values)
    let falling = try SampledPotential(nodes: nodes.reversed(), values: values.reversed())
    #expect(rising.nodes == falling.nodes && rising.values == falling.values)
    #expect(rising.isEven && rising.domain == -4...4)
    #expect(rising.value(at: 4) == 16 && rising.value(at: -4) == 16 && rising.value(at: 99) == 16)
    #expect(rising.error(at: 4.1) == .infinity && rising.error(at: 4) < 1e-10)
    #expect(try SampledPotential(nodes: [0, 1, 2], values: [0, 1, 4]).isEven == false)
    let line = try SampledPotential(nodes: [0, 2], values: [1, 5])
    #expect(line.value(at: 0.5) == 2 && line.value(at: 1.5) == 4)
    #expect(line.error(at: 1) > 1)
  }

  @Test func tablesThatCannotBeAreRefused() {
    let bad: [([Double], [Double])] = [
      ([1], [1]), ([0, 1], [0]), ([0, 0], [1, 2]), ([0, 2, 1], [0, 0, 0]), ([0, .nan], [0, 0]),
      ([0, 1], [0, .infinity]), ([0, 1e-300, 2e-300], [1e300, -1e300, 1e300]),
      ([-1.7e308, 1.7e308], [0, 1]),
    ]
    for (nodes, values) in bad {
      #expect(throws: FewBodyError.self) { try SampledPotential(nodes: nodes, values: values) }
    }
  }
}
