import FewBody
import RealModule

/// Essen, section IV.C: when the magnetic interaction becomes large.
enum EssenCollective {
  static let claims = [
    PaperClaim(
      "essen-sum",
      "Electrons in step have (N r_e/pi R)[ln(2N/pi) + gamma - 3/2]: below N r_e/R up to N = 91, but 1.76 times it at "
        + "N = 1000 and beyond any multiple as N grows.", sum),
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
    let few = try VelocityMatrix(equallySpaced: Int(try p.given(0)), ratio: 1)
    let many = try VelocityMatrix(equallySpaced: 1000, ratio: 1)
    return [
      .value("lambda_0 - 1 in r_e/R, N = 100", few.eigenvalues[0] - 1),
      .value("with the logarithm", few.logarithmicEstimate),
      // "By much": a tenth.
      .both(
        "lambda_0 - 1 in r_e/R, N = 1000", printed: many.estimate, ours: many.eigenvalues[0] - 1,
        within: 0.1),
    ]
  }

  static func invertible(_ p: PublishedClaim) throws -> [Finding] {
    try [10, 100].flatMap { count in
      // The ratio from the closed form of equal spacings, its singularity from the matrix itself.
      let circle = try VelocityMatrix(equallySpaced: count, ratio: 1)
      let critical = circle.criticalRatio ?? .infinity
      let dense = try VelocityMatrix(positions: circle.positions, ratio: critical)
      return [
        Finding.statement("singular at r_e/R, N = \(count)", critical, holds: !dense.isSingular),
        .value(
          "smallest eigenvalue of V, N = \(count)", (circle.eigenvalues.min() ?? .nan) - 1),
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
