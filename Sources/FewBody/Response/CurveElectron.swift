import ComplexModule
import RealModule

/// An electron on a curve r(s), s its length: eigenstates as values on Gauss-Legendre nodes.
///
/// H = -1/2 d^2/ds^2; between hard ends psi_n = sqrt(2/L) sin(n pi s/L), n = 1, 2, ...; on a closed curve
/// psi_n = e^{2 pi i q s/L}/sqrt(L), q = 0, 1, -1, 2, .... The current of a transition is -u W/2i with the tangent u and
/// W = psi_0* psi_nu' - psi_0'* psi_nu, so that any pair of eigenstates obeys the continuity equation.
public struct CurveElectron: OpticalStates {
  let positions: [SIMD3<Double>]
  let tangents: [SIMD3<Double>]
  let weights: [Double]
  let waves: [[Complex<Double>]]
  let slopes: [[Complex<Double>]]
  /// E_n of the states, ascending.
  public let energies: [Energy]
  /// In electron masses.
  public let mass: Double

  init(
    positions: [SIMD3<Double>], tangents: [SIMD3<Double>], weights: [Double],
    waves: [[Complex<Double>]], slopes: [[Complex<Double>]], energies: [Energy], mass: Double
  ) {
    (self.positions, self.tangents, self.weights) = (positions, tangents, weights)
    (self.waves, self.slopes, self.energies, self.mass) = (waves, slopes, energies, mass)
  }

  /// - Parameters:
  ///   - length: L in bohr.
  ///   - isClosed: whether the curve closes; otherwise it has hard ends.
  ///   - states: how many of the lowest, 2 to 400.
  ///   - winding: how many turns the curve makes, for the number of nodes.
  ///   - curve: position and unit tangent at s in 0...L.
  /// - Throws: ``FewBodyError/invalid(_:)`` for a length that is not positive or a number of states outside its range.
  public init(
    length: Double, isClosed: Bool, states: Int, winding: Int = 1,
    curve: (Double) -> (position: SIMD3<Double>, tangent: SIMD3<Double>)
  ) throws(FewBodyError) {
    try require("length", length, accepted: "a length from 1e-6 to 1e9 bohr") {
      (1e-6...1e9).contains($0)
    }
    guard (2...400).contains(states) else {
      throw .invalid("states", states, accepted: "a whole number from 2 to 400")
    }
    let (nodes, halfWeights) = GaussLegendre.positiveHalf(points: 16)
    let panels = states + 4 * max(1, winding)
    let half = length / Double(2 * panels)
    var (places, weights): ([Double], [Double]) = ([], [])
    for panel in 0..<panels {
      for (node, weight) in zip(nodes, halfWeights) {
        for sign in [-1.0, 1] {
          places.append(half * (Double(2 * panel + 1) + sign * node.hi))
          weights.append(weight.hi * half)
        }
      }
    }
    let points = places.map(curve)
    positions = points.map { $0.position }
    tangents = points.map { $0.tangent }
    self.weights = weights
    var (waves, slopes): ([[Complex<Double>]], [[Complex<Double>]]) = ([], [])
    var energies: [Energy] = []
    for n in 0..<states {
      if isClosed {
        let q = 2 * Double.pi * Double(n.isMultiple(of: 2) ? -(n / 2) : (n + 1) / 2) / length
        let size = 1 / length.squareRoot()
        let wave = places.map { Complex(size * Double.cos(q * $0), size * Double.sin(q * $0)) }
        waves.append(wave)
        slopes.append(wave.map { Complex(0, q) * $0 })
        energies.append(Energy(hartree: q * q / 2))
      } else {
        let q = Double.pi * Double(n + 1) / length
        let size = (2 / length).squareRoot()
        waves.append(places.map { Complex(size * Double.sin(q * $0)) })
        slopes.append(places.map { Complex(q * size * Double.cos(q * $0)) })
        energies.append(Energy(hartree: q * q / 2))
      }
    }
    (self.waves, self.slopes, self.energies, mass) = (waves, slopes, energies, 1)
  }

  /// A straight line along z between hard ends.
  public static func line(length: Length, states: Int) throws(FewBodyError) -> CurveElectron {
    try CurveElectron(length: length.bohr, isClosed: false, states: states) {
      (SIMD3(0, 0, $0 - length.bohr / 2), SIMD3(0, 0, 1))
    }
  }

  /// A circle in the x-y plane.
  public static func ring(radius: Length, states: Int) throws(FewBodyError) -> CurveElectron {
    let a = radius.bohr
    return try CurveElectron(length: 2 * .pi * a, isClosed: true, states: states) { s in
      let (c, z) = (Double.cos(s / a), Double.sin(s / a))
      return (SIMD3(a * c, a * z, 0), SIMD3(-z, c, 0))
    }
  }

  /// The curve of a ``Helix``, its middle at `center` plus (a, 0, 0).
  public static func helix(
    _ helix: Helix, states: Int, center: SIMD3<Double> = .zero
  ) throws(FewBodyError) -> CurveElectron {
    try helix.validate()
    let (a, b) = (helix.radius.bohr, helix.pitch.bohr)
    let speed = (a * a + b * b).squareRoot()
    let length = 2 * .pi * helix.turns * speed
    return try CurveElectron(
      length: length, isClosed: false, states: states, winding: Int(helix.turns.rounded(.up))
    ) { s in
      let t = (s - length / 2) / speed
      let (c, z) = (Double.cos(t), Double.sin(t))
      return (SIMD3(a * c, a * z, b * t) + center, SIMD3(-a * z, a * c, b) / speed)
    }
  }

  /// <u_a u_b> of a state, entry at `3 a + b`: its f-sum is m sum_nu 2 w_nu Re(r_a r_b).
  public func tangentTensor(of state: Int) -> [Double] {
    guard waves.indices.contains(state) else { return [Double](repeating: 0, count: 9) }
    var tensor = [Double](repeating: 0, count: 9)
    for (k, weight) in weights.enumerated() {
      let density = weight * waves[state][k].lengthSquared
      for a in 0..<3 {
        for b in 0..<3 { tensor[3 * a + b] += density * tangents[k][a] * tangents[k][b] }
      }
    }
    return tensor
  }

  /// J_0nu(k) in full, without the long-wavelength expansion.
  public func current(from: Int, to: Int, wave k: SIMD3<Double>) -> [Complex<Double>] {
    guard waves.indices.contains(from), waves.indices.contains(to) else {
      return [.zero, .zero, .zero]
    }
    var sum = [Complex<Double>](repeating: .zero, count: 3)
    for node in weights.indices {
      let phase = -(k * positions[node]).sum()
      let value = flow(from, to, node) * Complex(Double.cos(phase), Double.sin(phase))
      for i in 0..<3 { sum[i] += value.multiplied(by: tangents[node][i]) }
    }
    return sum
  }

  /// -(1/2im) W times the weight.
  func flow(_ m: Int, _ n: Int, _ node: Int) -> Complex<Double> {
    let first = waves[m][node].conjugate * slopes[n][node]
    let second = slopes[m][node].conjugate * waves[n][node]
    return Complex(0, weights[node] / (2 * mass)) * (first - second)
  }

  /// -psi_m* psi_n times the weight.
  func charge(_ m: Int, _ n: Int, _ node: Int) -> Complex<Double> {
    (waves[m][node].conjugate * waves[n][node]).multiplied(by: -weights[node])
  }

  /// E1, M1 and E2 moments and the series of the current of a transition; nil for states that are not there.
  public func moments(from: Int, to: Int) -> TransitionMoments? {
    guard waves.indices.contains(from), waves.indices.contains(to) else { return nil }
    var mu = [Complex<Double>](repeating: .zero, count: 3)
    var m = mu
    var i0 = mu
    var q = [Complex<Double>](repeating: .zero, count: 9)
    var i1 = q
    var i2 = [Complex<Double>](repeating: .zero, count: 27)
    for node in weights.indices {
      let (r, u) = (positions[node], tangents[node])
      let charge = charge(from, to, node)
      let flow = flow(from, to, node)
      for i in 0..<3 {
        let (a, b) = ((i + 1) % 3, (i + 2) % 3)
        mu[i] += charge.multiplied(by: r[i])
        m[i] += flow.multiplied(by: Constants.fineStructure / 2 * (r[a] * u[b] - r[b] * u[a]))
        let part = flow.multiplied(by: u[i])
        i0[i] += part
        for x in 0..<3 {
          q[3 * i + x] += charge.multiplied(by: r[i] * r[x])
          i1[3 * x + i] += Complex(0, -r[x]) * part
          for y in 0..<3 { i2[9 * x + 3 * y + i] += part.multiplied(by: -r[x] * r[y] / 2) }
        }
      }
    }
    let energy = Energy(hartree: energies[to].hartree - energies[from].hartree)
    return TransitionMoments(
      from: from, to: to, energy: energy, electric: mu, magnetic: m, quadrupole: q,
      current: CurrentMoments(energy: energy, uniform: i0, linear: i1, quadratic: i2))
  }
}
