internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A number of threads to fork over and join.
///
/// Work is cut into more parts than threads, and each thread takes the next part that is free: a
/// processor that is busy elsewhere holds up no one. The parts depend on the work and the count
/// alone, so that sums over parts have the same rounding in every run.
public struct Threads: Sendable, Hashable {
  /// How many threads, 1 or more.
  public let count: Int

  /// At least one thread.
  public init(_ count: Int) { self.count = max(1, count) }

  /// The calling thread alone.
  public static let single = Threads(1)

  /// One for each processor that is online, up to ``limit``.
  public static var available: Threads {
    Threads(min(limit ?? .max, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The most threads that are available in this task or thread: 1 where whole solves, one beside the
  /// other, keep every processor busy. Nil for no limit.
  @TaskLocal public static var limit: Int?

  /// Switches off the BLAS library's own threads, for the whole process and for good: for a caller
  /// who runs several solves at once.
  public static func withoutBLASThreads() { BasicLinearAlgebra.useOneThread() }

  /// Who does which part of the work: threads and parts are numbered from 0.
  public struct Share {
    /// The thread's number, below ``Threads/count``.
    public let thread: Int
    /// The part's number, below ``Threads/parts(of:)``.
    public let part: Int
    /// The part itself, of 0 ..< `total`.
    public let range: Range<Int>
  }

  /// Into how many parts ``split(_:_:)`` cuts the work.
  public func parts(of total: Int) -> Int { count == 1 ? min(1, total) : min(4 * count, total) }

  /// Cuts 0 ..< `total` into ranges of nearly equal length, calls `body` with each, and returns when
  /// all are done.
  public func split(_ total: Int, _ body: (Share) -> Void) {
    let parts = parts(of: total)
    perform(parts) { thread, part in
      let range = total * part / parts..<total * (part + 1) / parts
      body(Share(thread: thread, part: part, range: range))
    }
  }

  /// Calls `body` with 0 ..< `total`.
  public func forEach(_ total: Int, _ body: (Int) -> Void) { perform(total) { _, i in body(i) } }

  /// The values of `body` at 0 ..< `total`, in order.
  public func map<Value>(_ total: Int, _ body: (Int) -> Value) -> [Value] {
    Array(unsafeUninitializedCapacity: max(0, total)) { buffer, initialized in
      let slots = buffer
      forEach(total) { slots.initializeElement(at: $0, to: body($0)) }
      initialized = max(0, total)
    }
  }

  private final class Counter: Sendable {
    let next = Atomic(0)
  }

  /// Calls `body` with a thread's number and the number of a part until all parts are taken.
  ///
  /// The parts of a kernel write to memory of their own behind shared pointers, which the compiler
  /// cannot see; that they are done on return is the join's promise.
  private func perform(_ parts: Int, _ body: (Int, Int) -> Void) {
    guard count > 1, parts > 1 else {
      for part in 0..<max(0, parts) { body(0, part) }
      return
    }
    let counter = Counter()
    withoutActuallyEscaping(body) { body in
      nonisolated(unsafe) let work = body
      DispatchQueue.concurrentPerform(iterations: min(count, parts)) { thread in
        while true {
          let part = counter.next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard part < parts else { return }
          work(thread, part)
        }
      }
    }
  }
}
