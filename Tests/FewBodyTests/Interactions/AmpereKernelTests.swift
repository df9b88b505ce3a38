import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// V_J in its four forms, held against each other by numerical Fourier integrals.
@Suite struct AmpereKernelTests {
  let kernel = try? AmpereKernel(plasmaEnergy: .electronvolts(10), ionPlasmaEnergy: .hartree(0.01))

  @Test func screeningOfTenElectronvolts() throws {
    let kernel = try AmpereKernel(plasmaEnergy: .electronvolts(10))
    let perMetre = kernel.screening / Constants.bohrInMetres
    #expect((perMetre / 5.06773e7 - 1).magnitude < 2e-6)
    #expect((1e9 / perMetre - 19.7327).magnitude < 1e-4)
    #expect(
      kernel.screening
        == ElectronInteraction.londonScreening(plasmaEnergy: .electronvolts(10)))
  }

  @Test func ionsOfCopper() throws {
    let copper = try Metal.named("Cu")
    let kernel = AmpereKernel(copper)
    let ratio = kernel.ionFrequency / kernel.electronFrequency
    #expect((ratio * ratio / 8.63280e-6 - 1).magnitude < 1e-5)
    #expect((kernel.screening / (kernel.electronFrequency * Constants.fineStructure) - 1) > 4e-6)
  }

  @Test func polesAreWhereItDiverges() throws {
    let kernel = try #require(kernel)
    let q = 0.003
    for pole in kernel.poles(q) {
      #expect(throws: FewBodyError.self) { try kernel.value(q, frequency: pole) }
      let (below, above) = (
        try kernel.value(q, frequency: pole * (1 - 1e-9)),
        try kernel.value(q, frequency: pole * (1 + 1e-9))
      )
      #expect(below < 0 && above > 0)
      // The residue in omega: 1/(4 eps0 Omega) = pi/Omega, its sign that of the pole.
      let residue = above * pole * 1e-9
      #expect((residue * pole / .pi - 1).magnitude < 1e-6)
    }
  }

  /// V(q, t) = integral V(q, omega) e^(-i omega t) d omega/2 pi along omega = i nu (Wick): at t = -i tau
  /// integral V(q, i nu) cos(nu tau) d nu/2 pi = -(pi/Omega) e^(-Omega tau).
  @Test(arguments: [0.4, 1.0, 3.0])
  func timeKernelFromMatsubaraFrequencies(tau: Double) throws {
    let kernel = try #require(kernel)
    let q = 0.004
    let omega = kernel.frequency(q)
    // nu = omega sinh u decays too slowly; by parts once more: V'' in nu, so that the integrand falls like nu^-4.
    let (step, count) = (0.002, 400_000)
    var sum = 0.0
    for k in 0..<count {
      let nu = (Double(k) + 0.5) * step
      let value = try kernel.value(q, matsubara: nu)
      let second =
        value
        * (8 * nu * nu / ((nu * nu + omega * omega) * (nu * nu + omega * omega))
          - 2 / (nu * nu + omega * omega))
      sum += second * Double.cos(nu * tau) * step / .pi
    }
    let fromFrequencies = -sum / (tau * tau)
    let atTime = try kernel.value(q, time: 0)
    // At t = -i tau the phase e^(-i Omega t) is e^(-Omega tau).
    let expected = (atTime * Complex(0, -1)).real * Double.exp(-omega * tau)
    #expect((fromFrequencies - expected).magnitude < 1e-6 * expected.magnitude)
  }

  @Test func timeKernelIsRetardedPhase() throws {
    let kernel = try #require(kernel)
    let value = try kernel.value(0.002, time: -3.7)
    let omega = kernel.frequency(0.002)
    #expect((value.length - .pi / omega).magnitude < 1e-15 * value.length)
    #expect(value == (try kernel.value(0.002, time: 3.7)))
    let turned = value * Complex(length: 1, phase: 3.7 * omega)
    #expect(turned.real.magnitude < 1e-12 * value.length)
    #expect(turned.imaginary < 0)
  }

  /// V(r, omega) by the three-dimensional Fourier integral of V(q, omega), regularised by e^(-s q^2).
  @Test(arguments: [0.0, 0.2])
  func distanceKernelFromWaveNumbers(frequency: Double) throws {
    let kernel = try #require(kernel)
    let r = 300.0
    let closed = try kernel.value(distance: r, frequency: frequency)
    #expect(closed.imaginary == 0)
    let (step, s) = (2e-6, 40.0)
    var sum = 0.0
    for k in 0..<400_000 {
      let q = (Double(k) + 0.5) * step
      sum +=
        q * Double.sin(q * r) * (try kernel.value(q, frequency: frequency))
        * Double.exp(-s * q * q) * step
    }
    let integral = sum / (2 * .pi * .pi * r)
    #expect((integral - closed.real).magnitude < 1e-3 * closed.real.magnitude)
  }

  @Test func staticKernelIsHalfTheYukawa() throws {
    let kernel = try #require(kernel)
    let r = 55.0
    let alpha = Constants.fineStructure
    let value = try kernel.value(distance: r)
    #expect(
      (value.real + alpha * alpha / 2 * Double.exp(-kernel.screening * r) / r).magnitude
        < 1e-15 * value.length)
  }

  /// Above omega_p a wave runs outwards: its phase grows with the distance.
  @Test func aboveThePlasmaFrequencyItRadiates() throws {
    let kernel = try #require(kernel)
    let omega = 1.3
    let (near, far) = (
      try kernel.value(distance: 100, frequency: omega),
      try kernel.value(distance: 101, frequency: omega)
    )
    #expect((near.length * 100 - far.length * 101).magnitude < 1e-12 * near.length)
    let k =
      (omega * omega - kernel.electronFrequency * kernel.electronFrequency
      - kernel.ionFrequency * kernel.ionFrequency).squareRoot() * Constants.fineStructure
    #expect(((far / near).phase - k).magnitude < 1e-10)
  }

  @Test func refusals() throws {
    let kernel = try #require(kernel)
    #expect(throws: FewBodyError.self) { try AmpereKernel(plasmaEnergy: -1) }
    #expect(throws: FewBodyError.self) { try kernel.value(distance: 0) }
    #expect(throws: FewBodyError.self) { try kernel.value(distance: -1) }
    let vacuum = try AmpereKernel(plasmaEnergy: 0)
    #expect(throws: FewBodyError.self) { try vacuum.value(0, matsubara: 0) }
    #expect(throws: FewBodyError.self) { try vacuum.value(0, time: 1) }
    #expect(throws: FewBodyError.self) { try kernel.value(0.1, frequency: .nan) }
  }
}
