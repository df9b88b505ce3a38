import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// Static magnetism as the k^2 part of the one susceptibility.
@Suite struct DiamagnetismTests {
  /// An electron at rest on a ring, B along its axis: chi_B = -alpha^2 a^2/4. Van Vleck's part is a^2/8, the products of I0 and I2, which
  /// Cho's Eq 27 leaves out, are -3 a^2/8.
  @Test func theRing() throws {
    let a = 1.5
    let electron = try CurveElectron.ring(radius: .bohr(a), states: 9)
    var medium = Susceptibility(
      transitions: electron.transitions(from: 0).map(\.current), density: 1)
    let alpha = Constants.fineStructure
    func chi(_ medium: Susceptibility) throws -> Double {
      // k along x, A along y.
      try medium.parts(at: 0).quadratic[4].real * alpha
    }
    #expect(abs(try chi(medium) / (-alpha * alpha * a * a / 4) - 1) < 1e-12)
    for i in medium.transitions.indices {
      medium.transitions[i].quadratic = [Complex<Double>](repeating: .zero, count: 27)
    }
    #expect(abs(try chi(medium) / (alpha * alpha * a * a / 8) - 1) < 1e-12)
  }

  /// Hydrogen's ground state: -alpha^2/2. With k along x and A along y the current of 1s reaches p_y and d_xy; in
  /// Sturmian functions r^{n+l} e^{-r} the two responses are finite sums, so that three radial functions are exact.
  @Test func hydrogen() throws {
    // int r^n e^{-2r} dr = n!/2^{n+1}.
    func gamma(_ n: Int) -> Double {
      (0...n).reduce(0.5) { $1 == 0 ? $0 : $0 * Double($1) / 2 }
    }
    var transitions: [CurrentMoments] = []
    for l in 1...2 {
      // u_n = r^{l+1+n} e^{-r}; H = -u''/2 + l(l+1)u/2r^2 - u/r, S their overlaps.
      let count = 3
      func overlap(_ i: Int, _ j: Int) -> Double { gamma(2 * l + 2 + i + j) }
      func energy(_ i: Int, _ j: Int) -> Double {
        let p = Double(l + 1 + j)
        let kinetic =
          -0.5
          * (p * (p - 1) * gamma(2 * l + i + j) - 2 * p * gamma(2 * l + 1 + i + j)
            + gamma(2 * l + 2 + i + j))
        return kinetic + 0.5 * Double(l * (l + 1)) * gamma(2 * l + i + j) - gamma(2 * l + 1 + i + j)
      }
      for (value, vector) in Self.generalised(count, energy, overlap) {
        func radial(_ power: Int) -> Double {
          // <u_1s r^power | u>, u_1s = 2 r e^{-r}.
          vector.enumerated().reduce(0) { $0 + 2 * $1.1 * gamma(l + 2 + $1.0 + power) }
        }
        let w = value + 0.5
        var current = CurrentMoments(
          energy: Energy(hartree: w),
          uniform: [Complex<Double>](repeating: .zero, count: 3),
          linear: [Complex<Double>](repeating: .zero, count: 9),
          quadratic: [Complex<Double>](repeating: .zero, count: 27))
        // p_y 1s = i (y/r) 1s, so <1s|p_y|v> = (p_y 1s, v) = -i <1s|y/r|v>; J = -p e^{-ikx}.
        if l == 1 {
          let i0 = Complex(0, 1) * Complex(radial(0) / 3.0.squareRoot())
          // int x^2 y^2 over the sphere: y x^2/r^3 = Y_1y r^0/5 + f waves; <x^2 y^2>/<y^2> = 1/5 r^2.
          let x2 = radial(2) / 3.0.squareRoot() / 5
          current.uniform[1] = i0
          current.quadratic[1] = Complex(0, -0.5) * Complex(x2)
        } else {
          // <1s|p_y x|d_xy> = -i <1s|xy/r|d>, and int (xy)^2 = 1/15; J's k^1 part is -(-ix) p_y.
          current.linear[1] =
            Complex(0, 1) * Complex(0, -1) * Complex(radial(1) / 15.0.squareRoot())
        }
        transitions.append(current)
      }
    }
    let alpha = Constants.fineStructure
    let chi = try Susceptibility(transitions: transitions, density: 1).parts(at: 0).quadratic[4]
      .real
    #expect(abs(chi * alpha / (-alpha * alpha / 2) - 1) < 1e-11)
  }

  /// H v = E S v by Cholesky and Jacobi: small matrices.
  private static func generalised(
    _ n: Int, _ h: (Int, Int) -> Double, _ s: (Int, Int) -> Double
  ) -> [(Double, [Double])] {
    // Gram-Schmidt of the unit vectors in S.
    var basis: [[Double]] = []
    func dot(_ a: [Double], _ b: [Double], _ m: (Int, Int) -> Double) -> Double {
      var sum = 0.0
      for i in 0..<n { for j in 0..<n { sum += a[i] * m(i, j) * b[j] } }
      return sum
    }
    for i in 0..<n {
      var v = (0..<n).map { $0 == i ? 1.0 : 0 }
      for _ in 0..<2 {
        for b in basis {
          let share = dot(b, v, s)
          for k in 0..<n { v[k] -= share * b[k] }
        }
      }
      let norm = dot(v, v, s).squareRoot()
      basis.append(v.map { $0 / norm })
    }
    // Rotate pairs until H is diagonal.
    for _ in 0..<60 {
      for p in 0..<n {
        for q in (p + 1)..<max(n, p + 1) {
          let off = dot(basis[p], basis[q], h)
          let gap = dot(basis[q], basis[q], h) - dot(basis[p], basis[p], h)
          let angle = 0.5 * Double.atan2(y: 2 * off, x: gap)
          let (c, t) = (Double.cos(angle), Double.sin(angle))
          let (a, b) = (basis[p], basis[q])
          basis[p] = zip(a, b).map { c * $0 - t * $1 }
          basis[q] = zip(a, b).map { t * $0 + c * $1 }
        }
      }
    }
    return basis.map { (dot($0, $0, h), $0) }
  }
}
