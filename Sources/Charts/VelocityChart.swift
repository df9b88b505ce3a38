import FewBody
import RealModule

/// The velocity field of a state over its density: arrows in the plane with the vortices marked, two
/// curves on a line or ring.
public struct VelocityChart: Picture {
  private let field: FlowField
  private let vortices: [FlowAnswer.VortexRow]
  /// Below this share of the largest density no arrow is drawn.
  private let share = 1e-3
  /// Arrows across the picture.
  private let arrows = 25

  /// - Throws: ``ChartError/nothingToDraw(_:)`` in three dimensions.
  public init(_ field: FlowField, vortices: [FlowAnswer.VortexRow]) throws(ChartError) {
    guard field.grid.dimension < 3 else {
      throw .nothingToDraw("a flow in space; ask for a plane or a line")
    }
    self.field = field
    self.vortices = vortices
  }

  /// The gnuplot program: curves on a line or ring, arrows in a plane.
  ///
  /// - Throws: ``ChartError/nothingToDraw(_:)`` for a density that is 0 everywhere.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    let nodes = field.nodes(denserThan: share)
    guard !nodes.isEmpty else { throw .nothingToDraw("the density is 0 everywhere") }
    return field.grid.dimension == 1 ? line(format, nodes) : plane(format, nodes)
  }

  private func velocity(_ node: Int) -> SIMD3<Double>? {
    (try? field.flow(node: node))?.velocity
  }

  private func line(_ format: PictureFormat, _ nodes: [Int]) -> String {
    let positions = nodes.map { field.grid.position($0).x }
    let speeds = nodes.map { velocity($0)?.x ?? 0 }
    let (low, high) = (min(speeds.min() ?? 0, 0), max(speeds.max() ?? 0, 0))
    let margin = max(0.08 * (high - low), 1e-3)
    let scale = max(high - low, 1e-3) / field.densest
    var chart = Chart(
      title: "Velocity over density, t = \(brief(field.time))",
      xAxis: .init(
        title: field.grid.isRing ? "arc (bohr)" : "x (bohr)",
        range: (positions.first ?? 0)...(positions.last ?? 1)),
      yAxis: .init(
        title: "v (bohr hartree/\u{127})", range: (low - margin)...(high + margin)))
    chart.curves = [
      .init(
        points: zip(nodes, positions).map {
          .init(x: $1, y: low + scale * field.density[$0])
        }, color: "#4292c6", base: low, name: "density (scaled)"),
      .init(
        points: zip(positions, speeds).map { .init(x: $0, y: $1) }, color: Palette.cycle[1],
        width: 2, name: "velocity"),
    ]
    return chart.script(for: format)
  }

  private func plane(_ format: PictureFormat, _ nodes: [Int]) -> String {
    let (first, second) = (field.grid.axes[0], field.grid.axes[1])
    let reach =
      1.08
      * (nodes.map {
        let r = field.grid.position($0)
        return max(r.x.magnitude, r.y.magnitude)
      }.max() ?? 1)
    var text = """
      set terminal \(format.terminal(width: 760, height: 760))
      set encoding utf8
      set minussign
      set title \(quoted("Velocity over density, t = \(brief(field.time))")) font ',16'
      set size ratio -1
      set xrange \(bounds(-reach...reach))
      set yrange \(bounds(-reach...reach))
      set xlabel 'x (bohr)'
      set ylabel 'y (bohr)'
      set tics nomirror out
      set key at graph 0.5, screen 0.025 center horizontal
      set bmargin 5.4
      set palette defined (0 '#ffffff', 1 '#4292c6')
      set cbrange [0:\(number(field.densest))]
      set cblabel \(quoted("density (bohr\u{207b}\u{b2})"))
      $density << END

      """
    for i in 0..<first.points where first.nodes[i].magnitude <= reach + first.step {
      for j in 0..<second.points where second.nodes[j].magnitude <= reach + second.step {
        let node = i * second.points + j
        text += "\(number(first.nodes[i])) \(number(second.nodes[j])) "
        text += "\(number(field.density[node]))\n"
      }
    }
    text += "END\n$arrows << END\n"
    for arrow in arrowRows(reach) { text += arrow + "\n" }
    text += "END\n$vortices << END\n"
    for vortex in vortices {
      text += vortex.position.map(number).joined(separator: " ") + "\n"
    }
    text += "END\n"
    var parts = [
      "$density using 1:2:3 with image notitle",
      "$arrows using 1:2:3:4 with vectors head size screen 0.008,25 filled lc rgb '#222222' lw 1.3 "
        + "title \(quoted("velocity, the longest arrow \(brief(longest)) a.u.\(vortices.isEmpty ? "" : ", near a vortex shortened")"))",
    ]
    if !vortices.isEmpty {
      parts.append(
        "$vortices using 1:2 with points pt 6 ps 2 lw 2.5 lc rgb '#d55e00' title 'vortex'")
    }
    return text + "plot " + parts.joined(separator: ", \\\n  ") + "\n"
  }

  /// The speed that the longest arrow stands for: the 95th percentile of the speeds shown, since
  /// that of a vortex has no largest.
  private var longest: Double {
    let speeds = field.nodes(denserThan: 10 * share).compactMap { velocity($0)?.magnitude }
      .sorted()
    return speeds.isEmpty ? 1 : max(speeds[speeds.count * 95 / 100], 1e-12)
  }

  private func arrowRows(_ reach: Double) -> [String] {
    let axes = field.grid.axes
    let spacing = 2 * reach / Double(arrows)
    let (longest, least) = (longest, share * field.densest)
    var rows: [String] = []
    for a in 0..<arrows {
      for b in 0..<arrows {
        let place = SIMD2(Double(a) + 0.5, Double(b) + 0.5) * spacing - SIMD2(reach, reach)
        let i = Int(((place.x - axes[0].lower) / axes[0].step).rounded())
        let j = Int(((place.y - axes[1].lower) / axes[1].step).rounded())
        guard i >= 0, j >= 0, i < axes[0].points, j < axes[1].points else { continue }
        let node = i * axes[1].points + j
        guard field.density[node] >= least, let v = velocity(node) else { continue }
        let length = 0.95 * spacing * min(1, v.magnitude / longest) / max(v.magnitude, 1e-300)
        let r = field.grid.position(node)
        let (dx, dy) = (v.x * length, v.y * length)
        rows.append(
          [r.x - dx / 2, r.y - dy / 2, dx, dy].map(number).joined(separator: " "))
      }
    }
    return rows
  }
}

extension SIMD3 where Scalar == Double {
  fileprivate var magnitude: Double { (self * self).sum().squareRoot() }
}
