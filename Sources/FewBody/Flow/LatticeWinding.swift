import ComplexModule
import RealModule

/// Gauge-invariant winding numbers of one orbital on a grid: always whole.
///
/// n = (1/2 pi)[sum over links arg(psi_j psi_i* e^{iA_ij}) - Phi], A_ij = int A.dl along the link and
/// Phi the flux through the loop (charge -e). Each link's phase lies in (-pi, pi] and is gauge
/// invariant; e^{i sum} is exactly the phase of the flux, so that n is a whole number for every wave,
/// also one of noise. (PHYSICS.md section 5; the lattice definition is that of Luescher's and
/// Fukui-Hatsugai-Suzuki's Chern numbers, J. Phys. Soc. Jpn. 74, 1674 (2005).)
public struct LatticeWinding: Sendable {
  private let wave: GridWave
  private let fields: UniformFields

  /// - Throws: ``FewBodyError/invalid(_:)`` for a wave in three dimensions, or on a line that is no
  ///   ring: there is no loop.
  public init(of wave: GridWave, in fields: UniformFields) throws(FewBodyError) {
    guard wave.grid.dimension == 2 || wave.grid.isRing else {
      throw .invalid(
        "dim", wave.grid.dimension, accepted: "2, or a ring: a loop has to enclose something")
    }
    self.wave = wave
    self.fields = fields
  }

  /// int A.dl + grad S.dl from one node to a neighbour `shift` away, modulo 2 pi.
  private func phase(_ from: Int, _ to: Int, _ shift: SIMD3<Double>) -> Double {
    let start = wave.grid.position(from)
    // A is linear in r: its value in the middle times the length is the integral.
    let a = dot(fields.vectorPotential(at: start + 0.5 * shift, time: wave.time), shift)
    let (p, q) = (nonzero(wave.values[from]), nonzero(wave.values[to]))
    let turned = q * p.conjugate * Complex(Double.cos(a), Double.sin(a))
    return Double.atan2(y: turned.imaginary, x: turned.real)
  }

  /// A node on a zero has no phase; any will do, since n is whole for every choice.
  private func nonzero(_ value: Complex<Double>) -> Complex<Double> {
    let size = value.length
    return size > 0 && size.isFinite ? value.multiplied(by: 1 / size) : Complex(1, 0)
  }

  /// The circulation m v.dl round the rectangle of nodes, in units of hbar, and its winding.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for nodes outside the grid or in the wrong order.
  public func circulation(
    x: ClosedRange<Int>, y: ClosedRange<Int>
  ) throws(FewBodyError) -> (circulation: Double, winding: Int) {
    let axes = wave.grid.axes
    guard axes.count == 2, x.lowerBound >= 0, y.lowerBound >= 0, x.upperBound < axes[0].points,
      y.upperBound < axes[1].points, !x.isEmpty, x.count > 1, y.count > 1
    else {
      throw .invalid("loop", "\(x), \(y)", accepted: "two or more nodes within the grid each way")
    }
    return rectangle(x, y)
  }

  private func rectangle(
    _ x: ClosedRange<Int>, _ y: ClosedRange<Int>
  ) -> (circulation: Double, winding: Int) {
    let (first, second) = (wave.grid.axes[0], wave.grid.axes[1])
    func node(_ i: Int, _ j: Int) -> Int { i * second.points + j }
    let right = SIMD3(first.step, 0, 0)
    let up = SIMD3(0, second.step, 0)
    var sum = 0.0
    for i in x.dropLast() {
      sum += phase(node(i, y.lowerBound), node(i + 1, y.lowerBound), right)
      sum += phase(node(i + 1, y.upperBound), node(i, y.upperBound), -right)
    }
    for j in y.dropLast() {
      sum += phase(node(x.upperBound, j), node(x.upperBound, j + 1), up)
      sum += phase(node(x.lowerBound, j + 1), node(x.lowerBound, j), -up)
    }
    let area = Double(x.count - 1) * first.step * Double(y.count - 1) * second.step
    let whole = (sum - fields.magnetic.z * area) / (2 * .pi)
    return (sum, Int(whole.rounded()))
  }

  /// n of the plaquette whose lower left node is (i, j); 0...points - 2 each way.
  func plaquette(_ i: Int, _ j: Int) -> Int { rectangle(i...(i + 1), j...(j + 1)).winding }

  /// Of a ring: the circulation int mv.dl in hbar, and n = (circulation - 2 pi f)/2 pi.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` if the grid is no ring.
  public func ring() throws(FewBodyError) -> (circulation: Double, winding: Int) {
    let axis = wave.grid.axes[0]
    guard wave.grid.isRing else { throw .invalid("grid", "a box", accepted: "a ring") }
    var sum = 0.0
    for i in 0..<axis.points {
      sum += phase(i, (i + 1) % axis.points, SIMD3(axis.step, 0, 0))
    }
    let flux = fields.vectorPotential(at: .zero, time: wave.time).x * axis.length
    return (sum, Int(((sum - flux) / (2 * .pi)).rounded()))
  }

  /// The plaquettes with a winding whose four corners all have `share` of the largest density.
  func windings(denserThan share: Double) -> [(i: Int, j: Int, winding: Int)] {
    let (columns, rows) = (wave.grid.axes[0].points, wave.grid.axes[1].points)
    let densities = wave.values.map(\.density)
    let least = share * (densities.max() ?? 0)
    var found: [(Int, Int, Int)] = []
    for i in 0..<(columns - 1) {
      for j in 0..<(rows - 1) {
        let corner = i * rows + j
        // A core is empty: it is the surroundings, two nodes off, that tell a vortex from noise.
        let around = [
          corner, corner + 1, corner + rows, corner + rows + 1, (max(i - 2, 0)) * rows + j,
          min(i + 3, columns - 1) * rows + j, i * rows + max(j - 2, 0),
          i * rows + min(j + 3, rows - 1),
        ]
        guard around.contains(where: { densities[$0] >= least }) else { continue }
        let winding = plaquette(i, j)
        if winding != 0 { found.append((i, j, winding)) }
      }
    }
    return found
  }
}
