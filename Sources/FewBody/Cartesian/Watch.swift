import RealModule
import Synchronization

/// The caller's side of a solve: whether to stop, and where it hears of progress, one call at a time
/// whatever the threads.
final class Watch {
  private struct State {
    var isStopped = false
    var first: [Sector: (residual: Double, instant: ContinuousClock.Instant)] = [:]
  }

  private let shouldStop: () -> Bool
  private let progress: (CartesianProgress) -> Void
  private let state = Mutex(State())

  init(shouldStop: @escaping () -> Bool, progress: @escaping (CartesianProgress) -> Void) {
    self.shouldStop = shouldStop
    self.progress = progress
  }

  /// Once true, true for the rest of the solve.
  var isStopped: Bool {
    state.withLock { state in
      if !state.isStopped { state.isStopped = shouldStop() }
      return state.isStopped
    }
  }

  /// A grid has been begun: its residuals start anew.
  func begin() { state.withLock { $0.first = [:] } }

  func report(
    points: Int, sector: Sector, iteration: Int, residual: Double, tolerance: Double
  ) {
    state.withLock { state in
      let now = ContinuousClock.now
      let first = state.first[sector] ?? (residual, now)
      state.first[sector] = first
      // Residuals fall geometrically.
      let (fallen, whole) = (
        Double.log(first.residual / residual), Double.log(first.residual / tolerance)
      )
      let fraction = whole > 0 && fallen.isFinite ? min(1, max(0, fallen / whole)) : 1
      let spent = now - first.instant
      let seconds =
        Double(spent.components.seconds) + 1e-18 * Double(spent.components.attoseconds)
      progress(
        CartesianProgress(
          points: points, sector: sector, iteration: iteration, residual: residual,
          fraction: fraction,
          secondsLeft: fraction > 0 ? seconds * (1 - fraction) / fraction : nil))
    }
  }
}
