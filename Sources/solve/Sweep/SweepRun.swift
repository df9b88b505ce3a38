#if Sweeps
  import Dispatch
  import FewBody
  import LinearOperators
  import ResultStore
  import Synchronization

  /// Solves the points that a store does not hold yet, on several threads, and puts each row into
  /// the store within a tenth of a second.
  struct SweepRun {
    let solver: SweepSolver
    let store: Store
    let threads: Threads
    let quiet: Bool

    /// What the workers have finished and the writer has not yet taken.
    private final class Outbox: Sendable {
      private let rows = Mutex<[StoredResult]>([])
      private let stopped = Atomic(false)
      private let finished = DispatchSemaphore(value: 0)

      func put(_ row: StoredResult) { rows.withLock { $0.append(row) } }

      func take() -> [StoredResult] {
        rows.withLock { rows in
          defer { rows = [] }
          return rows
        }
      }

      var isStopped: Bool { stopped.load(ordering: .relaxed) || Interrupt.hasArrived }
      func stop() { stopped.store(true, ordering: .relaxed) }

      func finish() { finished.signal() }

      /// Whether all workers are done, at the latest after the delay of a batch.
      func waitForTheEnd() -> Bool {
        finished.wait(timeout: .now() + .milliseconds(100)) == .success
      }
    }

    /// - Returns: how many rows were added.
    /// - Throws: ``StoreError`` where rows cannot be written; those of earlier batches stay.
    func solve(_ points: [Int]) throws -> Int {
      guard !points.isEmpty else { return 0 }
      Interrupt.listen()
      Threads.withoutBLASThreads()
      let outbox = Outbox()
      // This thread writes, because a store belongs to one; the workers are others.
      DispatchQueue.global().async { [solver, threads] in
        threads.forEach(points.count) { i in
          guard !outbox.isStopped, let row = solver.result(of: points[i]) else { return }
          outbox.put(row)
        }
        outbox.finish()
      }
      var progress = Progress(quiet: quiet)
      defer { progress.finish() }
      var (written, failed) = (0, 0)
      while true {
        // In this order: what is put before the end is taken after it.
        let isLast = outbox.waitForTheEnd()
        let rows = outbox.take()
        do { try store.add(rows) } catch {
          outbox.stop()
          throw error
        }
        written += rows.count
        failed += rows.count { $0.status != 0 }
        if isLast { return written }
        let detail = failed == 0 ? "" : ", \(failed) failed"
        progress.report(
          SolveProgress(
            fraction: Double(written) / Double(points.count),
            detail: "\(written) of \(points.count) rows\(detail)"))
      }
    }
  }
#endif
