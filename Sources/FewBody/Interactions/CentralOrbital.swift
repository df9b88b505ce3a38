import ComplexModule
import RealModule

/// A state of partial waves about one centre, psi = sum_l R_l(r) Y_lM, with real R_l.
///
/// Hydrogenic orbitals in closed form, or states of a solved pair in space.
public struct CentralOrbital: Sendable {
  /// One partial wave.
  struct Wave: Sendable {
    let angularMomentum: Int
    /// R and dR/dr.
    let radial: @Sendable (Double) -> (value: Double, slope: Double)
  }

  /// What tables call it.
  public let name: String
  let waves: [Wave]
  /// M.
  public let magnetic: Int
  /// In electron masses: currents are Im psi* grad psi/m.
  public let mass: Double
  /// From 0 to where psi is negligible; between two nodes every R_l is smooth.
  let nodes: [Double]
  /// By how much, relatively, an integral may be off because the state is.
  let uncertainty: Double

  /// A hydrogenic orbital.
  public init(_ orbital: HydrogenicOrbital) {
    name = orbital.name
    magnetic = orbital.m
    mass = orbital.mass
    waves = [Wave(angularMomentum: orbital.l, radial: orbital.radial(at:))]
    nodes = CentralOrbital.nodes(of: orbital)
    uncertainty = 0
  }

  /// A state of `solve pair --dim 3` by partial waves.
  ///
  /// - Parameters:
  ///   - level: as solved, with its state; V must be a homogeneous function of degree -1, as -Z/r and
  ///     the Breit kernel are: the error of the state is measured by its virial defect.
  ///   - mass: mu of the pair.
  ///   - name: what tables call it.
  /// - Throws: ``FewBodyError/invalid(_:)`` for a level without partial waves.
  public init(_ level: Level, mass: Double, name: String) throws(FewBodyError) {
    guard let state = level.spaceState, !state.waves.isEmpty else {
      throw .invalid(
        "orbital", "'\(name)' without partial waves",
        accepted: "a level as solved by the spectral method")
    }
    self.name = name
    self.mass = mass
    magnetic = state.magnetic
    waves = state.waves.map { wave in
      Wave(angularMomentum: wave.angularMomentum) { r in
        guard r > 0 else { return (0, 0) }
        let value = wave.value(at: r) / r
        return (value, (wave.derivative(at: r) - value) / r)
      }
    }
    nodes = CentralOrbital.union(state.waves.map(\.nodes))
    uncertainty = CentralOrbital.uncertainty(of: state.waves, energy: level.energy, mass: mass)
  }

  /// psi(x, y, z), in bohr^(-3/2).
  public func value(_ x: Double, _ y: Double, _ z: Double) -> Complex<Double> {
    let r = max((x * x + y * y + z * z).squareRoot(), 1e-12 * (nodes.last ?? 1))
    let cosine = min(max(z / r, -1), 1)
    let angular = SphericalHarmonics.theta(
      through: largest, magnetic: magnetic, cosine: cosine)
    let size = waves.reduce(0) {
      $0 + $1.radial(r).value * angular[$1.angularMomentum - Int(magnetic.magnitude)]
    }
    let turn = Complex<Double>(length: 1, phase: Double(magnetic) * .atan2(y: y, x: x))
    return magnetic == 0 ? Complex(size) : turn * Complex(size)
  }

  /// The largest l.
  var largest: Int { waves.map(\.angularMomentum).max() ?? 0 }

  /// Eight times the virial defect |<T>/(-E) - 1|, which is of first order in the error of the
  /// state, and the relative width of the energy.
  private static func uncertainty(
    of waves: [RadialFunction], energy: Energy, mass: Double
  ) -> Double {
    var kinetic = 0.0
    var norm = 0.0
    for wave in waves {
      let samples = RadialSamples(wave)
      let l = Double(wave.angularMomentum)
      kinetic +=
        samples.integral { r, u, slope in
          (slope * slope + l * (l + 1) * (u / r) * (u / r)) / (2 * mass)
        }.value
      norm += samples.integral { _, u, _ in u * u }.value
    }
    return 8 * (kinetic / (-energy.hartree * norm) - 1).magnitude
  }

  /// Elements on which a closed form is smooth enough for 28 points: an element is at most as long as
  /// 1.2 times its distance from the centre, four inverse local wave numbers (2mZ/r)^(1/2) and four
  /// decay lengths n/mZ.
  private static func nodes(of orbital: HydrogenicOrbital) -> [Double] {
    let strength = orbital.mass * orbital.charge
    let n = Double(orbital.n)
    let extent = (n / strength) * (42 + 3 * n)
    var nodes = [0, 0.5 / strength]
    while let r = nodes.last, r < extent {
      nodes.append(r + min(1.2 * r, 4 * (r / (2 * strength)).squareRoot(), 4 * n / strength))
    }
    return nodes
  }

  /// All nodes in order, those that almost coincide once.
  static func union(_ sets: [[Double]]) -> [Double] {
    var nodes: [Double] = []
    for node in sets.joined().sorted() {
      if let last = nodes.last, node - last <= 1e-9 * node { continue }
      nodes.append(node)
    }
    return nodes
  }
}
