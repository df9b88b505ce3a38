import Charts
import FewBody
import Foundation
import Testing

@Suite struct RadialChartTests {
  /// x^(l+1) L^(2l+1)_(n-l-1)(x) exp(-x/2), x = 2 Z r/n, mu = 1.
  static func hydrogen(_ n: Int, _ l: Int, charge: Double = 1) -> RadialCurve {
    let letters = ["s", "p", "d", "f", "g", "h"]
    return RadialCurve(
      label: "\(n)\(letters[l])", angularMomentum: l,
      energy: .hartree(-charge * charge / Double(2 * n * n))
    ) { r in
      let x = 2 * charge * r / Double(n)
      let alpha = Double(2 * l + 1)
      var (previous, current) = (0.0, 1.0)
      for k in 0..<(n - l - 1) {
        let next = (Double(2 * k + 1) + alpha - x) * current - (Double(k) + alpha) * previous
        (previous, current) = (current, next / Double(k + 1))
      }
      return pow(x, Double(l + 1)) * exp(-x / 2) * current
    }
  }

  static func chart(shells: Int, charge: Double = 1) -> RadialChart {
    RadialChart(
      functions: (1...shells).flatMap { n in (0..<n).map { hydrogen(n, $0, charge: charge) } },
      potential: { -charge / $0 }, title: "Hydrogen")
  }

  @Test func degenerateFunctionsShareALevel() throws {
    let picture = try Self.chart(shells: 3).data(.svg)
    #expect(Drawing.isWellFormed(picture))
    let svg = String(decoding: picture, as: UTF8.self)
    for words in [
      ">1s   \u{2212}0.50000<", ">2s 2p   \u{2212}0.12500   \u{d7}4<",
      ">3s 3p 3d   \u{2212}0.055556   \u{d7}9<", ">l = 0<", ">l = 1<", ">l = 2<", ">V(r)<",
      "r (a\u{2080})", "energy (hartree)", ">threshold<",
    ] {
      #expect(svg.contains(words), "\(words)")
    }
  }

  /// The curves of the functions, told from guides, well and threshold by their width.
  private func functions(_ chart: Chart) -> [Chart.Curve] {
    chart.curves.filter { $0.width == 1.6 }
  }

  @Test func nodesAreRightAndTheInnermostLobeIsUpward() throws {
    var radial = Self.chart(shells: 4)
    for i in [1, 2, 5] {
      let positive = radial.functions[i].value
      radial.functions[i].value = { -positive($0) }
    }
    let curves = functions(try radial.chart())
    let levels = try radial.chart().marginLabels.map(\.height).sorted()
    #expect(curves.count == 10 && levels.count == 4)
    var i = 0
    for n in 1...4 {
      for l in 0..<n {
        let values = curves[i].points.map { $0.y - levels[n - 1] }
        let largest = values.map(abs).max() ?? 0
        let signs = values.filter { abs($0) > 1e-3 * largest }.map { $0 > 0 }
        #expect(signs.first == true)
        #expect(zip(signs, signs.dropFirst()).count { $0 != $1 } == n - l - 1)
        i += 1
      }
    }
  }

  @Test func functionsOfNeighbouringLevelsDoNotMeet() throws {
    let chart = try Self.chart(shells: 4).chart()
    let levels = chart.marginLabels.map(\.height).sorted()
    let curves = functions(chart)
    var first = 0
    var highest = -Double.infinity
    for n in 1...4 {
      let heights = curves[first..<(first + n)].flatMap { $0.points.map(\.y) }
      #expect(try #require(heights.min()) > highest)
      highest = try #require(heights.max())
      #expect(highest > levels[n - 1])
      first += n
    }
  }

  @Test func functionsOfVeryUnequalWidthStandOnSquareRoots() throws {
    #expect(try Self.chart(shells: 2).chart().xAxis.title == "r (a\u{2080})")
    let chart = try Self.chart(shells: 6).chart()
    #expect(chart.xAxis.title == "r (a\u{2080}), square-root scale")
    for tick in try #require(chart.xAxis.ticks) {
      #expect(abs(tick.position * tick.position - (try #require(Double(tick.text)))) < 1e-9)
    }
    #expect(try Drawing.isWellFormed(chart.data(.svg)))
  }

  @Test func aWeakChargeIsDrawnInMicrometres() throws {
    let chart = try Self.chart(shells: 2, charge: 6e-5).chart()
    #expect(chart.xAxis.title == "r (\u{b5}m)")
    // u^2 of 2s keeps 0.2 % outside of about 20 bohr/Z.
    let largest = chart.xAxis.range.upperBound
    #expect(largest > 15 / 6e-5 * 5.29e-5 && largest < 30 / 6e-5 * 5.29e-5)
  }

  @Test func oneAngularMomentumAloneCountsItsOwnStates() throws {
    let radial = RadialChart(
      functions: (2...4).map { Self.hydrogen($0, 1) }, potential: { -1 / $0 }, title: "p")
    let chart = try radial.chart()
    #expect(chart.marginLabels.map(\.text).allSatisfy { $0.hasSuffix("\u{d7}3") })
    #expect(chart.curves.compactMap(\.name).filter { $0.hasPrefix("l =") } == ["l = 1"])
  }

  @Test func whatCannotBeDrawnIsRefused() {
    let empty = RadialChart(functions: [], potential: { $0 }, title: "")
    #expect(throws: ChartError.self) { try empty.chart() }
    var flat = Self.chart(shells: 1)
    flat.functions[0].value = { _ in .nan }
    #expect(throws: ChartError.self) { try flat.chart() }
    var unbound = Self.chart(shells: 2)
    unbound.functions[1].energy = .hartree(.nan)
    #expect(throws: ChartError.notFinite(level: 1)) { try unbound.chart() }
    for extent in [0, -1, .nan, Double.infinity] {
      var chart = Self.chart(shells: 1)
      chart.extent = extent
      #expect(throws: ChartError.self) { try chart.chart() }
    }
  }
}
