import ComplexModule
import LinearOperators

/// H = sum H_i + sum_{i<j} V_ij on product states, as what it does to a vector: no matrix is stored.
///
/// The last dipole's level runs fastest: a product state's number has the levels as digits in a mixed radix, for
/// two-level dipoles its bits. Every nonzero <ac|V|bd> moves whole runs of neighbouring states. Where some
/// <ac|V|bd> is not real, the complex vector x + iy is held as (x, y), A = (Re H, -Im H; Im H, Re H), and every level
/// appears twice.
struct PairTerms: LinearOperator {
  /// One <ac|V|bd>, a != b or c != d, of a pair.
  private struct Entry {
    var row: Int
    var column: Int
    var real: Double
    var imaginary: Double
  }

  /// A pair: the states are outer x first x middle x second x inner.
  private struct Pair {
    var outer: Int
    var outerStride: Int
    var middle: Int
    var middleStride: Int
    var inner: Int
    /// How far a level of the first dipole moves a state; of the second it is `inner`.
    var stride: Int
    var entries: Range<Int>
    /// All of V_ij off its diagonal, for two real dipoles of two levels; entry (2 a + c, 2 b + d).
    var block: SIMD16<Double>?
  }

  let states: Int
  let isComplex: Bool
  /// The sum over pairs of the largest row sum of V_ij off the diagonal.
  let coupling: Double
  /// max |H_ii| + ``coupling`` bounds every level.
  let bound: Double
  private let diagonal: [Double]
  private let pairs: [Pair]
  private let entries: [Entry]

  var dimension: Int { isComplex ? 2 * states : states }

  init(_ system: DipoleSystem) {
    let radix = system.dipoles.map(\.energies.count)
    var strides = [Int](repeating: 1, count: radix.count)
    for i in radix.indices.dropLast().reversed() { strides[i] = strides[i + 1] * radix[i + 1] }
    let states = (strides.first ?? 1) * (radix.first ?? 1)
    var diagonal = [Double](repeating: 0, count: states)
    for (i, dipole) in system.dipoles.enumerated() {
      for (level, energy) in dipole.energies.enumerated() {
        for outer in 0..<states / (radix[i] * strides[i]) {
          let start = (outer * radix[i] + level) * strides[i]
          for k in start..<start + strides[i] { diagonal[k] += energy.hartree }
        }
      }
    }
    var pairs: [Pair] = []
    var entries: [Entry] = []
    for i in radix.indices {
      for j in radix.indices.dropFirst(i + 1) {
        let start = entries.count
        let runs = Pair(
          outer: states / (radix[i] * strides[i]), outerStride: radix[i] * strides[i],
          middle: strides[i] / (radix[j] * strides[j]), middleStride: radix[j] * strides[j],
          inner: strides[j], stride: strides[i], entries: start..<start)
        var block = SIMD16<Double>.zero
        for (a, c) in PairTerms.product(radix[i], radix[j]) {
          for (b, d) in PairTerms.product(radix[i], radix[j]) {
            let value = system.coupling(i, j, a, c, b, d)
            guard value != .zero else { continue }
            let row = a * strides[i] + c * strides[j]
            if a == b, c == d {
              PairTerms.shift(runs, value.real, row, &diagonal)
            } else {
              if radix[i] == 2, radix[j] == 2 { block[4 * (2 * a + c) + 2 * b + d] = value.real }
              entries.append(
                Entry(
                  row: row, column: b * strides[i] + d * strides[j], real: value.real,
                  imaginary: value.imaginary))
            }
          }
        }
        var pair = runs
        pair.entries = start..<entries.count
        // With few entries, as of dipoles without permanent moments, they are faster one by one.
        let own = entries[pair.entries]
        if own.count > 8, radix[i] == 2, radix[j] == 2, own.allSatisfy({ $0.imaginary == 0 }) {
          pair.block = block
        }
        pairs.append(pair)
      }
    }
    self.states = states
    self.diagonal = diagonal
    self.pairs = pairs
    self.entries = entries
    isComplex = entries.contains { $0.imaginary != 0 }
    var coupling = 0.0
    for pair in pairs {
      var rows: [Int: Double] = [:]
      for entry in entries[pair.entries] {
        rows[entry.row, default: 0] += entry.real.magnitude + entry.imaginary.magnitude
      }
      coupling += rows.values.max() ?? 0
    }
    self.coupling = coupling
    bound = coupling + diagonal.reduce(0) { max($0, $1.magnitude) }
  }

  /// Adds v to all runs of a pair that begin at `row`.
  private static func shift(_ pair: Pair, _ value: Double, _ row: Int, _ diagonal: inout [Double]) {
    for outer in 0..<pair.outer {
      for middle in 0..<pair.middle {
        let start = row + outer * pair.outerStride + middle * pair.middleStride
        for k in start..<start + pair.inner { diagonal[k] += value }
      }
    }
  }

  private static func product(_ m: Int, _ n: Int) -> [(Int, Int)] {
    (0..<m).flatMap { a in (0..<n).map { (a, $0) } }
  }

  func apply(_ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>) {
    guard let from = x.baseAddress, let to = y.baseAddress else { return }
    for k in 0..<states { to[k] = diagonal[k] * from[k] }
    if isComplex {
      for k in 0..<states { to[states + k] = diagonal[k] * from[states + k] }
    }
    for pair in pairs {
      if let block = pair.block {
        PairTerms.multiply(pair, block, from, to)
        if isComplex { PairTerms.multiply(pair, block, from + states, to + states) }
        continue
      }
      for e in pair.entries {
        let entry = entries[e]
        if entry.real != 0 {
          PairTerms.add(pair, entry.real, from + entry.column, to + entry.row)
          if isComplex {
            PairTerms.add(
              pair, entry.real, from + states + entry.column, to + states + entry.row)
          }
        }
        if entry.imaginary != 0 {
          PairTerms.add(pair, -entry.imaginary, from + states + entry.column, to + entry.row)
          PairTerms.add(pair, entry.imaginary, from + entry.column, to + states + entry.row)
        }
      }
    }
  }

  /// y += V_ij x for two dipoles of two levels, four numbers at a time: each is read and written once.
  private static func multiply(
    _ pair: Pair, _ block: SIMD16<Double>, _ x: UnsafePointer<Double>,
    _ y: UnsafeMutablePointer<Double>
  ) {
    let columns = (0..<4).map { b in
      SIMD4(block[b], block[4 + b], block[8 + b], block[12 + b])
    }
    let (c0, c1, c2, c3) = (columns[0], columns[1], columns[2], columns[3])
    let (first, second) = (pair.stride, pair.inner)
    for outer in 0..<pair.outer {
      for middle in 0..<pair.middle {
        let start = outer * pair.outerStride + middle * pair.middleStride
        for k in start..<start + pair.inner {
          let left = c0 * x[k] + c1 * x[k + second]
          let right = c2 * x[k + first] + c3 * x[k + first + second]
          let sum = left + right
          y[k] += sum[0]
          y[k + second] += sum[1]
          y[k + first] += sum[2]
          y[k + first + second] += sum[3]
        }
      }
    }
  }

  /// y += v x on all runs of a pair.
  private static func add(
    _ pair: Pair, _ value: Double, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>
  ) {
    for outer in 0..<pair.outer {
      for middle in 0..<pair.middle {
        let start = outer * pair.outerStride + middle * pair.middleStride
        if pair.inner == 1 {
          y[start] += value * x[start]
        } else {
          for k in start..<start + pair.inner { y[k] += value * x[k] }
        }
      }
    }
  }
}

extension PairTerms: Preconditioner {
  /// r_i/(|E_i - level| + floor): positive, and the inverse where the couplings are weak.
  func correct(
    _ residual: UnsafeBufferPointer<Double>, level: Double,
    into correction: UnsafeMutableBufferPointer<Double>
  ) {
    let floor = max(0.1 * coupling, 1e-12 * bound, .leastNormalMagnitude)
    for k in 0..<dimension {
      let distance = (diagonal[k < states ? k : k - states] - level).magnitude
      correction[k] = residual[k] / (distance + floor)
    }
  }
}
