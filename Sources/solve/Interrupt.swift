import FewBody
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ctrl-C as a flag that solvers poll, so that what was found is printed.
enum Interrupt {
  private static let flag = Atomic(false)

  static var hasArrived: Bool { flag.load(ordering: .relaxed) }

  static func listen() {
    signal(SIGINT) { _ in
      Interrupt.flag.store(true, ordering: .relaxed)
      // A second Ctrl-C ends the process, whatever it is doing.
      signal(SIGINT, SIG_DFL)
    }
    // A launcher that starts processes from a worker thread hands on that thread's blocked signals.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &interrupt, nil)
  }
}

/// Progress on stderr, where that is a terminal and work lasts.
struct Progress {
  private let isShown: Bool
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant

  init(quiet: Bool) {
    isShown = !quiet && isatty(2) == 1
    last = start
  }

  mutating func report(_ step: SolveProgress) {
    let now = ContinuousClock.now
    guard isShown, now - start > .milliseconds(300), now - last > .milliseconds(100) else { return }
    last = now
    let elapsed = (now - start).components
    let spent = Double(elapsed.seconds) + 1e-18 * Double(elapsed.attoseconds)
    let left =
      step.secondsLeft ?? (step.fraction > 0 ? spent * (1 - step.fraction) / step.fraction : 0)
    var text = "\(Int(100 * min(max(step.fraction, 0), 1))) %"
    if let detail = step.detail { text += ", \(detail)" }
    StandardOutput.warn("\r\(text), \(Int(min(left, 1e9))) s left \u{1B}[K")
  }

  func finish() {
    if isShown, last > start { StandardOutput.warn("\r\u{1B}[K") }
  }
}
