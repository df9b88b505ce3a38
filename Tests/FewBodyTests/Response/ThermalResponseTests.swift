import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// Response of systems in a canonical ensemble.
@Suite struct ThermalResponseTests {
  /// Populations of two levels: 1/(1 + e^{+-E/T}), so that the weight is tanh(E/2T).
  @Test(arguments: [0.001, 0.05, 0.2, 7])
  func twoLevels(temperature: Double) throws {
    let electron = try CurveElectron.helix(Helix(radius: 2, pitch: 0.5, turns: 1), states: 2)
    let gap = electron.energies[1].hartree - electron.energies[0].hartree
    let list = try electron.transitions(temperature: Energy(hartree: temperature))
    let exact = Double.tanh(gap / (2 * temperature))
    #expect(list.count == 1 && abs(list[0].weight - exact) < 4e-16)
  }

  @Test func coldIsTheGroundState() throws {
    let electron = try CurveElectron.helix(Helix(radius: 2, pitch: 0.5, turns: 1), states: 8)
    let cold = try electron.transitions(temperature: 0)
    let ground = electron.transitions(from: 0)
    #expect(cold.map(\.energy) == ground.map(\.energy) && cold.allSatisfy { $0.weight == 1 })
    // A ring's level of two states: each has half of the electron, and between them is no transition.
    let pair = CanonicalEnsemble(temperature: 0)
    #expect(try pair.populations(of: [1, 1, 2]) == [0.5, 0.5, 0])
    #expect(throws: FewBodyError.self) { try electron.transitions(temperature: -1) }
    #expect(throws: FewBodyError.self) { try pair.populations(of: []) }
  }

  /// sum_{m<n} (p_m - p_n) 2 E_nm |z_mn|^2 = 1 at every temperature: sum_m p_m of the sum rule of each state. Beyond the
  /// 60 states are 1e-30 of the electron; the rule of state m cut at 60 lacks less than 1e-5.
  @Test(arguments: [0.0, 0.05, 0.3, 1])
  func theOscillatorSumKnowsNoTemperature(temperature: Double) throws {
    let electron = try CurveElectron.line(length: .bohr(6), states: 60)
    var sum = 0.0
    let populations = try CanonicalEnsemble(temperature: Energy(hartree: temperature))
      .populations(of: electron.energies)
    for transition in try electron.transitions(temperature: Energy(hartree: temperature)) {
      // I0 = -i w mu.
      let w = transition.energy.hartree
      sum += transition.weight * 2 * transition.uniform[2].lengthSquared / w
    }
    #expect((populations.last ?? 1) < 1e-20)
    #expect(abs(sum - 1) < 1e-4)
  }

  /// The polarisability of a warm system is the mean over its states of theirs, downward transitions included.
  @Test func theMeanOfAllStates() throws {
    let electron = try CurveElectron.helix(Helix(radius: 2, pitch: 0.5, turns: 1), states: 7)
    let (t, w) = (0.15, 0.06)
    let dots = DotArray(
      positions: [.zero], transitions: try electron.transitions(temperature: Energy(hartree: t)))
    let alpha = try dots.polarisability(at: Energy(hartree: w))
    let p = try CanonicalEnsemble(temperature: Energy(hartree: t)).populations(
      of: electron.energies)
    for entry in 0..<9 {
      var mean = 0.0
      for m in 0..<7 {
        for n in 0..<7 where n != m {
          let moments = try #require(electron.moments(from: m, to: n))
          let e = moments.energy.hartree
          let product = moments.electric[entry / 3] * moments.electric[entry % 3].conjugate
          mean += p[m] * 2 * e * product.real / (e * e - w * w)
        }
      }
      #expect(abs(alpha[entry].real - mean) < 1e-10 && abs(alpha[entry].imaginary) < 1e-10)
    }
  }
}
