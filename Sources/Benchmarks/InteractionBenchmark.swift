import FewBody
import FourierTransforms

/// The interaction integrals by FFT beside FFTW's bare transforms of the same doubled grid, and by multipoles.
///
/// Either channel transforms three real fields of 1s and 2p0 (two densities and the mixed one; the three components of
/// the one current), on N and, for the error, on 3N/4 points: 3 (1 + 27/64) bare transforms of (2N)^3, which
/// the share counts. Kernels, samples and derivatives are overhead.
struct InteractionBenchmark {
  let points: Int

  func run() throws {
    let (first, second) = (
      try HydrogenicOrbital(named: "1s"), try HydrogenicOrbital(named: "2p0")
    )
    let (a, b) = (
      try GridOrbital(first, points: points, extent: 10),
      try GridOrbital(second, points: points, extent: 10)
    )
    let (c, d) = (CentralOrbital(first), CentralOrbital(second))
    let side = 2 * points
    let transform = try RealFourierTransform(shape: [side, side, side])
    let real = UnsafeMutablePointer<Double>.allocate(capacity: transform.realCount)
    let complex = UnsafeMutablePointer<Double>.allocate(capacity: 2 * transform.complexCount)
    defer {
      real.deallocate()
      complex.deallocate()
    }
    real.initialize(repeating: 1, count: transform.realCount)
    complex.initialize(repeating: 0, count: 2 * transform.complexCount)
    let (coulomb, ampere) = (try ElectronInteraction(.coulomb), try ElectronInteraction(.ampere))
    var times = [[Double]](repeating: [], count: 4)
    for _ in 0..<5 {
      times[0].append(clock.measure { transform.forward(real, complex) }.seconds)
      times[1].append(try clock.measure { _ = try a.interaction(coulomb, with: b) }.seconds)
      times[2].append(try clock.measure { _ = try a.interaction(ampere, with: b) }.seconds)
      times[3].append(try clock.measure { _ = try c.interaction(ampere, with: d) }.seconds)
    }
    let bare = times[0].median
    let same = 3 * (1 + 27.0 / 64)
    print("| operation, N = \(points) | milliseconds | bare transforms | share of FFTW |")
    print("| --- | --- | --- | --- |")
    for (name, values) in zip(
      [
        "FFTW, real to complex, (2N)\u{b3}", "U\u{1d9c} and J\u{1d9c} with errors",
        "U\u{1d43} and J\u{1d43} with errors, transverse", "the same by multipoles",
      ], times)
    {
      let share = name.hasPrefix("U") ? short(same * bare / values.median) : ""
      print(
        "| \(name) | \(short(values.median * 1e3)) | \(short(values.median / bare)) | \(share) |")
    }
  }
}
