import FewBody
import RealModule

/// What is said of the ground state of -Z/(|x| + a) when a is far below the Bohr radius.
///
/// a_m = 1/(mu Z), which is 2/Z for two electrons (mu = 1/2): Essen, section IV.B. His Eq (46)
/// keeps a leading logarithm only; ``ExactShiftedPair`` is the whole answer.
public struct ThinPair: Sendable {
  /// Z, in units of e^2.
  public let charge: Double
  /// a, in bohr.
  public let thickness: Double
  /// mu, in electron masses.
  public let reducedMass: Double

  /// Throws unless all are positive.
  public init(
    charge: Double, thickness: Double, reducedMass: Double = 0.5
  ) throws(FewBodyError) {
    try requirePositive("charge", charge)
    try requirePositive("thickness", thickness)
    try requirePositive("reducedMass", reducedMass)
    self.charge = charge
    self.thickness = thickness
    self.reducedMass = reducedMass
  }

  /// a_m = 1/(mu Z) in bohr.
  public var bohrRadius: Double { 1 / (reducedMass * charge) }

  /// E_3d = -mu Z^2/2, which is -Z^2/4 for two electrons: the ground state of -Z/r in space.
  public var spaceEnergy: Energy { Energy(hartree: -reducedMass * charge * charge / 2) }

  /// Essen's Eq (46): E_1d = E_3d [2 ln(a_m/a)]^2, the first term of an expansion in
  /// 1/ln(a_m/a) whose next ones are not small: four times too deep at a_m/a = 100.
  public var leadingLogarithm: Energy {
    let logarithm = 2 * Double.log(bohrRadius / thickness)
    return Energy(hartree: spaceEnergy.hartree * logarithm * logarithm)
  }

  /// E_3d/nu^2 with ln(2 mu Z a/nu) + digamma(1 - nu) + 2 gamma + 1/(2 nu) = 0, 0 < nu < 1.
  ///
  /// W_(nu,1/2)(z) = [1 - nu z (ln z + digamma(1 - nu) + 2 gamma - 1) - z/2]/Gamma(1 - nu)
  /// + O(z^2 ln z) (DLMF 13.2.9), whose derivative vanishes at z = 2 mu Z a/nu. All logarithms
  /// are kept and the error is of order z ln z: 3.6 % at a_m/a = 100.
  public var resummedLogarithm: Energy {
    let product = 2 * reducedMass * charge * thickness
    // Each term of the left side falls with nu, from +inf to -inf: bisection cannot fail.
    var low = 0.0
    var high = 1.0
    while true {
      let nu = (low + high) / 2
      guard nu > low, nu < high else { break }
      let value = Double.log(product / nu) + digamma(1 - nu) + 2 * eulerGamma + 1 / (2 * nu)
      if value > 0 { low = nu } else { high = nu }
    }
    return Energy(hartree: spaceEnergy.hartree / (high * high))
  }
}

private let eulerGamma = 0.577_215_664_901_532_9

/// digamma(x) for x > 0: upwards to x >= 16 (DLMF 5.5.2), then the asymptotic series (5.11.2),
/// whose first dropped term is below 1e-16.
func digamma(_ x: Double) -> Double {
  var x = x
  var sum = 0.0
  while x < 16 {
    sum -= 1 / x
    x += 1
  }
  let square = 1 / (x * x)
  let tail =
    square
    * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240 - square / 132))))
  return sum + Double.log(x) - 1 / (2 * x) - tail
}
