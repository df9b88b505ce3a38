import FewBody

/// |psi|^2 of a state in the plane y = 0 through its axis, against that of a reference.
///
/// On the left the density as colours on a logarithmic scale, with a contour line for each decade:
/// solid for the state, dashed for the reference, at the same densities. On the right r^2 times
/// the difference of the two densities: what moved, per unit of length and solid angle, finite at
/// the origin where the densities themselves differ most in the least volume.
public struct DensityMap: Picture {
  /// A normalised state as a density in the plane.
  public struct State: Sendable {
    /// What the state is called in the picture.
    public var name: String
    /// The state's energy, as words beside its name.
    public var energy: Energy
    /// |psi(x, 0, z)|^2 in bohr^-3, x and z in bohr; 0 where the state is not known.
    ///
    /// It is asked at the nodes of a net, and from 1e-6 to 1e12 bohr where no extent is given.
    public var density: @Sendable (_ x: Double, _ z: Double) -> Double

    /// A state known by its density, |psi(x, 0, z)|^2 in bohr^-3.
    public init(
      name: String, energy: Energy,
      density: @escaping @Sendable (_ x: Double, _ z: Double) -> Double
    ) {
      self.name = name
      self.energy = energy
      self.density = density
    }

    /// A state of any symmetry or none, cut at y = 0: psi(x, y, z) in bohr^(-3/2).
    public init(
      name: String, energy: Energy,
      wavefunction: @escaping @Sendable (_ x: Double, _ y: Double, _ z: Double) -> Double
    ) {
      self.init(name: name, energy: energy) { x, z in
        let value = wavefunction(x, 0, z)
        return value * value
      }
    }
  }

  /// The state whose density is drawn.
  public var state: State
  /// The state it is compared with; nil for none, and then only the density is drawn.
  public var reference: State?
  /// The picture's title.
  public var title: String
  /// The plane from -extent to extent both ways, in bohr; nil for all but 0.5 % of the densities.
  public var extent: Double?
  /// Samples along each axis, from 2 to 1000.
  public var points: Int
  /// The unit of the energies in the key.
  public var energyUnit: EnergyUnit
  /// A level scheme to stand on the right.
  public var scheme: LevelScheme?

  /// The density of `state`, beside its difference from that of `reference` where there is one.
  public init(
    of state: State, against reference: State? = nil, title: String, extent: Double? = nil,
    points: Int = 200, energyUnit: EnergyUnit = .hartree, scheme: LevelScheme? = nil
  ) {
    self.state = state
    self.reference = reference
    self.title = title
    self.extent = extent
    self.points = points
    self.energyUnit = energyUnit
    self.scheme = scheme
  }

  /// The gnuplot program of all panels.
  ///
  /// - Throws: ``ChartError/nothingToDraw(_:)`` for an extent outside 1e-9...1e15 bohr, for none where
  ///   all densities are 0 and for a scheme without a level; ``ChartError/notFinite(level:)`` for an energy and
  ///   ``ChartError/noNumber(x:z:)`` for a density that is no number.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    try figure().script(for: format)
  }

  func figure() throws(ChartError) -> Figure {
    for (i, energy) in [state.energy, reference?.energy].enumerated() {
      if let energy, !energyUnit.value(of: energy).isFinite { throw .notFinite(level: i) }
    }
    let shown = [state] + (reference.map { [$0] } ?? [])
    let extent = try DensityExtent.of(shown, given: self.extent)
    let axis = LengthAxis(range: -extent...extent)
    let chart = try scheme?.chart()
    let base = chart == nil ? 0 : 462
    let size = (
      width: max(reference == nil ? 540 : 1040, scheme.map { $0.frameWidth + 152 } ?? 0),
      height: 676 + base
    )
    let inset = (size.width - (reference == nil ? 540 : 1040)) / 2
    let frame = { (left: Int, bottom: Int, across: Int, up: Int) in
      Frame(left: left, bottom: bottom, width: across, height: up, figure: size)
    }
    var figure = Figure(title: title, captions: [], width: size.width, height: size.height)
    var samples: [PlaneSamples] = []
    for one in shown {
      samples.append(try PlaneSamples(extent: extent, count: points, one.density).checked())
    }
    var map = densities(samples, axis, box: frame(inset + 90, base + 68, 400, 12))
    map.keyHeight = size.height - 62
    figure.panels.append((map, frame(inset + 90, base + 150, 400, 400)))
    if let reference {
      let moved = difference(
        samples[0], samples[1], reference, axis, box: frame(inset + 600, base + 68, 400, 12))
      figure.panels.append((moved, frame(inset + 600, base + 150, 400, 400)))
    }
    if let chart {
      figure.panels.append((chart, frame(112, 70, size.width - 152, 330)))
    }
    return figure
  }

  /// `Breit: E = -0.114574 hartree, 3.1 % deeper`.
  private func words(_ state: State, against reference: State? = nil) -> String {
    let energy = brief(energyUnit.value(of: state.energy), digits: 6, isTrimmed: false)
    let text = "\(state.name): E = \(energy) \(energyUnit.symbol)"
    guard let reference, reference.energy < 0, state.energy < 0,
      state.energy != reference.energy
    else { return text }
    let share = (state.energy.hartree / reference.energy.hartree - 1).magnitude * 100
    let comparison = state.energy < reference.energy ? "deeper" : "shallower"
    return "\(text), \(brief(share, digits: 2)) % \(comparison)"
  }

  private func densities(_ samples: [PlaneSamples], _ axis: LengthAxis, box: Frame) -> MapPanel {
    let unit = DensityUnit(axis)
    let scale = ColorScale.decades(
      5, of: samples[0].range(scaledBy: unit.perBohr),
      title: "|\u{3c8}|\u{b2} (\(unit.symbol(power: 3)))")
    let factor = brief(scale.contourFactor)
    var panel = MapPanel(
      title: "|\u{3c8}|\u{b2} in the plane y = 0, contours a factor of \(factor) apart",
      samples: unit.logarithms(samples[0], down: scale.range.lowerBound), scale: scale, axis: axis,
      colorBox: box)
    let levels = scale.contourLevels
    panel.contours = [
      .init(
        lines: levels.flatMap { ContourLines.lines(of: panel.samples, at: $0) }, color: "#000000",
        isDashed: false, name: words(state, against: reference))
    ]
    if let reference {
      let logarithms = unit.logarithms(samples[1], down: scale.range.lowerBound)
      panel.contours.append(
        .init(
          lines: levels.flatMap { ContourLines.lines(of: logarithms, at: $0) },
          color: Palette.cycle[1], isDashed: true, name: words(reference)))
    }
    return panel
  }

  private func difference(
    _ first: PlaneSamples, _ second: PlaneSamples, _ reference: State, _ axis: LengthAxis,
    box: Frame
  ) -> MapPanel {
    let samples = first.combined(with: second) { x, z, a, b in
      (x * x + z * z) * (a - b) / axis.factor
    }
    let largest = samples.values.map(\.magnitude).max() ?? 0
    var panel = MapPanel(
      title: "\(state.name) minus \(reference.name); line: no change", samples: samples,
      scale: .signed(
        largest, title: "r\u{b2} \u{394}|\u{3c8}|\u{b2} (\(DensityUnit(axis).symbol(power: 1)))"),
      axis: axis, colorBox: box)
    panel.contours = [
      .init(
        lines: ContourLines.lines(of: samples, at: 0), color: "#777777", isDashed: false,
        name: nil)
    ]
    return panel
  }
}
