/// What a state of interacting electrons looks like, summed over pairs.
public struct ElectronState: Sendable {
  /// <sum_(i<j) 1/r_ij>, in hartree, whether or not the force is part of H.
  public let coulombEnergy: Double
  /// <H_DB> to first order in alpha^2, at the flux of the state; nil without a thickness, where it
  /// diverges logarithmically.
  public let darwinBreitEnergy: Double?
  private let makeDensity: @Sendable () -> @Sendable (Double) -> Double

  init(
    coulombEnergy: Double, darwinBreitEnergy: Double?,
    makeDensity: @escaping @Sendable () -> @Sendable (Double) -> Double
  ) {
    self.coulombEnergy = coulombEnergy
    self.darwinBreitEnergy = darwinBreitEnergy
    self.makeDensity = makeDensity
  }

  /// The probability density of the angle between two electrons, whichever two, as a function: its
  /// integral over 0 ... 2 pi is 1. In the gaps it costs about as much as the state itself.
  public func pairDensity() -> @Sendable (Double) -> Double { makeDensity() }
}

/// One level of the relative motion, as every method returns it.
struct RelativeLevel: Sendable {
  var energy: Double
  var lower: Double
  var upper: Double
  var certainty: Certainty
  var residual: Double
  var spin: ElectronSpin
  /// What the magnetic force adds to the current, in e E_h/hbar.
  var magneticCurrent = 0.0
  /// Built only for levels that are kept: statistics of a state cost as much as its solution.
  var state: (@Sendable () -> ElectronState)?
}

/// The levels of one spin and what was done to find them.
struct RelativeLevels {
  var levels: [RelativeLevel]
  /// Nothing is missing below the last level.
  var isComplete: Bool
  var method: Parameters
  /// There are no further levels.
  var isExhausted = false
}
