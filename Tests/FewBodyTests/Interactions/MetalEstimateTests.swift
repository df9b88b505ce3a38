import Testing

@testable import FewBody

/// The source's estimates, and what remains of them.
@Suite struct MetalEstimateTests {
  /// Eq. (36) for tin: printed 17.60, 0.70 and 0.18.
  @Test(arguments: [(0.1, 17.5794, 4.39484), (0.5, 0.703174, 0.175794), (1.0, 0.175794, 0.0439485)])
  func tin(case: (Double, Double, Double)) throws {
    let estimate = try MetalEstimate(Metal.named("Sn"), coupling: .electronvolts(`case`.0))
    #expect((estimate.literalPhononRatio / `case`.1 - 1).magnitude < 5e-6)
    #expect((estimate.phononRatio / `case`.2 - 1).magnitude < 5e-6)
  }

  /// Every metal: the mean over the Fermi sphere is four orders below q = 0, and E_F is m v_F^2/2.
  @Test func allMetals() throws {
    for metal in try Metal.all() {
      let estimate = try MetalEstimate(metal, coupling: .electronvolts(0.1))
      #expect(estimate.fermiSurfaceFactor > 1e-6 && estimate.fermiSurfaceFactor < 1e-3)
      #expect(estimate.averagedPhononRatio < estimate.literalPhononRatio)
      let alpha = Constants.fineStructure
      let fermi = 2 * metal.fermiEnergy.hartree * alpha * alpha
      #expect((estimate.velocityRatio / fermi - 1).magnitude < 6e-3, "\(metal.symbol)")
      let retardation = try estimate.retardationFactor()
      #expect(retardation > 1e-6 && retardation < 1e-3)
      for name in try estimate.parameters().names {
        guard case .number(let value)? = try estimate.parameters()[name] else { continue }
        #expect(value.isFinite && value > 0, "\(metal.symbol) \(name)")
      }
    }
  }

  /// alpha_3/alpha_1 = 2.56819e-5 for 10 eV at 1e10 /m is (omega_p/c q)^2.
  @Test func retardation() throws {
    let tin = try MetalEstimate(Metal.named("Sn"), coupling: .electronvolts(0.1))
    let q = 1e10 * Constants.bohrInMetres
    let found = try tin.retardationFactor(waveNumber: q)
    let ratio = tin.metal.plasmaEnergy.electronvolts / 10
    #expect((found / (ratio * ratio * 2.56819e-5) - 1).magnitude < 1e-5)
    #expect(throws: FewBodyError.self) { try tin.retardationFactor(waveNumber: 0) }
    #expect(throws: FewBodyError.self) {
      try MetalEstimate(Metal.named("Sn"), coupling: .electronvolts(-1))
    }
  }
}
