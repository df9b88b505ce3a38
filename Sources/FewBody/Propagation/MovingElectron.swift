/// One electron in a potential and uniform fields: H = (p + A)^2/2m + U + E.r, of charge -e.
///
/// (The electron's potential energy in phi = -E.r is -e phi = E.r.) The potential may change with
/// time; it is asked at points, and knows no grid.
public struct MovingElectron: Sendable {
  /// m, in electron masses.
  public let mass: Double
  /// E and B, and the flux.
  public let fields: UniformFields
  /// U(r, t), in hartree.
  public let potential: @Sendable (SIMD3<Double>, Double) -> Double
  /// Whether U changes with time.
  public let isDriven: Bool

  /// An electron in a potential that stands still.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for a mass that is not positive or fields that are not
  ///   finite.
  public init(
    mass: Double = 1, fields: UniformFields = UniformFields(),
    potential: @escaping @Sendable (SIMD3<Double>) -> Double = { _ in 0 }
  ) throws(FewBodyError) {
    try self.init(mass, fields, isDriven: false) { r, _ in potential(r) }
  }

  /// An electron in a potential U(r, t) that changes with time.
  ///
  /// - Throws: as ``init(mass:fields:potential:)``.
  public init(
    mass: Double = 1, fields: UniformFields = UniformFields(),
    drivenBy potential: @escaping @Sendable (SIMD3<Double>, Double) -> Double
  ) throws(FewBodyError) {
    try self.init(mass, fields, isDriven: true, potential)
  }

  private init(
    _ mass: Double, _ fields: UniformFields, isDriven: Bool,
    _ potential: @escaping @Sendable (SIMD3<Double>, Double) -> Double
  ) throws(FewBodyError) {
    try require("mass", mass, accepted: "a positive mass") { $0 > 0 }
    for (name, field) in [
      ("electric", fields.electric), ("magnetic", fields.magnetic),
      ("flux", fields.background), ("flux-rate", fields.backgroundRate),
    ] where !(field.x + field.y + field.z).isFinite {
      throw .invalid(name, field, accepted: "finite numbers")
    }
    self.mass = mass
    self.fields = fields
    self.potential = potential
    self.isDriven = isDriven
  }

  /// U + E.r, in hartree.
  func potentialEnergy(at r: SIMD3<Double>, time: Double) -> Double {
    potential(r, time) + dot(fields.electric, r)
  }

  /// Whether H changes with time.
  var isTimeDependent: Bool { isDriven || fields.backgroundRate != .zero }

  /// grad U by central differences of eighth order over `step`; exact for polynomials to degree 8.
  func potentialGradient(
    at r: SIMD3<Double>, time: Double, step: Double, dimension: Int
  ) -> SIMD3<Double> {
    var gradient = SIMD3<Double>.zero
    for axis in 0..<dimension {
      for (k, weight) in [4.0 / 5, -1.0 / 5, 4.0 / 105, -1.0 / 280].enumerated() {
        var shift = SIMD3<Double>.zero
        shift[axis] = Double(k + 1) * step
        gradient[axis] += weight * (potential(r + shift, time) - potential(r - shift, time))
      }
    }
    return gradient / step
  }
}
