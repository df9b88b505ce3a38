import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// The theorem of the bounds, on random rings.
@Suite struct RingBoundsTests {
  struct RandomRing {
    let ring: Ring
    let mass: Double

    init(_ generator: inout SeededGenerator) {
      mass = Double.random(in: 0.2...3, using: &generator)
      let angle = Double.random(in: -7...7, using: &generator)
      let boundaries: [RingBoundary] = [.singleValued, .antiperiodic, .twist(angle)]
      var ring = Ring(
        radius: .bohr(Double.random(in: 0.3...2, using: &generator)), mass: mass,
        flux: Double.random(in: -3...3, using: &generator),
        boundary: boundaries[Int.random(in: 0..<3, using: &generator)])
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        ring = ring.adding(
          cosine: Double(Int.random(in: -6...6, using: &generator)),
          amplitude: .hartree(Double.random(in: -4...4, using: &generator)),
          phase: Double.random(in: -7...7, using: &generator))
      }
      self.ring = ring
    }
  }

  /// The Rayleigh quotient of a level's own state in 32 digits, on a basis that is larger by half.
  ///
  /// Its error is of second order in the residual, 1e-24 here: what it checks is every rounding and
  /// every tail that the bounds claim to cover.
  private func reference(_ ring: Ring, _ count: Int) throws -> [Double] {
    let (series, offsets) = try ring.sectors()
    let waves = PlaneWaves(ring, flux: ring.flux, offset: offsets[0], series: series)
    let size = 3 * waves.wavesNeeded(levels: count + 4, accuracy: 1e-15) / 2 + 8
    let sector = try waves.lowest(count, waves: size)
    let rotation =
      Twofold(0.5)
      / (Twofold(ring.mass) * Twofold(ring.radius.bohr) * Twofold(ring.radius.bohr))
    return sector.entries.prefix(count).map { entry in
      let c = entry.state.coefficients[0]
      let half = c.count / 2
      var (sum, norm) = (Twofold(0), Twofold(0))
      for i in c.indices {
        let (x, y) = (Twofold(c[i].real), Twofold(c[i].imaginary))
        let k = Twofold(Double(i - half)) + Twofold(waves.theta)
        let density = x * x + y * y
        norm = norm + density
        sum = sum + (rotation * k * k + Twofold(series.mean)) * density
        for g in 1..<(series.degree + 1) where i + g < c.count {
          let (u, v) = (Twofold(c[i + g].real), Twofold(c[i + g].imaginary))
          let (re, im) = (u * x + v * y, u * y - v * x)
          sum =
            sum + Twofold(2) * (Twofold(series.real[g - 1]) * re)
            - Twofold(2) * (Twofold(series.imaginary[g - 1]) * im)
        }
      }
      return (sum / norm).rounded
    }
  }

  @Test("bounds contain the levels of a hundred random rings, none is missing")
  func random() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<100 {
      let random = RandomRing(&generator)
      let spectrum = try random.ring.spectrum(lowest: 6)
      let exact = try reference(random.ring, 6)
      let scale = random.ring.rotation.hartree + 1
      #expect(spectrum.isComplete && spectrum.count == 6)
      for (level, energy) in zip(spectrum, exact) {
        #expect(level.certainty == .rigorous)
        #expect(
          level.interval.contains(Energy(hartree: energy)),
          "\(random.ring.parameters) \(level.interval) for \(energy)")
        #expect((level.energy.hartree - energy).magnitude < 1e-12 * (scale + energy.magnitude))
        let width = level.interval.upperBound.hartree - level.interval.lowerBound.hartree
        #expect(width < 1e-11 * (scale + energy.magnitude), "\(random.ring.parameters) \(width)")
      }
    }
  }

  /// The count does not come from the eigensolver: a level taken out of the trial space is missed.
  @Test("a trial space without the third level proves nothing")
  func omission() throws {
    let ring = Ring(radius: 1, flux: 0.2).adding(cosine: 1, amplitude: 0.7)
    let (series, offsets) = try ring.sectors()
    let waves = PlaneWaves(ring, flux: 0.2, offset: offsets[0], series: series)
    let strip = try waves.strip(waves: 20)
    let (values, vectors) = try strip.lowestVectors(9)
    let shift = 0.5 * (values[5] + values[6])
    let all = strip.countedFloor(
      beyond: vectors.selecting(0..<6), values: Array(values[..<6]), shift: shift, next: values[6])
    #expect(all != nil)
    let rest = [0, 1, 3, 4, 5]
    let some = strip.countedFloor(
      beyond: vectors.selecting(rest), values: rest.map { values[$0] }, shift: shift,
      next: values[6])
    #expect(some == nil)
  }

  @Test("too few plane waves give wide bounds that still hold, or none")
  func coarse() throws {
    let ring = Ring(radius: 1, flux: 0.1).adding(cosine: 3, amplitude: 1).adding(
      cosine: 1, amplitude: 0.5)
    let exact = try ring.spectrum(lowest: 3)
    for waves in 7...12 {
      let rough = try ring.spectrum(lowest: 3, on: .planeWaves(waves: waves), tolerance: 1)
      for (a, b) in zip(rough, exact) where a.certainty == .rigorous {
        #expect(a.interval.lowerBound <= b.interval.upperBound)
        #expect(b.interval.lowerBound <= a.interval.upperBound)
      }
    }
  }
}
