import RealModule
import Testing

@testable import FewBody

/// Two electrons on a ring, Eq. (39) in full.
@Suite struct RingPairSpectrumTests {
  /// Free rotation: J^2/4mR^2 + n^2/mR^2 with n whole for even J, half-odd for odd J, m = 1.
  @Test(
    "without charge: every level but the lowest is double, or every level", arguments: [0, 1, 2, 3])
  func free(momentum: Int) throws {
    let radius = 3.0
    let ring = RingPair(
      radius: .bohr(radius), thickness: 1, momentum: momentum, charge: 1e-14)
    let spectrum = try ring.spectrum(lowest: 6)
    #expect(spectrum.count == 6 && spectrum.isComplete)
    let rotation = Double(momentum * momentum) / (4 * radius * radius)
    let numbers =
      momentum.isMultiple(of: 2) ? [0.0, 1, 1, 2, 2, 3] : [0.5, 0.5, 1.5, 1.5, 2.5, 2.5]
    for (level, n) in zip(spectrum, numbers) {
      let exact = rotation + n * n / (radius * radius)
      // eps V <= 1e-14 alpha^2/a changes the masses by less than 1e-18.
      #expect(level.interval.lowerBound.hartree <= exact + 1e-16)
      #expect(level.interval.upperBound.hartree >= exact - 1e-16)
      #expect((level.energy.hartree - exact).magnitude < 1e-12 * (exact + 0.1))
      #expect(level.certainty == .rigorous)
    }
    if momentum.isMultiple(of: 2) {
      #expect(spectrum[0].labels["parity"] == "even")
      #expect(spectrum[0].multiplicity == 1)
    }
    #expect(spectrum[1].multiplicity == 2)
  }

  @Test("spectral, differences and Fourier meet", arguments: [(0, 0.0), (1, 0.0), (2, -0.5)])
  func meeting(momentum: Int, ordering: Double) throws {
    let ring = RingPair(
      radius: 1, thickness: 0.05, momentum: momentum, charge: 40, ordering: ordering)
    let exact = try ring.spectrum(lowest: 5)
    #expect(exact.count == 5 && exact.isComplete)
    for method in [LineMethod.finiteDifferences(order: 8, points: 1200), .fourier(points: 512)] {
      let grid = try ring.spectrum(lowest: 5, on: method)
      for (a, b) in zip(exact, grid) {
        #expect(a.interval.overlaps(b.interval), "\(method) \(a.energy) \(b.energy) \(b.interval)")
        let size = max(a.energy.hartree.magnitude, 1)
        #expect((a.energy.hartree - b.energy.hartree).magnitude < 1e-7 * size)
      }
    }
  }

  /// -(A/2)(M''/M^2 - (2 + A) M'^2/M^3) is of first order in eps: its mean over a state of A = 0 is
  /// the shift, up to order eps^2. M'' and M' are taken here by differences of Eq. (42) itself.
  @Test("orderings A = 0 and A = -1/2 differ by first-order perturbation theory")
  func orderings() throws {
    let (radius, thickness, momentum) = (2.0, 0.5, 1)
    func ring(_ ordering: Double) -> RingPair {
      RingPair(
        radius: .bohr(radius), thickness: .bohr(thickness), momentum: momentum, ordering: ordering)
    }
    let eps = Constants.classicalElectronRadius / radius
    func mass(_ x: Double) -> Double {
      let phi = x / radius
      let ratio = thickness / radius
      let chord = (4 * Double.sin(phi / 2) * .sin(phi / 2) + ratio * ratio).squareRoot()
      return 0.5 * (1 - eps * (1 + 3 * .cos(phi)) / (4 * chord))
    }
    let plain = try ring(0).spectrum(lowest: 4)
    let other = try ring(-0.5).spectrum(lowest: 4)
    let a = -0.5
    // Even and odd levels pair up within eps: they are matched by parity, not by index.
    for (p, o) in ["even", "odd"].flatMap({ (parity: Parameters.Value) in
      zip(
        plain.filter { $0.labels["parity"] == parity },
        other.filter { $0.labels["parity"] == parity })
    }) {
      let shift = try #require(
        p.expectation { x in
          let h = 1e-3
          let (l, m, r) = (mass(x - h), mass(x), mass(x + h))
          let (slope, bend) = ((r - l) / (2 * h), (r - 2 * m + l) / (h * h))
          return -a / 2 * (bend / (m * m) - (2 + a) * slope * slope / (m * m * m))
        })
      let difference = o.energy.hartree - p.energy.hartree
      #expect(difference != 0)
      #expect((difference - shift).magnitude < 1e-3 * shift.magnitude, "\(difference) \(shift)")
    }
  }

  @Test("the bounds hold to the brink of contact", arguments: [1.5, 1.01, 1.0001])
  func brink(ratio: Double) throws {
    let thickness = ratio * Constants.classicalElectronRadius
    let ring = RingPair(radius: 0.01, thickness: .bohr(thickness), momentum: 1)
    let spectrum = try ring.spectrum(lowest: 4)
    #expect(spectrum.count == 4)
    for level in spectrum {
      #expect(level.interval.lowerBound <= level.energy)
      #expect(level.energy <= level.interval.upperBound)
    }
    // k = 1/2M is least where V is: the free ring at the antipode's mass lies below.
    #expect(spectrum[0].energy.hartree > 0)
  }
}
