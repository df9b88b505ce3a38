import ComplexModule
import LinearOperators
import RealModule

/// Reproducible numbers in (−1, 1).
struct Numbers {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 99
    _ = next()
  }

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-52 - 1
  }

  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    let fraction = 0.5 * (next() + 1)
    return min(range.upperBound, range.lowerBound + Int(fraction * Double(range.count)))
  }

  mutating func array(_ count: Int) -> [Double] { (0..<count).map { _ in next() } }

  mutating func symmetric(_ n: Int) throws -> SymmetricMatrix {
    let x = array(n * n)
    return try SymmetricMatrix(dimension: n) { x[$0 + $1 * n] }
  }

  mutating func hermitian(_ n: Int) throws -> HermitianMatrix {
    let (x, y) = (array(n * n), array(n * n))
    return try HermitianMatrix(dimension: n) { i, j in
      Complex(x[i + j * n], i == j ? 0 : y[i + j * n])
    }
  }

  mutating func banded(_ n: Int, _ m: Int) throws -> BandedMatrix {
    let x = array(n * (m + 1))
    return try BandedMatrix(dimension: n, halfBandwidth: m) { x[$0 - $1 + $1 * (m + 1)] }
  }

  /// Diagonally dominant, hence positive definite.
  mutating func overlap(_ n: Int, _ m: Int) throws -> BandedMatrix {
    let x = array(n * (m + 1))
    return try BandedMatrix(dimension: n, halfBandwidth: m) { i, j in
      i == j ? 2.5 + x[j] : x[i - j + j * (m + 1)] / Double(4 * m)
    }
  }
}

extension BandedMatrix {
  func dense() throws -> SymmetricMatrix {
    try SymmetricMatrix(dimension: dimension) { self[$0, $1] }
  }
}

/// −1, 2, −1, whose eigenvalues are 2 − 2 cos(πk/(n+1)) = 4 sin²(πk/2(n+1)).
func secondDifference(_ n: Int) throws -> TridiagonalMatrix {
  try TridiagonalMatrix(
    diagonal: [Double](repeating: 2, count: n),
    offDiagonal: [Double](repeating: -1, count: n - 1))
}

func secondDifferenceLevel(_ k: Int, _ n: Int) -> Double {
  let sine = Double.sin(.pi * Double(k) / Double(2 * (n + 1)))
  return 4 * sine * sine
}

func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
  a.count == b.count ? zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } : .infinity
}

/// max |xᵢᵀBxⱼ − δᵢⱼ|.
func orthonormalityDefect(
  _ vectors: Eigenvectors<Double>, _ overlap: SymmetricMatrix? = nil
) -> Double {
  let n = vectors.dimension
  var worst = 0.0
  for j in 0..<vectors.count {
    let x = vectors.vector(j)
    let bx = (0..<n).map { i in
      overlap.map { b in (0..<n).reduce(0) { $0 + b[i, $1] * x[$1] } } ?? x[i]
    }
    for i in 0...j {
      let product = zip(vectors[i], bx).reduce(0) { $0 + $1.0 * $1.1 }
      worst = max(worst, abs(product - (i == j ? 1 : 0)))
    }
  }
  return worst
}

/// ‖Ax − λBx‖ of each pair, by plain sums.
func residuals(
  _ pairs: Eigenpairs<Double>, _ a: SymmetricMatrix, _ b: SymmetricMatrix? = nil
) -> [Double] {
  let n = a.dimension
  return (0..<pairs.vectors.count).map { j in
    let x = pairs.vectors.vector(j)
    return (0..<n).reduce(0) { total, i in
      let r = (0..<n).reduce(0.0) { sum, l in
        sum + (a[i, l] - pairs.values[j] * (b?[i, l] ?? (i == l ? 1 : 0))) * x[l]
      }
      return total + r * r
    }.squareRoot()
  }
}
