import RealModule

/// How a wavefunction on a ring continues after one turn: the condition that decides the period in
/// the flux.
public enum RingBoundary: Sendable, Hashable {
  /// psi(2 pi) = psi(0): n whole, levels of period Phi0 in the flux.
  case singleValued
  /// psi(2 pi) = -psi(0): n half-odd, period Phi0, shifted by half a period.
  case antiperiodic
  /// psi(4 pi) = psi(0), H. Essen (2013), Eq. (25): n whole or half-odd, period Phi0/2.
  case spinor
  /// psi(2 pi) = exp(i Theta) psi(0), Theta in radians.
  case twist(Double)

  /// The condition that the command line calls `single-valued`, `antiperiodic`, `spinor` or
  /// `twist:THETA`.
  public init(_ text: String) throws(FewBodyError) {
    switch text {
    case "single-valued": self = .singleValued
    case "antiperiodic": self = .antiperiodic
    case "spinor": self = .spinor
    default:
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, parts[0] == "twist", let angle = Double(parts[1]), angle.isFinite
      else {
        throw .invalid(
          "boundary", text.isEmpty ? "empty" : text,
          accepted: "single-valued, antiperiodic, spinor, or twist:THETA with THETA in radians")
      }
      self = .twist(angle)
    }
  }

  /// The word of the command line.
  public var name: String {
    switch self {
    case .singleValued: "single-valued"
    case .antiperiodic: "antiperiodic"
    case .spinor: "spinor"
    case .twist(let angle): "twist:\(angle)"
    }
  }

  /// The number of turns after which every potential must have repeated itself.
  var turns: Int { self == .spinor ? 2 : 1 }

  /// The fractional parts tau of the wave numbers, n in Z + tau, with the error of each.
  var offsets: [(value: Double, error: Double)] {
    switch self {
    case .singleValued: return [(0, 0)]
    case .antiperiodic: return [(0.5, 0)]
    case .spinor: return [(0, 0), (0.5, 0)]
    case .twist(let angle):
      let turns = angle / (2 * .pi)
      return [(turns - turns.rounded(), 4 * 0x1p-53 * (1 + turns.magnitude))]
    }
  }

  func validate() throws(FewBodyError) {
    if case .twist(let angle) = self {
      try require("boundary", angle, accepted: "a twist of at most 2^20 radians") {
        $0.magnitude <= 0x1p20
      }
    }
  }
}
