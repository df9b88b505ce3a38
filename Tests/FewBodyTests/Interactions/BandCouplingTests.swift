import RealModule
import Testing

@testable import FewBody

/// Matrix elements of plane waves and bands, phonons beside them, and the pairing channel.
@Suite struct BandCouplingTests {
  static let k1 = SIMD3(0.3, -0.2, 0.5)
  static let k2 = SIMD3(-0.1, 0.4, 0.25)
  static let q = SIMD3(0.02, 0.05, -0.03)

  /// Eq. (29) of a free band is Eq. (27), and there q_perp = 0: (k1 - q/2)_perp.(k2 + q/2)_perp = k1_perp.k2_perp.
  @Test func freeBandIsPlaneWaves() throws {
    let kernel = AmpereKernel(try Metal.named("Al"))
    let (volume, mass) = (500.0, 1.3)
    let coupling = try BandCoupling(kernel: kernel, band: .free(mass: mass), volume: volume)
    let found = try coupling.value(
      BandCouplingTests.k1, BandCouplingTests.k2, transfer: BandCouplingTests.q, frequency: 0.1)
    let (k1, k2, q) = (BandCouplingTests.k1, BandCouplingTests.k2, BandCouplingTests.q)
    let square = (q * q).sum()
    let dot = (k1 * k2).sum() - (k1 * q).sum() * (k2 * q).sum() / square
    let literal = try kernel.value(square.squareRoot(), frequency: 0.1) * dot
    #expect((found - literal / (volume * mass * mass)).magnitude < 1e-12 * found.magnitude)
  }

  /// Small wave numbers of a tight-binding band have mass 1/2ta^2.
  @Test func tightBindingBecomesFree() throws {
    let kernel = AmpereKernel(try Metal.named("Na"))
    let (hopping, spacing) = (0.1, 4.0)
    let band = ConductionBand.tightBinding(
      hopping: .hartree(hopping), spacing: .bohr(spacing))
    let mass = 1 / (2 * hopping * spacing * spacing)
    func value(_ band: ConductionBand, _ scale: Double) throws -> Double {
      try BandCoupling(kernel: kernel, band: band, volume: 1).value(
        scale * BandCouplingTests.k1, scale * BandCouplingTests.k2,
        transfer: scale * BandCouplingTests.q)
    }
    var errors: [Double] = []
    for scale in [0.1, 0.05] {
      errors.append((try value(band, scale) / value(.free(mass: mass), scale) - 1).magnitude)
    }
    #expect(errors[1] < 0.01)
    #expect((errors[0] / errors[1] - 4).magnitude < 0.2)
  }

  /// k up, -k down: repulsive, and its mean over the Fermi sphere is the closed form.
  @Test func pairingIsRepulsive() throws {
    let metal = try Metal.named("Sn")
    let kernel = try AmpereKernel(plasmaEnergy: metal.plasmaEnergy)
    let fermi = metal.fermiWaveNumber
    let coupling = try BandCoupling(kernel: kernel, volume: 1)
    let k = SIMD3(0, 0, fermi)
    let head = 2 * Double.pi * fermi * fermi / kernel.squaredMass
    // s = sin^2(theta/2) = e^-v: the mean is dominated by s of the order of beta = 5e-5.
    let (count, deepest) = (20_000, 40.0)
    var sum = 0.0
    for i in 0..<count {
      let v = deepest * (Double(i) + 0.5) / Double(count)
      let s = Double.exp(-v)
      let (sine, cosine) = (2 * (s * (1 - s)).squareRoot(), 1 - 2 * s)
      let value = try coupling.pairing(from: k, to: fermi * SIMD3(sine, 0, cosine))
      #expect(value >= 0)
      sum += value / head * s * deepest / Double(count)
    }
    let closed = BandCoupling.fermiSurfaceAverage(
      screening: kernel.screening, fermiWaveNumber: fermi)
    #expect((sum / closed - 1).magnitude < 1e-4)
  }

  /// 7.03434e-5 at 10 eV and k_F = 1e10 /m; large and small beta join their limits.
  @Test func fermiSurfaceAverage() throws {
    let screening = ElectronInteraction.londonScreening(plasmaEnergy: .electronvolts(10))
    let average = BandCoupling.fermiSurfaceAverage(
      screening: screening, fermiWaveNumber: 1e10 * Constants.bohrInMetres)
    #expect((average / 7.03434e-5 - 1).magnitude < 1e-6)
    let seam = (999.9.squareRoot(), 1000.1.squareRoot())
    let (below, above) = (
      BandCoupling.fermiSurfaceAverage(screening: 2 * seam.0, fermiWaveNumber: 1),
      BandCoupling.fermiSurfaceAverage(screening: 2 * seam.1, fermiWaveNumber: 1)
    )
    #expect((above - below - 0.2 / 6e6).magnitude < 1e-9)
    #expect(BandCoupling.fermiSurfaceAverage(screening: 0, fermiWaveNumber: 1) == 0)
  }

  /// Second-order perturbation in the coupling to one phonon: absorbed or emitted first.
  @Test(arguments: [0.0, 0.001, 0.02])
  func phononKernel(frequency: Double) throws {
    let kernel = try PhononKernel(coupling: 0.01, phononEnergy: 0.005)
    let exchanged =
      0.5 * 0.01 * 0.01 * (1 / (frequency - 0.005) - 1 / (frequency + 0.005))
    #expect((try kernel.value(frequency: frequency) - exchanged).magnitude < 1e-15)
    #expect(throws: FewBodyError.self) { try kernel.value(frequency: 0.005) }
    #expect((kernel.value(matsubara: 0) + 0.01 * 0.01 / 0.005).magnitude < 1e-17)
  }

  /// hbar/2 M omega halves the printed kernel.
  @Test func displacementHasATwo() throws {
    func kernel(_ literal: Bool) throws -> PhononKernel {
      try PhononKernel(
        ionMass: 118.71 / Constants.electronInAtomicMasses, phononEnergy: .electronvolts(0.01),
        projection: 0.8, potential: .electronvolts(3), literal: literal)
    }
    let ratio = try kernel(true).value(frequency: 0) / kernel(false).value(frequency: 0)
    #expect((ratio - 2).magnitude < 1e-14)
  }

  @Test func refusals() throws {
    let kernel = try AmpereKernel(plasmaEnergy: 0.3)
    let coupling = try BandCoupling(kernel: kernel, volume: 1)
    #expect(throws: FewBodyError.self) {
      try coupling.value(BandCouplingTests.k1, BandCouplingTests.k2, transfer: .zero)
    }
    #expect(throws: FewBodyError.self) { try BandCoupling(kernel: kernel, volume: 0) }
    #expect(throws: FewBodyError.self) { try PhononKernel(coupling: 0, phononEnergy: 1) }
  }
}
