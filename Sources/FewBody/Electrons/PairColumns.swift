extension PairSweep {
  /// The working memory of one sweep: the amplitudes of one batch and where they came from.
  ///
  /// A rest stands for `count` columns, `stride` apart in the vector: all subsets of the other spin.
  final class Columns {
    private let width: Int
    private let places: UnsafeMutablePointer<Int>
    private let signs: UnsafeMutablePointer<Double>
    private let amplitudes: UnsafeMutablePointer<Double>
    private let images: UnsafeMutablePointer<Double>
    private var batch = Batch(isSame: true, sum: 0, first: 0, pairs: 0, columns: 0)
    private var rests = 0
    /// Where there is one, it gets the rests instead of their amplitudes: how many, the places and signs
    /// of their pairs, and for each place `count` of them, `stride` apart.
    var receiver: ((Batch, Rests) -> Void)?

    /// Some rests of one batch, pair after pair.
    struct Rests {
      let number: Int
      let places: UnsafePointer<Int>
      let signs: UnsafePointer<Double>
      let stride: Int
      let count: Int
    }

    init(pairs: Int, width: Int) {
      self.width = width
      places = .allocate(capacity: pairs * width)
      signs = .allocate(capacity: pairs * width)
      amplitudes = .allocate(capacity: pairs * width)
      images = .allocate(capacity: pairs * width)
    }

    deinit {
      places.deallocate()
      signs.deallocate()
      amplitudes.deallocate()
      images.deallocate()
    }

    func begin(_ batch: Batch) { (self.batch, rests) = (batch, 0) }

    @inline(__always)
    func add(_ pair: Int, place: Int, sign: Double) {
      places[rests * batch.pairs + pair] = place
      signs[rests * batch.pairs + pair] = sign
    }

    /// The rest's pairs are all added.
    @inline(__always)
    func close(
      stride: Int, count: Int, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>?,
      _ visit: (Batch, UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
    ) {
      rests += 1
      if (rests + 1) * min(count, width) > width {
        flush(stride: stride, count: count, x, y, visit)
      }
    }

    func flush(
      stride: Int, count: Int, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>?,
      _ visit: (Batch, UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
    ) {
      if let receiver {
        receiver(
          batch, Rests(number: rests, places: places, signs: signs, stride: stride, count: count))
        rests = 0
        return
      }
      let pairs = batch.pairs
      for start in Swift.stride(from: 0, to: rests > 0 ? count : 0, by: width) {
        let chunk = min(width, count - start)
        for rest in 0..<rests {
          for p in 0..<pairs {
            let entry = rest * pairs + p
            let (place, sign) = (places[entry], signs[entry])
            var target = rest * chunk * pairs + p
            guard place >= 0 else {
              for _ in 0..<chunk {
                amplitudes[target] = 0
                target += pairs
              }
              continue
            }
            var source = place + start * stride
            for _ in 0..<chunk {
              amplitudes[target] = sign * x[source]
              target += pairs
              source += stride
            }
          }
        }
        visit(
          Batch(
            isSame: batch.isSame, sum: batch.sum, first: batch.first, pairs: pairs,
            columns: rests * chunk), amplitudes, images)
        guard let y else { continue }
        for rest in 0..<rests {
          for p in 0..<pairs where places[rest * pairs + p] >= 0 {
            let sign = signs[rest * pairs + p]
            var source = rest * chunk * pairs + p
            var target = places[rest * pairs + p] + start * stride
            for _ in 0..<chunk {
              y[target] += sign * images[source]
              source += pairs
              target += stride
            }
          }
        }
      }
      rests = 0
    }

    /// The pairs of equal spin, for the subsets of one sum.
    func sweep(
      _ rests: PairSweep.Rests, sum: Int, offset: Int, step: Int, stride: Int, count: Int,
      _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>?,
      _ visit: (Batch, UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Void
    ) {
      let subsets = rests.subsets
      let n = subsets.orbitals
      for (restSum, list) in rests.lists.enumerated() where !list.isEmpty {
        let range = PairSweep.range(sum: sum - restSum, orbitals: n, isSame: true)
        guard sum >= restSum, !range.isEmpty else { continue }
        begin(
          Batch(
            isSame: true, sum: sum - restSum, first: range.lowerBound, pairs: range.count,
            columns: 0))
        for rest in list {
          let parity = rest.parityBelow
          for (p, a) in range.enumerated() {
            let b = sum - restSum - a
            let pair = 1 << a | 1 << b as Occupation
            guard rest & pair == 0 else {
              add(p, place: -1, sign: 0)
              continue
            }
            add(
              p, place: offset + subsets.rank(rest | pair) * step,
              sign: parity.sign(a) * parity.sign(b))
          }
          close(stride: stride, count: count, x, y, visit)
        }
        flush(stride: stride, count: count, x, y, visit)
      }
    }
  }
}
