import Charts
import FewBody
import Testing

/// The picture of a fine structure: a column a term, a ladder a level.
@Suite struct FineStructureDiagramTests {
  private static func chart(_ species: Species, _ count: Int) throws -> (
    spectrum: FineStructureSpectrum, chart: Chart
  ) {
    let spectrum = try FineStructure(of: species).spectrum(lowest: count)
    return (spectrum, try FineStructureDiagram(spectrum: spectrum, title: "test").chart())
  }

  /// Hydrogen knows three of the seven terms, positronium all.
  @Test func thereIsAColumnForEveryTermThatActs() throws {
    let hydrogen = try FineStructureDiagramTests.chart(.hydrogen, 4).chart
    #expect(hydrogen.xAxis.ticks?.map(\.text).dropFirst() == ["p\u{2074}", "Darwin", "spin-orbit"])
    #expect(try FineStructureDiagramTests.chart(.positronium, 8).chart.xAxis.ticks?.count == 8)
    #expect(try FineStructureDiagramTests.chart(.muonium, 8).chart.xAxis.ticks?.count == 7)
  }

  /// From the gross energy at 0, each ladder ends at n^3 times the total, beside its name.
  @Test func eachLadderLeadsFromZeroToTheTotal() throws {
    let (spectrum, chart) = try FineStructureDiagramTests.chart(.positronium, 8)
    let columns = try #require(chart.xAxis.ticks).count
    // A ladder of m rungs has m - 1 steps between them.
    #expect(chart.curves.count == spectrum.count * (2 * columns - 1))
    #expect(chart.marginLabels.count == spectrum.count)
    for (k, level) in spectrum.enumerated() {
      let ladder = chart.curves[k * (2 * columns - 1)..<(k + 1) * (2 * columns - 1)]
      let end = Double(level.n * level.n * level.n) * level.total
      #expect(ladder.first?.points.allSatisfy { $0.y == 0 } == true)
      #expect(ladder.last?.points.allSatisfy { abs($0.y - end) < 1e-14 } == true)
      let label = try #require(chart.marginLabels.first { $0.text.hasPrefix(level.symbol + " ") })
      #expect(abs(label.height - end) < 1e-14)
      for curve in ladder {
        #expect(curve.points.allSatisfy { chart.yAxis.range.contains($0.y) })
        #expect(curve.points.allSatisfy { chart.xAxis.range.contains($0.x) })
      }
    }
  }

  @Test func aSpectrumWithoutLevelsIsAnEmptyPicture() throws {
    var spectrum = try FineStructure(of: .hydrogen).spectrum(lowest: 1)
    spectrum.levels = []
    let chart = try FineStructureDiagram(spectrum: spectrum, title: "empty").chart()
    #expect(chart.curves.isEmpty && chart.marginLabels.isEmpty)
  }
}
