import Charts
import FewBody
import Foundation
import Testing

@Suite struct GnuplotTests {
  private func chart(title: String) -> Chart {
    var chart = Chart(
      title: title, xAxis: .init(title: "x", range: 0...1), yAxis: .init(title: "y", range: 0...1))
    chart.curves = [
      Chart.Curve(
        points: [.init(x: 0, y: 0.25), .init(x: 1, y: .nan), .init(x: 0.5, y: 1e-12)],
        color: "#0072b2", base: 0.125, name: "it's")
    ]
    return chart
  }

  @Test func theScriptHoldsTheDataInline() {
    let script = chart(title: "t").script(for: .svg)
    #expect(script.hasPrefix("set terminal svg size 900,640 "))
    #expect(script.contains("$curve0 << END\n0 0.25\n0.5 1e-12\nEND\n"))
    #expect(script.contains("$curve0 using 1:2 with filledcurves y=0.125 lc rgb '#0072b2' notitle"))
    #expect(script.contains("title 'it''s'"))
    #expect(chart(title: "t").script(for: .png).hasPrefix("set terminal pngcairo size 900,640 "))
  }

  @Test func aTitleIsNeverACommand() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
    let title = "a'; system('touch \(file)') #\nsystem 'touch \(file)'\n`touch \(file)` \\"
    let svg = String(decoding: try chart(title: title).data(.svg), as: UTF8.self)
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(svg.contains("`touch \(file)`"))
  }

  @Test func aMissingProgramSaysWhatToInstall() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let path = folder.path + ".svg"
    let missing = "/nowhere/gnuplot"
    #expect(throws: ChartError.gnuplotMissing(program: missing)) {
      try chart(title: "t").write(to: path, program: missing)
    }
    #expect(
      "\(ChartError.gnuplotMissing(program: missing))".contains("apt-get install gnuplot-nox"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aFailureCarriesWhatGnuplotSaid() {
    var broken = chart(title: "t")
    broken.curves[0].color = "no such colour"
    #expect {
      try broken.data(.svg)
    } throws: { error in
      guard case .gnuplotFailed(let status, let message)? = error as? ChartError else {
        return false
      }
      return status == 1 && message.contains("line")
    }
    #expect(throws: ChartError.self) { try chart(title: "t").data(.svg, program: "false") }
  }

  @Test(arguments: ["picture", "picture.pdf", "svg", ".svg/x", "x.svg.gz", ""])
  func anUnknownEndingNamesTheKnownOnes(path: String) {
    #expect(throws: ChartError.unknownEnding(path: path)) { try PictureFormat(path: path) }
    #expect("\(ChartError.unknownEnding(path: path))".contains(".svg or .png"))
  }

  @Test func theEndingChoosesTheFormat() throws {
    #expect(try PictureFormat(path: "a.b/c.SVG") == .svg)
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString + ".png").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try chart(title: "t").write(to: path)
    let data = try #require(FileManager.default.contents(atPath: path))
    #expect(data.prefix(4).elementsEqual([0x89, 0x50, 0x4e, 0x47]))
  }

  @Test func anUnwritablePathKeepsItsOwnError() {
    #expect {
      try chart(title: "t").write(to: "/nowhere/at/all.svg")
    } throws: { error in
      if case .cannotWrite? = error as? OutputError { true } else { false }
    }
  }
}
