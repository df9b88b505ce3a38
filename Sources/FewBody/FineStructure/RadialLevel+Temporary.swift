import RealModule

extension RadialLevel {
  static let method: Parameters = ["name": "spectral"]
  static func lowest(_ count: Int, angularMomentum l: Int, of species: Species) throws(FewBodyError)
    -> [RadialLevel]
  {
    let g = species.reducedMass * species.charge
    func u(_ n: Int, _ l: Int) -> @Sendable (Double) -> Double {
      let k = n - l - 1
      let logA =
        Double.log(g / Double(n * n)) + .logGamma(Double(k) + 1) - .logGamma(Double(n + l) + 1)
      return { r in
        if l >= n { return 0 }
        let rho = 2 * g / Double(n) * r
        var p = 1.0
        var q = 0.0
        let a = Double(2 * l + 1)
        for i in 0..<k {
          (p, q) = (((2 * Double(i) + 1 + a - rho) * p - (Double(i) + a) * q) / Double(i + 1), p)
        }
        return .exp(logA / 2 + Double(l + 1) * .log(rho) - rho / 2) * p
      }
    }
    let (x, w) = GaussLegendre.positiveHalf(points: 20)
    return (0..<count).map { k in
      let n = l + 1 + k
      let e = -species.reducedMass * species.charge * species.charge / Double(2 * n * n)
      let f = u(n, l)
      let h = u(n, l + 1)
      let top = Double(n) * (60 + 6 * Double(n)) / g
      var pts: [Double] = []
      var wts: [Double] = []
      let N = 200
      for i in 0..<N {
        let a = top * Double(i * i) / Double(N * N)
        let b = top * Double((i + 1) * (i + 1)) / Double(N * N)
        for (xx, ww) in zip(x, w) {
          for s in [-1.0, 1.0] {
            pts.append((a + b) / 2 + s * xx.rounded * (b - a) / 2)
            wts.append(ww.rounded * (b - a) / 2)
          }
        }
      }
      let vals = pts.map(f)
      let L = Double(l + 1)
      let ders = zip(pts, vals).map { r, v in
        (L / r - g / L) * v - g / (Double(n) * L) * (Double(n * n) - L * L).squareRoot() * h(r)
      }
      let c = f(1e-9 / g) / Double.pow(1e-9 / g, L) * (1 + 1e-9 / L)
      return RadialLevel(
        n: n, energy: e.nextDown...e.nextUp,
        state: RadialSamples(
          angularMomentum: l, points: pts, weights: wts, values: vals, derivatives: ders,
          originCoefficient: c), function: f, isCertified: true)
    }
  }
}
