import ComplexModule
import FourierTransforms
import RealModule

/// V(phi) = V_0 + sum_g (V_g exp(i g phi/c) + conjugate), c the number of turns after which V repeats.
struct FourierSeries: Sendable {
  var turns: Int
  var mean = 0.0
  /// V_g for g = 1, 2, ... at index g - 1.
  var real: [Double] = []
  var imaginary: [Double] = []
  /// A bound of sup |V - series|: of rounding for cosines, an estimate for a black box.
  var error = 0.0
  /// Why it is an estimate; nil for cosines.
  var because: String?
  /// False for a black box whose series has not converged: it has kinks or jumps.
  var isResolved = true

  var degree: Int { real.count }

  /// 2 sum |V_g| >= sup |V - V_0|.
  var variation: Double {
    var sum = 0.0
    for i in real.indices { sum += (real[i] * real[i] + imaginary[i] * imaginary[i]).squareRoot() }
    return 2 * sum * 1.0000001
  }

  init(_ potential: PeriodicPotential, turns: Int) throws(FewBodyError) {
    self.turns = turns
    because = potential.because
    for term in potential.cosines where term.amplitude != 0 {
      let q = Int(term.harmonic) * turns
      error += 8 * 0x1p-53 * term.amplitude.magnitude
      if q == 0 {
        mean += term.amplitude * .cos(term.phase)
        continue
      }
      extend(to: q.magnitude)
      let half = 0.5 * term.amplitude
      real[Int(q.magnitude) - 1] += half * .cos(term.phase)
      imaginary[Int(q.magnitude) - 1] += (q > 0 ? half : -half) * .sin(term.phase)
    }
    error += 4 * 0x1p-53 * (mean.magnitude + variation)
    if !potential.functions.isEmpty { try add(potential) }
  }

  private mutating func extend(to degree: some BinaryInteger) {
    let missing = Int(degree) - real.count
    guard missing > 0 else { return }
    real += [Double](repeating: 0, count: missing)
    imaginary += [Double](repeating: 0, count: missing)
  }

  /// The trigonometric interpolant of the functions on as many points as they need, at most 4096 a
  /// turn.
  private mutating func add(_ potential: PeriodicPotential) throws(FewBodyError) {
    let period = 2 * Double.pi * Double(turns)
    var points = 256 * turns
    while true {
      var samples: [Complex<Double>] = []
      var largest = 0.0
      for i in 0..<points {
        let angle = period * Double(i) / Double(points)
        let value = potential.functions.reduce(0) { $0 + $1.value(angle) }
        largest = max(largest, value.magnitude)
        samples.append(Complex(value))
      }
      let transformed = try fourier { () throws(FourierTransformError) in
        try ComplexFourierTransform(length: points).transform(.forward, samples)
      }
      let coefficients = transformed[...(points / 2 - 1)].map { $0 / Complex(Double(points)) }
      let tail = coefficients[(points / 3)...].reduce(0) { max($0, $1.length) }
      let isSmooth = tail <= 1e-15 * largest
      guard isSmooth || points >= 4096 * turns else {
        points *= 2
        continue
      }
      isResolved = isSmooth
      // Without convergence 192 harmonics a turn are kept; the method spectral is the remedy.
      let last =
        isSmooth
        ? coefficients.lastIndex { $0.length > 2e-17 * largest } ?? 0 : 192 * turns
      mean += coefficients[0].real
      extend(to: last)
      for g in 1..<max(last + 1, 1) {
        real[g - 1] += coefficients[g].real
        imaginary[g - 1] += coefficients[g].imaginary
      }
      error +=
        isSmooth
        ? 10 * tail + 8 * 0x1p-53 * largest
        : try Self.aliasing(samples, coefficients.prefix(8).map { $0 })
      return
    }
  }

  /// What sampling may have added to the lowest harmonics of a potential with jumps: twice their
  /// change when every other sample is left out.
  private static func aliasing(
    _ samples: [Complex<Double>], _ lowest: [Complex<Double>]
  ) throws(FewBodyError) -> Double {
    let half = stride(from: 0, to: samples.count, by: 2).map { samples[$0] }
    let rough = try fourier { () throws(FourierTransformError) in
      try ComplexFourierTransform(length: half.count).transform(.forward, half)
    }
    return lowest.indices.reduce(0) {
      $0 + 4 * (lowest[$1] - rough[$1] / Complex(Double(half.count))).length
    }
  }
}
