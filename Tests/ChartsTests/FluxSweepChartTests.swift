import FewBody
import Testing

@testable import Charts

/// E(f) and I(f) of a ring as curves.
@Suite struct FluxSweepChartTests {
  private static func points(_ filling: RingFilling? = nil) throws -> [RingSweep.Point] {
    try Ring(boundary: .spinor).sweep(
      fluxes: FluxRange(from: 0.01, to: 0.99, count: 50).values, lowest: 4, filling: filling
    ).points
  }

  /// Through true crossings every curve is one parabola: its second differences are equal.
  @Test func branchesAreParabolas() throws {
    let chart = try FluxSweepChart(points: try Self.points(), title: "t").energies()
    #expect(chart.curves.count >= 4)
    for curve in chart.curves where curve.points.count > 2 {
      for i in 2..<curve.points.count {
        let (a, b, c) = (curve.points[i - 2].y, curve.points[i - 1].y, curve.points[i].y)
        #expect(abs(a - 2 * b + c - 0.02 * 0.02) < 1e-9)
      }
    }
    #expect(Set(chart.curves.prefix(4).map(\.color)).count == 4)
  }

  @Test func theLowestLevelIsASawToothOfHalfAPeriod() throws {
    let chart = try FluxSweepChart(points: try Self.points(), title: "t").currents()
    let tooth = try #require(chart.curves.last)
    #expect(tooth.name == "lowest level" && tooth.points.count == 50)
    for point in tooth.points {
      let f = point.x - (2 * point.x).rounded() / 2
      // In the unit of the axis, e E_h/hbar; at the crossings both values are right.
      if abs(abs(f) - 0.25) > 1e-9 { #expect(abs(point.y + f / (2 * .pi)) < 1e-12) }
    }
  }

  /// A branch that enters from above takes the colour of the one that left.
  @Test func noTwoBranchesShareAColourAtOneFlux() throws {
    let points = try Ring(boundary: .spinor).sweep(
      fluxes: FluxRange(from: 0, to: 1, count: 101).values, lowest: 6
    ).points
    let curves = try FluxSweepChart(points: points, title: "t").energies().curves
    #expect(curves.count > 6)
    for point in points {
      let colors = curves.filter { $0.points.contains { $0.x == point.flux } }.map(\.color)
      #expect(colors.count == 6 && Set(colors).count == 6, "\(point.flux)")
    }
  }

  @Test func aFillingIsDrawnAlone() throws {
    let points = try Self.points(RingFilling(electrons: 3))
    let chart = try FluxSweepChart(points: points, title: "t", filling: "3 electrons").currents()
    #expect(chart.curves.count == 1 && chart.curves[0].name == "3 electrons")
    let values = points.compactMap(\.totalCurrent)
    #expect(chart.curves[0].points.map(\.y) == values)
  }

  @Test func currentsOfALargeRingAreInAmperes() {
    #expect(CurrentUnit(atomic: [0.1]).symbol == "e E\u{2095}/\u{127}")
    let unit = CurrentUnit(atomic: [-1e-7])
    #expect(unit.symbol == "nA")
    #expect(abs(1e-7 * unit.factor - 0.6623618) < 1e-6)
  }

  @Test func nothingIsDrawnOfOneFlux() throws {
    let points = Array(try Self.points().prefix(1))
    #expect(throws: ChartError.self) {
      try FluxSweepChart(points: points, title: "t").script(for: .svg)
    }
  }

  @Test func aSingleFluxShowsEveryDensity() throws {
    let ring = Ring(flux: 0.2).adding(cosine: 1, amplitude: 2)
    let spectrum = try ring.spectrum(lowest: 4)
    let chart = try RingDiagram(
      spectrum: spectrum, potential: { ring.potential(at: $0) }, title: "t"
    ).chart()
    // V, and a line and a density for each level.
    #expect(chart.curves.count == 9 && chart.marginLabels.count == 4)
    #expect(chart.xAxis.ticks?.last?.text == "2\u{3c0}")
    // No density reaches the next level.
    let densities = chart.curves.filter { $0.base != nil }
    for (a, b) in zip(densities, densities.dropFirst()) {
      #expect(try #require(a.points.map(\.y).max()) < (try #require(b.base)))
    }
  }
}
