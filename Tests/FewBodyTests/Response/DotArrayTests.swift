import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// Many small dots in light, with the field that they make.
@Suite struct DotArrayTests {
  /// A transition of moment mu along each axis.
  private static func isotropic(_ mu: Double, energy: Double) -> [CurrentMoments] {
    (0..<3).map { axis in
      var electric = [Complex<Double>](repeating: .zero, count: 3)
      electric[axis] = Complex(mu)
      return CurrentMoments(
        energy: Energy(hartree: energy), electric: electric,
        magnetic: [Complex<Double>](repeating: .zero, count: 3),
        quadrupole: [Complex<Double>](repeating: .zero, count: 9))
    }
  }

  private static let z: [Complex<Double>] = [.zero, .zero, .one]

  /// The scattered wave's power, summed over directions by a product rule.
  private static func scattered(_ response: DotResponse) -> Double {
    let (nodes, weights) = GaussLegendre.positiveHalf(points: 32)
    var sum = 0.0
    let turns = 64
    for (node, weight) in zip(nodes, weights) {
      for sign in [-1.0, 1] {
        let cosine = sign * node.hi
        let sine = (1 - cosine * cosine).squareRoot()
        for k in 0..<turns {
          let angle = 2 * Double.pi * Double(k) / Double(turns)
          let n = SIMD3(sine * .cos(angle), sine * .sin(angle), cosine)
          sum += weight.hi * response.scattered(into: n) * 2 * .pi / Double(turns)
        }
      }
    }
    return sum
  }

  /// alpha = 2 E mu^2/(E^2 - w^2) of one line.
  @Test func oneDot() throws {
    let (mu, e, w) = (1.3, 0.5, 0.45)
    let dot = DotArray(positions: [.zero], transitions: Self.isotropic(mu, energy: e))
    let alpha = try dot.polarisability(at: Energy(hartree: w))
    let exact = 2 * e * mu * mu / (e * e - w * w)
    for entry in 0..<9 {
      #expect((alpha[entry] - Complex(entry % 4 == 0 ? exact : 0)).length < 1e-12 * exact)
    }
    let q = w * Constants.fineStructure
    let response = try dot.response(
      at: Energy(hartree: w), direction: SIMD3(1, 0, 0), polarisation: Self.z)
    let p = Complex(exact) / Complex(1, -2.0 / 3 * q * q * q * exact)
    #expect((response.moments[0][2] - p).length < 1e-12 * exact)
    // Rayleigh: (8 pi/3) q^4 |p|^2.
    let rayleigh = 8 * Double.pi / 3 * q * q * q * q * p.lengthSquared
    #expect(abs(response.extinction / rayleigh - 1) < 1e-10)
    #expect(abs(Self.scattered(response) / rayleigh - 1) < 1e-12)
  }

  /// Seed 11: what is taken out of the wave is scattered, without damping; with it the rest is absorbed. The power over all
  /// directions is a second method: it knows the far field only.
  @Test(arguments: [0.0, 0.003])
  func theOpticalTheorem(damping: Double) throws {
    var random = SeededGenerator(seed: 11)
    let w = 0.45
    let wavelength = 2 * Double.pi / (w * Constants.fineStructure)
    let positions = (0..<12).map { _ in
      SIMD3((0..<3).map { _ in Double.random(in: -0.5...0.5, using: &random) * wavelength })
    }
    // q^3 alpha of order one: the dots see one another.
    let q = 2 * Double.pi / wavelength
    let mu = (0.05 / (q * q * q) * (0.5 * 0.5 - w * w)).squareRoot()
    let dots = DotArray(
      positions: positions, transitions: Self.isotropic(mu, energy: 0.5), damping: damping)
    let response = try dots.response(
      at: Energy(hartree: w), direction: SIMD3(1, 2, 0),
      polarisation: [Complex(0.2, -0.1), Complex(-0.1, 0.05), Complex(0.3)])
    let power = Self.scattered(response)
    #expect(response.extinction > 0 && power > 0)
    #expect(abs(response.extinction - response.absorption - power) < 1e-9 * response.extinction)
    if damping == 0 {
      #expect(abs(response.absorption) < 1e-11 * response.extinction)
    } else {
      #expect(response.absorption > 0.01 * response.extinction)
    }
  }

  /// Two dots, light across their line: p = alpha/(1 - alpha (G + 2 i q^3/3)); Im G is the collective decay of ``CollectiveDecay``.
  @Test(arguments: [0.4, 1.5, 8])
  func twoDots(x: Double) throws {
    let w = 0.45
    let q = w * Constants.fineStructure
    let dots = DotArray(
      positions: [.zero, SIMD3(0, x / q, 0)], transitions: Self.isotropic(900, energy: 0.5))
    let alpha = try dots.polarisability(at: Energy(hartree: w))[0].real
    let response = try dots.response(
      at: Energy(hartree: w), direction: SIMD3(1, 0, 0), polarisation: Self.z)
    let (real, imaginary) = (
      RetardedKernel.real(x).across / (x * x * x), RetardedKernel.collectiveDecay(x).across * 2 / 3
    )
    let cube = q * q * q
    let self0 = Complex(real * cube, (imaginary + 2.0 / 3) * cube)
    let p = Complex(alpha) / (1 - self0.multiplied(by: alpha))
    for moment in response.moments { #expect((moment[2] - p).length < 1e-11 * p.length) }
  }

  /// A heap of dots that shrinks, its static problem kept (alpha as the cube of the size), becomes one point of the static
  /// polarisability: errors fall like the square of its size in waves (Cho, section 3.5). The moment's phase is of first order, q times the
  /// place of the heap: sizes are compared.
  @Test func longWavesSeeOnePoint() throws {
    let w = 0.45
    let q = w * Constants.fineStructure
    let places = [SIMD3(0.0, 0, 0), SIMD3(1, 0.2, 0), SIMD3(-0.3, 0.9, 0.4), SIMD3(0.1, -0.5, 1)]
    func moment(_ size: Double, _ frequency: Double) throws -> Complex<Double> {
      let alpha = 0.03 * size * size * size
      let mu = (alpha * (0.25 - frequency * frequency)).squareRoot()
      let dots = DotArray(
        positions: places.map { $0 * size }, transitions: Self.isotropic(mu, energy: 0.5))
      let response = try dots.response(
        at: Energy(hartree: frequency), direction: SIMD3(1, 0, 0), polarisation: Self.z)
      return response.moments.reduce(Complex<Double>.zero) { $0 + $1[2] }.multiplied(by: 1 / alpha)
    }
    // Nearly static: the same heap at a frequency 1e4 times lower.
    let still = try moment(0.02 / q, w * 1e-4)
    #expect(abs(still.real - 4) > 0.01)
    let errors = try [0.4, 0.2, 0.1].map { try abs(moment($0 / q, w).length - still.length) }
    for i in 1...2 { #expect(abs(errors[i - 1] / errors[i] - 4) < 1) }
  }

  @Test func whatCannotBe() {
    let lines = Self.isotropic(1, energy: 0.5)
    let at: Energy = 0.3
    let x = SIMD3(1.0, 0, 0)
    func refuses(_ dots: DotArray, _ w: Energy, _ n: SIMD3<Double>, _ e: [Complex<Double>]) {
      #expect(throws: FewBodyError.self) {
        try dots.response(at: w, direction: n, polarisation: e)
      }
    }
    let one = DotArray(positions: [.zero], transitions: lines)
    refuses(one, 0.5, x, Self.z)
    refuses(one, -1, x, Self.z)
    refuses(one, at, SIMD3(0, 0, 1), Self.z)
    refuses(one, at, .zero, Self.z)
    refuses(one, at, x, [])
    refuses(DotArray(positions: [.zero, .zero], transitions: lines), at, x, Self.z)
    refuses(DotArray(positions: [], transitions: lines), at, x, Self.z)
    let many = (0..<3_000_000).map { SIMD3(Double($0), 0, 0) }
    refuses(DotArray(positions: many, transitions: lines), at, x, Self.z)
  }
}
