import ComplexModule
import RealModule

/// The flow of one or more electrons, each in an orbital on one grid, at one time.
///
/// The orbitals are those of a Slater determinant (or one orbital alone); the motion is that of the
/// electron's Hamiltonian, so that d psi/dt = -iH psi needs no second time.
public struct FlowField: Sendable {
  /// Whose Hamiltonian moves the orbitals.
  public let electron: MovingElectron
  /// The orbitals' grid.
  public let grid: PeriodicGrid
  /// psi of each electron.
  public let orbitals: [GridWave]
  /// Of the orbitals, in hbar/hartree.
  public let time: Double
  /// rho at the nodes.
  public let density: [Double]
  /// The largest density.
  public let densest: Double
  let derivatives: WaveDerivatives
  let spectra: [OrbitalSpectra]
  private let orbitalFields: [OrbitalFields]
  private let densityFields: DensityFields

  /// The share of the largest density below which a velocity is not a number to trust: derivatives
  /// carry rounding of some 1e-12 of the largest amplitude.
  public static let vanishing = 1e-14

  /// - Throws: ``FewBodyError/invalid(_:)`` for no orbitals or orbitals of different grids or times;
  ///   ``FewBodyError/tooLarge(what:bytes:limit:)`` for fields beyond memory.
  public init(of orbitals: [GridWave], moving electron: MovingElectron) throws(FewBodyError) {
    guard let first = orbitals.first else {
      throw .invalid("orbitals", "none", accepted: "one or more")
    }
    guard orbitals.allSatisfy({ $0.grid == first.grid && $0.time == first.time }) else {
      throw .invalid(
        "orbitals", "on different grids or at different times", accepted: "one grid and time")
    }
    let bytes = Double(first.grid.count) * 320 * Double(orbitals.count + 1)
    guard bytes <= Memory.available else {
      throw .tooLarge(
        what: "points \(first.grid.axes[0].points): the derivatives", bytes: bytes,
        limit: Memory.available)
    }
    self.electron = electron
    self.orbitals = orbitals
    (grid, time) = (first.grid, first.time)
    derivatives = try WaveDerivatives(grid)
    var density = [Double](repeating: 0, count: grid.count)
    for orbital in orbitals {
      for (i, value) in orbital.values.enumerated() { density[i] += value.density }
    }
    self.density = density
    densest = density.max() ?? 0
    let derivatives = derivatives
    orbitalFields = orbitals.map { OrbitalFields($0, electron, derivatives) }
    spectra = zip(orbitals, orbitalFields).map { wave, fields in
      OrbitalSpectra(
        wave: derivatives.spectrum(wave.values), rate: derivatives.spectrum(fields.rate))
    }
    densityFields = DensityFields(density, derivatives)
  }

  /// The flow at a node.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` where the density vanishes.
  public func flow(node: Int) throws(FewBodyError) -> LocalFlow {
    try requireDensity(density[node], at: grid.position(node))
    return local(node)
  }

  /// The flow at any point, through the Fourier series.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` outside the box or where the density vanishes.
  public func flow(at point: SIMD3<Double>) throws(FewBodyError) -> LocalFlow {
    for (d, axis) in grid.axes.enumerated() where !grid.isRing {
      guard point[d] >= axis.lower, point[d] <= axis.lower + axis.length else {
        throw .invalid(
          "at", words(point),
          accepted: "coordinates between \(axis.lower) and \(axis.lower + axis.length)")
      }
    }
    let jets = spectra.map { derivatives.jet($0, at: point) }
    let rho = derivatives.densityJet(densityFields.spectrum, at: point)
    let density = jets.reduce(0.0) {
      $0 + $1.re.value * $1.re.value + $1.im.value * $1.im.value
    }
    try requireDensity(density, at: point)
    return LocalFlow(
      at: point, time: time, jets, rho, electron, slope: slope(point), dimension: grid.dimension)
  }

  private func requireDensity(_ value: Double, at point: SIMD3<Double>) throws(FewBodyError) {
    guard value > Self.vanishing * densest else {
      throw .invalid(
        "at", words(point),
        accepted: "a point where the state does not vanish: there is no velocity at a zero "
          + "(density \(value), largest \(densest))")
    }
  }

  private func words(_ point: SIMD3<Double>) -> String {
    (0..<grid.dimension).map { "\(point[$0])" }.joined(separator: ",")
  }

  private func slope(_ point: SIMD3<Double>) -> SIMD3<Double> {
    electron.potentialGradient(
      at: point, time: time, step: grid.axes[0].step / 2, dimension: grid.dimension)
  }

  private func local(_ node: Int) -> LocalFlow {
    let point = grid.position(node)
    return LocalFlow(
      at: point, time: time, orbitalFields.map { $0.jet(node) }, densityFields.jet(node), electron,
      slope: slope(point), dimension: grid.dimension)
  }

  /// The nodes whose density is at least this share of the largest.
  public func nodes(denserThan share: Double) -> [Int] {
    density.indices.filter { density[$0] >= share * densest && density[$0] > 0 }
  }

  /// How well the forces balance, away from zeros: at nodes of at least `share` of the largest
  /// density, m D_t v against ``LocalFlow/momentumBalance`` and against the sum of the four terms.
  public func balance(
    denserThan share: Double = 1e-3, shouldStop: () -> Bool = { false }
  ) -> ForceBalance {
    var balance = ForceBalance()
    var worst: [(difference: Double, size: Double)] = []
    var kinetic = 0.0
    for node in nodes(denserThan: share) {
      if shouldStop() { break }
      let flow = local(node)
      worst.append(flow.mismatch)
      kinetic += dot(flow.velocity, flow.velocity)
    }
    let sizes = worst.map(\.size).sorted()
    balance.largestForce = sizes.last ?? 0
    // The largest would be no floor: it is that of the nodes next to a zero. Where nothing acts at all, as on a plane
    // wave, the measure is the force that carries the kinetic energy over the box.
    let box = grid.axes.map(\.length).max() ?? 1
    let mass = electron.mass
    let energy = 0.5 * mass * kinetic / Double(max(1, worst.count)) + 0.5 / (mass * box * box)
    let floor = max(sizes.isEmpty ? 0 : 1e-3 * sizes[sizes.count / 2], energy / box)
    for (difference, size) in worst {
      balance.error = max(balance.error, difference / max(size, floor))
    }
    balance.nodes = worst.count
    return balance
  }
}

/// The outcome of ``FlowField/balance(denserThan:shouldStop:)``.
public struct ForceBalance: Sendable, Equatable {
  /// The largest |difference| at a node over the sum of the magnitudes of the forces there, or where they are less,
  /// over a thousandth of the median of such sums or (<mv^2/2> + hbar^2/2mL^2)/L of the box L.
  public var error = 0.0
  /// The largest sum of magnitudes, in hartree per bohr.
  public var largestForce = 0.0
  /// How many nodes were looked at.
  public var nodes = 0
}
