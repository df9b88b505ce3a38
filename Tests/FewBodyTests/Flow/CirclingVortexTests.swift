import FewBody
import RealModule
import Testing

/// A vortex of a 2D oscillator in a magnetic field, against values in closed form.
@Suite struct CirclingVortexTests {
  let vortex: OscillatorVortex
  let field: FlowField

  init() throws {
    vortex = try OscillatorVortex(magnetic: 0.7, frequency: 1.1)
    let grid = try PeriodicGrid.box(dimension: 2, extent: 7, points: 256)
    let vortex = vortex
    let wave = try GridWave(on: grid) { vortex.wavefunction(at: $0, time: 0) }
    field = try FlowField(of: [wave], moving: try vortex.electron())
  }

  /// The values of `reference/claims.md`, rows koizumi 1 to 2.
  @Test func velocityAndForcesAtAPoint() throws {
    let flow = try field.flow(at: SIMD3(0.3, -0.45, 0))
    let expected: [(SIMD3<Double>, Double, Double)] = [
      (flow.velocity, 0.532928853, 0.937670113),
      (flow.massTimesAcceleration, -1.759423, 1.134941),
      (flow.lorentz, -0.656369, 0.373050),
      (flow.kinetic, -0.522974, 0.105336),
      (flow.chemical, -0.580081, 0.656555),
      (flow.momentumBalance - flow.lorentz, -1.103054, 0.761891),
    ]
    for (vector, x, y) in expected {
      #expect((vector - SIMD3(x, y, 0)).max() < 1e-6)
      #expect((vector - SIMD3(x, y, 0)).min() > -1e-6)
    }
    #expect((flow.velocity.x - 0.532928853).magnitude < 1e-9)
  }

  @Test func forcesBalanceAwayFromZeros() throws {
    let balance = field.balance()
    #expect(balance.nodes > 5000)
    #expect(balance.error < 1e-6, "\(balance.error)")
  }

  @Test func theVortexIsFoundWhereItIs() throws {
    let found = try field.vortices()
    #expect(found.count == 1)
    let one = try #require(found.first)
    let radius = 0.698062742203189222872923943424
    #expect(one.winding == 1)
    #expect((one.position - SIMD3(-radius, 0, 0)).x.magnitude < 1e-10)
    #expect(one.position.y.magnitude < 1e-10)
    // It turns counterclockwise about the origin.
    #expect((one.velocity.y + 1.50433963806151956985653443468 * radius).magnitude < 1e-9)
    // arg f is constant round it, so that the regular flow is A/m alone.
    #expect((one.background.y + 0.35 * radius).magnitude < 1e-6)
    let slip = one.background.y - one.velocity.y
    #expect((one.force.x + 2 * .pi * slip).magnitude < 1e-6)
  }

  /// The circulation round a fixed loop jumps by 2 pi when the vortex crosses it.
  @Test func circulationJumpsByAQuantum() throws {
    let electron = try vortex.electron()
    let grid = try PeriodicGrid.box(dimension: 2, extent: 7, points: 64)
    var values: [Double] = []
    for step in 0..<8 {
      let time = Double(step) * 2 * .pi / vortex.angularVelocity / 8
      let wave = try GridWave(on: grid, time: time) { vortex.wavefunction(at: $0, time: time) }
      let lattice = try LatticeWinding(of: wave, in: electron.fields)
      // A loop about the left half of the circle.
      let loop = try lattice.circulation(x: 24...31, y: 20...44)
      let area = 7.0 * 24 * (14.0 / 64) * (14.0 / 64)
      #expect(
        (loop.circulation - 2 * .pi * Double(loop.winding) - 0.7 * area).magnitude < 1e-12)
      values.append(loop.circulation)
    }
    let jumps = zip(values, values.dropFirst()).map { $1 - $0 }.filter { $0.magnitude > 1e-9 }
    #expect(jumps.count == 2)
    for jump in jumps { #expect((jump.magnitude - 2 * .pi).magnitude < 1e-12) }
  }

  @Test func noVelocityAtAZero() throws {
    let zero = try #require(try field.vortices().first)
    #expect(PropagationErrorTests.name { _ = try field.flow(at: zero.position) } == "at")
    #expect(PropagationErrorTests.name { _ = try field.flow(at: SIMD3(99, 0, 0)) } == "at")
  }

  /// The ground state at rest: trap and quantum pressure cancel.
  @Test func atRest() throws {
    let state = try OscillatorVortex(frequency: 1, amplitudes: (1, 0))
    let answer = try FlowProblem.vortex(state, extent: nil, points: 128).answer(time: 0)
    #expect(answer.vortices.isEmpty)
    #expect(answer.balance < 1e-6, "\(answer.balance)")
  }
}
