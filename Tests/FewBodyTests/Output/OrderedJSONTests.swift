import FewBody
import Foundation
import Testing

@Suite struct OrderedJSONTests {
  @Test func keysStandInTheOrderOfEncodingAndALevelIsALine() throws {
    var spectrum = OutputSamples.pair
    spectrum.levels.removeLast(2)
    spectrum.threshold = nil
    #expect(
      try OrderedJSONEncoder().encode(spectrum) == """
        {
          "schema": "few-body/spectrum/1",
          "version": "\(FewBodyVersion.number)",
          "system": {"name": "pair", "dimension": 1, "charge": 1.5, "kernel": "shifted"},
          "method": {"name": "spectral", "order": 24, "extent": 61.25, "graded": true},
          "units": {"energy": "hartree", "length": "bohr"},
          "constants": "CODATA 2022",
          "complete": true,
          "threshold": null,
          "levels": [
            {"index": 0, "energy": -2.12721249432376, "lower": -2.12721249432416, \
        "upper": -2.1272124943233597, "bounds": "rigorous", "residual": 5e-15, \
        "multiplicity": 1, "labels": {"parity": "even"}}
          ]
        }
        """)
  }

  @Test func foundationReadsTheSameSpectrumBack() throws {
    let text = try OrderedJSONEncoder().encode(OutputSamples.pair)
    let back = try JSONDecoder().decode(Spectrum.self, from: Data(text.utf8))
    let original = OutputSamples.pair
    #expect(back.isComplete && back.threshold == original.threshold)
    for (a, b) in [(back.system, original.system), (back.method, original.method)] {
      // Foundation forgets the order of keys, so only their content can be compared.
      #expect(Set(a.names) == Set(b.names))
      for name in b.names { #expect(a[name] == b[name]) }
    }
    #expect(back.count == original.count)
    for (a, b) in zip(back, original) {
      #expect(a.index == b.index && a.energy == b.energy && a.interval == b.interval)
      #expect(a.certainty == b.certainty && a.residual == b.residual && a.labels == b.labels)
    }
  }

  @Test func everyDoubleReadsBackToItself() throws {
    var generator = SystemRandomNumberGenerator()
    var numbers: [Double] = [0, -0.0, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e16, 0.1]
    while numbers.count < 500 {
      let number = Double(bitPattern: generator.next())
      if number.isFinite { numbers.append(number) }
    }
    let text = try OrderedJSONEncoder().encode(numbers)
    let back = try JSONDecoder().decode([Double].self, from: Data(text.utf8))
    #expect(back.map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test func wordsAreEscaped() throws {
    let words = ["\"\\/\n\r\t\u{0}\u{1f}", "\u{3c8}\u{1f600}\u{2028}", ""]
    let text = try OrderedJSONEncoder().encode(words)
    #expect(text.contains(#""\"\\/\n\r\t\u0000\u001f""#))
    #expect(try JSONDecoder().decode([String].self, from: Data(text.utf8)) == words)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func aNumberThatJSONHasNotIsNamedByItsPath(number: Double) {
    var spectrum = OutputSamples.pair
    spectrum.levels[1].residual = number
    #expect {
      try OrderedJSONEncoder().encode(spectrum)
    } throws: { error in
      guard case .invalid(let parameter)? = error as? FewBodyError else { return false }
      return parameter.name == "levels[1].residual" && parameter.value == "\(number)"
    }
  }

  @Test func nestedContainersWriteWhereTheyStand() throws {
    struct Nested: Encodable {
      enum Outer: CodingKey { case first, rest, last }
      enum Inner: CodingKey { case b, a }
      func encode(to encoder: any Encoder) throws {
        var outer = encoder.container(keyedBy: Outer.self)
        var first = outer.nestedContainer(keyedBy: Inner.self, forKey: .first)
        var rest = outer.nestedUnkeyedContainer(forKey: .rest)
        try outer.encode(UInt64.max, forKey: .last)
        try first.encode(Float(0.1), forKey: .b)
        try first.encodeNil(forKey: .a)
        try rest.encode(1)
        var deep = rest.nestedUnkeyedContainer()
        try deep.encode(true)
        try rest.encode([Int]())
      }
    }
    #expect(
      try OrderedJSONEncoder().encode(Nested()) == """
        {
          "first": {"b": 0.1, "a": null},
          "rest": [1, [true], []],
          "last": 18446744073709551615
        }
        """)
  }
}
