import FewBody
import FourierTransforms
import LinearOperators

/// One application of the Hamiltonian beside what it cannot beat: a triad through the same memory,
/// and the bare transforms of FFTW. Arrays are allocated once, before, for all.
struct OperatorBenchmark {
  let repeats = 41

  func run() throws {
    print("| operation | milliseconds | share |")
    print("| --- | --- | --- |")
    for threads in [Threads.single, Threads(2)] {
      for points in [64, 128] { try differences(points, threads) }
    }
    // N is even: N + 1 = 3 * 3 * 7 and 5 * 5 * 5 are lengths that suit FFTW, 5 * 13 and 3 * 43 do not.
    for points in [62, 64, 124, 128] { try transforms(points) }
  }

  /// a ← b + s c: two streams in and one out, as the stencil has (vector and potential, image).
  private func triad(_ arrays: [UnsafeMutableBufferPointer<Double>], _ threads: Threads) {
    if threads.count == 1 { return triad(arrays, 0..<arrays[0].count / 8) }
    threads.split(arrays[0].count / 8) { triad(arrays, $0.range) }
  }

  private func triad(_ arrays: [UnsafeMutableBufferPointer<Double>], _ range: Range<Int>) {
    let (a, b, c) = (arrays[0], arrays[1], arrays[2])
    for start in stride(from: 8 * range.lowerBound, to: 8 * range.upperBound, by: 8) {
      let x = UnsafeRawPointer(b.baseAddress.map { $0 + start })
      let y = UnsafeRawPointer(c.baseAddress.map { $0 + start })
      let z = UnsafeMutableRawPointer(a.baseAddress.map { $0 + start })
      guard let x, let y, let z else { return }
      let sum: SIMD8<Double> =
        x.loadUnaligned(as: SIMD8<Double>.self) + 1.5 * y.loadUnaligned(as: SIMD8<Double>.self)
      z.storeBytes(of: sum, as: SIMD8<Double>.self)
    }
  }

  private func arrays(_ count: Int) -> [UnsafeMutableBufferPointer<Double>] {
    (0..<3).map { k in
      let array = UnsafeMutableBufferPointer<Double>.allocate(capacity: count)
      array.initialize(repeating: Double(k))
      return array
    }
  }

  private func differences(_ points: Int, _ threads: Threads) throws {
    let model = try UniformStencil(
      extent: 20, threads: threads, potential: SpaceBenchmark.hydrogen)
    let block = try model.block(points: points, sector: .whole)
    let arrays = arrays(block.dimension)
    defer { for array in arrays { array.deallocate() } }
    var (streams, stencils): ([Double], [Double]) = ([], [])
    for _ in 0..<repeats {
      streams.append(clock.measure { triad(arrays, threads) }.seconds)
      stencils.append(
        clock.measure { block.hamiltonian.apply(UnsafeBufferPointer(arrays[1]), arrays[0]) }.seconds
      )
    }
    let (bare, full) = (streams.median, stencils.median)
    let size = "\(points)^3, \(threads.count) thread\(threads.count > 1 ? "s" : "")"
    print("| triad, \(size) | \(short(bare * 1e3)) | |")
    print(
      "| seven-point operator, \(size) | \(short(full * 1e3)) | \(short(bare / full)) of the triad |"
    )
  }

  private func transforms(_ points: Int) throws {
    let model = try UniformFourier(extent: 20, potential: SpaceBenchmark.hydrogen)
    let block = try model.block(points: points, sector: .whole)
    let sines = try TrigonometricTransform(
      [.sineI, .sineI, .sineI], shape: [points, points, points])
    let arrays = arrays(block.dimension)
    defer { for array in arrays { array.deallocate() } }
    guard let data = arrays[2].baseAddress, let work = arrays[0].baseAddress else { return }
    var (bareTimes, fullTimes): ([Double], [Double]) = ([], [])
    for _ in 0..<7 {
      bareTimes.append(
        clock.measure {
          sines.execute(data, work)
          sines.execute(work, work)
        }.seconds)
      fullTimes.append(
        clock.measure { block.hamiltonian.apply(UnsafeBufferPointer(arrays[1]), arrays[0]) }.seconds
      )
    }
    let (bare, full) = (bareTimes.median, fullTimes.median)
    print("| FFTW's sine transform and back, \(points)^3 | \(short(bare * 1e3)) | |")
    print(
      "| Fourier operator, \(points)^3 | \(short(full * 1e3)) | \(short(full / bare)) of FFTW |")
  }
}
