/// The coupling of one pair of two-level dipoles by one kind of term.
public struct DipoleCoupling: Sendable, Hashable {
  /// Which moments meet, and how.
  public enum Term: String, Sendable, Codable, CaseIterable {
    /// <10|V|01>: one goes up, the other down.
    case rotating
    /// <11|V|00>: both go up.
    case counterRotating
    /// <11|V|10>: the first dipole's permanent moment and the second's transition.
    case permanentTransition
    /// <11|V|01>: the first dipole's transition and the second's permanent moment.
    case transitionPermanent
    /// <11|V|11>: two permanent moments.
    case permanent

    /// (a, c, b, d) of <ac|V|bd>.
    var levels: (Int, Int, Int, Int) {
      switch self {
      case .rotating: (1, 0, 0, 1)
      case .counterRotating: (1, 1, 0, 0)
      case .permanentTransition: (1, 1, 1, 0)
      case .transitionPermanent: (1, 1, 0, 1)
      case .permanent: (1, 1, 1, 1)
      }
    }
  }

  /// The first dipole's number, from 0.
  public var first: Int
  /// The second dipole's number, above the first's.
  public var second: Int
  /// Which moments meet.
  public var term: Term
  /// The real part of the matrix element.
  public var energy: Energy
  /// Its imaginary part, 0 for linear dipoles.
  public var imaginary: Energy

  /// The matrix element of one term between two dipoles, its real and imaginary part.
  public init(first: Int, second: Int, term: Term, energy: Energy, imaginary: Energy = 0) {
    (self.first, self.second, self.term) = (first, second, term)
    (self.energy, self.imaginary) = (energy, imaginary)
  }
}

extension DipoleCoupling: Codable {
  private enum CodingKeys: String, CodingKey { case first, second, term, energy, imaginary }

  /// Reads what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` for a key that is missing or of another type.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      first: try box.decode(Int.self, forKey: .first),
      second: try box.decode(Int.self, forKey: .second),
      term: try box.decode(Term.self, forKey: .term),
      energy: Energy(hartree: try box.decode(Double.self, forKey: .energy)),
      imaginary: Energy(hartree: try box.decode(Double.self, forKey: .imaginary)))
  }

  /// Writes every member under its name, both energies in hartree.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(first, forKey: .first)
    try box.encode(second, forKey: .second)
    try box.encode(term, forKey: .term)
    try box.encode(energy.hartree, forKey: .energy)
    try box.encode(imaginary.hartree, forKey: .imaginary)
  }
}

extension DipoleSystem {
  /// The couplings of every pair of two-level dipoles, term by term; pairs with other dipoles are left out.
  public func couplings() -> [DipoleCoupling] {
    var list: [DipoleCoupling] = []
    for i in dipoles.indices where dipoles[i].energies.count == 2 {
      for j in dipoles.indices where j > i && dipoles[j].energies.count == 2 {
        for term in DipoleCoupling.Term.allCases {
          let (a, c, b, d) = term.levels
          let value = coupling(i, j, a, c, b, d)
          list.append(
            DipoleCoupling(
              first: i, second: j, term: term, energy: Energy(hartree: value.real),
              imaginary: Energy(hartree: value.imaginary)))
        }
      }
    }
    return list
  }
}
