import FourierTransforms
import RealModule
import Testing

@Suite struct TrigonometricTransformTests {
  /// The sums of the documentation, term by term.
  private func sum(_ kind: TrigonometricTransform.Kind, _ x: [Double]) -> [Double] {
    let n = x.count
    return (0..<n).map { k in
      let sign = k.isMultiple(of: 2) ? 1.0 : -1.0
      let (q, m) = (Double(k), Double(n))
      var total = 0.0
      for j in 0..<n {
        let p = Double(j)
        switch kind {
        case .sineI: total += 2 * x[j] * .sin(.pi * (p + 1) * (q + 1) / (m + 1))
        case .sineII: total += 2 * x[j] * .sin(.pi * (p + 0.5) * (q + 1) / m)
        case .sineIII:
          total += j == n - 1 ? sign * x[j] : 2 * x[j] * .sin(.pi * (p + 1) * (q + 0.5) / m)
        case .sineIV: total += 2 * x[j] * .sin(.pi * (p + 0.5) * (q + 0.5) / m)
        case .cosineI:
          total +=
            j == 0 ? x[j] : j == n - 1 ? sign * x[j] : 2 * x[j] * .cos(.pi * p * q / (m - 1))
        case .cosineII: total += 2 * x[j] * .cos(.pi * (p + 0.5) * q / m)
        case .cosineIII: total += j == 0 ? x[j] : 2 * x[j] * .cos(.pi * p * (q + 0.5) / m)
        case .cosineIV: total += 2 * x[j] * .cos(.pi * (p + 0.5) * (q + 0.5) / m)
        }
      }
      return total
    }
  }

  @Test(arguments: TrigonometricTransform.Kind.allCases, [2, 5, 16, 31])
  func meetsTheDefinitionAndItsInverse(kind: TrigonometricTransform.Kind, n: Int) throws {
    var numbers = Numbers(seed: UInt64(n))
    let x = numbers.array(n)
    let transform = try TrigonometricTransform(kind, length: n)
    let y = try transform.transform(x)
    #expect(largestDifference(y, sum(kind, x)) < 1e-12)
    let inverse = try TrigonometricTransform(kind.inverse, length: n)
    let back = try inverse.transform(y).map { $0 * transform.scale }
    #expect(largestDifference(back, x) < 1e-14)
  }

  @Test func axesAreSeparate() throws {
    var numbers = Numbers(seed: 9)
    let (rows, columns) = (5, 7)
    let x = numbers.array(rows * columns)
    let whole = try TrigonometricTransform([.cosineII, .sineI], shape: [rows, columns])
    let along = try TrigonometricTransform(
      .sineI, length: columns, batch: .contiguous(rows, length: columns))
    let across = try TrigonometricTransform(
      .cosineII, length: rows, batch: Batch(count: columns, stride: columns, distance: 1))
    let separate = try across.transform(along.transform(x))
    #expect(largestDifference(try whole.transform(x), separate) < 1e-13)
    #expect(whole.scale == 1 / Double(2 * rows * 2 * (columns + 1)))
  }

  @Test func sineTransformDiagonalisesTheSecondDifference() throws {
    let n = 20
    var numbers = Numbers(seed: 10)
    let x = numbers.array(n)
    let difference = (0..<n).map { i in
      2 * x[i] - (i > 0 ? x[i - 1] : 0) - (i + 1 < n ? x[i + 1] : 0)
    }
    let sine = try TrigonometricTransform(.sineI, length: n)
    let spectrum = try sine.transform(x)
    let scaled = spectrum.indices.map { k in
      (2 - 2 * .cos(.pi * Double(k + 1) / Double(n + 1))) * spectrum[k]
    }
    #expect(largestDifference(try sine.transform(difference), scaled) < 1e-13)
  }

  @Test func refusesWhatCannotBe() {
    #expect(throws: FourierTransformError.self) {
      try TrigonometricTransform(.cosineI, length: 1)
    }
    #expect(throws: FourierTransformError.self) {
      try TrigonometricTransform([.sineI], shape: [3, 3])
    }
    #expect(throws: FourierTransformError.self) {
      try TrigonometricTransform(.sineI, length: 4, batch: Batch(count: 0, stride: 1, distance: 4))
    }
  }

  @Test func plansAreKeptWhileOneIsAlive() throws {
    let transform = try TrigonometricTransform(.sineI, length: 12)
    #expect(!forgetPlans())
    let x = [Double](repeating: 1, count: 12)
    #expect(largestDifference(try transform.transform(x), sum(.sineI, x)) < 1e-12)
  }
}
