import FewBody

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Spectra whose every value is a closed form, made without any solver.
enum ModelSpectra {
  /// A normalised state from an unnormalised wavefunction, on a uniform net.
  static func state(
    extent: Double, _ f: @escaping @Sendable (Double) -> Double
  ) -> LineState {
    let count = 4000
    let step = 2 * extent / Double(count)
    let points = (0...count).map { -extent + step * Double($0) }
    let norm = (points.map { f($0) * f($0) }.reduce(0, +) * step).squareRoot()
    return LineState(
      support: -extent...extent, points: points,
      weights: [Double](repeating: step, count: points.count),
      values: points.map { f($0) / norm }, evaluate: { f($0) / norm })
  }

  static func spectrum(
    _ name: String, threshold: Energy?, energies: [Double], states: [LineState]
  ) -> Spectrum {
    let levels = energies.indices.map { i in
      let energy = energies[i]
      return Level(
        index: i, energy: Energy(hartree: energy),
        interval: Energy(hartree: energy.nextDown)...Energy(hartree: energy.nextUp),
        certainty: .rigorous, residual: 1e-14,
        labels: ["parity": i.isMultiple(of: 2) ? "even" : "odd"], state: states[i])
    }
    return Spectrum(
      system: ["name": .word(name)], method: ["name": "closed form"], levels: levels,
      isComplete: true, threshold: threshold)
  }

  /// V = x^2/2, E = n + 1/2, psi = H_n(x) exp(-x^2/2).
  static func oscillator(levels count: Int) -> Spectrum {
    let states = (0..<count).map { n in
      state(extent: Double(2 * n + 1).squareRoot() + 6) { x in
        var (previous, current) = (0.0, 1.0)
        for k in 0..<n {
          (previous, current) = (current, (2 * x * current - 2 * Double(k) * previous) / 8)
          previous /= 8
        }
        return current * exp(-x * x / 2)
      }
    }
    return spectrum(
      "oscillator", threshold: nil, energies: (0..<count).map { Double($0) + 0.5 },
      states: states)
  }

  /// V = -lambda (lambda + 1)/2 sech^2 x, lambda = 3: E = -9/2, -2, -1/2 and Legendre P_3^m(tanh x).
  static func poschlTeller() -> Spectrum {
    let forms: [@Sendable (Double) -> Double] = [
      { x in pow(cosh(x), -3) },
      { x in tanh(x) * pow(cosh(x), -2) },
      { x in (5 * tanh(x) * tanh(x) - 1) / cosh(x) },
    ]
    return spectrum(
      "poschl-teller", threshold: .hartree(0), energies: [-4.5, -2, -0.5],
      states: forms.map { state(extent: 25, $0) })
  }

  /// Odd and even states of -1/|x|, mu = 1/2, E = -1/(4 n^2): x L^1_(n-1)(|x|/n) exp(-|x|/2n).
  static func rydberg(levels count: Int) -> Spectrum {
    let states = (0..<count).map { i in
      let n = Double(i / 2 + 1)
      return state(extent: 14 * n * (n + 1)) { x in
        let z = x.magnitude / n
        var (previous, current) = (0.0, 1.0)
        for k in 0..<(i / 2) {
          let next = ((2 * Double(k) + 2 - z) * current - (Double(k) + 1) * previous)
          (previous, current) = (current, next / Double(k + 1))
        }
        return (i.isMultiple(of: 2) ? x.magnitude : x) * current * exp(-z / 2)
      }
    }
    let energies = (0..<count).map { i in
      let n = Double(i / 2 + 1) - (i.isMultiple(of: 2) ? 0.12 : 0)
      return -1 / (4 * n * n)
    }
    return spectrum("rydberg", threshold: .hartree(0), energies: energies, states: states)
  }
}
