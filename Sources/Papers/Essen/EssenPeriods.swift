import FewBody
import RealModule

/// Essen, section II.D: levels on the circle and their periods in the flux.
enum EssenPeriods {
  static let claims = [
    PaperClaim(
      "essen-levels", "By plane waves, and by finite elements, which know none.", levels),
    PaperClaim("essen-single", "n is whole.", single),
    PaperClaim("essen-spinor", "n is whole or half-odd, which is all that (25) says.", spinor),
    PaperClaim(
      "essen-helicity",
      "A spinor that turns with the momentum obeys psi(2 pi) = -psi(0) alone, half of what (25) admits: period Phi0, "
        + "shifted by a half. A ring with Rashba's coupling has the period Phi0/2 only where sqrt(1 + Q^2) is half-odd.",
      helicity),
    PaperClaim(
      "essen-double-charge",
      "The period is the same, the energies (n + 2f)^2 and (n/2 + f)^2 are not: one condition holds after "
        + "2 pi, the other after 4 pi.", doubleCharge),
  ]

  private static func energies(_ ring: Ring, _ count: Int = 6) throws -> [Double] {
    try lowest(try ring.spectrum(lowest: count), count).map(\.hartree)
  }

  static func levels(_ p: PublishedClaim) throws -> [Finding] {
    let flux = 0.3
    let ring = Ring(flux: flux)
    let scale = ring.rotation.hartree
    let printed = (-3...3).map { (Double($0) + flux) * (Double($0) + flux) }.sorted()
    let found = try lowest(try ring.spectrum(lowest: 4, on: .spectral), 4).map(\.hartree)
    func rows(_ found: [Double], _ method: String, _ tolerance: Double) -> [Finding] {
      zip(printed, found).enumerated().map { i, pair in
        .both(
          "E_\(i)/B at f = 0.3\(method)", printed: pair.0, ours: pair.1 / scale, within: tolerance)
      }
    }
    // Elements lose more to rounding than plane waves: 4e-11 of E_0.
    return rows(try energies(ring, 4), "", 1e-12) + rows(found, " by elements", 1e-10)
  }

  /// The smallest of 1/4, 1/2, 3/4 and 1 after which six levels return.
  private static func period(_ ring: (_ flux: Double) -> Ring) throws -> Double {
    let start = try energies(ring(0.13))
    for quarter in 1...4 {
      let shift = Double(quarter) / 4
      let there = try energies(ring(0.13 + shift))
      if zip(start, there).allSatisfy({ ($0 - $1).magnitude <= 1e-9 * (1 + $0.magnitude) }) {
        return shift
      }
    }
    return .infinity
  }

  /// A ring with a potential that has no symmetry.
  private static func rough(_ flux: Double, _ boundary: RingBoundary) -> Ring {
    Ring(flux: flux, boundary: boundary).adding(cosine: 1, amplitude: 0.4)
      .adding(cosine: 2, amplitude: 0.3, phase: 1)
  }

  static func single(_ p: PublishedClaim) throws -> [Finding] {
    [try p.number(0, "period", try period { rough($0, .singleValued) }, "Phi0")]
  }

  static func spinor(_ p: PublishedClaim) throws -> [Finding] {
    [try p.number(0, "period", try period { rough($0, .spinor) }, "Phi0")]
  }

  static func helicity(_ p: PublishedClaim) throws -> [Finding] {
    // sqrt(1 + Q^2) = 3/2.
    let special = (1.5 * 1.5 - 1).squareRoot()
    return [
      try p.number(
        0, "period of psi(2 pi) = -psi(0)", try period { rough($0, .antiperiodic) }, "Phi0"),
      .value("Rashba ring, Q = 1", try period { Ring(flux: $0, rashba: 1) }, "Phi0"),
      .value(
        "Rashba ring, Q = \(special)", try period { Ring(flux: $0, rashba: special) }, "Phi0"),
    ]
  }

  static func doubleCharge(_ p: PublishedClaim) throws -> [Finding] {
    let flux = 0.13
    let spinor = try energies(Ring(flux: flux, boundary: .spinor), 1)[0]
    let charged = try energies(Ring(flux: 2 * flux), 1)[0]
    let pair = try energies(Ring(mass: 2, flux: 2 * flux), 1)[0]
    return [
      .both("lowest energy at f = 0.13", printed: spinor, ours: charged, within: 1e-9, "hartree"),
      .value("their ratio", charged / spinor), .value("with the mass of a pair", pair / spinor),
      .both(
        "period", printed: try period { rough($0, .spinor) },
        ours: try period { rough(2 * $0, .singleValued) }, within: 1e-12, "Phi0"),
    ]
  }
}
