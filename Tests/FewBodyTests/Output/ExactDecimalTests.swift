import FewBody
import Foundation
import Testing

@Suite struct ExactDecimalTests {
  /// Foundation's Decimal is no witness beyond 38 digits; the C library's printf is, to nearest.
  @Test func agreesWithPrintfToNearest() {
    var state: UInt64 = 20_260_601
    for _ in 0..<2000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number =
        Double(Int64(bitPattern: state)) * 0x1p-63 * [1e-9, 1e-3, 1, 1e6][Int(state % 4)]
      for places in [0, 3, 12, 20] {
        #expect(
          ExactDecimal(number).fixed(places: places, .toNearestOrEven).drop { $0 == "-" }
            == String(format: "%.\(places)f", number).drop { $0 == "-" })
      }
    }
  }

  @Test func extremesHaveTheirExactDigits() {
    #expect(
      ExactDecimal(.leastNonzeroMagnitude).scientific(significant: 17, .toNearestOrEven)
        == "4.9406564584124654e-324")
    #expect(
      ExactDecimal(.greatestFiniteMagnitude).scientific(significant: 17, .toNearestOrEven)
        == "1.7976931348623157e308")
    #expect(ExactDecimal(0).fixed(places: 2, .up) == "0.00")
    #expect(ExactDecimal(1 / 3).digits.count == 54)
  }

  @Test func directionsEncloseTheNumber() {
    // 0.1 is a little above one tenth, 0.3 a little below three.
    #expect(ExactDecimal(0.1).fixed(places: 1, .up) == "0.2")
    #expect(ExactDecimal(0.1).fixed(places: 1, .down) == "0.1")
    #expect(ExactDecimal(-0.1).fixed(places: 1, .down) == "-0.2")
    #expect(ExactDecimal(-0.1).fixed(places: 1, .up) == "-0.1")
    #expect(ExactDecimal(0.3).fixed(places: 1, .down) == "0.2")
    #expect(ExactDecimal(9.99).fixed(places: 1, .up) == "10.0")
    #expect(ExactDecimal(1e-9).fixed(places: 2, .up) == "0.01")
    #expect(ExactDecimal(-1e-9).fixed(places: 2, .up) == "0.00")
    #expect(ExactDecimal(9.5e-13).scientific(significant: 1, .up) == "1e-12")
    #expect(ExactDecimal(0.25).fixed(places: 2, .up) == "0.25")
  }
}
