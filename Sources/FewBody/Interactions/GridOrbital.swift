import ComplexModule
import RealModule

/// A one-electron state sampled on a uniform Cartesian grid, isolated in space.
///
/// N nodes an axis straddle the origin, x_j = -L + (j + 1/2) h, h = 2L/N; psi is taken as 0 outside
/// [-L, L]^3. A cusp at a nucleus at the origin makes the trapezoidal sum of a density p err by
/// zeta p'(0) h^4 there; with the nucleus' charge known, p'(0) = -2 m Z p(0) (T. Kato, Commun. Pure Appl.
/// Math. 10, 151 (1957)) and that error is put back at the eight nearest nodes.
public struct GridOrbital: Sendable {
  /// What tables call it.
  public let name: String
  /// N, even.
  public let points: Int
  /// L, in bohr.
  public let extent: Double
  /// m, in electron masses.
  public let mass: Double
  /// Z of a nucleus at the origin; nil for a smooth state.
  public let cusp: Double?
  let function: @Sendable (Double, Double, Double) -> Complex<Double>

  /// - Throws: ``FewBodyError`` for an odd N or N outside 16 ... 512, or a length or mass that is not
  ///   positive.
  public init(
    name: String, points: Int = 64, extent: Length, mass: Double = 1, cusp: Double? = nil,
    function: @escaping @Sendable (Double, Double, Double) -> Complex<Double>
  ) throws(FewBodyError) {
    guard (16...512).contains(points), points.isMultiple(of: 2) else {
      throw .invalid("points", points, accepted: "an even number from 16 to 512 an axis")
    }
    try require("extent", extent.bohr, accepted: "a length above 0") { $0 > 0 }
    try require("mass", mass, accepted: "a number above 0") { $0 > 0 }
    self.name = name
    self.points = points
    self.extent = extent.bohr
    self.mass = mass
    self.cusp = cusp
    self.function = function
  }

  /// A state of `solve pair --dim 3`, by any method.
  public init(
    _ state: SpaceState, name: String, points: Int = 64, extent: Length? = nil, mass: Double,
    cusp: Double? = nil
  ) throws(FewBodyError) {
    try self.init(
      name: name, points: points, extent: extent ?? .bohr(state.extent), mass: mass, cusp: cusp
    ) { x, y, z in
      let size = Complex(state.value(x, y, z))
      guard state.magnetic != 0 else { return size }
      return Complex(length: 1, phase: Double(state.magnetic) * .atan2(y: y, x: x)) * size
    }
  }

  /// A hydrogenic orbital on a grid.
  public init(
    _ orbital: HydrogenicOrbital, points: Int = 64, extent: Length
  ) throws(FewBodyError) {
    try self.init(
      name: orbital.name, points: points, extent: extent, mass: orbital.mass,
      cusp: orbital.charge, function: orbital.value)
  }
}
