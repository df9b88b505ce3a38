import ComplexModule
import FewBody
import FourierTransforms
import LinearOperators

/// Steps of the split operator in the plane, beside the bare transforms that they contain: two of
/// FFTW's two-dimensional ones a step without a magnetic field, three with one, on one thread.
struct PropagatorBenchmark {
  let points = 256
  let steps = 500

  func run() throws {
    print("| step of second order, \(points)^2 | threads | milliseconds | share of FFTW |")
    print("| --- | --- | --- | --- |")
    for magnetic in [0.0, 0.7] {
      for threads in [Threads.single, Threads(2)] {
        try row(magnetic, threads)
      }
    }
  }

  private func row(_ magnetic: Double, _ threads: Threads) throws {
    let packet = try GaussianPacket(dimension: 2, width: 0.8, magnetic: magnetic)
    let electron = try MovingElectron(fields: packet.fields) { r in
      0.5 * (r.x * r.x + r.y * r.y)
    }
    let grid = try PeriodicGrid.box(dimension: 2, extent: 10, points: points)
    let wave = try GridWave(on: grid) { packet.wavefunction(at: $0, time: 0) }
    let propagator = try SplitOperator(electron, on: grid, order: .second, threads: threads)
    let transform = try ComplexFourierTransform(shape: [points, points])
    var data = [Double](repeating: 0.5, count: 2 * grid.count)
    let pairs = magnetic == 0 ? 2 : 3
    var (bare, full): ([Double], [Double]) = ([], [])
    for _ in 0..<5 {
      bare.append(
        clock.measure {
          data.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            for k in 0..<(pairs * 50) {
              transform.execute(k % 2 == 0 ? .forward : .backward, base, base)
              if k % 2 == 1 { for i in buffer.indices { buffer[i] *= transform.scale } }
            }
          }
        }.seconds / 50)
      full.append(
        try clock.measure {
          _ = try propagator.propagate(wave, for: 1, steps: steps, tolerance: 1)
        }.seconds / Double(steps))
    }
    let name = magnetic == 0 ? "no magnetic field" : "B = \(magnetic)"
    print(
      "| \(name) | \(threads.count) | \(short(full.median * 1e3)) | \(short(bare.median / full.median)) |"
    )
  }
}
