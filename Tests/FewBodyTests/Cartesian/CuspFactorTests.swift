import RealModule
import Testing

@testable import FewBody

/// The cusp factor's potential against numerical derivatives, and the lattice sums against direct
/// summation.
@Suite struct CuspFactorTests {
  @Test(
    "what is left of V is V - (nabla^2 F/F)/2 mu",
    arguments: [(1.0, 1.0, 0.0), (0.5, -2.0, 0.0), (2.0, 1.4, 0.7), (1.0, 0.0, 0.5)])
  func remainder(mass: Double, isotropic: Double, quadrupole: Double) throws {
    let factor = try #require(
      CuspFactor(mass: mass, isotropic: isotropic, quadrupole: quadrupole))
    let charge = MappedModel.Charge(isotropic: isotropic, quadrupole: quadrupole)
    func value(_ x: Double, _ y: Double, _ z: Double) -> Double {
      Double.exp(factor.logarithm(x, y, z))
    }
    let h = 2e-3
    for (x, y, z) in [(0.3, -0.2, 0.4), (1.1, 0.7, -0.9), (-0.1, 0.2, 2.5)] {
      // Fourth-order second differences along each axis.
      let center = value(x, y, z)
      func along(_ dx: Double, _ dy: Double, _ dz: Double) -> Double {
        func sum(_ s: Double) -> Double {
          value(x + s * dx, y + s * dy, z + s * dz) + value(x - s * dx, y - s * dy, z - s * dz)
        }
        return (16 * sum(1) - sum(2) - 30 * center) / (12 * h * h)
      }
      let laplacian = along(h, 0, 0) + along(0, h, 0) + along(0, 0, h)
      let expected = charge.potential(x, y, z) - laplacian / center / (2 * mass)
      let found = factor.remainder(x, y, z)
      #expect((found - expected).magnitude <= 1e-7 * max(1, expected.magnitude), "\(x) \(y) \(z)")
    }
  }

  @Test("what is left of V is bounded down to 1e-12 bohr")
  func bounded() throws {
    let factor = try #require(CuspFactor(mass: 1, isotropic: 2.0 / 3, quadrupole: 1.0 / 3))
    for r in [1e-12, 1e-8, 1e-4] {
      for cosine in [0.0, 0.5, 1.0] {
        let rho = r * (1 - cosine * cosine).squareRoot()
        #expect(factor.remainder(rho, 0, r * cosine).magnitude < 1)
      }
    }
    #expect(CuspFactor(mass: 1, isotropic: 0, quadrupole: 0) == nil)
  }

  @Test("midpoint sums of r, r P_4 and P_4 times a Gaussian miss by the lattice sums")
  func latticeSums() {
    func harmonic(_ z: Double, _ r: Double) -> Double {
      let c = z * z / (r * r)
      return (35 * c * c - 30 * c + 3) / 8
    }
    /// (sum h^3 f - integral)/h^(3 + k) at two steps, extrapolated: what follows is h^2 smaller.
    func limit(
      _ k: Int, face: Bool, integral: Double, _ f: (Double, Double) -> Double
    ) -> Double {
      let (a, b) = (0.2, 0.1)
      let values = [a, b].map { (h: Double) -> Double in
        let n = Int(6 / h)
        var sum = 0.0
        for i in -n...n {
          let x = (Double(i) + (face ? 0 : 0.5)) * h
          for j in 0...n {
            let y = (Double(j) + 0.5) * h
            for l in 0...n {
              let z = (Double(l) + 0.5) * h
              let square = x * x + y * y + z * z
              sum += 4 * f(z, square.squareRoot()) * Double.exp(-square)
            }
          }
        }
        return (sum * h * h * h - integral) / Double.pow(h, 3 + k)
      }
      return values[1] + (values[1] - values[0]) * b * b / (a * a - b * b)
    }
    // int r e^(-r^2) d^3r = 2 pi.
    let radius = limit(1, face: false, integral: 2 * .pi) { $1 }
    let faces = limit(1, face: true, integral: 2 * .pi) { $1 }
    let angular = limit(0, face: false, integral: 0) { harmonic($0, $1) }
    let both = limit(1, face: false, integral: 0) { $1 * harmonic($0, $1) }
    #expect((radius - LatticeCorrection.radius).magnitude < 1e-4)
    #expect((faces - LatticeCorrection.radiusOnFaces).magnitude < 1e-4)
    #expect((angular - LatticeCorrection.hexadecapole).magnitude < 1e-3)
    #expect((both - LatticeCorrection.radialHexadecapole).magnitude < 1e-3)
  }
}
