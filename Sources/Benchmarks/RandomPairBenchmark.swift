import ExactSolutions
import FewBody
import RealModule

/// The lowest levels of random pairs, mu Z a log-uniform in [1e-10, 1e2], against exact levels.
struct RandomPairBenchmark {
  let systems: Int
  let levels: Int

  func run() throws {
    var generator = SplitMix(state: 20_261_121)
    var (worstError, worstWidth, outside, incomplete) = (0.0, 0.0, 0, 0)
    var seconds: [Double] = []
    for _ in 0..<systems {
      let mass = Double.pow(10, generator.uniform(-1, 1))
      let charge = Double.pow(10, generator.uniform(-1, 1))
      let product = Double.pow(10, generator.uniform(-10, 2))
      let thickness = product / (mass * charge)
      let pair = LinePair(
        coupling: charge, thickness: Length(bohr: thickness), reducedMass: mass)
      let exact = try ExactShiftedPair(charge: charge, thickness: thickness, reducedMass: mass)
      var spectrum: Spectrum?
      seconds.append(
        try clock.measure { spectrum = try pair.spectrum(lowest: levels, tolerance: 1e-11) }.seconds
      )
      guard let spectrum, spectrum.isComplete, spectrum.count == levels else {
        incomplete += 1
        continue
      }
      for level in spectrum {
        let ball = try exact.energy(level: level.index)
        let size = ball.midpoint.magnitude
        let interval = level.interval
        worstError = max(worstError, (level.energy.hartree - ball.midpoint).magnitude / size)
        worstWidth = max(
          worstWidth, (interval.upperBound.hartree - interval.lowerBound.hartree) / size)
        if !ball.overlaps(interval) { outside += 1 }
      }
    }
    print("\(systems) pairs, \(levels) levels each, mu Z a in [1e-10, 1e2]:")
    print("incomplete spectra \(incomplete), exact values outside their bounds \(outside),")
    print(
      "largest relative error \(short(worstError)), largest relative width \(short(worstWidth)),")
    print("median time \(short(seconds.median * 1e6)) microseconds")
  }
}

/// SplitMix64, so that the systems are the same everywhere.
private struct SplitMix {
  var state: UInt64

  mutating func uniform(_ low: Double, _ high: Double) -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return low + (high - low) * Double(z >> 11) * 0x1p-53
  }
}
