import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// Dipoles against values of 30 digits, computed without this library.
@Suite struct DipoleReferenceTests {
  /// x, Re G across and along, Gamma12/Gamma across.
  @Test(arguments: [
    [0.1, -0.995037465289928323665, 2.00997501388541716265, 0.998001071164058738715],
    [1, -0.841470984807896506653, 2.76354658135207244811, 0.810453458802209576101],
    [3, -8.34329999698316532447, -1.13326494484168758194, -0.102278745851244366389],
  ])
  func theKernel(row: [Double]) {
    let (across, along) = RetardedKernel.real(row[0])
    #expect(abs(across - row[1]) < 1e-14 && abs(along - row[2]) < 1e-14)
    // The closed form loses three digits of 1/x^3 at 0.1.
    #expect(abs(RetardedKernel.collectiveDecay(row[0]).across - row[3]) < 1e-12)
  }

  /// Elliptical moments (1, i eta, 0) make V and W unlike: V = .05, W = .07 at w = 1, 1.2, the levels with the shift by the
  /// counter-rotating terms.
  @Test func unlikeRotatingAndCounterRotating() throws {
    func dipole(_ w: Double, _ eta: Double, _ size: Double, _ z: Double) -> Dipole {
      let zero = Complex<Double>.zero
      let up = Complex(0, eta * size)
      return Dipole(
        energies: [Energy(hartree: -w / 2), Energy(hartree: w / 2)],
        moments: [
          [zero, Complex(size), Complex(size), zero], [zero, up.conjugate, up, zero],
          [zero, zero, zero, zero],
        ], position: SIMD3(0, 0, z))
    }
    // V = s size^2 (1 + eta^2), W = s size^2 (1 - eta^2), s = -(Re G(1) + Re G(1.2))/2.
    let alpha = Constants.fineStructure
    let s = -(RetardedKernel.real(alpha).across + RetardedKernel.real(1.2 * alpha).across) / 2
    let size = (0.06 / s).squareRoot()
    let eta = (1.0 / 6).squareRoot()
    let system = DipoleSystem([dipole(1, eta, size, 0), dipole(1.2, eta, size, 1)])
    let v = system.coupling(0, 1, 1, 0, 0, 1)
    let w = system.coupling(0, 1, 1, 1, 0, 0)
    let both = [v.real, w.real].sorted()
    #expect(abs(both[0] - 0.05) < 1e-15 && abs(both[1] - 0.07) < 1e-15)
    // Light that turns alike in both: the rotating term is the larger one; turned around, the smaller.
    let turned = DipoleSystem([dipole(1, eta, size, 0), dipole(1.2, -eta, size, 1)])
    let rotating = turned.coupling(0, 1, 1, 0, 0, 1).real
    #expect(abs(v.real - 0.07) < 1e-15 && abs(rotating - 0.05) < 1e-15)
    let levels = try turned.spectrum(lowest: 4).map(\.energy.hartree)
    #expect(abs(levels[0] + 1.10222502239787679391) < 1e-12)
    #expect(abs(levels[1] + 0.111803398874989484820) < 1e-12)
    #expect(abs(levels[0] + 1.1 + 0.00222502239787679391) < 1e-12)
  }

  /// Six dipoles across the plane of a ring, static kernel: shifts of k = 0, 1, 3 in units of the neighbours' coupling.
  @Test func sixOnARing() {
    let system = DipoleSystem(
      (0..<6).map { k in
        let angle = Double.pi * Double(k) / 3
        return .twoLevel(
          frequency: 0, moment: 1, direction: SIMD3(0, 0, 1),
          position: SIMD3(Double.cos(angle), Double.sin(angle), 0))
      })
    for (k, exact) in [
      (0, 2.50990017945975050968), (1, 0.682549910270124745164), (3, -1.74009982054024949033),
    ] {
      let shift = (1..<6).reduce(0.0) { sum, j in
        let phase = Double.cos(Double.pi * Double(j * k) / 3)
        return sum + system.coupling(0, j, 1, 0, 0, 1).real * phase
      }
      #expect(abs(shift - exact) < 1e-13)
    }
  }

  /// Two electrons' spins 1 nm apart: T0 = d, T+- = -d/2, S = 0; d/h = 52.04101581614011 MHz.
  @Test func twoElectronSpins() throws {
    let i = Complex<Double>.i
    let quarter = 2.00231930436092 / 4
    let spins = [0.0, Length.nanometers(1).bohr].map { z in
      Dipole(
        energies: [0, 0],
        moments: [
          [.zero, .one, .one, .zero], [.zero, -i, i, .zero], [.one, .zero, .zero, -.one],
        ].map { $0.map { (m: Complex<Double>) in m.multiplied(by: quarter) } },
        position: SIMD3(0, 0, z))
    }
    let levels = try DipoleSystem(spins, kind: .magnetic).spectrum(lowest: 4)
    // E_h/h in MHz, CODATA 2022: 6.5796839204999e9.
    let megahertz = levels.map { $0.energy.hartree * 6.5796839204999e9 }
    let d = 52.04101581614011
    for (a, b) in zip(megahertz, [-d / 2, -d / 2, 0, d]) { #expect(abs(a - b) < 1e-11 * d) }
    #expect(levels.map(\.multiplicity) == [2, 2, 1, 1])
  }

  /// -[Re G(w1) + Re G(w2)]/2 across the line from 30-digit values: x = (1, 3) and (0, 1).
  @Test func outOfResonance() {
    func coupling(_ x1: Double, _ x2: Double) -> Double {
      let r = 20.0
      let system = DipoleSystem(
        [x1, x2].enumerated().map { k, x in
          .twoLevel(
            frequency: Energy(hartree: x / (r * Constants.fineStructure)), moment: 1,
            direction: SIMD3(1, 0, 0), position: SIMD3(0, 0, Double(k) * r))
        })
      return system.coupling(0, 1, 1, 0, 0, 1).real * r * r * r
    }
    #expect(abs(coupling(1, 3) - 4.59238549089553091556) < 1e-12)
    #expect(abs(coupling(0, 1) - 0.920735492403948253326) < 1e-12)
  }
}
