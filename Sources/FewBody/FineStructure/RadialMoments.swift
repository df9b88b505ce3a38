/// The expectation values that the Breit-Pauli terms need, by quadrature over one radial state.
///
/// Each has two forms that agree on an eigenfunction, through the Schroedinger equation
/// p^2 psi = 2 mu (E - V) psi or an integration by parts, and in general on no other function. The
/// first form is the value. Its error is eight times the sum of their difference and of the virial
/// defect <V>/2E - 1, with rounding and the width of E. The difference measures a smooth error (for
/// u(1 + x r), x = 1e-3 and 1e-6, n = l + 1 <= 3, the value is off by up to 7.04 differences); the
/// defect also sees kinks at nodes, which no point inside an element does: with elements built for
/// energies up to 1e-9 off, 23 of 108 totals lay outside the bounds of the first, none of both.
/// Below, V = -Z/r, psi = (u/r) Y_lm and D = u' - u/r = r dR/dr.
struct RadialMoments: Sendable, Equatable {
  /// <p^4> = 4 mu^2 <(E - V)^2>, for p^2 psi is square integrable.
  ///
  /// Second form: one p^2 by the Schroedinger equation, the other by parts,
  /// 2 mu <grad((E - V) psi).grad(psi)>
  /// = 2 mu integral [(E - V)(D^2 + l(l + 1) u^2/r^2) - (Z/r^2) u D] dr.
  let kineticSquared: Moment
  /// |psi(0)|^2 = lim (u/r)^2/4 pi, which is zero for l > 0.
  ///
  /// Second form, the mean force: (mu/2 pi) <dV/dr> = (mu Z/2 pi) integral u^2/r^2 dr (Bethe and
  /// Salpeter, Section 3).
  let contactDensity: Moment
  /// <1/r^3>, for l > 0; zero stands for the diverging integral of l = 0, where the
  /// angular factor of every term that has it vanishes.
  ///
  /// Second form, no mean radial force: l(l + 1) <1/r^3> = mu Z <1/r^2>.
  let inverseCube: Moment
  /// <(1/r)(p^2 + rhat.(rhat.p) p)>, the orbit-orbit operator.
  ///
  /// The tensor K = (1 + rhat rhat)/r has no divergence, so that K p p = p K p and the value
  /// is <grad psi.K.grad psi>: 2/r for the radial and 1/r for the angular part of the gradient,
  /// integral [2 D^2/r + l(l + 1) u^2/r^3] dr. Second form: both p on psi, with
  /// p^2 psi = 2 mu (E - V) psi and rhat rhat:p p = -d^2/dr^2,
  /// integral [4 mu (E - V) u^2/r + 2 u D/r^2 - l(l + 1) u^2/r^3] dr.
  let orbitOrbit: Moment

  /// - Parameters:
  ///   - state: the radial state; it need not be normalised exactly.
  ///   - energy: an interval that holds E, in hartree.
  init(
    of state: RadialSamples, energy: ClosedRange<Double>, charge: Double, reducedMass mu: Double
  ) {
    let l = Double(state.angularMomentum)
    let centrifugal = l * (l + 1)
    let middle = energy.lowerBound + (energy.upperBound - energy.lowerBound) / 2
    let halfWidth = (energy.upperBound - energy.lowerBound) / 2
    let norm = state.integral { _, u, _ in u * u }.value
    // <V> = 2E: of first order in the error of the state, while E is of second.
    let potential = -charge * state.integral { r, u, _ in u * u / r }.value / norm
    let virial = (potential / (2 * middle) - 1).magnitude
    // Each product and each addition rounds once; the states themselves are good to a few units.
    let rounding = Double(state.points.count + 40) * 0x1p-53

    typealias Sum = (value: Double, magnitude: Double)
    func moment(_ first: Sum, _ second: Sum, slope: Double = 0) -> Moment {
      let size = max(first.magnitude, second.magnitude)
      let error =
        8 * ((first.value - second.value).magnitude + virial * first.value.magnitude)
        + rounding * size + slope.magnitude * halfWidth
      return Moment(value: first.value / norm, error: error / norm)
    }

    let kinetic = state.integral { r, u, _ in
      let local = 2 * mu * (middle + charge / r) * u
      return local * local
    }
    let kineticByParts = state.integral { r, u, slope in
      let d = slope - u / r
      let gradient = d * d + centrifugal * (u / r) * (u / r)
      return 2 * mu * ((middle + charge / r) * gradient - charge * (u / r) * (d / r))
    }
    let kineticSlope = state.integral { r, u, _ in 8 * mu * mu * (middle + charge / r) * u * u }
    kineticSquared = moment(kinetic, kineticByParts, slope: kineticSlope.value)

    let inverseSquare = state.integral { r, u, _ in (u / r) * (u / r) }
    if state.angularMomentum == 0 {
      let density = state.originCoefficient * state.originCoefficient / (4 * .pi)
      let force = mu * charge / (2 * .pi)
      contactDensity = moment(
        (density, density), (force * inverseSquare.value, force * inverseSquare.magnitude))
      inverseCube = .zero
    } else {
      contactDensity = .zero
      let force = mu * charge / centrifugal
      inverseCube = moment(
        state.integral { r, u, _ in (u / r) * (u / r) / r },
        (force * inverseSquare.value, force * inverseSquare.magnitude))
    }

    let currents = state.integral { r, u, slope in
      let d = slope - u / r
      return (2 * d * d + centrifugal * (u / r) * (u / r)) / r
    }
    let ordered = state.integral { r, u, slope in
      let d = slope - u / r
      let local = 4 * mu * (middle + charge / r) * u * u - centrifugal * (u / r) * (u / r)
      return (local + 2 * (u / r) * d) / r
    }
    let orderedSlope = state.integral { r, u, _ in 4 * mu * u * u / r }
    orbitOrbit = moment(currents, ordered, slope: orderedSlope.value)
  }
}
