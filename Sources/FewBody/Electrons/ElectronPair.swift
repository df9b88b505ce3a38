import RealModule

/// Two electrons on a ring in the coordinate between them, by certified elements.
struct ElectronPair {
  let ring: ElectronRing

  /// Where electrons cannot meet 1/r is replaced by 1/sqrt(r^2 + b^2). With W the difference, c >= 2x/pi
  /// the chord and psi(x)^2 <= x int psi'^2 on the half of the ring beside the contact,
  ///   int psi^2 W <= int psi'^2 int x W(2x/pi) dx = (pi^2/4) b int psi'^2,
  /// so that H_b <= H_0 <= (1 + (pi^2/4) b) H_b, b in bohr, and every level with them.
  private static let core = 1e-14

  /// The lowest levels of one spin; J and, for Eq. (39), the flux are the ring's.
  ///
  /// S = 0 is even in phi and S = 1 odd; for even J both repeat after one turn, for odd J they change
  /// sign. Without a thickness both vanish at contact, and only the behaviour at the antipode differs.
  func lowest(
    _ count: Int, spin: ElectronSpin, tolerance: Double, shouldStop: () -> Bool
  ) throws(FewBodyError) -> RelativeLevels {
    let isEven = spin.twice == 0
    let isPeriodic = ring.totalMomentum.isMultiple(of: 2)
    let radius = ring.radius.bohr
    let cannotMeet = ring.thickness.bohr == 0
    let isMirrorAtEnd = isEven == isPeriodic
    let profile = try profile(
      thickness: cannotMeet ? Self.core * min(radius, 1) : ring.thickness.bohr)
    let solver = ElementSolver(
      profile: profile, domain: ElementMesh.Domain(left: -.pi * radius, right: .pi * radius),
      isMirrored: true,
      antipode: ElementSolver.Antipode(
        even: isMirrorAtEnd ? .mirror : .wall, odd: isMirrorAtEnd ? .mirror : .wall))
    let isOdd = cannotMeet || !isEven
    let outcome = try solver.lowest(2 * count + 1, tolerance: tolerance, shouldStop: shouldStop)
    let found = outcome.levels.filter { ($0.parity == .odd) == isOdd }
    let widening = cannotMeet ? 1 + 0.25 * .pi * .pi * Self.core * min(radius, 1) * 1.001 : 1
    let levels = found.prefix(count).map { level in
      let solution = level.solution
      let state = LineState(
        ElementRepresentation(state: solution.state, parity: isOdd ? -1 : 1))
      return RelativeLevel(
        energy: solution.energy, lower: solution.lower,
        upper: solution.upper * widening,
        certainty: solution.isCertified
          ? .rigorous : .estimate(because: "the counts of the certificate did not close"),
        residual: solution.residual, spin: spin, magneticCurrent: magneticCurrent(state),
        state: { statistics(state, solution.state) })
    }
    return RelativeLevels(
      levels: levels, isComplete: outcome.isComplete && levels.count == count,
      method: [
        "name": "elements", "degree": .integer(ReferenceElement.degree),
        "elements": .integer(outcome.elements), "refinement": .integer(outcome.refinement),
        "check": "two certified counts enclose every level",
      ])
  }

  /// Whether the rotation of the centre is part of the profile.
  var includesRotation: Bool { ring.interaction.isMagnetic }

  private func profile(thickness: Double) throws(FewBodyError) -> LineProfile {
    let repulsion = RingRepulsion(radius: ring.radius.bohr, thickness: thickness)
    guard ring.interaction.isMagnetic else { return LineProfile(repulsion, mass: 0.5) }
    return LineProfile.ringPair(
      kernel, adding: ring.interaction.hasCoulomb ? repulsion : nil)
  }

  private var kernel: RingKernel {
    RingKernel(
      contact: Constants.classicalElectronRadius, radius: ring.radius.bohr,
      thickness: ring.thickness.bohr, mass: 1, momentum: turns, ordering: 0)
  }

  /// J + 2f.
  private var turns: Double { Double(ring.totalMomentum) + 2 * ring.flux }

  /// Eq. (39): dH/df = J_C/R^2 (1 + eps V) in full, beyond J_C/R^2.
  func magneticCurrent(_ state: LineState) -> Double {
    guard ring.interaction.isMagnetic else { return 0 }
    let (kernel, radius) = (kernel, ring.radius.bohr)
    let ratio = Constants.classicalElectronRadius / radius
    let inverse = state.matrixElement(with: state) { x in
      let v = ratio * kernel.angular(x / radius).value
      return -v / (1 + v)
    }
    return -turns * inverse / (2 * .pi * radius * radius)
  }

  private func statistics(_ state: LineState, _ half: ElementState) -> ElectronState {
    let (radius, kernel) = (ring.radius.bohr, kernel)
    let repulsion = RingRepulsion(radius: radius, thickness: ring.thickness.bohr)
    let coulomb = state.matrixElement(with: state) { x in
      let value = repulsion.value(at: x)
      return value.isFinite ? value : 0
    }
    var magnetic: Double?
    if ring.thickness.bohr > 0 {
      // -(alpha^2/R^3) [P^2 <V>/4 - <p V p>], p = -i d/dphi, P = J + 2f; <p V p> = R^2 int V psi'^2 dx.
      let scale = Constants.classicalElectronRadius / (radius * radius * radius)
      let value = state.matrixElement(with: state) { kernel.angular($0 / radius).value }
      let bent = half.slopeExpectation { kernel.angular($0 / radius).value }
      magnetic = -scale * (turns * turns / 4 * value - radius * radius * bent)
    }
    let turn = 2 * Double.pi
    return ElectronState(coulombEnergy: coulomb, darwinBreitEnergy: magnetic) {
      { phi in
        let folded = phi - turn * ((phi / turn).rounded())
        let psi = state.value(at: folded * radius)
        return psi * psi * radius
      }
    }
  }
}
