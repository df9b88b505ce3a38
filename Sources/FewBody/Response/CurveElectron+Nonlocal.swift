import ComplexModule
import RealModule

extension CurveElectron {
  /// The response of one finite body, not yet averaged: I(k, w) = chi(k, k') . A(k', w), k and k' unlike (Cho, Eqs 18, 25 and 62).
  ///
  /// chi = (1/c) sum [g J_0nu(k) J_nu0(-k') + h J_nu0(k) J_0nu(-k')] - (1/c) <N(k - k')> with the currents in full: no expansion in k, and
  /// the diamagnetic term as it stands, <N(k)> = int |psi_0|^2 u u e^{-ik.r}/m on the curve. At k = k' its long-wavelength
  /// limit is ``Susceptibility`` with N = 1. Component (i, j) at `3 i + j`.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for a frequency below 0, a negative damping, or a pole without damping.
  public func response(
    out k: SIMD3<Double>, in other: SIMD3<Double>, at frequency: Energy, damping: Double = 0
  ) throws(FewBodyError) -> [Complex<Double>] {
    let w = frequency.hartree
    try Susceptibility(
      transitions: transitions(from: 0).map(\.current), density: 1, damping: damping
    ).validate(at: frequency)
    var chi = [Complex<Double>](repeating: .zero, count: 9)
    for node in weights.indices {
      let share = weights[node] * waves[0][node].lengthSquared / mass
      let phase = Complex<Double>(length: share, phase: -((k - other) * positions[node]).sum())
      for entry in 0..<9 {
        let plane = tangents[node][entry / 3] * tangents[node][entry % 3]
        chi[entry] -= phase.multiplied(by: plane)
      }
    }
    for state in energies.indices {
      let energy = energies[state].hartree - energies[0].hartree
      guard energy > 0 else { continue }
      let g = 1 / Complex(energy - w, -damping)
      let h = 1 / Complex(energy + w, damping)
      let (a, b) = (current(from: 0, to: state, wave: k), current(from: 0, to: state, wave: other))
      let (c, d) = (
        current(from: 0, to: state, wave: -k), current(from: 0, to: state, wave: -other)
      )
      for entry in 0..<9 {
        let (i, j) = (entry / 3, entry % 3)
        chi[entry] += g * (a[i] * b[j].conjugate)
        chi[entry] += h * (c[i].conjugate * d[j])
      }
    }
    return chi.map { $0.multiplied(by: Constants.fineStructure) }
  }
}
