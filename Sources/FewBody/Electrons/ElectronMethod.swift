/// How interacting electrons on a ring are solved.
public enum ElectronMethod: Sendable, Equatable {
  /// Two electrons: elements; no thickness, or polarized in a thin ring: gaps; else determinants.
  case automatic
  /// Certified elements in the relative angle, for two electrons.
  case elements
  /// Determinants of plane waves |k| <= `waves`, for a thickness above 0; nil for as many as needed.
  case determinants(waves: Int? = nil)
  /// Polynomials of the gaps between neighbours up to `degree`, for a = 0 or polarized spins.
  case gaps(degree: Int? = nil)

  /// Its name on the command line: `auto`, `elements`, `determinants` or `gaps`.
  public var name: String {
    switch self {
    case .automatic: "auto"
    case .elements: "elements"
    case .determinants: "determinants"
    case .gaps: "gaps"
    }
  }
}
