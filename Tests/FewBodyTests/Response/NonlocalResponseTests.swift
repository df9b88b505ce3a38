import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// The response of a finite body with all its wave vectors, and what is left of it at long waves.
@Suite struct NonlocalResponseTests {
  private static func helix(_ size: Double, states: Int) throws -> CurveElectron {
    try .helix(
      Helix(radius: .bohr(2 * size), pitch: .bohr(0.5 * size), turns: 1), states: states)
  }

  private static func largest(_ a: [Complex<Double>]) -> Double {
    a.reduce(0) { max($0, $1.length) }
  }

  /// A static A = i k' Lambda is a gauge: it makes no current, chi(k, k'; 0) . k' = 0 for any k. On an open curve every A is one, as only its
  /// part along the curve acts, and all of chi vanishes; a ring has its diamagnetism left. What the missing states leave
  /// falls like the cube of their number.
  @Test func aGaugeDoesNothing() throws {
    let (k, other) = (SIMD3(0.3, -0.2, 0.5), SIMD3(-0.4, 0.6, 0.1))
    func longitudinal(_ chi: [Complex<Double>]) -> Double {
      Self.largest(
        (0..<3).map { i in
          (0..<3).reduce(Complex<Double>.zero) { $0 + chi[3 * i + $1].multiplied(by: other[$1]) }
        })
    }
    // The diamagnetic term alone is of order alpha.
    let open = try [20, 40, 80].map { states in
      Self.largest(try Self.helix(1, states: states).response(out: k, in: other, at: 0))
        / Constants.fineStructure
    }
    for i in 1...2 { #expect(abs(open[i - 1] / open[i] - 8) < 1, "\(open)") }
    #expect(open[2] < 1e-3)
    let closed = try CurveElectron.ring(radius: 1.5, states: 41)
      .response(out: k, in: other, at: 0)
    #expect(longitudinal(closed) < 1e-12 * Constants.fineStructure)
    #expect(Self.largest(closed) > 1e-2 * Constants.fineStructure)
  }

  /// Charge is conserved: k . I = w rho with rho = -sum [g rho_0nu J_nu0 + ...], the same sums with one current replaced.
  @Test func chargeIsConserved() throws {
    let (k, other, w) = (SIMD3(0.3, -0.2, 0.5), SIMD3(-0.4, 0.6, 0.1), 0.05)
    var rests: [Double] = []
    for states in [20, 80] {
      let electron = try Self.helix(1, states: states)
      let chi = try electron.response(out: k, in: other, at: Energy(hartree: w))
      var density = [Complex<Double>](repeating: .zero, count: 3)
      for state in 1..<states {
        let e = electron.energies[state].hartree - electron.energies[0].hartree
        let (g, h) = (1 / (e - w), 1 / (e + w))
        let (a, b) = (
          electron.chargeDensity(from: 0, to: state, wave: k),
          electron.chargeDensity(from: 0, to: state, wave: -k).conjugate
        )
        let (c, d) = (
          electron.current(from: 0, to: state, wave: other),
          electron.current(from: 0, to: state, wave: -other)
        )
        for j in 0..<3 {
          density[j] += (a * c[j].conjugate).multiplied(by: g * Constants.fineStructure)
          density[j] += (b * d[j]).multiplied(by: h * Constants.fineStructure)
        }
      }
      var rest = 0.0
      for j in 0..<3 {
        let flow = (0..<3).reduce(Complex<Double>.zero) {
          $0 + chi[3 * $1 + j].multiplied(by: k[$1])
        }
        rest = max(rest, (flow - density[j].multiplied(by: w)).length)
      }
      rests.append(rest / Self.largest(chi))
    }
    #expect(rests[1] < 1e-3 && rests[1] < rests[0] / 8)
  }

  /// At k = k' a body that shrinks by halves, its energies and with them w grown by four, is the susceptibility's expansion
  /// through k^2 (Cho, section 3.5): its even part misses k^4, its odd part k^3, so that both errors fall fourfold. The k^2 part
  /// is a sum of the same states, exactly; the k^1 part lacks what the sum rule of the missing states would add, hence 60 of them.
  @Test func longWavesSeeTheExpansion() throws {
    let k = SIMD3(0.3, -0.2, 0.5)
    var (even, odd): ([Double], [Double]) = ([], [])
    for size in [0.4, 0.2, 0.1] {
      let electron = try Self.helix(size, states: 60)
      let w = Energy(hartree: 0.05 / (size * size))
      let parts = try Susceptibility(
        transitions: electron.transitions(from: 0).map(\.current), density: 1
      ).parts(at: w)
      let forth = try electron.response(out: k, in: k, at: w)
      let back = try electron.response(out: -k, in: -k, at: w)
      let still = try electron.response(out: .zero, in: .zero, at: w)
      let (up, down) = (parts.tensor(at: k), parts.tensor(at: -k))
      let difference = zip(parts.constant, still).map { $0 - $1 }
      #expect(Self.largest(difference) < 1e-3 * Self.largest(still))
      func relative(_ own: [Complex<Double>], _ other: [Complex<Double>]) -> Double {
        Self.largest(zip(own, other).map { $0 - $1 }) / Self.largest(other)
      }
      even.append(
        relative(
          zip(zip(forth, back), still).map { $0.0 + $0.1 - $1 - $1 },
          zip(zip(up, down), parts.constant).map { $0.0 + $0.1 - $1 - $1 }))
      odd.append(relative(zip(forth, back).map { $0 - $1 }, zip(up, down).map { $0 - $1 }))
    }
    for errors in [even, odd] {
      #expect(errors[0] < 0.2)
      for i in 1...2 { #expect(abs(errors[i - 1] / errors[i] - 4) < 0.5, "\(errors)") }
    }
  }
}
