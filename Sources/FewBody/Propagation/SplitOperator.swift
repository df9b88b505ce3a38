import ComplexModule
import FourierTransforms
import LinearOperators
import RealModule

/// Motion in time by a split operator: exp(-iHh) as a product of exponentials, each exact.
///
/// H = sum_a (p_a + A_a)^2/2m + W with W = U + E.r. The symmetric step of second order is
/// e^{-iWh/2} T_1(h/2) ... T_d(h) ... T_1(h/2) e^{-iWh/2}, T_a(h) from `AxisKinetics`; without a
/// magnetic field the T_a commute and each is applied once. ``SplittingOrder`` composes it to higher
/// orders. Every factor is unitary, so that the norm stays to rounding and no step is unstable; a
/// step that the grid cannot represent, or that would miss the asked accuracy, is refused.
public struct SplitOperator: Sendable {
  /// Whose Hamiltonian moves the wave.
  public let electron: MovingElectron
  /// The grid that a wave must be on.
  public let grid: PeriodicGrid
  /// By what power of the step the error falls.
  public let order: SplittingOrder
  /// The threads that share the grid.
  public let threads: Threads
  private let kinetics: [AxisKinetics]
  /// Which axes' factors make one step, and by what part of it.
  private let sweep: [(axis: Int, share: Double)]

  /// - Throws: ``FewBodyError/invalid(_:)`` for a magnetic field without a plane normal to it, or one
  ///   whose momentum eB L/2 exceeds the grid's largest.
  public init(
    _ electron: MovingElectron, on grid: PeriodicGrid, order: SplittingOrder = .fourth,
    threads: Threads = .available
  ) throws(FewBodyError) {
    let magnetic = electron.fields.magnetic
    let d = grid.dimension
    guard magnetic == .zero || (!grid.isRing && d > 1), d == 3 || magnetic.x == 0,
      d == 3 || magnetic.y == 0
    else {
      throw .invalid(
        "magnetic", magnetic,
        accepted: "0 on a line or ring (there give a flux), along z in the plane")
    }
    self.electron = electron
    self.grid = grid
    self.order = order
    self.threads = threads
    let reach = 0.5 * magnetic.length * grid.axes[0].length / 2
    let cutoff = grid.axes[0].cutoff
    guard reach < cutoff else {
      throw .invalid(
        "points", grid.axes[0].points,
        accepted: "more: at the border A is \(reach), the grid's largest momentum \(cutoff)")
    }
    var kinetics: [AxisKinetics] = []
    for axis in 0..<d { kinetics.append(try AxisKinetics(electron, grid, axis: axis)) }
    self.kinetics = kinetics
    if magnetic == .zero {
      sweep = (0..<d).map { (axis: $0, share: 1.0) }
    } else {
      let outer: [(axis: Int, share: Double)] = (0..<(d - 1)).map { (axis: $0, share: 0.5) }
      var sweep = outer
      sweep.append((axis: d - 1, share: 1.0))
      sweep.append(contentsOf: outer.reversed())
      self.sweep = sweep
    }
  }

  /// The longest step in which no kick or drift passes the grid's own reach, in hbar per hartree.
  ///
  /// A kick must change the phase between neighbours by less than pi, max|dW| h < pi, and a drift
  /// must not carry the fastest wave round the box, (pi/step) h/m < length/2: beyond, both alias.
  public func longestStep(time: Double = 0) -> Double {
    let energies = (0..<grid.count).map {
      electron.potentialEnergy(at: grid.position($0), time: time)
    }
    var change = 0.0
    var stride = 1
    for axis in grid.axes.reversed() {
      for node in energies.indices where node / stride % axis.points + 1 < axis.points {
        change = max(change, (energies[node + stride] - energies[node]).magnitude)
      }
      stride *= axis.points
    }
    let drift =
      grid.axes.map { electron.mass * $0.length / (2 * $0.cutoff) }.min() ?? .infinity
    return min(drift, change > 0 ? .pi / change : .infinity)
  }

  /// The factors of one step from `time`, made once where H stands still.
  private struct Tables {
    /// First, between the substeps, last, and last joined to the next step's first.
    var kicks: [[Double]] = []
    var joined: [Double] = []
    /// For every substep, one for each entry of the sweep.
    var drifts: [[Int]] = []
    var distinct: [[Double]] = []
  }

  private func kick(_ duration: Double, _ time: Double) -> [Double] {
    var table = [Double](repeating: 0, count: 2 * grid.count)
    table.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let table = buffer
      threads.split(grid.count) { share in
        for node in share.range {
          let angle =
            -duration * electron.potentialEnergy(at: grid.position(node), time: time)
          table[2 * node] = Double.cos(angle)
          table[2 * node + 1] = Double.sin(angle)
        }
      }
    }
    return table
  }

  private func tables(step: Double, time: Double) -> Tables {
    let c = order.fractions
    var tables = Tables()
    var places: [SIMD2<Double>: Int] = [:]
    var start = time
    for (s, fraction) in c.enumerated() {
      let middle = start + 0.5 * fraction * step
      if electron.isDriven {
        // W belongs to the middle of its own substep: neighbours cannot be joined.
        tables.kicks.append(kick(0.5 * fraction * step, middle))
      } else {
        let before = s > 0 ? c[s - 1] : 0
        tables.kicks.append(kick(0.5 * (before + fraction) * step, middle))
      }
      var row: [Int] = []
      for (axis, share) in sweep {
        let key = SIMD2(Double(axis), share * fraction)
        let known = electron.fields.backgroundRate == .zero ? places[key] : nil
        let place = known ?? tables.distinct.count
        if known == nil {
          tables.distinct.append(
            kinetics[axis].factors(duration: share * fraction * step, time: middle))
          places[key] = place
        }
        row.append(place)
      }
      tables.drifts.append(row)
      start += fraction * step
    }
    if !electron.isDriven {
      tables.kicks.append(kick(0.5 * (c.last ?? 0) * step, start))
      tables.joined = kick(0.5 * ((c.first ?? 0) + (c.last ?? 0)) * step, start)
    }
    return tables
  }

  /// `count` steps in place, until `shouldContinue` (told the steps done) says otherwise.
  ///
  /// - Returns: the steps done.
  func advance(
    _ wave: inout GridWave, step: Double, count: Int, shouldContinue: (Int) -> Bool = { _ in true }
  ) -> Int {
    guard count > 0 else { return 0 }
    let start = wave.time
    var done = 0
    wave.values.withUnsafeMutableBytes { bytes in
      guard let data = bytes.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
      var tables = self.tables(step: step, time: start)
      while done < count {
        if electron.isTimeDependent, done > 0 {
          tables = self.tables(step: step, time: start + Double(done) * step)
        }
        let isFirst = done == 0
        done += 1
        let isLast = done == count || !shouldContinue(done)
        apply(tables, to: data, isFirst: isFirst, isLast: isLast)
        if isLast { return }
      }
    }
    wave.time = start + Double(done) * step
    return done
  }

  private func apply(
    _ tables: Tables, to data: UnsafeMutablePointer<Double>, isFirst: Bool, isLast: Bool
  ) {
    for (s, drifts) in tables.drifts.enumerated() {
      // Between two steps of a W that stands still one joined kick takes the place of two.
      if s > 0 || isFirst || electron.isDriven { multiply(data, by: tables.kicks[s]) }
      for ((axis, _), place) in zip(sweep, drifts) {
        kinetics[axis].apply(tables.distinct[place], to: data, threads)
      }
      if electron.isDriven { multiply(data, by: tables.kicks[s]) }
    }
    if electron.isDriven { return }
    multiply(data, by: isLast ? tables.kicks[tables.drifts.count] : tables.joined)
  }

  private func multiply(_ data: UnsafeMutablePointer<Double>, by table: [Double]) {
    table.withUnsafeBufferPointer { table in
      guard let factors = table.baseAddress else { return }
      threads.split(grid.count) { share in
        let start = 2 * share.range.lowerBound
        multiplyComplex(data + start, factors + start, share.range.count)
      }
    }
  }
}
