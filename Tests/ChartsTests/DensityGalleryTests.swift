import Charts
import FewBody
import Foundation
import Testing

@Suite struct DensityGalleryTests {
  private let shell = ["x", "z"].map { ModelDensities.lobes(along: $0) }

  @Test func everyStateHasASquareOfItsOwn() throws {
    for count in 1...8 {
      let states = (0..<count).map { shell[$0 % 2] }
      let gallery = DensityGallery(states: states, title: "\(count) states", points: 12)
      let script = try gallery.script(for: .svg)
      let frames = Drawing.frames(in: script)
      #expect(frames.count == min(count, 6))
      for (i, a) in frames.enumerated() {
        #expect(a.left > 0 && a.right < 1 && a.low > 0 && a.high < 1)
        for b in frames.dropFirst(i + 1) {
          #expect(a.right < b.left || b.right < a.left || a.high < b.low || b.high < a.low)
        }
      }
      #expect(script.contains("the lowest 6 of \(count) states") == (count > 6))
      // One colour box for all.
      #expect(script.components(separatedBy: "set colorbox ").count == 2)
    }
  }

  @Test func aNodalPlaneIsSaidNotDrawn() throws {
    var noise = ModelDensities.lobes(along: "y")
    noise.density = { x, z in 1e-34 * abs(sin(100 * x + 37 * z)) * exp(-hypot(x, z) / 1e4) }
    let states = shell + [ModelDensities.lobes(along: "y"), noise]
    let gallery = DensityGallery(states: states, title: "2p")
    let picture = try gallery.data(.svg)
    #expect(Drawing.isWellFormed(picture))
    let words = String(decoding: picture, as: UTF8.self)
    #expect(words.components(separatedBy: "vanishes in this plane").count == 3)
    let script = try gallery.script(for: .svg)
    let maps = Drawing.blocks("map", in: script)
    let isDrawn = maps.map { Set($0.joined(separator: " ").split(separator: " ")).count > 1 }
    #expect(isDrawn == [true, true, false, false])
    // The noise reaches a thousand times as far as the states; the view does not.
    #expect(script.contains("set xlabel 'x (a\u{2080})'"))
  }

  @Test func aStateAndTheSameTurnedAreMirrorImages() throws {
    let maps = Drawing.blocks(
      "map", in: try DensityGallery(states: shell, title: "2p", points: 40).script(for: .svg))
    let rows = maps.map { $0.map { $0.split(separator: " ").map(String.init) } }
    #expect(rows[0].count == 40 && rows[0].allSatisfy { $0.count == 40 })
    for i in 0..<40 {
      for j in 0..<40 where rows[0][i][j] != rows[1][j][i] {
        Issue.record("\(i), \(j)")
      }
    }
    // The largest value in the plane is the scale's end.
    #expect(maps.allSatisfy { $0.joined(separator: " ").split(separator: " ").contains("2000") })
  }

  @Test func aWavefunctionWithoutSymmetryIsCutInThePlane() throws {
    let state = DensityMap.State(name: "bent", energy: -1) { x, y, z in
      (1 + 0.5 * x - 0.3 * z + y) * exp(-hypot(hypot(x - 0.2, y - 7), z))
    }
    #expect(abs(state.density(0.7, -0.4) - pow(1.47 * exp(-sqrt(0.25 + 49 + 0.16)), 2)) < 1e-20)
    let script = try DensityGallery(states: [state], title: "bent", points: 20).script(for: .svg)
    let rows = Drawing.blocks("map", in: script)[0].map { $0.split(separator: " ") }
    #expect(rows != rows.reversed() && rows != rows.map { $0.reversed() })
  }

  @Test func titlesCarryTheEnergyInTheUnitAskedFor() throws {
    let gallery = DensityGallery(states: shell, title: "2p", energyUnit: .electronvolt)
    let svg = String(decoding: try gallery.data(.svg), as: UTF8.self)
    #expect(svg.contains("2px   \u{2212}3.40142 eV") && svg.contains("2pz   \u{2212}3.40142 eV"))
  }

  @Test func withoutAStateThereIsNoPicture() {
    #expect(throws: ChartError.self) { try DensityGallery(states: [], title: "").data(.svg) }
    #expect(throws: ChartError.self) {
      try DensityGallery(states: [ModelDensities.lobes(along: "y")], title: "").data(.svg)
    }
    var broken = shell[0]
    broken.energy = .hartree(.infinity)
    #expect(throws: ChartError.notFinite(level: 1)) {
      try DensityGallery(states: [shell[0], broken], title: "").data(.svg)
    }
  }
}
