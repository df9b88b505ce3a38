import Testing

@testable import FewBody

/// What cannot be is refused with its name and what would be accepted.
@Suite struct ElectronRefusalTests {
  private func refusal(_ ring: ElectronRing, _ method: ElectronMethod = .automatic) -> String? {
    do {
      _ = try ring.spectrum(lowest: 2, on: method)
      return nil
    } catch .invalid(let parameter) {
      return parameter.name
    } catch .tooLarge(let what, _, _) {
      return what
    } catch {
      return "\(error)"
    }
  }

  @Test func parameters() {
    #expect(refusal(ElectronRing(count: 7)) == "count")
    #expect(refusal(ElectronRing(count: 0)) == "count")
    #expect(refusal(ElectronRing(radius: 0)) == "radius")
    #expect(refusal(ElectronRing(thickness: -1)) == "thickness")
    #expect(refusal(ElectronRing(flux: .nan)) == "flux")
    #expect(refusal(ElectronRing(count: 3, spin: ElectronSpin(twice: 2))) == "spin")
    #expect(refusal(ElectronRing(count: 2, spin: ElectronSpin(twice: 4))) == "spin")
    #expect(refusal(ElectronRing(count: 3, thickness: 1, totalMomentum: .max)) == "total-momentum")
    #expect(throws: FewBodyError.self) { try ElectronSpin("3/4") }
  }

  @Test func magnetism() {
    // Inside the classical electron radius the mass of Eq. (39) is negative.
    #expect(refusal(ElectronRing(interaction: .both)) == "thickness")
    #expect(refusal(ElectronRing(thickness: .bohr(5.3e-5), interaction: .both)) == "thickness")
    #expect(refusal(ElectronRing(count: 3, interaction: .darwinBreit)) == "thickness")
    #expect(
      refusal(
        ElectronRing(count: 3, thickness: 1, interaction: .both, magneticOrder: .exact))
        == "darwin-breit")
  }

  @Test func methods() throws {
    let three = ElectronRing(count: 3, thickness: 0.5)
    #expect(refusal(three, .elements) == "method")
    #expect(refusal(three, .gaps()) == "method")
    #expect(refusal(ElectronRing(count: 3), .determinants()) == "method")
    #expect(refusal(three, .determinants(waves: 0)) == "waves")
    #expect(refusal(three, .determinants(waves: 64)) == "waves")
    let size = try #require(
      refusal(ElectronRing(count: 6, thickness: 0.5), .determinants(waves: 60)))
    #expect(size.contains("determinants") && size.contains("waves 60"))
    #expect(throws: FewBodyError.self) { try three.spectrum(lowest: 0) }
  }
}
