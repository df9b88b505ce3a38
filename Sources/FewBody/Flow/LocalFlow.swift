/// The velocity field at a point and the forces on it, in Hartree atomic units.
///
/// With v = (A^MB + A)/m and A^MB = Re[sum psi*(-i grad)psi]/rho (H. Koizumi's Berry connection):
/// m D_t v = -(E + v x B) + grad(mv^2/2) + [-grad phi + dA^MB/dt] - v x (curl A^MB). For one orbital
/// the bracket is -grad mu with mu = phi + (1/2) d chi/dt (A^MB = -grad chi/2), and the last term
/// vanishes off the vortices, where it is the loop-current force (``Vortex/force``).
public struct LocalFlow: Sendable, Equatable {
  /// In bohr.
  public var position: SIMD3<Double>
  /// rho of all electrons, in bohr^-dimension.
  public var density: Double
  /// v, in bohr hartree/hbar.
  public var velocity: SIMD3<Double>
  /// A^MB, in 1/bohr.
  public var berryConnection: SIMD3<Double>
  /// curl v, in hartree/hbar.
  public var vorticity: SIMD3<Double>
  /// m D_t v from the wave's own derivatives in space and time, in hartree per bohr.
  public var massTimesAcceleration: SIMD3<Double>
  /// -(E + v x B).
  public var lorentz: SIMD3<Double>
  /// grad(mv^2/2).
  public var kinetic: SIMD3<Double>
  /// -grad phi + dA^MB/dt, for one orbital -grad mu.
  public var chemical: SIMD3<Double>
  /// -v x (curl A^MB), 0 for one orbital.
  public var loop: SIMD3<Double>
  /// The same m D_t v by the balance of momentum, without a derivative in time.
  ///
  /// One orbital: -(E + v x B) - grad(U + Q), with Madelung's Q from the density alone (Z. Phys. 40,
  /// 322 (1927)). Several: -(E + v x B) - grad U - (1/rho) d_j T_ij with
  /// T_ij = Re sum (pi_i psi)*(pi_j psi)/m - m rho v_i v_j - d_i d_j rho/4m.
  public var momentumBalance: SIMD3<Double>
  /// |grad U| and |grad Q|, or the stress' part: where the two cancel, as in a state at rest, they are the forces' size.
  var restoring = 0.0

  /// The sum of the four terms.
  public var force: SIMD3<Double> { lorentz + kinetic + chemical + loop }

  /// How far the acceleration is from the momentum balance, and the forces' size at this point.
  var mismatch: (difference: Double, size: Double) {
    let difference = max(
      (massTimesAcceleration - momentumBalance).length, (massTimesAcceleration - force).length)
    let size = lorentz.length + kinetic.length + chemical.length + loop.length
    return (difference, size + restoring)
  }
}

extension LocalFlow {
  /// - Parameter slope: grad U at the point.
  init(
    at r: SIMD3<Double>, time: Double, _ orbitals: [WaveJet], _ rho: DensityJet,
    _ electron: MovingElectron, slope: SIMD3<Double>, dimension: Int
  ) {
    let (fields, mass) = (electron.fields, electron.mass)
    let a = fields.vectorPotential(at: r, time: time)
    var sums = CurrentSums()
    for orbital in orbitals { sums.add(orbital, a, fields, dimension, mass) }
    let inverse = 1 / sums.density
    let m: SIMD3<Double> = sums.current * inverse  // m v
    let v = m / mass
    let rate: SIMD3<Double> = (sums.currentRate - sums.densityRate * m) * inverse
    var columns = [SIMD3<Double>](repeating: .zero, count: 3)  // m dv/dx_j
    for j in 0..<dimension {
      columns[j] = (sums.currentSlopes[j] - sums.densityGradient[j] * m) * inverse
    }
    let convection: SIMD3<Double> = v.x * columns[0] + v.y * columns[1] + v.z * columns[2]
    let curl = SIMD3(
      columns[1].z - columns[2].y, columns[2].x - columns[0].z, columns[0].y - columns[1].x)
    // Of uniform fields only the components within the space act on it.
    let magnetic = dimension > 1 ? fields.magnetic : .zero
    position = r
    density = sums.density
    velocity = v
    berryConnection = m - a
    vorticity = curl / mass
    massTimesAcceleration = rate + convection
    lorentz = -(fields.wholeElectric + cross(v, magnetic))
    kinetic = SIMD3(dot(v, columns[0]), dot(v, columns[1]), dot(v, columns[2]))
    chemical = fields.electric + rate - fields.backgroundRate
    loop = -cross(v, curl - magnetic)
    if orbitals.count == 1 {
      let quantum = rho.quantumForce(mass: mass)
      momentumBalance = lorentz - slope - quantum
      restoring = slope.length + quantum.length
    } else {
      let pressure = sums.stressDivergence(m, columns, mass) - rho.laplacianGradient / (4 * mass)
      momentumBalance = lorentz - slope - pressure * inverse
      restoring = slope.length + (pressure * inverse).length
    }
  }
}
