import FourierTransforms
import LinearOperators

/// Runs linear algebra and hands its failures on.
func algebra<T>(_ body: () throws(LinearAlgebraError) -> T) throws(FewBodyError) -> T {
  do { return try body() } catch {
    switch error {
    case .lapack(let routine, let info, let meaning):
      throw .external(routine: routine, info: info, meaning: meaning)
    case .invalid(let name, let value, let accepted):
      throw .invalid(name, value, accepted: accepted)
    case .tooLarge(let what, let bytes, let limit):
      throw .tooLarge(what: what, bytes: bytes, limit: limit)
    }
  }
}

/// Runs a Fourier transform and hands its failures on.
func fourier<T>(_ body: () throws(FourierTransformError) -> T) throws(FewBodyError) -> T {
  do { return try body() } catch {
    throw .external(routine: "FFTW", info: 0, meaning: "\(error)")
  }
}
