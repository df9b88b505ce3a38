import Testing

@testable import FewBody

/// Rings summed on the axis against closed forms.
@Suite struct RotatingShellTests {
  private let permeability = 4 * Double.pi * Constants.fineStructure * Constants.fineStructure

  /// mu0/6 pi R everywhere inside; Simpson's rule is of fourth order.
  @Test(arguments: [0.0, 0.3, -0.8])
  func theSphereIsUniform(place: Double) {
    let exact = permeability / (6 * .pi * 2.5)
    func error(_ panels: Int) -> Double {
      abs(RotatingShell.sphere(radius: 2.5, at: place, panels: panels) / exact - 1)
    }
    #expect(error(4000) < 1e-10)
    #expect(error(100) < 1e-4)
  }

  /// mu0 sin u/2 pi l with tan u = l/2R.
  @Test(arguments: [0.5, 3, 1000])
  func theCylinder(length: Double) {
    let sine = length / 2 / (1 + length * length / 4).squareRoot()
    let exact = permeability * sine / (2 * .pi * length)
    #expect(abs(RotatingShell.cylinder(radius: 1, length: length) / exact - 1) < 1e-12)
  }
}
