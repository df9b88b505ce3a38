import RealModule

/// How large a box a potential needs, by semiclassical integrals along rays from the origin.
///
/// The 26 rays through the faces, edges and corners of a cube carry the weights of V. I. Lebedev
/// (Zh. Vychisl. Mat. Mat. Fiz. 16, 293 (1976)), exact to degree 7.
struct CartesianBox: Sendable {
  let mass: Double
  private let radii: [Double]
  private let rays: [Ray]

  private struct Ray: Sendable {
    let weight: Double
    /// The largest component of the unit vector: the ray leaves [-L, L]^3 at L/reach.
    let reach: Double
    let potential: [Double]
  }

  /// The decay from the last turning point to a wall: density falls by e^-20 or more.
  static let decay = 10.0

  /// - Parameters:
  ///   - scale: a length of the problem in bohr, from which radii reach over five decades outward
  ///     and four inward.
  ///   - potential: V(x, y, z) in hartree.
  init(mass: Double, scale: Double, potential: (Double, Double, Double) -> Double) {
    self.mass = mass
    let radii = (0...260).map { scale * Double.exp(0.08 * Double($0) - 9.2) }
    var rays: [Ray] = []
    for i in -1...1 {
      for j in -1...1 {
        for k in -1...1 {
          let square = i * i + j * j + k * k
          guard square > 0 else { continue }
          let weight = square == 1 ? 1.0 / 21 : square == 2 ? 4.0 / 105 : 9.0 / 280
          let norm = 1 / Double(square).squareRoot()
          let (x, y, z) = (Double(i) * norm, Double(j) * norm, Double(k) * norm)
          let values = radii.map { r in
            let value = potential(x * r, y * r, z * r)
            // inf - inf far out, in a formula that overflows: a wall.
            return value.isNaN ? .infinity : value
          }
          rays.append(Ray(weight: weight, reach: norm, potential: values))
        }
      }
    }
    self.radii = radii
    self.rays = rays
  }

  /// The smaller limits of V at the two ends of all rays: nil where V still varies at the far end
  /// (a trap), so that every level is bound.
  var threshold: Double? {
    let end = radii.count - 1
    var lowest = Double.infinity
    for ray in rays {
      let (far, near) = (ray.potential[end], ray.potential[end - 29])
      lowest = min(lowest, far)
      let size = ray.potential[radii.count / 2].magnitude
      guard far.isFinite, (far - near).magnitude <= 1e-2 * max(size, far.magnitude) else {
        // Rising towards the end; a falling one is unbounded below.
        if far > near { continue }
        return -.infinity
      }
    }
    let rising = rays.allSatisfy { ray in
      !ray.potential[end].isFinite || ray.potential[end] > 2 * ray.potential[end - 29].magnitude
    }
    return rising ? nil : lowest
  }

  /// Weyl's count of the levels below E, (2 mu)^(3/2)/(6 pi^2) int (E - V)^(3/2) d^3r.
  func count(below energy: Double) -> Double {
    var sum = 0.0
    for ray in rays {
      for (r, value) in zip(radii, ray.potential) where value < energy {
        let depth = energy - value
        sum += ray.weight * depth * depth.squareRoot() * r * r * r
      }
    }
    // dr = 0.08 r on the geometric radii; the weights sum to one over the sphere.
    return (2 * mass) * (2 * mass).squareRoot() * 0.08 * 4 * Double.pi * sum
      / (6 * Double.pi * Double.pi)
  }

  /// The energy with `levels` levels below it; just below the threshold if there are fewer, nil for
  /// a potential without a lower bound.
  func energy(levels: Double) -> Double? {
    let top = threshold ?? .infinity
    guard top > -.infinity else { return nil }
    var lower = rays.flatMap(\.potential).filter(\.isFinite).min() ?? 0
    var upper = top
    if top == .infinity {
      var step = max(lower.magnitude, 1 / mass)
      upper = lower + step
      while count(below: upper) < levels, step < 1e300 {
        step *= 2
        upper = lower + step
      }
    } else if count(below: top) < 2 * levels {
      // Few levels below the threshold, or none: a box for those that are there.
      let half = min(levels, 0.5 * count(below: top))
      guard half > 0, let inner = bisected(&lower, &upper, half) else { return top }
      return top - 0.2 * (top - inner)
    }
    return bisected(&lower, &upper, levels)
  }

  private func bisected(_ lower: inout Double, _ upper: inout Double, _ levels: Double) -> Double? {
    for _ in 0..<60 {
      let middle = 0.5 * (lower + upper)
      if count(below: middle) < levels { lower = middle } else { upper = middle }
    }
    return upper
  }

  /// The largest radius at which V is below an energy; nil if it is nowhere.
  func reach(energy: Double) -> Double? {
    var radius: Double?
    for ray in rays {
      if let last = ray.potential.lastIndex(where: { $0 < energy }) {
        radius = max(radius ?? 0, radii[last])
      }
    }
    return radius
  }

  /// L such that a state of this energy has decayed at every wall; nil where it does not decay.
  func extent(energy: Double) -> Double? {
    var extent = 0.0
    for ray in rays {
      var action = 0.0
      var end: Double?
      for (r, value) in zip(radii, ray.potential) {
        if value <= energy {
          action = 0
          end = nil
        } else if end == nil {
          action += (2 * mass * (value - energy)).squareRoot() * 0.08 * r
          if action >= Self.decay { end = r }
        }
      }
      guard let end else { return nil }
      extent = max(extent, end * ray.reach)
    }
    return extent
  }
}
