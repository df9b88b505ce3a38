import FewBody

/// Densities of up to six states in the plane y = 0, side by side, on one scale of lengths.
///
/// Each panel's colours end at its state's own largest density in the plane: hydrogen's 1s is
/// sixty times as dense as its 2p, and would leave it pale.
///
/// A state of which the plane is a nodal surface, as of a 2p_y, is said to vanish there: rounding
/// errors blown up to the full scale would look like a state.
public struct DensityGallery: Picture {
  /// The states, of which the first six are drawn.
  public var states: [DensityMap.State]
  /// The picture's title.
  public var title: String
  /// The plane from -extent to extent both ways, in bohr; nil for all but 0.5 % of the densities.
  public var extent: Double?
  /// Samples along each axis of a panel, from 2 to 1000.
  public var points: Int
  /// The unit of the energies above the panels.
  public var energyUnit: EnergyUnit

  /// A gallery of the first six of `states`, in the order given.
  public init(
    states: [DensityMap.State], title: String, extent: Double? = nil, points: Int = 120,
    energyUnit: EnergyUnit = .hartree
  ) {
    self.states = states
    self.title = title
    self.extent = extent
    self.points = points
    self.energyUnit = energyUnit
  }

  /// The gnuplot program of all panels.
  ///
  /// - Throws: ``ChartError/nothingToDraw(_:)`` without a state, for densities that are all 0 in the plane or an
  ///   extent outside 1e-9...1e15 bohr; ``ChartError/notFinite(level:)`` for an energy and
  ///   ``ChartError/noNumber(x:z:)`` for a density that is no number.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    try figure().script(for: format)
  }

  func figure() throws(ChartError) -> Figure {
    guard !states.isEmpty else { throw .nothingToDraw("no state") }
    for (i, state) in states.enumerated() where !energyUnit.value(of: state.energy).isFinite {
      throw .notFinite(level: i)
    }
    let shown = Array(states.prefix(6))
    let extent = try DensityExtent.of(shown, given: self.extent)
    let axis = LengthAxis(range: -extent...extent)
    var samples: [PlaneSamples] = []
    for state in shown {
      samples.append(try PlaneSamples(extent: extent, count: points, state.density).checked())
    }
    let largest = samples.map(\.largest).max() ?? 0
    guard largest > 0 else { throw .nothingToDraw("every density is 0 in the plane") }
    var scale = ColorScale.decades(
      4, of: 0...1, title: "|\u{3c8}|\u{b2} relative to its largest value in the plane")
    scale.colors = ColorScale.deep

    let across = shown.count <= 3 ? shown.count : shown.count == 4 ? 2 : 3
    let down = (shown.count + across - 1) / across
    let side = 240
    let width = 100 + across * (side + 25)
    let height = 202 + down * (side + 48) + (states.count > 6 ? 25 : 0)
    let hidden = states.count > 6 ? ["the lowest 6 of \(states.count) states"] : []
    var figure = Figure(title: title, captions: hidden, width: max(width, 480), height: height)
    let frames = FrameGrid(
      across: across, side: side, figure: (figure.width, figure.height), bottom: 150,
      rows: down)
    let box = Frame(
      left: figure.width / 2 - 180, bottom: 68, width: 360, height: 12,
      figure: (figure.width, figure.height))
    for (i, state) in shown.enumerated() {
      let energy = brief(energyUnit.value(of: state.energy), digits: 6, isTrimmed: false)
      var panel = MapPanel(
        title: "\(state.name)   \(energy) \(energyUnit.symbol)",
        samples: samples[i].map { density in
          let share = density / samples[i].largest
          return share > 0 ? decimalLogarithm(share) : scale.range.lowerBound
        }, scale: scale, axis: axis, colorBox: i == 0 ? box : nil)
      panel.hasAxis = (x: i + across >= shown.count, z: i % across == 0)
      if samples[i].largest <= DensityExtent.negligible * largest {
        panel.samples = samples[i].map { _ in scale.range.lowerBound }
        panel.words = "vanishes in this plane"
      }
      figure.panels.append((panel, frames[i]))
    }
    return figure
  }
}
