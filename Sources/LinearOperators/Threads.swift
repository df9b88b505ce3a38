internal import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A number of threads to fork over and join.
///
/// Work is cut into fixed parts, so that a sum has the same rounding in every run with the same
/// count.
public struct Threads: Sendable, Hashable {
  public let count: Int

  /// At least one thread.
  public init(_ count: Int) { self.count = max(1, count) }

  /// The calling thread alone.
  public static let single = Threads(1)

  /// One for each processor that is online.
  public static var available: Threads { Threads(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Cuts 0 ..< `total` into at most ``count`` ranges of nearly equal length, calls `body` with the
  /// number of each and the range, and returns when all are done.
  public func split(_ total: Int, _ body: (Int, Range<Int>) -> Void) {
    let parts = min(count, total)
    guard parts > 1 else {
      if total > 0 { body(0, 0..<total) }
      return
    }
    perform(parts) { part in body(part, total * part / parts..<total * (part + 1) / parts) }
  }

  /// Calls `body` with 0 ..< `total`, each thread taking the next number that is free.
  ///
  /// For parts of unequal length whose results do not depend on who computes them.
  public func forEach(_ total: Int, _ body: (Int) -> Void) {
    guard count > 1, total > 1 else { return (0..<max(0, total)).forEach(body) }
    perform(total, body)
  }

  /// The parts of a kernel write to memory of their own behind shared pointers, which the compiler
  /// cannot see; that they are done on return is the join's promise.
  private func perform(_ parts: Int, _ body: (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      nonisolated(unsafe) let work = body
      DispatchQueue.concurrentPerform(iterations: parts) { work($0) }
    }
  }

  /// The values of `body` at 0 ..< `total`, in order.
  public func map<Value>(_ total: Int, _ body: (Int) -> Value) -> [Value] {
    Array(unsafeUninitializedCapacity: max(0, total)) { buffer, initialized in
      let slots = buffer
      forEach(total) { slots.initializeElement(at: $0, to: body($0)) }
      initialized = max(0, total)
    }
  }
}
