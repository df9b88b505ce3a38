import ComplexModule
import RealModule

/// Eigenstates that light can see: their energies, and the moments between any two of them.
///
/// ``CurveElectron`` and ``LineCharges`` are such sets; one of your own needs the two requirements only.
public protocol OpticalStates: Sendable {
  /// Ascending.
  var energies: [Energy] { get }
  /// <from|...|to>, also for from = to; nil for states that are not there.
  func moments(from: Int, to: Int) -> TransitionMoments?
}

extension OpticalStates {
  /// All transitions up from a state.
  public func transitions(from state: Int) -> [TransitionMoments] {
    energies.indices.compactMap { moments(from: state, to: $0) }
      .filter { $0.energy.hartree > 0 }
  }

  /// All transitions of a canonical ensemble, each with the difference p_m - p_n of its populations.
  ///
  /// Of states m below n the two terms of Cho's Eq 62 from m and from n are (p_m - p_n)(g I_mn I_nm + h I_nm I_mn): absorption
  /// less stimulated emission, the separable kernel of a density matrix (end of App. B). Pairs of equal energy
  /// cancel at every frequency above 0. Pairs with a weight below 1e-17 are left out.
  ///
  /// - Parameters:
  ///   - temperature: k_B T.
  ///   - shouldStop: polled once a lower state; with it the list is cut short.
  /// - Throws: ``FewBodyError/invalid(_:)`` for a temperature that is negative.
  public func transitions(
    temperature: Energy, shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> [CurrentMoments] {
    let populations = try CanonicalEnsemble(temperature: temperature).populations(of: energies)
    var list: [CurrentMoments] = []
    for m in energies.indices where populations[m] > 1e-17 {
      if shouldStop() { break }
      for n in energies.indices.dropFirst(m + 1) {
        let gap = energies[n].hartree - energies[m].hartree
        guard gap > 0 else { continue }
        // p_m - p_n without cancellation.
        let share = temperature.hartree > 0 ? -Double.expMinusOne(-gap / temperature.hartree) : 1
        let weight = populations[m] * share
        guard weight > 1e-17, var current = moments(from: m, to: n)?.current else { continue }
        current.weight = weight
        list.append(current)
      }
    }
    return list
  }

  /// The lowest states as a point dipole, for a ``DipoleSystem``.
  ///
  /// - Parameters:
  ///   - states: how many of the lowest levels.
  ///   - kind: of its moments.
  ///   - position: where the system is, in bohr.
  /// - Throws: ``FewBodyError/invalid(_:)`` for more states than there are, or fewer than one.
  public func dipole(
    states: Int, kind: Dipole.Kind = .electric, position: SIMD3<Double>
  ) throws(FewBodyError) -> Dipole {
    guard (1...max(1, energies.count)).contains(states), !energies.isEmpty else {
      throw .invalid("states", states, accepted: "a whole number from 1 to \(energies.count)")
    }
    var matrices = [[Complex<Double>]](
      repeating: [Complex<Double>](repeating: .zero, count: states * states), count: 3)
    for i in 0..<states {
      for j in i..<states {
        guard let moments = moments(from: i, to: j) else { continue }
        for axis in 0..<3 {
          // A Dipole's magnetic moments are in e hbar/m_e: alpha is outside.
          let value =
            kind == .electric
            ? moments.electric[axis]
            : moments.magnetic[axis].multiplied(by: 1 / Constants.fineStructure)
          matrices[axis][i * states + j] = i == j ? Complex(value.real) : value
          matrices[axis][j * states + i] = i == j ? Complex(value.real) : value.conjugate
        }
      }
    }
    return Dipole(
      energies: Array(energies.prefix(states)), moments: matrices, position: position)
  }
}
