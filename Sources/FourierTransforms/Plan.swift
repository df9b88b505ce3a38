internal import CFFTW
import Synchronization

/// An `fftw_plan`, destroyed with its last reference.
///
/// Plans are made with `FFTW_ESTIMATE`, which touches no data and chooses the same algorithm
/// (hence the same bits) on every run, and `FFTW_UNALIGNED`, so that any pointer may be given to
/// the new-array execute functions.
final class Plan: @unchecked Sendable {
  // Unchecked because of the pointer: fftw_execute_* only reads the plan and is documented as
  // thread-safe (FFTW manual, "Thread safety"); making and destroying go through one lock, the
  // planner being FFTW's only global state. The lock guards the number of living plans.
  private static let living = Mutex(0)

  let pointer: fftw_plan

  init(
    _ routine: String, preservesInput: Bool = true, _ make: (UInt32) -> fftw_plan?
  ) throws(FourierTransformError) {
    let flags =
      few_body_fftw_estimate | few_body_fftw_unaligned
      | (preservesInput ? few_body_fftw_preserve_input : 0)
    let address = Self.living.withLock { count in
      let plan = UInt(bitPattern: make(flags))
      if plan != 0 { count += 1 }
      return plan
    }
    guard let plan = fftw_plan(bitPattern: address) else { throw .noPlan(routine: routine) }
    pointer = plan
  }

  deinit {
    let address = UInt(bitPattern: pointer)
    Self.living.withLock { count in
      fftw_destroy_plan(fftw_plan(bitPattern: address))
      count -= 1
    }
  }

  /// `fftw_cleanup` unless a plan is alive, which it would leave dangling.
  static func cleanUp() -> Bool {
    living.withLock { count in
      guard count == 0 else { return false }
      fftw_cleanup()
      return true
    }
  }
}

/// Frees FFTW's memory of plans (its "wisdom"), so that the next one is made from nothing: for
/// timing cold starts.
///
/// - Returns: false, and nothing happens, while any transform of this module is alive.
@discardableResult
public func forgetPlans() -> Bool { Plan.cleanUp() }

func fftwShape(_ shape: [Int]) -> [Int32] { shape.map { Int32($0) } }

func fftwComplex(_ pointer: UnsafeMutablePointer<Double>) -> UnsafeMutablePointer<fftw_complex> {
  UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: fftw_complex.self)
}

/// Calls `body` with pointers to plan on: `FFTW_ESTIMATE` compares them and reads nothing.
func withPlanningPointers(
  inPlace: Bool, _ body: (UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> fftw_plan?
) -> fftw_plan? {
  var numbers = (0.0, 0.0, 0.0, 0.0)
  return withUnsafeMutableBytes(of: &numbers) { bytes in
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: Double.self) else { return nil }
    return body(base, inPlace ? base : base + 2)
  }
}
