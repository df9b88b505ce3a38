import Charts
import FewBody
import Foundation
import Testing

@Suite struct DensityRefusalTests {
  private func map(_ density: @escaping @Sendable (Double, Double) -> Double) -> DensityMap {
    DensityMap(of: .init(name: "state", energy: -1, density: density), title: "t")
  }

  @Test func aDensityWithoutANumberIsRefusedWithItsPlace() {
    var map = map { x, z in x > 1 && z < -1 ? .nan : exp(-hypot(x, z)) }
    map.extent = 2
    map.points = 4
    // The nodes of four are at -1.5, -0.5, 0.5, 1.5.
    #expect(throws: ChartError.noNumber(x: 1.5, z: -1.5)) { try map.script(for: .svg) }
    #expect("\(ChartError.noNumber(x: 1.5, z: -1.5))".contains("x = 1.5, z = -1.5 bohr"))
  }

  @Test func aDensityThatIsSingularAtTheOriginOnlyIsDrawn() throws {
    let script = try map { x, z in
      let u = hypot(x, z) * exp(-hypot(x, z))
      return (u / hypot(x, z)) * (u / hypot(x, z))
    }.script(for: .svg)
    #expect(!script.contains("nan"))
  }

  @Test func nothingIsNotDrawn() {
    #expect {
      try map { _, _ in 0 }.script(for: .svg)
    } throws: { error in
      guard case .nothingToDraw(let what)? = error as? ChartError else { return false }
      return what.contains("extent")
    }
    #expect(throws: ChartError.self) { try map { _, _ in .nan }.script(for: .svg) }
    #expect(throws: ChartError.self) { try map { _, _ in .infinity }.script(for: .svg) }
  }

  @Test(arguments: [0, -1, Double.nan, .infinity, 1e-10, 1e16])
  func anExtentThatIsNoLengthIsRefused(extent: Double) {
    var map = map { x, z in exp(-hypot(x, z)) }
    map.extent = extent
    #expect(throws: ChartError.self) { try map.script(for: .svg) }
  }

  @Test func anEnergyThatIsNoNumberIsRefused() {
    var map = map { x, z in exp(-hypot(x, z)) }
    map.reference = .init(name: "other", energy: .hartree(.nan), density: map.state.density)
    #expect(throws: ChartError.notFinite(level: 1)) { try map.script(for: .svg) }
    map.reference = nil
    map.state.energy = .hartree(1e308)
    map.energyUnit = .millikelvin
    #expect(throws: ChartError.notFinite(level: 0)) { try map.script(for: .svg) }
  }

  @Test func aMissingProgramAndAnUnwritablePathKeepTheirErrors() {
    let map = map { x, z in exp(-hypot(x, z)) }
    #expect(throws: ChartError.gnuplotMissing(program: "/nowhere/gnuplot")) {
      try map.write(to: "x.svg", program: "/nowhere/gnuplot")
    }
    #expect(throws: ChartError.unknownEnding(path: "x.pdf")) { try map.write(to: "x.pdf") }
    #expect {
      try map.write(to: "/nowhere/at/all.svg")
    } throws: { error in
      if case .cannotWrite? = error as? OutputError { true } else { false }
    }
  }

  @Test func wordsAreNeverCommands() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    let words = "a'; system('touch \(file)') #\nsystem 'touch \(file)'\n`touch \(file)` \\"
    var map = map { x, z in exp(-hypot(x, z)) }
    map.title = words
    map.state.name = words
    map.reference = .init(name: words, energy: -1, density: map.state.density)
    map.scheme = LevelScheme(
      columns: [.init(title: words, entries: [.init(energy: -1, label: words, parity: words)])],
      title: words)
    #expect(Drawing.isWellFormed(try map.data(.svg)))
    #expect(!FileManager.default.fileExists(atPath: file))
  }
}
