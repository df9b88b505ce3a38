internal import ComplexModule

/// The columns of an infinite Hermitian matrix that belong to the first n basis vectors, with what
/// is known of the rest: H = [[A, B*], [B, C]], C >= ``floor``.
///
/// A is n x n; B has the rows of the basis vectors beyond n that A couples to, and no others. It is
/// what bounds of eigenvalues of the *infinite* matrix need, see ``HermitianStrip/enclosure(of:above:)``.
public struct HermitianStrip: Sendable {
  /// n.
  public let dimension: Int
  /// The rows of A and of B.
  public let rows: Int
  /// Entry (i, j) is at `i * dimension + j`, so that a row is contiguous.
  public private(set) var real: [Double]
  /// The imaginary parts, in the order of ``real``.
  public let imaginary: [Double]
  /// Every entry is right to this relative error...
  public let entryError: Double
  /// ...and diagonal entry i to this absolute error on top of it.
  public private(set) var diagonalError: [Double]
  /// A lower bound of C, of all its eigenvalues.
  public private(set) var floor: Double
  /// The columns of each row outside which its entries are 0.
  let supports: [Range<Int>]
  /// |H_ij| or a little more.
  private(set) var moduli: [Double]

  /// H from `entry`, H_ij as (real, imaginary) for every row i and column j < n, Hermitian in its first n
  /// rows.
  ///
  /// - Throws: ``LinearAlgebraError`` for sizes that cannot be and for entries that are not finite.
  public init(
    dimension: Int, rows: Int, entryError: Double, diagonalError: [Double], floor: Double,
    entry: (Int, Int) -> (Double, Double)
  ) throws(LinearAlgebraError) {
    try require(
      dimension >= 1 && rows >= dimension && diagonalError.count == dimension, "dimension",
      dimension, accepted: "1 or more, at most the number of rows \(rows)")
    try requireMemory(
      "A dense complex matrix of dimension \(dimension)",
      numbers: 6 * Double(rows) * Double(dimension))
    // Callers solve several strips at a time.
    BasicLinearAlgebra.useOneThread()
    var real = [Double](repeating: 0, count: rows * dimension)
    var imaginary = real
    var supports: [Range<Int>] = []
    for i in 0..<rows {
      var (first, end) = (dimension, 0)
      for j in 0..<dimension {
        let (a, b) = entry(i, j)
        guard a != 0 || b != 0 || i == j else { continue }
        (real[i * dimension + j], imaginary[i * dimension + j]) = (a, b)
        (first, end) = (min(first, j), j + 1)
      }
      supports.append(min(first, end)..<end)
    }
    try requireFinite(real, "entry")
    try requireFinite(imaginary, "entry")
    self.dimension = dimension
    self.rows = rows
    self.real = real
    self.imaginary = imaginary
    self.entryError = entryError
    self.diagonalError = diagonalError
    self.floor = floor
    self.supports = supports
    moduli = zip(real, imaginary).map { ($0 * $0 + $1 * $1).squareRoot() * 1.000001 }
  }

  /// The strip of H + D, D diagonal: with these first n diagonal entries, their errors, and another
  /// lower bound of the rest.
  public func replacing(
    diagonal: [Double], diagonalError: [Double], floor: Double
  ) -> HermitianStrip {
    var strip = self
    for i in 0..<min(dimension, diagonal.count) {
      strip.real[i * dimension + i] = diagonal[i]
      strip.moduli[i * dimension + i] = diagonal[i].magnitude * 1.000001
    }
    strip.diagonalError = diagonalError
    strip.floor = floor
    return strip
  }

  /// A, for LAPACK.
  public func block() throws(LinearAlgebraError) -> HermitianMatrix {
    try HermitianMatrix(dimension: dimension) { i, j in
      let entry = i * dimension + j
      return Complex(real[entry], i == j ? 0 : imaginary[entry])
    }
  }

  /// The lowest eigenvectors of A, their Rayleigh quotients made accurate beside the levels
  /// themselves rather than beside the norm of A.
  ///
  /// zheevr's error is of the order u |A|, and |A| may exceed the lowest levels many times. A second
  /// Rayleigh-Ritz step inside the small span removes what is left between its vectors.
  public func lowestVectors(
    _ count: Int
  ) throws(LinearAlgebraError) -> (values: [Double], vectors: ComplexColumns) {
    let x = ComplexColumns(
      try block().eigenpairs(.lowest(min(count, dimension))).vectors)
    let y = applied(to: x)
    let ritz = try HermitianMatrix(dimension: x.count) { i, j in
      let (a, b) = (x.inner(i, y, j), x.inner(j, y, i))
      return Complex((a.real + b.real) / 2, i == j ? 0 : (a.imaginary - b.imaginary) / 2)
    }
    let pairs = try ritz.eigenpairs(.all)
    return (pairs.values, x.multiplied(by: ComplexColumns(pairs.vectors)))
  }

  /// The rows of H x.
  public func applied(to x: ComplexColumns) -> ComplexColumns {
    var y = ComplexColumns(rows: rows, count: x.count)
    real.withUnsafeBufferPointer { a in
      imaginary.withUnsafeBufferPointer { b in
        x.real.withUnsafeBufferPointer { c in
          x.imaginary.withUnsafeBufferPointer { d in
            guard let a = a.baseAddress, let b = b.baseAddress, let c = c.baseAddress,
              let d = d.baseAddress
            else { return }
            for (i, support) in supports.enumerated() {
              let row = i * dimension + support.lowerBound
              for j in 0..<x.count {
                let column = j * x.rows + support.lowerBound
                let sum = ComplexSum.product(
                  a + row, b + row, c + column, d + column, support.count, conjugate: false)
                y.real[i + j * rows] = sum.real
                y.imaginary[i + j * rows] = sum.imaginary
              }
            }
          }
        }
      }
    }
    return y
  }
}
