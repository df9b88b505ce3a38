import FewBody
import Testing

@Suite struct ParityProbeTests {
  let x = ParityProbe.odd

  @Test func evenFormulasAreProvedEven() {
    #expect(ParityProbe.abs(x) == .even)
    #expect(x * x == .even)
    #expect(ParityProbe.pow(x, 2) + 3 == .even)
    #expect(ParityProbe.pow(x, -4) == .even)
    #expect(-ParityProbe.exp(-.abs(x) / 5) / (.abs(x) + 0.1) == .even)
    // Coffey-Evans: -2 beta cos 2x + beta^2 sin^2 2x.
    let sine: ParityProbe = .sin(2 * x)
    #expect(-40 * ParityProbe.cos(2 * x) + 400 * sine * sine == .even)
    // Poeschl-Teller, soft Coulomb, a double well, x tan x.
    #expect(-6 / ParityProbe.pow(.cosh(x), 2) == .even)
    #expect(-1 / ParityProbe.sqrt(x * x + 1) == .even)
    #expect(ParityProbe.pow(ParityProbe.pow(x, 2) - 1, 2) == .even)
    #expect(x * .tan(x) + x * .atan(x) + .sinh(x) * .tanh(x) == .even)
  }

  @Test func othersAreNot() {
    #expect(x == .odd)
    #expect(ParityProbe.pow(x, 3) + .sin(x) == .odd)
    #expect(ParityProbe.pow(x, -1) == .odd)
    #expect(x + 1 == .neither)
    #expect(ParityProbe.exp(x) == .neither)
    #expect(ParityProbe.log(x) == .neither)
    #expect(ParityProbe.sqrt(x) == .neither)
    #expect(ParityProbe.pow(x, 0.5) == .neither)
    #expect(ParityProbe.abs(x - 1) == .neither)
    #expect((x + 1) * (x + 1) == .neither)
    #expect(ParityProbe.cos(x + 1) / 2 == .neither)
  }
}
