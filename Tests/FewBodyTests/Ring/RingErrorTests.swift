import Testing

@testable import FewBody

/// What a ring refuses, by the name of the flag.
@Suite struct RingErrorTests {
  private func name(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch FewBodyError.invalid(let parameter) {
      return parameter.accepted.isEmpty || parameter.value.isEmpty ? nil : parameter.name
    } catch FewBodyError.tooLarge(let what, let bytes, let limit) {
      return bytes > limit ? "too large: \(what)" : nil
    } catch {
      return "\(error)"
    }
  }

  private func solve(_ ring: Ring, _ count: Int = 1, _ method: RingMethod = .planeWaves) -> String?
  {
    name { _ = try ring.spectrum(lowest: count, on: method) }
  }

  @Test("parameters")
  func parameters() {
    for bad: Double in [0, -1, .nan, .infinity] {
      #expect(solve(Ring(radius: .bohr(bad))) == "radius")
      #expect(solve(Ring(mass: bad)) == "mass")
    }
    #expect(solve(Ring(flux: .nan)) == "flux")
    #expect(solve(Ring(flux: 1e300)) == "flux")
    #expect(solve(Ring(boundary: .twist(.infinity))) == "boundary")
    #expect(solve(Ring(rashba: .nan)) == "rashba")
    #expect(solve(Ring(zeeman: .hartree(.infinity))) == "zeeman")
    #expect(solve(Ring(), 0) == "states")
    #expect(solve(Ring(), 1 << 40) == "too large: states \(1 << 40)")
    #expect(solve(Ring(), 1, .finiteDifferences(order: 3, points: 100)) == "order")
    #expect(solve(Ring(), 1, .finiteDifferences(order: 8, points: 7)) == "points")
    #expect(
      solve(Ring(), 1, .finiteDifferences(order: 8, points: 1 << 30))
        == "too large: points \(1 << 30)")
    #expect(solve(Ring(), 30, .planeWaves(waves: 3)) == "points")
    #expect(solve(Ring(), 30, .spectral(elements: 1)) == "points")
    #expect(name { _ = try Ring().spectrum(lowest: 1, tolerance: 0) } == "tolerance")
  }

  @Test("boundaries by name")
  func boundaries() throws {
    #expect(try RingBoundary("single-valued") == .singleValued)
    #expect(try RingBoundary("antiperiodic") == .antiperiodic)
    #expect(try RingBoundary("spinor") == .spinor)
    #expect(try RingBoundary("twist:-0.5") == .twist(-0.5))
    for bad in ["", "periodic", "twist", "twist:", "twist:x", "twist:nan", "twist:1:2", "Spinor"] {
      #expect(name { _ = try RingBoundary(bad) } == "boundary", "\(bad)")
    }
  }

  @Test("flux ranges that are empty, reversed or garbled")
  func ranges() throws {
    #expect(try FluxRange("0:1:5").values == [0, 0.25, 0.5, 0.75, 1])
    #expect(try FluxRange("-0.5:0.5:3").values == [-0.5, 0, 0.5])
    for bad in [
      "0:0:5", "1:0:5", "0:1:1", "0:1:0", "0:1:-3", "0:1", "a:b:c", "0:1:2.5", "nan:1:5", "0:inf:5",
      "",
    ] {
      #expect(name { _ = try FluxRange(bad) } == "flux", "\(bad)")
    }
    #expect(name { _ = try Ring().sweep(fluxes: [], lowest: 1) } == "flux")
    #expect(name { _ = try Ring().sweep(fluxes: [0, .nan], lowest: 1) } == "flux")
  }

  @Test("harmonics that are not whole, potentials that are not periodic or not finite")
  func potentials() throws {
    #expect(solve(Ring().adding(cosine: 0.5, amplitude: 1)) == "cosine")
    #expect(solve(Ring(boundary: .spinor).adding(cosine: 0.5, amplitude: 1)) == "cosine")
    #expect(solve(Ring().adding(cosine: .nan, amplitude: 1)) == "cosine")
    #expect(solve(Ring().adding(cosine: 1, amplitude: .hartree(.nan))) == "cosine")
    #expect(solve(Ring().adding(disorder: 1, harmonics: 0, seed: 1)) == "cosine")
    for boundary in [RingBoundary.singleValued, .antiperiodic, .twist(1), .spinor] {
      let ring = Ring(boundary: boundary)
      #expect(solve(ring.adding { $0 * $0 }) == "potential")
      #expect(solve(ring.adding { 1 / ($0 - $0) }) == "potential")
      // cos(phi/2) has period 4 pi: the spinor takes it, the others need 2 pi.
      let half = ring.adding { 0.5 * .init($0 - 4 * .pi * ($0 / (4 * .pi)).rounded()).magnitude }
      #expect(solve(half, 1, .spectral(elements: 8)) == (boundary == .spinor ? nil : "potential"))
    }
    let short = try SampledPotential(nodes: [0, 1, 2], values: [0, 1, 0])
    #expect(name { _ = try Ring().adding(short) } == "potential-file")
    let nodes = (0...20).map { 2 * Double.pi * Double($0) / 20 }
    let tilted = try SampledPotential(nodes: nodes, values: nodes)
    #expect(name { _ = try Ring().adding(tilted) } == "potential-file")
  }

  @Test("fillings and harmonics of the current")
  func fillings() throws {
    func fill(_ filling: RingFilling) -> String? {
      name { _ = try Ring().sweep(fluxes: [0, 0.5, 1], lowest: 1, filling: filling) }
    }
    #expect(fill(RingFilling(electrons: 0)) == "electrons")
    #expect(fill(RingFilling(electrons: 1 << 30)) == "electrons")
    #expect(fill(RingFilling(electrons: 2, spinDegeneracy: 3)) == "spin-degeneracy")
    #expect(fill(RingFilling(electrons: 2, temperature: -1)) == "temperature")
    // Minutes of dense algebra, refused before they begin.
    #expect(fill(RingFilling(electrons: 4096)) == "electrons")
    #expect(fill(RingFilling(electrons: 4096, temperature: 3000)) == "electrons")
    #expect(fill(RingFilling(electrons: 8, temperature: .hartree(1e5))) == "temperature")
    let bare = try Ring().sweep(fluxes: [0, 0.5, 1], lowest: 1)
    #expect(name { _ = try bare.harmonics(upTo: 1) } == "electrons")
    let part = try Ring().sweep(
      fluxes: [0, 0.25, 0.5], lowest: 1, filling: RingFilling(electrons: 1))
    #expect(name { _ = try part.harmonics(upTo: 1) } == "flux")
  }
}
