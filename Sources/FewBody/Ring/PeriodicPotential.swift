import RealModule

/// The potential energy of a ring, V(phi), as a sum of cosines and, at most, of functions known by
/// their values.
struct PeriodicPotential: Sendable {
  /// v cos(q phi + p), v in hartree.
  struct Cosine: Sendable, Equatable {
    var harmonic: Double
    var amplitude: Double
    var phase: Double
  }

  /// A black box.
  struct Sampled: Sendable {
    var name: String
    var because: String
    /// Where V or a derivative may jump, besides phi = 0.
    var breakpoints: [Double]
    /// How far the values themselves may be off at phi, in hartree.
    var uncertainty: (@Sendable (Double) -> Double)?
    var value: @Sendable (Double) -> Double
  }

  var cosines: [Cosine] = []
  var functions: [Sampled] = []

  func value(at angle: Double) -> Double {
    var sum = 0.0
    for term in cosines {
      sum += term.amplitude * .cos(term.harmonic * angle + term.phase)
    }
    for function in functions { sum += function.value(angle) }
    return sum
  }

  func uncertainty(at angle: Double) -> Double {
    functions.reduce(0) { $0 + ($1.uncertainty?(angle) ?? 0) }
  }

  /// The flag to name where the potential as a whole is at fault.
  var flag: String {
    guard cosines.isEmpty else { return "cosine" }
    return functions.contains { $0.uncertainty != nil } ? "potential-file" : "potential"
  }

  var because: String? {
    functions.isEmpty ? nil : functions.map(\.because).joined(separator: "; ")
  }

  func validate(turns: Int) throws(FewBodyError) {
    for term in cosines {
      guard term.amplitude.isFinite, term.phase.isFinite else {
        throw .invalid(
          "cosine", "\(term.amplitude),\(term.harmonic),\(term.phase)",
          accepted: "v,q or v,q,phase with finite numbers")
      }
      guard term.harmonic.rounded() == term.harmonic, term.harmonic.magnitude <= 4096 else {
        throw .invalid(
          "cosine", "\(term.amplitude),\(term.harmonic)",
          accepted: "v,q with q a whole number, at most 4096 in size: v cos(q phi) must repeat "
            + "itself after one turn")
      }
    }
    for function in functions { try function.validate(turns: turns) }
  }

  /// Whether the functions repeat after one turn (1) or only after two (2).
  var turns: Int { functions.contains { !$0.repeats(after: 1) } ? 2 : 1 }
}

extension PeriodicPotential.Sampled {
  func validate(turns: Int) throws(FewBodyError) {
    for i in 0..<512 {
      let angle = 2 * .pi * (Double(i) + 0.5) * Double(turns) / 512
      let value = value(angle)
      guard value.isFinite else {
        throw .invalid(
          "potential", "\(name), \(value.isNaN ? "not a number" : "infinite") at phi = \(angle)",
          accepted: "a potential that is finite on the whole ring")
      }
    }
    guard repeats(after: turns) else {
      throw .invalid(
        "potential", "\(name), which differs at phi and phi + \(2 * turns) pi",
        accepted: turns == 1
          ? "a potential of period 2 pi; the boundary spinor accepts one of period 4 pi"
          : "a potential of period 4 pi")
    }
  }

  /// Whether the values agree, but for rounding, after so many turns.
  ///
  /// The turn is compared at points strictly inside it: a saw tooth may jump at phi = 0.
  func repeats(after turns: Int) -> Bool {
    let period = 2 * .pi * Double(turns)
    var (largest, worst) = (0.0, 0.0)
    for i in 0..<64 {
      let angle = period * (Double(i) + 0.37) / 64
      let (first, second) = (value(angle), value(angle + period))
      largest = max(largest, first.magnitude, second.magnitude)
      worst = max(worst, (first - second).magnitude)
    }
    return worst <= 1e-9 * largest
  }
}
