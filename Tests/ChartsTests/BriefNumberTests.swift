import Testing

@testable import Charts

@Suite struct BriefNumberTests {
  @Test(arguments: [
    (0.0, "0"), (2, "2"), (-20, "\u{2212}20"), (0.1 + 0.2, "0.3"), (-0.004, "\u{2212}0.004"),
    (12345, "12345"), (1e-7, "10\u{207b}\u{2077}"), (-2.5e12, "\u{2212}2.5\u{b7}10\u{b9}\u{b2}"),
  ])
  func ticksHaveNoIdleZeros(value: Double, text: String) {
    #expect(brief(value) == text)
  }

  @Test func amongEqualsZerosStay() {
    #expect(brief(-0.0625, digits: 4, isTrimmed: false) == "\u{2212}0.06250")
    #expect(brief(-0.5, digits: 5, isTrimmed: false) == "\u{2212}0.50000")
    #expect(brief(-1234.5678, digits: 6, isTrimmed: false) == "\u{2212}1234.57")
  }

  @Test func superscriptsAreWhole() {
    #expect(superscript(-1023) == "\u{207b}\u{b9}\u{2070}\u{b2}\u{b3}")
    #expect(superscript(0) == "\u{2070}")
  }
}
