import ComplexModule
import RealModule
import Testing

@testable import FewBody

/// Dispersion relations: of one susceptibility, of Drude, Born and Fedorov, and of a slab without boundary conditions.
@Suite struct WaveTests {
  /// One line of strengths |mu|^2 and R in random directions: Rosenfeld's rotation and n_+- of a chiral medium.
  @Test func oneChiralLine() throws {
    let (mu, r, energy, density, w) = (0.7, 2e-4, 0.5, 1e-4, 0.3)
    let zero = Complex<Double>.zero
    // mu_0nu . m_nu0 = i R.
    let line = CurrentMoments(
      energy: Energy(hartree: energy), electric: [zero, Complex(mu), zero],
      magnetic: [zero, Complex(0, -r / mu), zero],
      quadrupole: [Complex<Double>](repeating: .zero, count: 9))
    let medium = Susceptibility(transitions: [line], density: density)
    let wave = try IsotropicWave(medium, at: Energy(hartree: w))
    let polarisation = 2 * energy * mu * mu / (3 * (energy * energy - w * w))
    #expect(abs(wave.permittivity.real - 1 - 4 * .pi * density * polarisation) < 1e-13)
    let chiral = ChiralMedium(
      density: density, rotationalStrength: r, resonance: energy,
      permittivity: wave.permittivity.real)
    let (plus, minus) = try chiral.indices(at: w)
    // The k^2 part of the same line, chi_B = 2 E |m|^2/3(E^2 - w^2), is of second order in R: n changes by 1e-10.
    let magnetic = 2 * energy * (r / mu) * (r / mu) / (3 * (energy * energy - w * w))
    #expect(abs((1 - 1 / wave.permeability).real / (4 * .pi * density * magnetic) - 1) < 1e-5)
    #expect(abs(wave.indices.plus.real - plus) < 1e-9)
    #expect(abs(wave.indices.minus.real - minus) < 1e-9)
    #expect(plus > minus)
    #expect(abs(wave.rotation(at: Energy(hartree: w)) / (try chiral.rotation(at: w)) - 1) < 1e-6)
  }

  /// The root solves n^2/mu - 2 kappa n - eps = 0, and with damping it decays.
  @Test func rootsOfADampedHelix() throws {
    let electron = try CurveElectron.helix(Helix(radius: 2, pitch: 0.5, turns: 1), states: 10)
    let medium = Susceptibility(
      transitions: electron.transitions(from: 0).map(\.current), density: 1e-3, damping: 0.004)
    for w in [0.02, 0.08, 0.0882, 0.1, 0.3] {
      let wave = try IsotropicWave(medium, at: Energy(hartree: w))
      for (n, kappa) in [
        (wave.indices.plus, wave.chirality), (wave.indices.minus, -wave.chirality),
      ] {
        let rest = n * n / wave.permeability - 2 * kappa * n - wave.permittivity
        #expect(rest.length < 1e-12 * (n * n).length && n.imaginary > 0)
      }
      #expect((0...1).contains(wave.reflectance))
    }
  }

  /// Cho, Eq 43: eps = 2, mu = 1, beta w/c = 0.01.
  @Test func drudeBornFedorov() {
    let (plus, minus) = DrudeBornFedorov(permittivity: 2, permeability: 1, chirality: Complex(0.01))
      .indices
    #expect(abs(plus.real - 1.394_492) < 5e-7 && abs(minus.real - 1.434_500) < 5e-7)
  }

  /// Near a line that is E1 and M1, chi has one pole: halving the distance doubles it; eps mu is quadrupled.
  @Test func onePoleAndTwo() throws {
    let electron = try CurveElectron.helix(Helix(radius: 2, pitch: 0.5, turns: 1), states: 4)
    let lines = electron.transitions(from: 0).map(\.current)
    let medium = Susceptibility(transitions: lines, density: 1e-3)
    var (chi, product): ([Double], [Double]) = ([], [])
    for distance in [2e-9, 1e-9] {
      let w = Energy(hartree: lines[0].energy.hartree - distance)
      let parts = try medium.parts(at: w)
      chi.append(parts.tensor(at: SIMD3(0, 0, 0.5)).map(\.length).max() ?? 0)
      // zz at k^0, and xx at k_z^2.
      let (electric, magnetic) = (parts.constant[8].real, parts.quadratic[72].real)
      product.append(abs(electric * magnetic))
    }
    #expect(abs(chi[1] / chi[0] - 2) < 1e-5)
    #expect(abs(product[1] / product[0] - 4) < 1e-4)
  }

  /// Without damping nothing is lost, also where a standing wave fits (q L = nu pi).
  @Test(arguments: [0.3, 0.999_999_999, 1, 1.7, 2])
  func theSlabKeepsEnergy(waves: Double) throws {
    let w = 0.1
    let length = waves * .pi / (w * Constants.fineStructure)
    let slab = NonlocalSlab.excitons(
      thickness: .bohr(length), energy: 0.12, mass: 2, strength: 1e-3, states: 9)
    let (r, t) = try slab.amplitudes(at: Energy(hartree: w))
    #expect(abs(r.lengthSquared + t.lengthSquared - 1) < 1e-12)
    #expect(r.length > 0.01)
  }

  /// Excitations without dispersion are a local medium: Fresnel's slab, which needs boundary conditions.
  @Test func withoutDispersionItIsFresnels() throws {
    let (w, length) = (0.1, 3000.0)
    let q = w * Constants.fineStructure
    let w0: Energy = 0.12
    var found: [Complex<Double>] = []
    var exact = Complex<Double>.zero
    for states in [50, 100, 200] {
      let slab = NonlocalSlab(
        thickness: .bohr(length), energies: [Energy](repeating: w0, count: states),
        strength: 1e-4, damping: 1e-3)
      let eps = try slab.localPermittivity(energy: w0, at: Energy(hartree: w))
      let n = Complex.sqrt(eps)
      let surface = (1 - n) / (1 + n)
      let turn = Complex.exp(Complex.i * n.multiplied(by: 2 * q * length))
      exact = surface * (1 - turn) / (1 - surface * surface * turn)
      found.append(try slab.amplitudes(at: Energy(hartree: w)).reflected)
    }
    // The field at the surface is a sum of sines: errors fall like one over their number, and extrapolate.
    let errors = found.map { ($0 - exact).length }
    #expect(abs(errors[0] / errors[1] - 2) < 0.1 && abs(errors[1] / errors[2] - 2) < 0.1)
    #expect((found[2].multiplied(by: 2) - found[1] - exact).length < 1e-4)
  }

  /// As L goes to 0 the slab is a sheet of chi_em(0, w) L, r = iX/(1 - iX), X = 2 pi chi L/w: first order in qL.
  @Test func longWavesSeeASheet() throws {
    let w = 0.1
    var errors: [Double] = []
    for length in [40.0, 20, 10] {
      let slab = NonlocalSlab(
        thickness: .bohr(length), energies: [0.12, 0.2, 0.3], strength: 0.05)
      let x = try slab.sheetSusceptibility(at: Energy(hartree: w)).multiplied(by: 2 * .pi / w)
      let sheet = Complex.i * x / (1 - Complex.i * x)
      let r = try slab.amplitudes(at: Energy(hartree: w)).reflected
      errors.append((r - sheet).length / sheet.length)
    }
    #expect(errors[0] < 0.1)
    for i in 1...2 { #expect(abs(errors[i - 1] / errors[i] - 2) < 0.2) }
  }
}
