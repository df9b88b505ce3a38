import Charts
import FewBody
import Foundation
import Testing

@Suite struct DensityMapTests {
  private func map(_ kappa: Double = 0.5) -> DensityMap {
    DensityMap(
      of: ModelDensities.stretched(kappa, by: 1.25), against: ModelDensities.sphere(kappa),
      title: "Breit's pair")
  }

  /// Where the sphere's density is 10^-k of the axis' unit: 2 kappa r = k ln 10 - ln(pi/kappa^3).
  @Test(arguments: [(0.5, 1.0), (5e-3, 0.0529177), (1e-4, 5.29177e-5)])
  func bothStatesHaveTheSameContoursOfWhichOnesAreLonger(bohr: Double, unit: Double) throws {
    let script = try map(bohr).script(for: .svg)
    let kappa = bohr / unit
    let solid = Drawing.polylines(Drawing.blocks("contours0", in: script)[0])
    let dashed = Drawing.polylines(Drawing.blocks("contours1", in: script)[0])
    // Closed lines are those that do not leave the frame.
    let closed = [solid, dashed].map { lines in
      lines.filter { $0[0] == $0[$0.count - 1] }.map { line in
        (x: line.map { abs($0.x) }.max() ?? 0, z: line.map { abs($0.y) }.max() ?? 0)
      }
    }
    #expect(closed[0].count >= 3 && closed[1].count >= 3)
    #expect(closed[0].allSatisfy { abs($0.z / $0.x - 1.25) < 0.01 })
    #expect(closed[1].allSatisfy { abs($0.z / $0.x - 1) < 0.01 })
    let radii = (-9...9).map { (Double($0) * log(10) - log(.pi / pow(kappa, 3))) / (2 * kappa) }
    #expect(closed[1].allSatisfy { found in radii.contains { abs($0 / found.z - 1) < 0.01 } })
  }

  @Test func theKeySaysWhichLineIsWhichAndHowDeep() throws {
    let script = try map().script(for: .svg)
    #expect(script.contains("lw 1.4 title 'stretched: E = \u{2212}0.257750 hartree, 3.1 % deeper'"))
    #expect(script.contains("dt (14,7) title 'sphere: E = \u{2212}0.250000 hartree'"))
  }

  @Test func thePictureIsWellFormedSaysItsUnitsAndRepeats() throws {
    let picture = try map().data(.svg)
    #expect(Drawing.isWellFormed(picture))
    #expect(try map().data(.svg) == picture)
    let svg = String(decoding: picture, as: UTF8.self)
    for words in [
      "Breit's pair", "x (a\u{2080})", "z (a\u{2080})", "|\u{3c8}|\u{b2} (a\u{2080}\u{207b}\u{b3})",
      "r\u{b2} \u{394}|\u{3c8}|\u{b2} (a\u{2080}\u{207b}\u{b9})", "contours a factor of 10 apart",
      "stretched minus sphere",
    ] {
      #expect(svg.contains(words), "\(words)")
    }
    // The two maps, each with its colour box.
    #expect(svg.components(separatedBy: "<image ").count >= 3)
  }

  @Test func aPortableNetworkGraphicHasRoomForBothMaps() throws {
    let png = try map().data(.png)
    // 1040 by 676.
    #expect(png[16..<24].elementsEqual([0, 0, 4, 16, 0, 0, 2, 164]))
  }

  @Test(arguments: [(1e-4, "\u{b5}m"), (5e-3, "nm"), (0.5, "a\u{2080}"), (200, "a\u{2080}")])
  func lengthsAndDensitiesShareAUnit(kappa: Double, unit: String) throws {
    let script = try map(kappa).script(for: .svg)
    #expect(script.contains("set xlabel 'x (\(unit))'"))
    #expect(script.contains("'|\u{3c8}|\u{b2} (\(unit)\u{207b}\u{b3})'"))
    #expect(!script.contains("nan") && !script.contains("inf"))
    // All but 0.5 % of exp(-2 kappa r) lies inside 2 kappa r = 9.274; shells are 15 % apart.
    let bohr = unit == "nm" ? 0.0529177 : unit == "\u{b5}m" ? 5.29177e-5 : 1
    let range = try #require(script.components(separatedBy: "set xrange [").dropFirst().first)
    let edge = try #require(Double(range.dropFirst().prefix { $0 != ":" }))
    let share = edge / (9.274 / (2 * kappa) * bohr)
    #expect(share > 1 && share < 1.5)
  }

  @Test func framesAreSquareAndApart() throws {
    for (figure, size) in [
      (map(), (1040.0, 676.0)),
      (DensityMap(of: ModelDensities.sphere(1), title: "one"), (540.0, 676.0)),
    ] {
      let frames = Drawing.frames(in: try figure.script(for: .svg))
      #expect(frames.count == (size.0 > 600 ? 2 : 1))
      for frame in frames {
        #expect(abs((frame.right - frame.left) * size.0 - 400) < 1e-3)
        #expect(abs((frame.high - frame.low) * size.1 - 400) < 1e-3)
        #expect(frame.left > 0 && frame.right < 1 && frame.low > 0 && frame.high < 1)
      }
      #expect(zip(frames, frames.dropFirst()).allSatisfy { $0.right < $1.left })
    }
  }

  @Test func aLevelSchemeStandsBelow() throws {
    var map = map()
    map.scheme = LevelScheme(
      columns: [.init(title: "isotropic", entries: [.init(energy: -0.25, label: "n = 1")])],
      title: "levels")
    let script = try map.script(for: .png)
    let frames = Drawing.frames(in: script)
    #expect(frames.count == 3)
    #expect(frames[2].high < frames[0].low && frames[2].low > 0)
    #expect(script.contains("'n = 1  \u{2212}0.2500'"))
  }

  @Test func ofOneStateAgainstItselfNothingMoved() throws {
    let sphere = ModelDensities.sphere(1)
    let script = try DensityMap(of: sphere, against: sphere, title: "").script(for: .svg)
    let maps = Drawing.blocks("map", in: script)
    #expect(maps.count == 2)
    #expect(Set(maps[1].flatMap { $0.split(separator: " ") }) == ["1000"])
    #expect(Set(maps[0].flatMap { $0.split(separator: " ") }).count > 500)
    #expect(!script.contains("deeper") && !script.contains("shallower"))
    #expect(try !DensityMap(of: sphere, against: sphere, title: "").data(.svg).isEmpty)
  }

  @Test func aNarrowViewHasContoursToo() throws {
    var map = map()
    map.extent = 1.5
    let script = try map.script(for: .svg)
    #expect(script.contains("contours a factor of 2 apart"))
    #expect(!Drawing.polylines(Drawing.blocks("contours0", in: script)[0]).isEmpty)
    map.extent = 0.01
    #expect(try Drawing.isWellFormed(map.data(.svg)))
  }
}
