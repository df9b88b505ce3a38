import ExactSolutions
import Testing

@testable import FewBody

/// What every published problem has to satisfy, whatever its potential.
struct Checker {
  /// |E - exact| <= accuracy max(|E|, scale).
  var accuracy = 1e-12
  /// Where E is a small difference of large parts, the size of the parts.
  var scale = 0.0
  var isRigorous = true

  /// The exact level of index k, from 0, within a radius; nil where none is at hand.
  typealias Exact = (Int) throws -> Ball?

  func check(
    _ spectrum: Spectrum, levels: Int, sourceLocation: SourceLocation = #_sourceLocation,
    against exact: Exact
  ) rethrows {
    #expect(spectrum.count == levels, sourceLocation: sourceLocation)
    #expect(spectrum.isComplete, sourceLocation: sourceLocation)
    for (k, level) in spectrum.enumerated() {
      let (lower, upper) = (level.interval.lowerBound.hartree, level.interval.upperBound.hartree)
      let energy = level.energy.hartree
      #expect(level.index == k, sourceLocation: sourceLocation)
      #expect((level.certainty == .rigorous) == isRigorous, sourceLocation: sourceLocation)
      #expect(lower <= energy && energy <= upper, sourceLocation: sourceLocation)
      guard let ball = try exact(k) else { continue }
      #expect(ball.overlaps(level.interval), "level \(k): \(ball)", sourceLocation: sourceLocation)
      let size = max(ball.midpoint.magnitude, scale)
      let error = (energy - ball.midpoint).magnitude
      #expect(
        error <= accuracy * size, "level \(k): \(energy) for \(ball)",
        sourceLocation: sourceLocation)
      #expect(
        upper - lower <= 10 * accuracy * size, "level \(k): width \(upper - lower)",
        sourceLocation: sourceLocation)
    }
  }

  /// Against decimal digits that are correct to the last double.
  func check(
    _ spectrum: Spectrum, digits: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    check(spectrum, levels: digits.count, sourceLocation: sourceLocation) {
      Ball(midpoint: digits[$0], radius: digits[$0].ulp)
    }
  }

  /// The names of the parities, which a mirror-symmetric line must alternate from even.
  static func parities(_ spectrum: Spectrum) -> [Parameters.Value?] {
    spectrum.map { $0.labels["parity"] }
  }

  static func alternating(_ count: Int) -> [Parameters.Value?] {
    (0..<count).map { .word($0.isMultiple(of: 2) ? "even" : "odd") }
  }
}
