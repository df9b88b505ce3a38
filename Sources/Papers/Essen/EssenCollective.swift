import FewBody
import RealModule

/// Essen, section IV.C: when the magnetic interaction becomes large.
enum EssenCollective {
  static let claims = [
    PaperClaim(
      "essen-sum",
      "Electrons in step have (N r_e/pi R)[ln(2N/pi) + gamma - 3/2]: a logarithm multiplies N r_e/R.",
      sum),
    PaperClaim(
      "essen-invertible",
      "A mode of alternating velocities has a negative sum: lambda_k = 1 + eps sum_j V cos(2 pi jk/N) vanishes at a "
        + "finite r_e/R, and there momenta do not determine velocities.", invertible),
    PaperClaim("essen-one-dimension", "R^(d - 1) = a0^d/r_e has no solution at d = 1.", one),
    PaperClaim("essen-two-dimensions", "alpha^-2 a0.", two),
    PaperClaim("essen-three-dimensions", "alpha^-1 a0.", three),
    PaperClaim(
      "essen-two-against-three", "The ratio is 1/alpha.", twoAgainstThree),
  ]

  static func sum(_ p: PublishedClaim) throws -> [Finding] {
    let matrix = try VelocityMatrix(equallySpaced: Int(try p.given(0)), ratio: 1)
    return [
      .both(
        "lambda_0 - 1 in r_e/R, N = 100", printed: matrix.estimate,
        ours: matrix.eigenvalues[0] - 1, within: 1e-9),
      .value("with the logarithm", matrix.logarithmicEstimate),
    ]
  }

  static func invertible(_ p: PublishedClaim) throws -> [Finding] {
    try [10, 100].flatMap { count in
      let critical =
        try VelocityMatrix(equallySpaced: count, ratio: 1).criticalRatio ?? .infinity
      let matrix = try VelocityMatrix(equallySpaced: count, ratio: critical)
      return [
        Finding.statement(
          "singular at r_e/R, N = \(count)", critical, holds: !matrix.isSingular),
        .value("smallest eigenvalue of V, N = \(count)", -1 / critical),
      ]
    }
  }

  static func one(_ p: PublishedClaim) throws -> [Finding] {
    var hasSize = true
    do throws(FewBodyError) { _ = try LondonMoment.smallestSize(dimension: 1) } catch {
      hasSize = false
    }
    let near = try [1.5, 1.2, 1.1].map { try LondonMoment.smallestSize(dimension: $0).bohr }
    let grows = near[0] < near[1] && near[1] < near[2]
    return [.statement("R at d = 1.1", near[2], holds: !hasSize && grows, "a0")]
  }

  static func two(_ p: PublishedClaim) throws -> [Finding] {
    let size = try LondonMoment.smallestSize(dimension: 2)
    return [
      try p.number(0, "R", size.bohr, "a0"), try p.number(1, "R", size.nanometers / 1000, "um"),
    ]
  }

  static func three(_ p: PublishedClaim) throws -> [Finding] {
    let size = try LondonMoment.smallestSize(dimension: 3)
    return [
      try p.number(0, "R", size.bohr, "a0"), try p.number(1, "R", size.nanometers, "nm"),
    ]
  }

  static func twoAgainstThree(_ p: PublishedClaim) throws -> [Finding] {
    let ratio =
      try LondonMoment.smallestSize(dimension: 2).bohr
      / LondonMoment.smallestSize(dimension: 3).bohr
    return [.statement("ratio of the sizes", ratio, holds: ratio >= (try p.given(0)))]
  }
}
