import ArgumentParser
import Charts
import FewBody

struct CollectiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collective",
    abstract: "The matrix between momenta and velocities of electrons on a circle.",
    discussion: """
      M_ij = delta_ij + eps V(phi_i - phi_j), eps = r_e/R, of Essen's Eq. (50): its eigenvalues, and the \
      eps at which the first of them vanishes and the momenta no longer determine the velocities.

        solve collective --electrons 10 --ratio 0.1
        solve collective --electrons 100 --radius 1nm --plot eigenvalues.svg
        solve collective --electrons 20 --random 7 --ratio 0.01
        solve collective --positions 0,0.5,2 --ratio 0.1
      """)

  @Option("N, 2 to 4096 (default: 10).", value: "n", reading: Quantity.whole)
  var electrons: Int?

  @Option("eps = r_e/R.", value: "eps", reading: Quantity.number)
  var ratio: Double?

  @Option("R, instead of eps.", value: "r", reading: Quantity.length)
  var radius: Length?

  @Option("Angles drawn evenly, from this seed.", value: "seed", reading: Quantity.whole)
  var random: Int?

  @Option("Angles in radians, separated by commas.", value: "phi,phi,...")
  var positions: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    try ValueReport(shared: shared).run(CollectiveResult(matrix: try matrix()))
  }

  private func matrix() throws(FewBodyError) -> VelocityMatrix {
    let eps = try chosenRatio()
    if let positions {
      guard random == nil, electrons == nil else {
        throw .invalid("positions", positions, accepted: "positions alone")
      }
      var angles: [Double] = []
      for part in positions.split(separator: ",", omittingEmptySubsequences: false) {
        guard let angle = Double(part), angle.isFinite else {
          throw .invalid("positions", positions, accepted: "angles such as 0,0.5,2")
        }
        angles.append(angle)
      }
      guard angles.count >= 2 else {
        throw .invalid("positions", positions, accepted: "two angles or more")
      }
      return try VelocityMatrix(positions: angles, ratio: eps)
    }
    guard let random else {
      return try VelocityMatrix(equallySpaced: electrons ?? 10, ratio: eps)
    }
    guard let seed = UInt64(exactly: random) else {
      throw .invalid("random", random, accepted: "a whole number of 0 or more")
    }
    return try VelocityMatrix(random: electrons ?? 10, seed: seed, ratio: eps)
  }

  private func chosenRatio() throws(FewBodyError) -> Double {
    switch (ratio, radius) {
    case (let ratio?, nil): return ratio
    case (nil, let radius?):
      guard radius.bohr > 0 else {
        throw .invalid("radius", radius.bohr, accepted: "a length above 0")
      }
      return Constants.classicalElectronRadius / radius.bohr
    case (nil, nil): throw .invalid("ratio", "missing", accepted: "--ratio EPS or --radius R")
    case (let ratio?, _?):
      throw .invalid("ratio", ratio, accepted: "either --ratio or --radius")
    }
  }
}

/// The eigenvalues as they are printed.
struct CollectiveResult: Printable {
  let matrix: VelocityMatrix

  private enum CodingKeys: String, CodingKey {
    case schema
    case electrons
    case ratio
    case arrangement
    case eigenvalues
    case critical
    case positive
    case singular
    case estimate
    case logarithmicEstimate
    case positions
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("few-body/collective/1", forKey: .schema)
    try container.encode(matrix.positions.count, forKey: .electrons)
    try container.encode(matrix.ratio, forKey: .ratio)
    try container.encode(
      matrix.isCirculant ? "equally spaced" : "given", forKey: .arrangement)
    try container.encode(matrix.eigenvalues, forKey: .eigenvalues)
    try container.encode(matrix.criticalRatio, forKey: .critical)
    try container.encode(matrix.isPositive, forKey: .positive)
    try container.encode(matrix.isSingular, forKey: .singular)
    if matrix.isCirculant {
      try container.encode(matrix.estimate, forKey: .estimate)
      try container.encode(matrix.logarithmicEstimate, forKey: .logarithmicEstimate)
    } else {
      try container.encode(matrix.positions, forKey: .positions)
    }
  }

  func table() -> String {
    var text = "\(matrix.positions.count) electrons on a circle, eps = r_e/R = \(matrix.ratio)\n\n"
    for (k, value) in matrix.eigenvalues.enumerated() {
      text += " \(matrix.isCirculant ? "k = " : "")\(k)\t\(value)\n"
    }
    text +=
      "\nfirst singular at eps = \(matrix.criticalRatio.map { "\($0)" } ?? "none: never")\n"
    if matrix.isCirculant {
      text += "lambda_0 - 1 = \(matrix.inPhase); N eps = \(matrix.estimate); "
      text += "with the logarithm \(matrix.logarithmicEstimate)\n"
    }
    if !matrix.isPositive {
      text += "beyond it: the kinetic energy is not positive\n"
    }
    return text
  }

  func commaSeparated() -> String {
    matrix.eigenvalues.enumerated().reduce(into: "k,eigenvalue\n") { text, entry in
      text += "\(entry.offset),\(entry.element)\n"
    }
  }

  func draw(to path: String) throws {
    try EigenvalueChart(
      values: matrix.eigenvalues,
      title: "velocity matrix of \(matrix.positions.count) electrons, r_e/R = \(matrix.ratio)"
    ).write(to: path)
  }
}
