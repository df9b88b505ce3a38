/// The effective charge Z of the Darwin-Breit pair, chosen by name because the sources disagree.
///
/// Two electrons that move with the Fermi velocity attract with -Z/r, Z of order (v_F/c)^2.
/// Essen's Eq (43) reads Z_F = (J_F^2/mR^2)/mc^2 = E_F/mc^2, but J_F^2/mR^2 = m v_F^2 = 2 E_F:
/// its middle member is v_F^2/c^2 and its last one half of that. His a_m = 1.52e4 r_s^2 a0
/// (printed r_s^2/a0, a slip of dimension) is reproduced by neither, only by the angular average
/// of the three-dimensional interaction, (2/3) v_F^2/c^2.
public enum Coupling: String, Sendable, CaseIterable {
  /// Z = (2/3) v_F^2/c^2: the angular average of (v_F^2/c^2)(1 + cos^2 theta)/2, which is what
  /// the number after Essen's Eq (45), a_m = 1.52e4 r_s^2 a0, was computed with.
  case average
  /// Z = v_F^2/c^2: the middle member of Essen's Eq (43), correct for electrons on a ring.
  case ring
  /// Z = E_F/mc^2 = v_F^2/2c^2: the last member of Essen's Eq (43) to the letter.
  case fermi

  /// Z of a metal, from its r_s by v_F = (9 pi/4)^(1/3)/r_s; of order 1e-5.
  public func charge(of metal: Metal) -> Double {
    let ratio = metal.fermiVelocity / Constants.speedOfLight
    return factor * ratio * ratio
  }

  /// Z in units of v_F^2/c^2.
  private var factor: Double {
    switch self {
    case .average: 2.0 / 3
    case .ring: 1
    case .fermi: 1.0 / 2
    }
  }

  /// The formula, for a person to read.
  public var formula: String {
    switch self {
    case .average: "Z = (2/3) v_F^2/c^2"
    case .ring: "Z = v_F^2/c^2"
    case .fermi: "Z = E_F/mc^2 = v_F^2/2c^2"
    }
  }
}
