import ComplexModule
import RealModule

/// Where a wave has come to, with what ought to have stayed the same.
public struct Propagation: Sendable {
  /// The wave at the end.
  public let wave: GridWave
  /// The step taken, in hbar per hartree, and how many.
  public let step: Double
  /// How many steps were taken, fewer than planned after an interruption.
  public let steps: Int
  /// The estimated error of the wave at the end, in the norm of a unit wave: that of one step at the start, by L. F.
  /// Richardson's comparison with two of half the length, times the steps.
  public let stepError: Double
  /// |norm - 1| at the end.
  public let normDrift: Double
  /// <H> at the start and the end, in hartree.
  public let energies: (start: Double, end: Double)
  /// False after an interruption, or where the wave reached the border of its box or the grid's
  /// largest momentum.
  public let isComplete: Bool
  /// What went wrong, if anything did.
  public let notes: [String]

  /// |<H>(t) - <H>(0)|, conserved where H stands still.
  public var energyDrift: Double { (energies.end - energies.start).magnitude }
}

extension SplitOperator {
  /// Carries a wave through `duration` in equal steps.
  ///
  /// - Parameters:
  ///   - start: the wave, on the propagator's grid.
  ///   - duration: in hbar/hartree, of either sign.
  ///   - steps: nil for as many as the tolerance asks.
  ///   - tolerance: the largest error of the wave that is accepted, in the norm of a unit wave.
  ///   - progress: receives the fraction done.
  ///   - shouldStop: polled between steps; the wave so far comes back, marked incomplete.
  /// - Throws: ``FewBodyError/invalid(_:)`` for a wave on another grid, a duration that is not
  ///   finite, or a step above the grid's limit (``longestStep(time:)``) or the tolerance's, naming
  ///   the step that would do.
  public func propagate(
    _ start: GridWave, for duration: Double, steps: Int? = nil, tolerance: Double = 1e-8,
    progress: (SolveProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> Propagation {
    guard start.grid == grid else {
      throw .invalid("wave", "on another grid", accepted: "a wave on the propagator's grid")
    }
    try require("time", duration, accepted: "a finite time") { _ in true }
    try require("tolerance", tolerance, accepted: "1e-13...1") { $0 >= 1e-13 && $0 <= 1 }
    if let steps, steps < 1 { throw .invalid("steps", steps, accepted: "a whole number from 1") }
    let field = try WaveDerivatives(grid)
    let energy = field.energy(start, electron)
    guard duration != 0 else {
      return Propagation(
        wave: start, step: 0, steps: 0, stepError: 0, normDrift: (start.norm - 1).magnitude,
        energies: (energy, energy), isComplete: true, notes: [])
    }
    let choice = try checked(start, duration, steps, tolerance)
    var wave = start
    let done = advance(&wave, step: choice.step, count: choice.count) { done in
      if done % 16 == 0 { progress(SolveProgress(fraction: Double(done) / Double(choice.count))) }
      return !shouldStop()
    }
    // An amplitude at a border is what its image across it disturbs the wave by.
    let lost = max(tolerance, 1e-10)
    var notes: [String] = []
    if done < choice.count { notes.append("interrupted after \(done) of \(choice.count) steps") }
    if wave.borderShare > lost {
      notes.append(
        "the wave has reached the border of its box, \(wave.borderShare) of its largest amplitude: "
          + "give a larger extent")
    }
    let edge = field.cutoffShare(wave)
    if edge > lost {
      notes.append(
        "the wave has reached the grid's largest momentum, \(edge) of its largest amplitude: give "
          + "more points")
    }
    return Propagation(
      wave: wave, step: choice.step, steps: done, stepError: choice.error * Double(done),
      normDrift: (wave.norm - 1).magnitude, energies: (energy, field.energy(wave, electron)),
      isComplete: notes.isEmpty, notes: notes)
  }

  private func checked(
    _ start: GridWave, _ duration: Double, _ steps: Int?, _ tolerance: Double
  ) throws(FewBodyError) -> (step: Double, count: Int, error: Double) {
    let limit = longestStep(time: start.time)
    let least = (duration.magnitude / limit).rounded(.up)
    guard least < 1e9 else {
      throw .invalid(
        "time", duration, accepted: "at most \(limit * 1e9): this grid bears steps of \(limit)")
    }
    if let steps, Double(steps) < least {
      throw .invalid(
        "steps", steps,
        accepted: "\(Int(least)) or more: a step of \(duration / Double(steps)) passes the grid's "
          + "reach, \(limit)")
    }
    var count = steps ?? max(1, Int(least))
    let power = Double(order.rawValue)
    for _ in 0..<12 {
      let step = duration / Double(count)
      let error = stepError(start, step: step)
      let whole = error * Double(count)
      // Rounding, some 1e-15 a step, is no fault of the step's length.
      if whole <= max(tolerance, 1e-14 * Double(count)) { return (step, count, error) }
      let factor = 1.05 * Double.pow(whole / tolerance, 1 / power)
      let needed = (Double(count) * min(max(factor, 1.05), 1e6)).rounded(.up)
      if let steps {
        throw .invalid(
          "steps", steps,
          accepted: "about \(Int(min(needed, 1e9))) or more: the error would be \(whole), above "
            + "the tolerance \(tolerance)")
      }
      guard needed < 1e8 else {
        throw .invalid("tolerance", tolerance, accepted: "more: \(needed) steps would be needed")
      }
      count = Int(needed)
    }
    throw .invalid("tolerance", tolerance, accepted: "more: the step's error stays above it")
  }

  /// The error of one step, ||psi(one step) - psi(two halves)||/(1 - 2^(-p)): the two halves keep 2^(-p) of it.
  private func stepError(_ start: GridWave, step: Double) -> Double {
    var (one, two) = (start, start)
    _ = advance(&one, step: step, count: 1)
    _ = advance(&two, step: step / 2, count: 2)
    var sum = 0.0
    for (a, b) in zip(one.values, two.values) { sum += (a - b).density }
    let kept = Double.exp2(-Double(order.rawValue))
    return (sum * grid.cell).squareRoot() / (1 - kept)
  }
}
