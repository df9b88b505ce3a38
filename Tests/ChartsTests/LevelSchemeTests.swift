import Charts
import FewBody
import Foundation
import Testing

@Suite struct LevelSchemeTests {
  /// The n-shells of -Z/r, and columns in which each is split.
  private func scheme(shells: Int, columns: Int = 3) -> LevelScheme {
    let isotropic = LevelScheme.Column(
      title: "isotropic",
      entries: (1...shells).map { n in
        .init(energy: .hartree(-0.25 / Double(n * n)), label: "n = \(n)", multiplicity: n * n)
      })
    let split = (0..<columns).map { m in
      LevelScheme.Column(
        title: "M = \(m)",
        entries: (1...shells).flatMap { n in
          [("even", 1.02), ("odd", 0.99)].map { parity, factor in
            .init(
              energy: .hartree(-0.25 / Double(n * n) * factor), multiplicity: m == 0 ? 1 : 2,
              parity: parity)
          }
        })
    }
    return LevelScheme(columns: [isotropic] + split, title: "Levels")
  }

  @Test func levelsCarryTheirMultiplicities() throws {
    let picture = try scheme(shells: 3).data(.svg)
    #expect(Drawing.isWellFormed(picture))
    let svg = String(decoding: picture, as: UTF8.self)
    for words in [
      "n = 1  \u{2212}0.2500<", "n = 2  \u{2212}0.06250  \u{d7}4<",
      "n = 3  \u{2212}0.02778  \u{d7}9<",
      ">\u{2212}0.2550<", ">\u{2212}0.2550  \u{d7}2<", ">even<", ">odd<", ">isotropic<", ">M = 2<",
      "energy (hartree)",
    ] {
      #expect(svg.contains(words), "\(words)")
    }
  }

  @Test func theFirstColumnIsRepeatedDashedInAllOthers() throws {
    let chart = try scheme(shells: 3).chart()
    let dashed = chart.curves.filter(\.isDashed)
    #expect(dashed.count == 3 * 3)
    let levels = chart.curves.filter { $0.width > 2 }
    #expect(levels.count == 3 + 3 * 6)
    let shells = Set(levels.prefix(3).map { $0.points[0].y })
    #expect(Set(dashed.map { $0.points[0].y }) == shells)
    #expect(dashed.allSatisfy { $0.points[0].x >= 1 })
  }

  @Test func everyColumnKeepsToItsOwnPlace() throws {
    let chart = try scheme(shells: 4, columns: 5).chart()
    for curve in chart.curves {
      let column = curve.points[0].x.rounded(.down)
      #expect(curve.points.allSatisfy { $0.x >= column && $0.x < column + 0.45 })
      #expect(curve.points.allSatisfy { chart.yAxis.range.contains($0.y) })
    }
    #expect(chart.labels.count == 4 + 5 * 8)
  }

  @Test(arguments: [1, 2, 5, 20])
  func labelsOfAColumnStayApart(shells: Int) throws {
    let chart = try scheme(shells: shells).chart()
    let line = 0.044 * (chart.yAxis.range.upperBound - chart.yAxis.range.lowerBound)
    let columns = Dictionary(grouping: chart.labels) { $0.x.rounded(.down) }
    for labels in columns.values {
      let heights = labels.map(\.y).sorted()
      #expect(zip(heights, heights.dropFirst()).allSatisfy { $1 - $0 >= line })
      #expect(heights.allSatisfy { chart.yAxis.range.contains($0) })
    }
  }

  @Test func theAxisIsLogarithmicWhereLevelsCrowd() throws {
    #expect(try scheme(shells: 2).chart().yAxis.title == "energy (hartree)")
    let chart = try scheme(shells: 6).chart()
    #expect(chart.yAxis.title == "energy (hartree), logarithmic")
    let shells = chart.curves.filter { $0.width > 2 }.prefix(6).map { $0.points[0].y }
    // Shells stand 2 log10((n + 1)/n) apart.
    for n in 1..<6 {
      #expect(abs(shells[n] - shells[n - 1] - 2 * log10(Double(n + 1) / Double(n))) < 1e-12)
    }
  }

  @Test func oneLevelIsEnoughAndNoneTooFew() throws {
    let one = LevelScheme(
      columns: [.init(title: "a", entries: [.init(energy: 0)]), .init(title: "b", entries: [])],
      title: "one", threshold: nil)
    #expect(Drawing.isWellFormed(try one.data(.svg)))
    #expect(throws: ChartError.self) { try LevelScheme(columns: [], title: "").data(.svg) }
    let empty = LevelScheme(columns: [.init(title: "a", entries: [])], title: "")
    #expect(throws: ChartError.nothingToDraw("the level scheme has no level")) {
      try empty.chart()
    }
  }

  @Test func anEnergyThatIsNoNumberIsRefused() {
    var scheme = scheme(shells: 2)
    scheme.columns[1].entries[0].energy = .hartree(.nan)
    #expect(throws: ChartError.notFinite(level: 2)) { try scheme.chart() }
  }
}
