import RealModule

/// One electron on the curve (a cos t, a sin t, b t), |t| <= pi K, between hard ends: a chiral system in closed form.
///
/// l^2 = a^2 + b^2, T = 2 pi K, psi_n = sqrt(2/T) sin(n pi u/T), u = t + pi K, E_n = pi^2 n^2/(2 l^2 T^2).
/// Moments mu = -r and m = -(alpha/2) (r x p), symmetrised (Gaussian units, hbar = m_e = e = 1).
public struct Helix: Sendable {
  /// a.
  public var radius: Length
  /// b: the geometric pitch is 2 pi b.
  public var pitch: Length
  /// K.
  public var turns: Double

  /// A helix of radius a, pitch b (2 pi b a turn) and K turns; ``validate()`` checks them.
  public init(radius: Length, pitch: Length, turns: Double) {
    self.radius = radius
    self.pitch = pitch
    self.turns = turns
  }

  /// Name, a and b in bohr, and K, as an answer's system.
  public var parameters: Parameters {
    [
      "name": "helix", "radius": .number(radius.bohr), "pitch": .number(pitch.bohr),
      "turns": .number(turns),
    ]
  }

  /// E_n, n from 1.
  public func energy(_ n: Int) -> Energy {
    let q = Double.pi * Double(n) / (2 * .pi * turns)
    return Energy(hartree: q * q / (2 * squaredLength))
  }

  private var squaredLength: Double { radius.bohr * radius.bohr + pitch.bohr * pitch.bohr }

  /// Throws what is wrong with the curve, if anything is.
  public func validate() throws(FewBodyError) {
    let range = 1e-6...1e6
    try require("radius", radius.bohr, accepted: "a length from 1e-6 to 1e6 bohr") {
      range.contains($0)
    }
    try require(
      "pitch", pitch.bohr, accepted: "0 or a size from 1e-6 to 1e6 bohr, negative if left-handed"
    ) {
      $0 == 0 || range.contains($0.magnitude)
    }
    try require("turns", turns, accepted: "a number from 0.01 to 100") {
      (0.01...100).contains($0)
    }
  }

  /// All pairs of the lowest `states` levels, by energy of the lower one.
  ///
  /// With W = psi_p psi_n' - psi_p' psi_n = (pi/T^2)[(n - p) sin (p + n)v + (n + p) sin (p - n)v], v = pi u/T,
  /// <p|(r x p)|n> = -(i/2 l^2) int g W, g = r x r' = (ab(sin t - t cos t), -ab(cos t + t sin t), a^2), so that
  /// R_np = Im(mu_np . m_pn) = -(alpha/4 l^2) r_np . int g W. r_np is a closed form; int g sin(q v) is a
  /// Gauss-Legendre sum for each q.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` for a curve that cannot be, or states outside 2...400.
  public func transitions(states: Int) throws(FewBodyError) -> [HelixTransition] {
    try validate()
    guard (2...400).contains(states) else {
      throw .invalid("states", states, accepted: "a whole number from 2 to 400")
    }
    let moments = HelixMoments(self, states: states)
    var result: [HelixTransition] = []
    for n in 1..<states {
      for p in (n + 1)...states {
        let r = moments.position(n, p)
        let g = moments.angular(n, p)
        let energy = energy(p).hartree - energy(n).hartree
        let size = r.x * r.x + r.y * r.y + r.z * r.z
        let scale = -Constants.fineStructure / (4 * squaredLength)
        // No minus zeros.
        let parts = [scale * r.x * g.x + 0, scale * r.y * g.y + 0, scale * r.z * g.z + 0]
        result.append(
          HelixTransition(
            from: n, to: p, energy: Energy(hartree: energy), oscillatorStrength: 2 * energy * size,
            rotationalStrength: parts[0] + parts[1] + parts[2], rotationalParts: parts))
      }
    }
    return result
  }
}

/// One line of a helix' spectrum.
public struct HelixTransition: Sendable, Codable {
  /// Quantum numbers, from 1.
  public var from: Int
  /// The upper state's quantum number.
  public var to: Int
  /// E_to - E_from.
  public var energy: Energy
  /// f = 2 E |r|^2, without a third.
  public var oscillatorStrength: Double
  /// R = Im(mu_np . m_pn), in atomic units (Gaussian: alpha is inside).
  public var rotationalStrength: Double
  /// The x, y and z parts of R.
  public var rotationalParts: [Double]

  private enum CodingKeys: String, CodingKey {
    case from, to, energy, oscillatorStrength, rotationalStrength, rotationalParts
  }

  /// A line n -> p with f, R and the three parts of R, in atomic units (Gaussian).
  public init(
    from: Int, to: Int, energy: Energy, oscillatorStrength: Double, rotationalStrength: Double,
    rotationalParts: [Double]
  ) {
    (self.from, self.to, self.energy) = (from, to, energy)
    self.oscillatorStrength = oscillatorStrength
    self.rotationalStrength = rotationalStrength
    self.rotationalParts = rotationalParts
  }

  /// Reads what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` for a key that is missing or of another type.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    from = try box.decode(Int.self, forKey: .from)
    to = try box.decode(Int.self, forKey: .to)
    energy = Energy(hartree: try box.decode(Double.self, forKey: .energy))
    oscillatorStrength = try box.decode(Double.self, forKey: .oscillatorStrength)
    rotationalStrength = try box.decode(Double.self, forKey: .rotationalStrength)
    rotationalParts = try box.decode([Double].self, forKey: .rotationalParts)
  }

  /// Writes every member under its name, the energy in hartree.
  public func encode(to encoder: any Encoder) throws {
    var box = encoder.container(keyedBy: CodingKeys.self)
    try box.encode(from, forKey: .from)
    try box.encode(to, forKey: .to)
    try box.encode(energy.hartree, forKey: .energy)
    try box.encode(oscillatorStrength, forKey: .oscillatorStrength)
    try box.encode(rotationalStrength, forKey: .rotationalStrength)
    try box.encode(rotationalParts, forKey: .rotationalParts)
  }
}
