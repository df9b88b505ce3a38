import Charts
import FewBody
import Foundation
import Testing

@Suite struct LevelDiagramTests {
  static let oscillator = LevelDiagram(
    spectrum: ModelSpectra.oscillator(levels: 5), potential: { $0 * $0 / 2 },
    title: "Harmonic oscillator", energyUnit: .electronvolt)

  @Test func axesCarryUnitsAndLevelsTheirNames() throws {
    let svg = String(decoding: try Self.oscillator.data(.svg), as: UTF8.self)
    #expect(svg.hasPrefix("<?xml") && svg.contains("</svg>"))
    for words in ["x (a\u{2080})", "energy (eV)", "Harmonic oscillator", "V(x)", "even", "odd"] {
      #expect(svg.contains(words), "\(words)")
    }
    // 27.211386 eV times n + 1/2, to five digits.
    #expect(svg.contains("n = 0   13.606   even") && svg.contains("n = 4   122.45   even"))
  }

  @Test func aPortableNetworkGraphicHasTheAskedSize() throws {
    let png = try Self.oscillator.data(.png)
    #expect(png.prefix(8) == [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    // Width and height: 900 = 3 * 256 + 132, 640 = 2 * 256 + 128.
    #expect(png[16..<24].elementsEqual([0, 0, 3, 132, 0, 0, 2, 128]))
  }

  @Test func neighboursDoNotOverlap() throws {
    let chart = try Self.oscillator.chart()
    let states = chart.curves.filter { $0.base != nil }
    #expect(states.count == 5)
    for (below, above) in zip(states, states.dropFirst()) {
      let top = try #require(below.points.map(\.y).max())
      let bottom = try #require(above.points.map(\.y).min())
      #expect(top < bottom)
    }
  }

  @Test func theNodesOfADrawnStateAreItsIndex() throws {
    let states = try Self.oscillator.chart().curves.filter { $0.base != nil }
    for (n, state) in states.enumerated() {
      let base = try #require(state.base)
      let signs = state.points.map { $0.y - base }.filter { $0 != 0 }.map { $0 > 0 }
      #expect(zip(signs, signs.dropFirst()).count { $0 != $1 } == n)
      #expect(signs.last == true)
    }
  }

  @Test func aDeepWellIsCutOffAndSaysSo() throws {
    let chart = try LevelDiagram(
      spectrum: ModelSpectra.rydberg(levels: 4), potential: { -1 / ($0.magnitude + 1e-4) },
      title: "pair"
    ).chart()
    #expect(chart.yAxis.range.lowerBound > -0.6 && chart.yAxis.range.lowerBound < -0.33)
    #expect(chart.notes.count == 1)
    #expect(chart.notes[0].text == "V(x) down to \u{2212}10000 hartree")
    #expect(chart.notes[0].x == 0 && chart.notes[0].textX > 0)
  }

  @Test func aRydbergSeriesIsSpreadByALogarithmicScale() throws {
    let chart = try LevelDiagram(
      spectrum: ModelSpectra.rydberg(levels: 20), potential: { -1 / ($0.magnitude + 1e-4) },
      title: "pair"
    ).chart()
    #expect(chart.yAxis.title == "energy (hartree), logarithmic")
    let heights = chart.marginLabels.map(\.height)
    // n = 9 -> 10 would be 1 per cent of a linear axis' tenth; here doublets stand 2 log10(10/9) apart.
    let step = heights[19] - heights[17]
    #expect((step - 2 * log10(10.0 / 9)).magnitude < 1e-12)
    let ticks = try #require(chart.yAxis.ticks)
    for tick in ticks {
      let value = try #require(Double(tick.text.replacingOccurrences(of: "\u{2212}", with: "")))
      #expect((tick.position + log10(value)).magnitude < 1e-12)
    }
  }

  @Test(arguments: [2, 6, 20, 60])
  func labelsStayApartAndInOrder(count: Int) throws {
    let chart = try LevelDiagram(
      spectrum: ModelSpectra.rydberg(levels: count), potential: { -1 / ($0.magnitude + 0.1) },
      title: "pair"
    ).chart()
    let range = chart.yAxis.range
    let line = 0.039 * (range.upperBound - range.lowerBound)
    let positions = chart.marginLabels.map(\.position)
    #expect(zip(positions, positions.dropFirst()).allSatisfy { $1 - $0 >= line })
    #expect(positions.allSatisfy { range.contains($0) })
    #expect(chart.marginLabels.count == min(count, 22))
    #expect(chart.marginLabels.last?.text.hasPrefix("n = \(count - 1) ") == true)
  }

  @Test func aLongAxisIsInNanometres() throws {
    var spectrum = ModelSpectra.oscillator(levels: 1)
    let state = ModelSpectra.state(extent: 12_000) { x in 1 / cosh(x / 1000) }
    spectrum.levels[0].state = state
    let chart = try LevelDiagram(spectrum: spectrum, potential: { $0 * $0 / 1e6 }, title: "wide")
      .chart()
    #expect(chart.xAxis.title == "x (nm)")
    let largest = try #require(chart.curves.first?.points.last?.x)
    #expect(largest > 100 && largest < 12_000 * 0.0529177)
  }

  @Test func noBoundLevelIsDrawnAsSuch() throws {
    var spectrum = ModelSpectra.poschlTeller()
    spectrum.levels = []
    let diagram = LevelDiagram(spectrum: spectrum, potential: { _ in 0 }, title: "flat")
    #expect(try diagram.chart().title == "flat (no bound level)")
    #expect(try !diagram.data(.svg).isEmpty)
  }

  @Test(arguments: [0, 1, 3])
  func aSingularWellIsDrawnWithoutEnd(count: Int) throws {
    var spectrum = ModelSpectra.poschlTeller()
    spectrum.levels = Array(spectrum.levels.prefix(count))
    let diagram = LevelDiagram(
      spectrum: spectrum, potential: { -1 / $0.magnitude }, title: "bare Coulomb")
    let chart = try diagram.chart()
    #expect(chart.notes.map(\.text) == ["V(x) down without end"])
    #expect(chart.curves.allSatisfy { $0.points.allSatisfy { $0.y.isFinite } })
    #expect(try !diagram.data(.svg).isEmpty)
  }

  @Test func anEnergyThatIsNoNumberIsRefused() {
    var spectrum = ModelSpectra.poschlTeller()
    spectrum.levels[1].energy = Energy(hartree: .nan)
    #expect(throws: ChartError.notFinite(level: 1)) {
      try LevelDiagram(spectrum: spectrum, potential: { _ in .nan }, title: "").chart()
    }
  }

  @Test func levelsWithoutStatesAreRefused() {
    var spectrum = ModelSpectra.poschlTeller()
    spectrum.levels[0].state = nil
    #expect(throws: ChartError.noWavefunctions) {
      try LevelDiagram(spectrum: spectrum, potential: { $0 }, title: "").chart()
    }
  }
}
