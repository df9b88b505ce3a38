import Testing

@testable import FewBody

/// Parameters that cannot be: the typed error names them.
@Suite struct InvalidSystemTests {
  private func name(_ body: () throws -> Spectrum) -> String? {
    do {
      _ = try body()
      return nil
    } catch FewBodyError.invalid(let parameter) {
      return parameter.accepted.isEmpty || parameter.value.isEmpty ? nil : parameter.name
    } catch FewBodyError.tooLarge(let what, let bytes, let limit) {
      return bytes > limit ? "too large: \(what)" : nil
    } catch {
      return "\(error)"
    }
  }

  @Test("the pair on a line", arguments: LinePair.Kernel.allCases)
  func pair(kernel: LinePair.Kernel) {
    func pair(_ charge: Double = 1, _ thickness: Double = 1, _ mass: Double = 0.5) -> LinePair {
      LinePair(coupling: charge, thickness: .bohr(thickness), reducedMass: mass, kernel: kernel)
    }
    for bad: Double in [0, -1, .nan, .infinity, -.infinity] {
      #expect(name { try pair(bad).spectrum(lowest: 1) } == "charge")
      #expect(name { try pair(1, bad).spectrum(lowest: 1) } == "thickness")
      #expect(name { try pair(1, 1, bad).spectrum(lowest: 1) } == "reduced-mass")
      #expect(name { try pair().spectrum(lowest: 1, tolerance: bad) } == "tolerance")
    }
    #expect(name { try pair(1e-200, 1e-200).spectrum(lowest: 1) } == "thickness")
    if kernel == .soft { #expect(name { try pair(1, 1e-200).spectrum(lowest: 1) } == "thickness") }
    for count in [0, -1, Int.min] {
      #expect(name { try pair().spectrum(lowest: count) } == "states")
    }
    #expect(name { try pair().spectrum(lowest: 1 << 40) } == "too large: states \(1 << 40)")
  }

  @Test("grids: order, points, extent")
  func grids() {
    let pair = LinePair(coupling: 1, thickness: 1)
    for order in [0, 3, 10, -2] {
      #expect(
        name { try pair.spectrum(lowest: 1, on: .finiteDifferences(order: order)) } == "order")
    }
    for points in [-4, 0, 3, 8, 301] {
      #expect(
        name { try pair.spectrum(lowest: 1, on: .finiteDifferences(points: points)) } == "points")
      #expect(name { try pair.spectrum(lowest: 1, on: .fourier(points: points)) } == "points")
    }
    #expect(name { try pair.spectrum(lowest: 100, on: .fourier(points: 64)) } == "points")
    for extent: Double in [0, -3, .nan, .infinity] {
      #expect(
        name { try pair.spectrum(lowest: 1, on: .finiteDifferences(extent: extent)) } == "extent")
      #expect(name { try pair.spectrum(lowest: 1, on: .fourier(extent: extent)) } == "extent")
    }
    #expect(
      name { try pair.spectrum(lowest: 1, on: .fourier(points: 1 << 40)) }
        == "too large: points \(1 << 40)")
  }

  @Test("a particle: mass, walls, a potential that is not finite")
  func particle() {
    for bad: Double in [0, -1, .nan, .infinity] {
      #expect(name { try LineParticle(mass: bad, in: Parabola()).spectrum(lowest: 1) } == "mass")
    }
    for walls: ClosedRange<Double> in [1.0...1, -.infinity...0, 0...(.infinity)] {
      #expect(
        name { try LineParticle(mass: 1, in: Ramp(), between: walls).spectrum(lowest: 1) }
          == "walls")
    }
    #expect(
      name {
        try LineParticle(mass: 1, between: 0...1) { ($0 - 0.3).squareRoot() }.spectrum(lowest: 1)
      } == "potential")
    struct Pole: Potential {
      func value<T: Scalar>(at x: T) -> T { 1 / x }
    }
    #expect(
      name { try LineParticle(mass: 1, in: Pole(), between: 0.0...1).spectrum(lowest: 1) }
        == "potential")
  }

  @Test("the ring: radius, thickness inside the classical electron radius, charge, ordering")
  func ring() {
    func ring(
      _ radius: Double = 10, _ thickness: Double = 0.1, charge: Double = 1, mass: Double = 0.5,
      ordering: Double = 0, momentum: Int = 0
    ) -> RingPair {
      RingPair(
        radius: .bohr(radius), thickness: .bohr(thickness), momentum: momentum, charge: charge,
        reducedMass: mass, ordering: ordering)
    }
    for bad: Double in [0, -1, .nan, .infinity] {
      #expect(name { try ring(bad).spectrum(lowest: 1) } == "radius")
      #expect(name { try ring(10, bad).spectrum(lowest: 1) } == "thickness")
      #expect(name { try ring(charge: bad).spectrum(lowest: 1) } == "charge")
      #expect(name { try ring(mass: bad).spectrum(lowest: 1) } == "reduced-mass")
    }
    let contact = Constants.classicalElectronRadius
    for thickness in [contact, 0.5 * contact, 1e-9] {
      #expect(name { try ring(10, thickness).spectrum(lowest: 1) } == "thickness")
    }
    #expect(name { try ring(10, 1.01 * contact).spectrum(lowest: 1) } == nil)
    #expect(name { try ring(10, 2 * contact, charge: 3).spectrum(lowest: 1) } == "thickness")
    #expect(name { try ring(ordering: .nan).spectrum(lowest: 1) } == "ordering")
    #expect(name { try ring(momentum: .max).spectrum(lowest: 1) } == "momentum")
  }
}
