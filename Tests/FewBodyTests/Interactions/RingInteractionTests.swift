import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// Integrals on a ring of finite thickness.
@Suite struct RingInteractionTests {
  static func wave(
    _ n: Int, flux: Double = 0, thickness: Double = 0.3, radius: Double = 2
  ) throws -> RingOrbital {
    try RingOrbital(
      name: "\(n)", coefficients: [[Complex(1)]], first: Double(n), radius: .bohr(radius),
      thickness: .bohr(thickness), flux: flux)
  }

  /// A sum over equally spaced angles, exponentially accurate for the smooth kernel of a thick ring.
  static func sum(_ thickness: Double, _ radius: Double, _ f: (Double, Double) -> Double) -> Double
  {
    let count = 4000
    return (0..<count).reduce(0) { total, k in
      let angle = 2 * Double.pi * Double(k) / Double(count)
      let half = 2 * radius * Double.sin(angle / 2)
      let distance = (half * half + thickness * thickness).squareRoot()
      return total + f(angle, distance) / Double(count)
    }
  }

  /// Plane waves: U = mean of 1/d, J = mean of cos(q phi)/d, currents (n + f)/2 pi m R^2 ... of constant size.
  @Test(arguments: [(0, 1), (2, -1), (3, 3)])
  func planeWaves(numbers: (Int, Int)) throws {
    let (flux, radius, thickness) = (0.2, 2.0, 0.3)
    let (a, b) = (
      try RingInteractionTests.wave(numbers.0, flux: flux),
      try RingInteractionTests.wave(numbers.1, flux: flux)
    )
    let coulomb = try a.interaction(ElectronInteraction(.coulomb), with: b)
    let mean = RingInteractionTests.sum(thickness, radius) { 1 / $1 }
    #expect((coulomb.direct.value - mean).magnitude <= coulomb.direct.error + 1e-13)
    let transfer = Double(numbers.1 - numbers.0)
    let beat = RingInteractionTests.sum(thickness, radius) { .cos(transfer * $0) / $1 }
    #expect((coulomb.exchange.value - beat).magnitude <= coulomb.exchange.error + 1e-13)
    // Darwin: (v.v' + v.n v'.n)/2d, v = (n + f)/R along the circle.
    let ampere = try a.interaction(ElectronInteraction(.ampere), with: b)
    let kernel = RingInteractionTests.sum(thickness, radius) { angle, distance in
      let along = radius * Double.sin(angle) / distance
      return (Double.cos(angle) + along * along) / (2 * distance)
    }
    let velocities = (Double(numbers.0) + flux) * (Double(numbers.1) + flux) / (radius * radius)
    let alpha = Constants.fineStructure
    let exact = alpha * alpha * velocities * kernel
    #expect((ampere.direct.value - exact).magnitude <= ampere.direct.error + 1e-13 * alpha * alpha)
  }

  /// A thin ring's transverse kernel is Essen's V_phi, Eq. (31), over 2R.
  @Test(arguments: [0.3, 1.0, 2.5, 3.1])
  func thinRingHasEssensKernel(angle: Double) throws {
    let kernel = RingKernelHarmonics(
      radius: 3, thickness: 1e-9, interaction: try ElectronInteraction(.ampere))
    let cosine = Double.cos(angle)
    let essen = (1 + 3 * cosine) / (4 * (2 * (1 - cosine)).squareRoot())
    #expect((kernel.value(at: angle) - essen / 3).magnitude < 1e-12 * essen.magnitude + 1e-13)
  }

  /// As lambda falls to 0 the screened kernels become the bare ones, without loss of digits.
  @Test(arguments: ElectronInteraction.Gauge.allCases)
  func weakScreening(gauge: ElectronInteraction.Gauge) throws {
    let (a, b) = (try RingInteractionTests.wave(1), try RingInteractionTests.wave(3))
    func exchange(_ screening: Double) throws -> Double {
      try a.interaction(
        ElectronInteraction(.ampere, gauge: gauge, screening: screening), with: b
      ).exchange.value
    }
    let bare = try exchange(0)
    let slopes = try [1e-3, 1e-5, 1e-7].map { (try exchange($0) - bare) / (bare * $0) }
    #expect(slopes[0] < 0)
    #expect((slopes[1] - slopes[0]).magnitude < 0.01 * slopes[0].magnitude + 1e-3)
    #expect((slopes[2] - slopes[1]).magnitude < 0.01 * slopes[0].magnitude + 1e-3)
  }

  /// States of a solved ring with a cosine and a flux: U against the densities' double sum.
  @Test func solvedRing() throws {
    let ring = Ring(radius: 2, flux: 0.15).adding(cosine: 1, amplitude: 0.3)
    let levels = try ring.spectrum(lowest: 2).levels
    let states = try levels.map { try #require($0.ringState) }
    let orbitals = try states.enumerated().map {
      try RingOrbital($1, of: ring, thickness: 0.4, name: "\($0)")
    }
    let coulomb = try orbitals[0].interaction(ElectronInteraction(.coulomb), with: orbitals[1])
    let count = 400
    let densities = states.map { state in
      (0..<count).map { state.density(at: 2 * .pi * Double($0) / Double(count)) }
    }
    let weight = (2 * Double.pi / Double(count)) * (2 * Double.pi / Double(count))
    var sum = 0.0
    for i in 0..<count {
      for j in 0..<count {
        let half = 4 * Double.sin(.pi * Double(i - j) / Double(count))
        sum += weight * densities[0][i] * densities[1][j] / (half * half + 0.16).squareRoot()
      }
    }
    #expect((coulomb.direct.value - sum).magnitude < 1e-9)
    #expect(coulomb.direct.error < 1e-12)
  }

  @Test func whatARingCannotBe() throws {
    #expect(throws: FewBodyError.self) { try RingInteractionTests.wave(0, thickness: 0) }
    #expect(throws: FewBodyError.self) { try RingInteractionTests.wave(0, radius: -1) }
    #expect(throws: FewBodyError.self) {
      try RingInteractionTests.wave(0).interaction(
        ElectronInteraction(.coulomb), with: RingInteractionTests.wave(0, thickness: 0.2))
    }
    #expect(throws: FewBodyError.self) {
      try RingOrbital(
        name: "n", coefficients: [[Complex(2)]], first: 0, radius: 1, thickness: 1)
    }
  }
}
