import ComplexModule
import Foundation
import RealModule
import Testing

@testable import FewBody

/// The theorem of the bounds, on random rings.
@Suite struct RingBoundsTests {
  struct RandomRing {
    let ring: Ring
    let reference: HillReference

    init(_ generator: inout SeededGenerator) {
      let mass = Double.random(in: 0.2...3, using: &generator)
      let radius = Double.random(in: 0.3...2, using: &generator)
      let flux = Double.random(in: -3...3, using: &generator)
      let twist = Double.random(in: -7...7, using: &generator)
      let (boundary, angle): (RingBoundary, Twofold) =
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: (.singleValued, Twofold(0))
        case 1: (.antiperiodic, Twofold(0.5) * Twofold.tau)
        default: (.twist(twist), Twofold(twist))
        }
      var ring = Ring(radius: .bohr(radius), mass: mass, flux: flux, boundary: boundary)
      var cosines: [HillReference.Cosine] = []
      for _ in 0..<Int.random(in: 0...4, using: &generator) {
        let cosine = HillReference.Cosine(
          harmonic: Int.random(in: -6...6, using: &generator),
          amplitude: Double.random(in: -4...4, using: &generator),
          phase: Double.random(in: -7...7, using: &generator))
        cosines.append(cosine)
        ring = ring.adding(
          cosine: Double(cosine.harmonic), amplitude: .hartree(cosine.amplitude),
          phase: cosine.phase)
      }
      self.ring = ring
      reference = HillReference(
        mass: mass, radius: radius, angle: Twofold(flux) * Twofold.tau + angle, cosines: cosines,
        top: 16 + 12.5 * ring.rotation.hartree)
    }
  }

  /// Every interval holds a change of sign of Hill's discriminant in 31 digits, and the zeros of a solution
  /// at both ends leave only the level's own number. `FEW_BODY_RINGS=1000` solves a thousand.
  @Test("bounds contain the levels of a hundred random rings, none is missing")
  func random() throws {
    let environment = ProcessInfo.processInfo.environment
    let rings = environment["FEW_BODY_RINGS"].flatMap { Int($0) } ?? 100
    var generator = SeededGenerator(seed: 4)
    var (worst, widest) = (0.0, 0.0)
    for _ in 0..<rings {
      let random = RandomRing(&generator)
      let spectrum = try random.ring.spectrum(lowest: 4)
      let scale = random.ring.rotation.hartree + 1
      #expect(spectrum.isComplete && spectrum.count == 4)
      for level in spectrum {
        #expect(level.certainty == .rigorous)
        let (low, high) = (level.interval.lowerBound.hartree, level.interval.upperBound.hartree)
        let reference = random.reference.level(level.index, between: low, and: high)
        guard let reference else {
          Issue.record("\(random.ring.parameters) level \(level.index) is not in \(level.interval)")
          continue
        }
        #expect(low <= reference.rounded && reference.rounded <= high)
        let error = (Twofold(level.energy.hartree) - reference).rounded.magnitude
        let size = max(scale, reference.rounded.magnitude)
        #expect(error < 1e-12 * size, "\(random.ring.parameters) \(level.energy) \(reference)")
        #expect(high - low < 1e-11 * size, "\(random.ring.parameters) \(high - low)")
        worst = max(worst, error / size)
        widest = max(widest, (high - low) / size)
      }
    }
    if rings > 100 { print("\(rings) rings: error \(worst), width \(widest) of the scale") }
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
