/// The elements' nodal forms at one energy: S restricted to 2m trial functions an element.
///
/// The trial function v_p, p = alpha m + i, has the value 1 in channel i at the left (alpha = 0) or
/// right end and bubbles in every channel, whose coefficients y_p solve the Galerkin equations B y_p =
/// -F_p. S_pq = S(v_p, v_q) with S the form of H - s on the element.
final class ChannelCondensation {
  typealias Lanes = ChannelMatrices.Lanes
  static let n = RadialElement.functions
  static let packed = RadialElement.pairs

  let matrices: ChannelMatrices
  let channels: Int
  /// 2m.
  let trials: Int
  /// S and the Gram matrix of the v's at [batch * (2m)^2 + p * 2m + q].
  let form: UnsafeMutablePointer<Lanes>
  let gram: UnsafeMutablePointer<Lanes>
  /// integral of r_p . r_q/g, bounds of all that the computed residuals leave out, divided by g, and
  /// the Gram matrix of the last channel alone.
  let residual: UnsafeMutablePointer<Lanes>
  let lastGram: UnsafeMutablePointer<Lanes>
  /// Row sums of the errors of S, and the residuals' remainders: [batch * 2m + p].
  let margin: UnsafeMutablePointer<Lanes>
  let remainder: UnsafeMutablePointer<Lanes>
  /// The local gap; on the first element kappa/r_1^2.
  let gap: UnsafeMutablePointer<Lanes>
  /// v_p in channel j at [((batch * 2m + p) * m + j) * 13 + a].
  let coefficients: UnsafeMutablePointer<Lanes>

  private let storage: LaneStorage
  /// L D L^T of B by rows of the envelope, 1/D, and M v or (A - s M) v.
  private let factor: UnsafeMutablePointer<Lanes>
  private let inverse: UnsafeMutablePointer<Lanes>
  let products: UnsafeMutablePointer<Lanes>
  let waves: UnsafeMutablePointer<Lanes>
  /// 1/g of every channel.
  let omega: UnsafeMutablePointer<Lanes>

  init(_ matrices: ChannelMatrices) {
    self.matrices = matrices
    channels = matrices.channels
    trials = 2 * channels
    let (m, t, batches, n) = (channels, trials, matrices.batches, Self.n)
    let rows = m * (n - 2)
    let width = (matrices.reach + 1) * (n - 2)
    let size =
      batches * (4 * t * t + 2 * t + 1 + t * m * n) + rows * (width + 1) + t * m * n + 2 * t * m + m
    storage = LaneStorage(capacity: size)
    form = storage.take(batches * t * t)
    gram = storage.take(batches * t * t)
    residual = storage.take(batches * t * t)
    lastGram = storage.take(batches * t * t)
    margin = storage.take(batches * t)
    remainder = storage.take(batches * t)
    gap = storage.take(batches)
    coefficients = storage.take(batches * t * m * n)
    factor = storage.take(rows * width)
    inverse = storage.take(rows)
    products = storage.take(t * m * n)
    waves = storage.take(2 * t * m)
    omega = storage.take(m)
  }

  /// Condenses the elements of a range at the energy s with bubbles up to `degree` (4 is a coarse
  /// model for bracketing, 12 the accurate one); `bounds` also fills in margins and residuals.
  func condense(
    _ elements: Range<Int>, at s: Double, degree: Int = RadialElement.degree, bounds: Bool = false,
    weighing: Bool = true
  ) {
    let first = elements.lowerBound / ChannelMatrices.width
    let last = (elements.upperBound + ChannelMatrices.width - 1) / ChannelMatrices.width
    for batch in first..<last {
      factorize(batch, s, degree)
      solve(batch, s, degree)
      if weighing { weigh(batch) }
      if bounds {
        apply(batch, s)
        bound(batch, s)
      }
    }
  }

  @inline(__always)
  func block(_ batch: Int, _ i: Int, _ j: Int) -> UnsafeMutablePointer<Lanes> {
    let place = i >= j ? matrices.place(i, j) : matrices.place(j, i)
    return matrices.blocks + (batch * matrices.channelPairs + place) * Self.packed
  }

  /// B = L D L^T: rows are (channel, bubble), within an envelope that begins with the first channel
  /// that is coupled. u_IJ = B_IJ - sum_K u_IK l_JK for J < I, then l_IJ = u_IJ/d_J.
  private func factorize(_ batch: Int, _ s: Double, _ degree: Int) {
    let mass = RadialElement.shared.mass
    let bubbles = degree - 1
    let stride = (matrices.reach + 1) * (Self.n - 2)
    let shift: Lanes = s * matrices.lengths[batch]
    for i in 0..<channels {
      let first = max(0, i - matrices.reach)
      let origin = first * bubbles
      for a in 0..<bubbles {
        let here = i * bubbles + a
        let row = factor + here * stride
        var column = 0
        for j in first...i {
          let block = self.block(batch, i, j)
          let width = j == i ? a + 1 : bubbles
          for b in 0..<width { row[column + b] = block[RadialElement.pair(a + 2, b + 2)] }
          column += width
        }
        row[column - 1] -= shift * mass[RadialElement.pair(a + 2, a + 2)]
        if a >= 2 { row[column - 3] -= shift * mass[RadialElement.pair(a, a + 2)] }
        let length = here - origin
        for c in 0..<length {
          let channel = (origin + c) / bubbles
          let other =
            factor + (origin + c) * stride + (origin - max(0, channel - matrices.reach) * bubbles)
          var (even, odd) = (row[c], Lanes(repeating: 0))
          var k = 0
          while k + 1 < c {
            even -= row[k] * other[k]
            odd -= row[k + 1] * other[k + 1]
            k += 2
          }
          if k < c { even -= row[k] * other[k] }
          row[c] = even + odd
        }
        var pivot = row[length]
        for k in 0..<length {
          let u = row[k]
          row[k] = u * inverse[origin + k]
          pivot -= u * row[k]
        }
        inverse[here] = 1 / pivot
      }
    }
  }

  /// y_p = -B^-1 F_p and S_pq = A_pq + F_q . y_p of one batch.
  private func solve(_ batch: Int, _ s: Double, _ degree: Int) {
    let mass = RadialElement.shared.mass
    let (m, t, n) = (channels, trials, Self.n)
    let bubbles = degree - 1
    let stride = (matrices.reach + 1) * (n - 2)
    let shift: Lanes = s * matrices.lengths[batch]
    let zero = Lanes(repeating: 0)
    let start = coefficients + batch * t * m * n
    for i in 0..<m {
      let first = max(0, i - matrices.reach)
      let last = min(m - 1, i + matrices.reach)
      // The two ends together: their substitutions are independent chains.
      let left = start + i * m * n
      let right = start + (m + i) * m * n
      for j in 0..<m {
        for a in 0..<n {
          left[j * n + a] = zero
          right[j * n + a] = zero
        }
      }
      left[i * n] = Lanes(repeating: 1)
      right[i * n + 1] = Lanes(repeating: 1)
      for j in first...last {
        let block = self.block(batch, i, j)
        for a in 2..<(bubbles + 2) {
          left[j * n + a] = -block[RadialElement.pair(0, a)]
          right[j * n + a] = -block[RadialElement.pair(1, a)]
        }
      }
      for a in 2...min(3, degree) {
        left[i * n + a] += shift * mass[RadialElement.pair(0, a)]
        right[i * n + a] += shift * mass[RadialElement.pair(1, a)]
      }
      for j in first..<m {
        let origin = max(first, j - matrices.reach)
        let offset = max(0, j - matrices.reach)
        for a in 0..<bubbles {
          let row = factor + (j * bubbles + a) * stride
          var (p, q) = (left[j * n + a + 2], right[j * n + a + 2])
          for c in origin...j {
            let l = row + (c - offset) * bubbles
            let (yl, yr) = (left + c * n + 2, right + c * n + 2)
            for b in 0..<(c == j ? a : bubbles) {
              p -= l[b] * yl[b]
              q -= l[b] * yr[b]
            }
          }
          left[j * n + a + 2] = p
          right[j * n + a + 2] = q
        }
      }
      for j in first..<m {
        for a in 0..<bubbles {
          left[j * n + a + 2] *= inverse[j * bubbles + a]
          right[j * n + a + 2] *= inverse[j * bubbles + a]
        }
      }
      for j in Swift.stride(from: m - 1, through: 0, by: -1) {
        let offset = max(0, j - matrices.reach)
        for a in Swift.stride(from: bubbles - 1, through: 0, by: -1) {
          let row = factor + (j * bubbles + a) * stride
          let (p, q) = (left[j * n + a + 2], right[j * n + a + 2])
          for c in offset...j {
            let l = row + (c - offset) * bubbles
            let (yl, yr) = (left + c * n + 2, right + c * n + 2)
            for b in 0..<(c == j ? a : bubbles) {
              yl[b] -= l[b] * p
              yr[b] -= l[b] * q
            }
          }
        }
      }
    }
    let s0 = form + batch * t * t
    for q in 0..<t {
      let (i, alpha) = (q % m, q / m)
      let first = max(0, i - matrices.reach)
      let last = min(m - 1, i + matrices.reach)
      for p in 0...q {
        let (other, beta) = (p % m, p / m)
        let wave = start + p * m * n
        var sum = zero
        if abs(i - other) <= matrices.reach {
          sum = self.block(batch, i, other)[RadialElement.pair(alpha, beta)]
        }
        if i == other { sum -= shift * mass[RadialElement.pair(alpha, beta)] }
        for j in first...last {
          let block = self.block(batch, i, j)
          for a in 2..<(bubbles + 2) {
            sum += block[RadialElement.pair(alpha, a)] * wave[j * n + a]
          }
        }
        for a in 2...min(3, degree) {
          sum -= shift * mass[RadialElement.pair(alpha, a)] * wave[i * n + a]
        }
        s0[p * t + q] = sum
        s0[q * t + p] = sum
      }
    }
  }
}
