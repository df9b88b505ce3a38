import ComplexModule
import RealModule

extension CurveElectron {
  /// P_mn(k) of P(r) = int_0^1 du q r_l delta(r - u r_l) (Cho, Eq 38), the nucleus at the origin: i k.P = -rho(k).
  public func polarisation(from: Int, to: Int, wave k: SIMD3<Double>) -> [Complex<Double>] {
    var total = [Complex<Double>](repeating: .zero, count: 3)
    guard waves.indices.contains(from), waves.indices.contains(to) else { return total }
    for node in weights.indices {
      let value =
        charge(from, to, node) * CurveElectron.means((k * positions[node]).sum()).zeroth
      for i in 0..<3 { total[i] += value.multiplied(by: positions[node][i]) }
    }
    return total
  }

  /// M_mn(k) of M(r) = (1/c) int_0^1 u du q r_l x v_l delta(r - u r_l): Cho's Eq 39 with the 1/c that it lacks.
  ///
  /// J(k) = -i w P(k) + i c k x M(k) at every k (Eq 52), and M(0) is the magnetic moment.
  public func magnetisation(from: Int, to: Int, wave k: SIMD3<Double>) -> [Complex<Double>] {
    var total = [Complex<Double>](repeating: .zero, count: 3)
    guard waves.indices.contains(from), waves.indices.contains(to) else { return total }
    for node in weights.indices {
      let (r, u) = (positions[node], tangents[node])
      let mean = CurveElectron.means((k * r).sum()).first
      let value = (flow(from, to, node) * mean).multiplied(by: Constants.fineStructure)
      for i in 0..<3 {
        let (a, b) = ((i + 1) % 3, (i + 2) % 3)
        total[i] += value.multiplied(by: r[a] * u[b] - r[b] * u[a])
      }
    }
    return total
  }

  /// rho_mn(k) = -<m|e^{-ik.r}|n>.
  public func chargeDensity(from: Int, to: Int, wave k: SIMD3<Double>) -> Complex<Double> {
    guard waves.indices.contains(from), waves.indices.contains(to) else { return .zero }
    return weights.indices.reduce(Complex<Double>.zero) { sum, node in
      sum + charge(from, to, node) * Complex(length: 1, phase: -(k * positions[node]).sum())
    }
  }

  /// int_0^1 e^{-iux} du and int_0^1 u e^{-iux} du.
  private static func means(
    _ x: Double
  ) -> (zeroth: Complex<Double>, first: Complex<Double>) {
    guard x.magnitude > 0.5 else {
      // sum (-ix)^n/(n! (n + 1)) and sum (-ix)^n/(n! (n + 2)); 16 terms leave 1e-19 at 0.5.
      var term = Complex<Double>.one
      var (zeroth, first) = (Complex<Double>.zero, Complex<Double>.zero)
      for n in 0..<16 {
        zeroth += term.multiplied(by: 1 / Double(n + 1))
        first += term.multiplied(by: 1 / Double(n + 2))
        term *= Complex(0, -x / Double(n + 1))
      }
      return (zeroth, first)
    }
    let turn = Complex<Double>(length: 1, phase: -x)
    let zeroth = (turn - 1) / Complex(0, -x)
    return (zeroth, (turn - zeroth) / Complex(0, -x))
  }
}
