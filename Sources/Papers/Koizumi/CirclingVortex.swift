import ComplexModule
import FewBody
import RealModule

/// The moving state on which the forces are computed: a vortex that circles in a field, on a grid and in closed form.
struct CirclingVortex: Sendable {
  let state: OscillatorVortex
  let electron: MovingElectron
  let field: FlowField
  /// Where the forces are compared.
  let point = SIMD3(0.3, -0.45, 0)

  /// The one of all claims.
  static let shared = Result { try CirclingVortex() }

  private init() throws {
    state = try OscillatorVortex(magnetic: 0.7, frequency: 1.1)
    electron = try state.electron()
    let problem = try FlowProblem.vortex(state, points: 128)
    let wave = try GridWave(on: problem.grid) { problem.wave($0, 0) }
    field = try FlowField(of: [wave], moving: electron)
  }

  func flow() throws -> LocalFlow { try field.flow(at: point) }

  /// A^MB of psi = (c_0 + c_1 sqrt(mW) (x + iy) e^{-i w t}) times a real function: Im(grad psi/psi).
  func berryConnection(_ x: Double, _ y: Double, _ time: Double = 0) -> SIMD2<Double> {
    let scale = (state.mass * state.wholeFrequency).squareRoot()
    let turn = Complex(length: state.amplitudes.1 * scale, phase: -state.angularVelocity * time)
    let f = Complex(state.amplitudes.0) + turn * Complex(x, y)
    let ratio = turn / f
    return SIMD2(ratio.imaginary, ratio.real)
  }

  func velocity(_ x: Double, _ y: Double, _ time: Double = 0) -> SIMD2<Double> {
    let turned: SIMD2<Double> = SIMD2(-y, x) * (0.5 * state.magnetic)
    return (berryConnection(x, y, time) + turned) / state.mass
  }

  /// m(d/dt + v.grad)v, by differences along the flow.
  func acceleration() -> SIMD2<Double> {
    let v = velocity(point.x, point.y)
    func along(_ axis: Int) -> Double {
      slope(
        of: { velocity(point.x + v.x * $0, point.y + v.y * $0, $0)[axis] }, at: 0, step: 0.005)
    }
    return state.mass * SIMD2(along(0), along(1))
  }

  /// grad(mv^2/2), by differences.
  func kinetic() -> SIMD2<Double> {
    func energy(_ x: Double, _ y: Double) -> Double {
      let v = velocity(x, y)
      return 0.5 * state.mass * (v * v).sum()
    }
    return SIMD2(
      slope(of: { energy($0, point.y) }, at: point.x, step: 0.005),
      slope(of: { energy(point.x, $0) }, at: point.y, step: 0.005))
  }

  /// -grad mu = dA^MB/dt where there is no electric potential.
  func chemical() -> SIMD2<Double> {
    func rate(_ axis: Int) -> Double {
      slope(of: { berryConnection(point.x, point.y, $0)[axis] }, at: 0, step: 0.005)
    }
    return SIMD2(rate(0), rate(1))
  }

  /// The two components of what is printed and what the grid has.
  static func both(
    _ name: String, _ printed: SIMD2<Double>, _ ours: SIMD3<Double>, within tolerance: Double,
    _ unit: String
  ) -> [Finding] {
    [
      .both("\(name)_x", printed: printed.x, ours: ours.x, within: tolerance, unit),
      .both("\(name)_y", printed: printed.y, ours: ours.y, within: tolerance, unit),
    ]
  }
}
