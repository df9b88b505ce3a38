import ComplexModule
import RealModule

/// Reproducible numbers in (−1, 1).
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-52 - 1
  }

  mutating func array(_ count: Int) -> [Double] { (0..<count).map { _ in next() } }

  mutating func complexArray(_ count: Int) -> [Complex<Double>] {
    (0..<count).map { _ in Complex(next(), next()) }
  }
}

func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
  a.count == b.count ? zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } : .infinity
}

func largestDifference(_ a: [Complex<Double>], _ b: [Complex<Double>]) -> Double {
  a.count == b.count ? zip(a, b).reduce(0) { max($0, ($1.0 - $1.1).length) } : .infinity
}
