import ComplexModule
import FewBody
import RealModule
import Testing

/// v = (n + f)/mR on a ring, its flux ramp, and the balance of forces in a potential.
@Suite struct RingFlowTests {
  @Test(arguments: [(0, 0.25), (-1, 0.3), (2, 0.1)])
  func velocityOfALevel(n: Int, flux: Double) throws {
    let (radius, mass, rate) = (1.7, 0.8, 0.3)
    let grid = try PeriodicGrid.ring(radius: radius, points: 32)
    let electron = try MovingElectron(
      mass: mass, fields: .flux(flux, rate: rate, radius: radius))
    let wave = try GridWave(on: grid) { r in
      let angle = Double(n) * r.x / radius
      return Complex(Double.cos(angle), Double.sin(angle))
    }
    let field = try FlowField(of: [wave], moving: electron)
    let lattice = try LatticeWinding(of: wave, in: electron.fields).ring()
    #expect(lattice.winding == n)
    #expect((lattice.circulation - 2 * .pi * (Double(n) + flux)).magnitude < 1e-12)
    for node in [0, 5, 31] {
      let flow = try field.flow(node: node)
      #expect((flow.velocity.x - (Double(n) + flux) / (mass * radius)).magnitude < 1e-13)
      // m dv/dt = f'/R in quanta: e dPhi/dt/(2 pi R).
      #expect((flow.massTimesAcceleration.x - rate / radius).magnitude < 1e-12)
      #expect((flow.lorentz.x - rate / radius).magnitude < 1e-15)
    }
  }

  @Test func forcesBalanceInAPotential() throws {
    let grid = try PeriodicGrid.ring(radius: 1, points: 64)
    let electron = try MovingElectron(fields: .flux(0.2, radius: 1)) { r in 0.4 * Double.cos(r.x) }
    let start = try GridWave(on: grid) { r in
      Complex(Double.cos(r.x), Double.sin(r.x))
        * Complex(1 + 0.3 * Double.cos(r.x), 0.1 * Double.sin(2 * r.x))
    }
    let propagator = try SplitOperator(electron, on: grid, order: .sixth)
    let end = try propagator.propagate(start, for: 0.5, tolerance: 1e-11)
    #expect(end.energyDrift < 1e-10)
    let field = try FlowField(of: [end.wave], moving: electron)
    let balance = field.balance()
    #expect(balance.nodes == 64)
    #expect(balance.error < 1e-10, "\(balance.error)")
    #expect(balance.largestForce > 0.1)
  }

  /// Two waves beside each other, nearly a node: third derivatives of many nodes are not made of rounding.
  @Test(arguments: [32, 64, 256, 1024]) func manyNodes(points: Int) throws {
    let answer = try FlowProblem.ring(
      radius: 1, mass: 1, winding: 1, admixture: 0.9, flux: 0, fluxRate: 0, cosine: (0, 1),
      points: points
    ).answer(time: 0)
    #expect(answer.balance < 1e-10, "\(answer.balance)")
  }

  /// Nothing acts on a plane wave: rounding is measured by its kinetic energy, and not by itself.
  @Test(arguments: [-3, 0, 7]) func aPlaneWaveBalances(winding: Int) throws {
    let answer = try FlowProblem.ring(
      radius: 2, mass: 1, winding: winding, admixture: 0, flux: 0.25, fluxRate: 0, cosine: (0, 1),
      points: 64
    ).answer(time: 0)
    #expect(answer.balance < 1e-10, "\(answer.balance)")
  }

  /// m D_t v from two later waves agrees with that from one, which knows no second time.
  @Test func accelerationIsThatOfTheMotion() throws {
    let grid = try PeriodicGrid.ring(radius: 1, points: 32)
    let electron = try MovingElectron(
      fields: .flux(0.2, rate: 0.7, radius: 1)
    ) { r in 0.4 * Double.cos(r.x) }
    let start = try GridWave(on: grid) { r in
      Complex(1 + 0.3 * Double.cos(r.x), 0.2 * Double.sin(r.x))
    }
    let propagator = try SplitOperator(electron, on: grid, order: .sixth)
    let h = 1e-3
    func velocity(_ time: Double) throws -> Double {
      let wave = try propagator.propagate(start, for: time, tolerance: 1e-10).wave
      return try FlowField(of: [wave], moving: electron).flow(node: 7).velocity.x
    }
    let rate = (try velocity(h) - velocity(-h)) / (2 * h)
    let field = try FlowField(of: [start], moving: electron)
    let flow = try field.flow(node: 7)
    let slope =
      (try field.flow(node: 8).velocity.x - field.flow(node: 6).velocity.x) / (4 * .pi / 32)
    // Node differences are of second order; the series' own slope is taken from the identity.
    let convection = flow.kinetic.x
    #expect((slope * flow.velocity.x - convection).magnitude < 0.05 * (1 + convection.magnitude))
    #expect((rate + convection - flow.massTimesAcceleration.x).magnitude < 1e-5)
  }
}
