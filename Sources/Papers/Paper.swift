public import FewBody

/// The five papers whose claims this package computes.
public enum Paper: String, Sendable, CaseIterable {
  /// H. Essen, Circulating electrons, superconductivity, and the Darwin-Breit interaction (2013).
  case essen
  /// Y. Su, D. Wang and C. Zhang, Microscopic Ampere current-current interaction.
  case su
  /// H. Koizumi, on the velocity field of electrons with a Berry connection: an explanation of it.
  case koizumi
  /// F. Hu, Q. Zhao and S. Li, The field-induced interaction between non-resonant magnetic dipoles (2020): its abstract.
  case hu
  /// K. Cho, Model-independent derivation of macroscopic Maxwell equations from microscopic basis.
  case cho

  /// Its claims, by topic; `Data/claims.csv` has them in the paper's order.
  public var claims: [PaperClaim] {
    switch self {
    case .essen:
      EssenRing.claims + EssenPeriods.claims + EssenLondon.claims + EssenPair.claims
        + EssenBinding.claims + EssenCollective.claims
    case .su: SuScales.claims + SuKernel.claims + SuPhonons.claims + SuSpin.claims
    case .koizumi: KoizumiForces.claims + KoizumiCurrents.claims
    case .hu: HuDipoles.claims
    case .cho: ChoCurrents.claims + ChoWaves.claims + ChoLeftHanded.claims
    }
  }

  /// Computes the claims of several papers.
  ///
  /// - Parameters:
  ///   - papers: in the order asked for.
  ///   - progress: receives the fraction done and the claim that is computed next.
  ///   - shouldStop: polled between claims; what was found comes back, marked incomplete.
  /// - Throws: `FewBodyError` of a solver, or for a row of `Data/claims.csv` that nothing computes.
  public static func reproduce(
    _ papers: [Paper], progress: (SolveProgress) -> Void = { _ in },
    shouldStop: () -> Bool = { false }
  ) throws -> Reproduction {
    let rows = try PublishedClaim.all()
    var asked: [(row: PublishedClaim, claim: PaperClaim)] = []
    for paper in papers {
      let claims = paper.claims
      for row in rows where row.seed == paper.rawValue {
        guard let claim = claims.first(where: { $0.key == row.key }) else {
          throw FewBodyError.badData(
            file: "claims.csv", line: 0, problem: "nothing computes \(row.key)")
        }
        asked.append((row, claim))
      }
    }
    var found: [Claim] = []
    for (row, claim) in asked {
      if shouldStop() { break }
      progress(
        SolveProgress(
          fraction: Double(found.count) / Double(asked.count), detail: claim.key))
      found.append(try Claim(row, try claim.compute(row), because: claim.why))
    }
    return Reproduction(
      of: papers.map(\.rawValue), claims: found, isComplete: found.count == asked.count)
  }
}

/// How one claim of a paper is computed: a row of `Data/claims.csv`, and the numbers that belong to it.
public struct PaperClaim: Sendable {
  /// Of the row.
  public let key: String
  /// Where the claim needs correcting or explaining, why, with the equation.
  public let why: String
  let compute: @Sendable (PublishedClaim) throws -> [Finding]

  init(
    _ key: String, _ why: String,
    _ compute: @escaping @Sendable (PublishedClaim) throws -> [Finding]
  ) {
    (self.key, self.why, self.compute) = (key, why, compute)
  }
}
