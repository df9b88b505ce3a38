/// One fine-structure level: each Breit-Pauli term in first order, and their sum.
public struct FineStructureLevel: Sendable {
  /// The number of rows above it: levels of distinct n, l, S and j, ascending in energy.
  public var index: Int
  /// The principal quantum number.
  public let n: Int
  /// The orbital angular momentum, in hbar.
  public let l: Int
  /// 2S: 1 for the electron's spin alone, else 0 or 2.
  public let doubledSpin: Int
  /// 2j.
  public let doubledTotal: Int
  /// The weight of S = 0 where S is no good quantum number, else nil.
  public let singletWeight: Double?
  /// The energy without fine structure, -mu Z^2/2n^2.
  public let gross: Energy
  /// Each term in alpha^2 hartree.
  public let terms: [FineStructureTerm: Double]
  /// The sum of the terms, in alpha^2 hartree.
  public let total: Double
  /// Bounds of the total's numerical error, in alpha^2 hartree.
  public let interval: ClosedRange<Double>
  /// What the bounds of the total are worth.
  public let certainty: Certainty
  /// u(r) without fine structure; nil for a level read back from JSON.
  public let state: RadialFunction?

  /// 2j + 1.
  public var degeneracy: Int { doubledTotal + 1 }

  /// A number in alpha^2 hartree as an energy, with CODATA 2022's alpha.
  public static func energy(_ value: Double) -> Energy {
    Energy(hartree: value * Constants.fineStructure * Constants.fineStructure)
  }

  /// The total as an energy.
  public var shift: Energy { FineStructureLevel.energy(total) }

  /// A term as an energy.
  public func shift(_ term: FineStructureTerm) -> Energy {
    FineStructureLevel.energy(terms[term] ?? 0)
  }

  /// The spectroscopic symbol: 2p3/2 for one spin; for two, as 2 3P2 with the multiplicity raised.
  public var symbol: String {
    let letters = Array("spdfghiklmnoqrtuvwxyz")
    let letter = l < letters.count ? String(letters[l]) : "[\(l)]"
    let total = FineStructureLevel.text(doubled: doubledTotal)
    if doubledSpin == 1 { return "\(n)\(letter)\(total)" }
    return "\(n)\(doubledSpin == 0 ? "\u{b9}" : "\u{b3}")\(letter.uppercased())\(total)"
  }

  /// An angular momentum, given by twice its value, as 1, 3/2, 2, ...
  static func text(doubled: Int) -> String {
    doubled.isMultiple(of: 2) ? "\(doubled / 2)" : "\(doubled)/2"
  }

  static let because =
    "first-order perturbation theory by quadrature: the bounds hold the numerical error of the "
    + "first-order values, not the higher orders in alpha nor the uncertainty of the constants"
}

extension FineStructureLevel: Codable {
  private enum CodingKeys: String, CodingKey {
    case index
    case labels
    case singletWeight
    case degeneracy
    case gross
    case terms
    case total
    case lower
    case upper
    case bounds
    case because
    case electronvolts
  }

  private enum SumKeys: String, CodingKey {
    case total
    case lower
    case upper
  }

  /// The level as a JSON object: terms and bounds in alpha^2 hartree, and once more in electronvolts.
  ///
  /// - Throws: whatever the encoder throws, as for a number that is not finite.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(index, forKey: .index)
    let labels: Parameters = [
      "n": .integer(n), "l": .integer(l), "S": .half(doubledSpin),
      "j": .half(doubledTotal),
    ]
    try container.encode(labels, forKey: .labels)
    try container.encodeIfPresent(singletWeight, forKey: .singletWeight)
    try container.encode(degeneracy, forKey: .degeneracy)
    try container.encode(gross.hartree, forKey: .gross)
    var parts = container.nestedContainer(keyedBy: FineStructureTerm.self, forKey: .terms)
    for term in FineStructureTerm.allCases { try parts.encode(terms[term] ?? 0, forKey: term) }
    try container.encode(total, forKey: .total)
    try container.encode(interval.lowerBound, forKey: .lower)
    try container.encode(interval.upperBound, forKey: .upper)
    try container.encode(certainty.word, forKey: .bounds)
    if case .estimate(let because) = certainty { try container.encode(because, forKey: .because) }
    let unit = EnergyUnit.electronvolt
    let energy = FineStructureLevel.energy
    var volts = container.nestedContainer(keyedBy: FineStructureTerm.self, forKey: .electronvolts)
    for term in FineStructureTerm.allCases {
      try volts.encode(unit.value(of: shift(term)), forKey: term)
    }
    var sums = container.nestedContainer(keyedBy: SumKeys.self, forKey: .electronvolts)
    try sums.encode(unit.value(of: shift), forKey: .total)
    try sums.encode(unit.lowerBound(energy(interval.lowerBound)), forKey: .lower)
    try sums.encode(unit.upperBound(energy(interval.upperBound)), forKey: .upper)
  }

  /// A level read back, its bounds an estimate and without its state.
  ///
  /// - Throws: `DecodingError` for a missing key or label, or a lower bound above the upper one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let labels = try container.decode(Parameters.self, forKey: .labels)
    func doubled(_ name: String) throws -> Int {
      let value: Double? =
        switch labels[name] {
        case .integer(let whole): Double(whole)
        case .number(let number): number
        default: nil
        }
      guard let value, let twice = Int(exactly: 2 * value), twice >= 0 else {
        throw DecodingError.dataCorruptedError(
          forKey: .labels, in: container, debugDescription: "no label \(name)")
      }
      return twice
    }
    let lower = try container.decode(Double.self, forKey: .lower)
    let upper = try container.decode(Double.self, forKey: .upper)
    guard lower <= upper else {
      throw DecodingError.dataCorruptedError(
        forKey: .lower, in: container, debugDescription: "lower \(lower) exceeds upper \(upper)")
    }
    let parts = try container.nestedContainer(keyedBy: FineStructureTerm.self, forKey: .terms)
    var terms: [FineStructureTerm: Double] = [:]
    for term in FineStructureTerm.allCases {
      terms[term] = try parts.decode(Double.self, forKey: term)
    }
    index = try container.decode(Int.self, forKey: .index)
    n = try doubled("n") / 2
    l = try doubled("l") / 2
    doubledSpin = try doubled("S")
    doubledTotal = try doubled("j")
    singletWeight = try container.decodeIfPresent(Double.self, forKey: .singletWeight)
    gross = Energy(hartree: try container.decode(Double.self, forKey: .gross))
    self.terms = terms
    total = try container.decode(Double.self, forKey: .total)
    interval = lower...upper
    certainty = .estimate(
      because: try container.decodeIfPresent(String.self, forKey: .because) ?? "")
    state = nil
  }
}
