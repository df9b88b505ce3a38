import ComplexModule
import RealModule

/// A zero of an orbital in the plane, about which its phase winds.
public struct Vortex: Sendable, Equatable {
  /// R, to the accuracy of the orbital's Fourier series.
  public var position: SIMD3<Double>
  /// n of psi; Koizumi's chi winds w = -2n.
  public var winding: Int
  /// dR/dt, from d psi/dt + dR/dt.grad psi = 0.
  public var velocity: SIMD3<Double>
  /// The flow that carries it: v without its own 1/r, the average over small circles.
  public var background: SIMD3<Double>

  /// The loop-current force, pi hbar w (v - dR/dt) x z integrated over the core, in hartree bohr.
  public var force: SIMD3<Double> {
    -2 * .pi * Double(winding) * cross(background - velocity, SIMD3(0, 0, 1))
  }
}

extension FlowField {
  /// The vortices of one orbital in the plane, those within `share` of the largest density.
  ///
  /// Plaquettes with a winding give the first guess, Newton's iteration on the Fourier series the
  /// place; an iteration that leaves the plaquette's neighbourhood keeps the plaquette's middle.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` unless there is one orbital in two dimensions.
  public func vortices(denserThan share: Double = 1e-6) throws(FewBodyError) -> [Vortex] {
    guard orbitals.count == 1, grid.dimension == 2 else {
      throw .invalid(
        "orbitals", "\(orbitals.count) in \(grid.dimension) dimensions",
        accepted: "one orbital in the plane: the phase of several has no winding")
    }
    let lattice = try LatticeWinding(of: orbitals[0], in: electron.fields)
    var found: [Vortex] = []
    for (i, j, winding) in lattice.windings(denserThan: share) {
      let axes = grid.axes
      let middle = SIMD3(
        axes[0].lower + (Double(i) + 0.5) * axes[0].step,
        axes[1].lower + (Double(j) + 0.5) * axes[1].step, 0)
      found.append(vortex(near: middle, winding: winding))
    }
    return found
  }

  private func vortex(near middle: SIMD3<Double>, winding: Int) -> Vortex {
    let step = grid.axes[0].step
    var place = middle
    for _ in 0..<20 {
      let jet = derivatives.jet(spectra[0], at: place)
      guard let shift = Self.solve(jet, jet.re.value, jet.im.value) else { break }
      place -= shift
      if (place - middle).length > 2 * step { break }
      if shift.length < 1e-14 * (1 + place.length) { break }
    }
    if !((place - middle).length <= 2 * step) { place = middle }
    let jet = derivatives.jet(spectra[0], at: place)
    let velocity = Self.solve(jet, jet.re.rate, jet.im.rate).map { -$0 } ?? .zero
    // The average over a circle of radius r errs by r^2: two radii remove that.
    let wide = average(about: place, radius: 0.5 * step)
    let narrow = average(about: place, radius: 0.25 * step)
    return Vortex(
      position: place, winding: winding, velocity: velocity,
      background: (4 * narrow - wide) / 3)
  }

  /// The shift s with grad psi.s = (re, im), by Cramer's rule.
  private static func solve(_ jet: WaveJet, _ re: Double, _ im: Double) -> SIMD3<Double>? {
    let (a, b) = (jet.re.gradient, jet.im.gradient)
    let determinant = a.x * b.y - a.y * b.x
    guard determinant != 0, determinant.isFinite else { return nil }
    return SIMD3((re * b.y - a.y * im) / determinant, (a.x * im - re * b.x) / determinant, 0)
  }

  private func average(about center: SIMD3<Double>, radius: Double) -> SIMD3<Double> {
    var sum = SIMD3<Double>.zero
    let count = 16
    for k in 0..<count {
      let angle = 2 * .pi * Double(k) / Double(count)
      let point = center + radius * SIMD3(Double.cos(angle), Double.sin(angle), 0)
      let jet = derivatives.jet(spectra[0], at: point)
      let density = jet.re.value * jet.re.value + jet.im.value * jet.im.value
      let phase: SIMD3<Double> = jet.re.value * jet.im.gradient - jet.im.value * jet.re.gradient
      sum += phase / density + electron.fields.vectorPotential(at: point, time: time)
    }
    return sum / (Double(count) * electron.mass)
  }
}
