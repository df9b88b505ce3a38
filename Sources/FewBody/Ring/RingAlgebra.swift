import FourierTransforms
import LinearOperators

/// Runs linear algebra and hands its failures on.
func algebra<T>(_ body: () throws(LinearAlgebraError) -> T) throws(FewBodyError) -> T {
  do { return try body() } catch { throw FewBodyError(error) }
}

/// Runs a Fourier transform and hands its failures on.
func fourier<T>(_ body: () throws(FourierTransformError) -> T) throws(FewBodyError) -> T {
  do { return try body() } catch {
    throw .external(routine: "FFTW", info: 0, meaning: "\(error)")
  }
}
