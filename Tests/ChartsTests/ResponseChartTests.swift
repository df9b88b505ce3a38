import FewBody
import Foundation
import Testing

@testable import Charts

/// Pictures of media, helices and dipoles: their numbers, before gnuplot has them.
@Suite struct ResponseChartTests {
  /// The windows (1, 1.001) of (A) and (0.999, 1) of (B), where R dips to 0 and is 1 beside.
  @Test func theWindows() throws {
    let chart = LeftHandedChart(medium: LeftHandedMedium(assignment: .a))
    let dispersion = try chart.dispersion()
    #expect(dispersion.curves.map(\.name) == ["(A)", "(B)"])
    for (curve, window) in zip(dispersion.curves, [1...1.001, 0.999...1.0]) {
      #expect(curve.points.allSatisfy { window.contains($0.y) && $0.x < 0 })
      for pair in zip(curve.points, curve.points.dropFirst()) { #expect(pair.0.x < pair.1.x) }
    }
    let reflectance = try chart.reflectance()
    for (curve, middle) in zip(reflectance.curves, [1.0005, 0.9995]) {
      let lowest = try #require(curve.points.min { $0.y < $1.y })
      #expect(abs(lowest.x - middle) < 2e-6 && lowest.y < 1e-5)
      let outside = curve.points.filter { abs($0.x - middle) > 0.0005001 }
      #expect(outside.count > 2000 && outside.allSatisfy { abs($0.y - 1) < 1e-12 })
    }
  }

  /// A mirror image rotates the other way, everywhere.
  @Test func theMirrorImage() throws {
    let curves = try [0.5, -0.5].map { pitch in
      try HelixChart(
        spectrum: HelixSpectrum(of: Helix(radius: 2, pitch: .bohr(pitch), turns: 1), states: 12)
      ).rotation().curves[1].points
    }
    for (a, b) in zip(curves[0], curves[1]) { #expect(abs(a.y + b.y) < 1e-12) }
    #expect(curves[0].contains { $0.y > 1e-4 } && curves[0].contains { $0.y < -1e-4 })
  }

  /// In the near zone across the line V = m^2/r^3 whatever the detuning; far away -(cos x + ratio^2 cos(ratio x))/2.
  @Test func theBeat() throws {
    func dipole(_ z: Double) -> Dipole {
      .twoLevel(frequency: 0.5, moment: 0.7, direction: SIMD3(1, 0, 0), position: SIMD3(0, 0, z))
    }
    let chart = DipoleCouplingChart(first: dipole(0), second: dipole(5), title: "t")
    let distance = try chart.distance()
    for curve in distance.curves { #expect(abs((curve.points.first?.y ?? 0) - 1) < 1e-3) }
    let detuned = try #require(distance.curves[1].points.last)
    let far = -(cos(detuned.x) + 0.81 * cos(0.9 * detuned.x)) / 2
    #expect(abs(detuned.y - far) < 0.05)
    var still = chart
    still.first.energies = [0, 0]
    #expect(throws: ChartError.self) { try still.detuning() }
  }
}
