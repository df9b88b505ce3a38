import ComplexModule
import FourierTransforms
import RealModule

/// A wavefunction on a ring, psi(phi) = (2 pi)^(-1/2) sum_m c_m exp(i n_m phi), one or two components.
///
/// sum |c_m|^2 = 1, so that the mean of the density over the turns after which it repeats is 1/2 pi: the
/// integral over one turn is 1 wherever the density repeats after one turn. In rad^(-1/2); the flux is not
/// gauged away, n_m are the wave numbers of the single-valued (or twisted) function itself.
public struct RingState: Sendable {
  /// c_m for m = -N ... N, one array for each component: spin up, spin down.
  public let coefficients: [[Complex<Double>]]
  /// n_m for m = -N.
  public let first: Double
  /// The step of n_m: 1, or 1/2 for a potential that repeats after two turns only.
  public let step: Double
  /// f, which enters the current density.
  let flux: Double
  let rotation: Double
  let rashba: Double

  /// The largest |m| whose coefficient exceeds 1e-10.
  var extent: Int {
    coefficients.reduce(0) { most, component in
      let half = component.count / 2
      return component.indices.reduce(most) {
        component[$1].lengthSquared > 1e-20 ? max($0, abs($1 - half)) : $0
      }
    }
  }

  /// psi(phi) of one component, in rad^(-1/2).
  public func value(at angle: Double, component: Int = 0) -> Complex<Double> {
    guard coefficients.indices.contains(component) else { return .zero }
    let turn = Complex(length: 1, phase: step * angle)
    var wave = Complex(length: 1 / (2 * Double.pi).squareRoot(), phase: first * angle)
    var sum = Complex<Double>.zero
    for c in coefficients[component] {
      sum += c * wave
      wave *= turn
    }
    return sum
  }

  /// |psi(phi)|^2 summed over the components, per radian.
  public func density(at angle: Double) -> Double {
    coefficients.indices.reduce(0) { $0 + value(at: angle, component: $1).lengthSquared }
  }

  /// <psi_a|psi_b>, of states of one ring at any two fluxes.
  public func overlap(_ other: RingState) -> Complex<Double> {
    let distance = (first - other.first) / step
    guard step == other.step, distance == distance.rounded() else { return .zero }
    let shift = Int(distance)
    var (real, imaginary) = (0.0, 0.0)
    for (a, b) in zip(coefficients, other.coefficients) {
      let (start, end) = (max(0, -shift), min(a.count, b.count - shift))
      guard start < end else { continue }
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          for i in start..<end {
            let (x, y) = (a[i], b[i + shift])
            real += x.real * y.real + x.imaginary * y.imaginary
            imaginary += x.real * y.imaginary - x.imaginary * y.real
          }
        }
      }
    }
    return Complex(real, imaginary)
  }

  /// The plan with which ``circulation(on:)`` is summed: more points than twice the wave numbers make the
  /// sum over a grid exact.
  static func grid(
    coefficients count: Int, step: Double
  ) throws(FewBodyError) -> ComplexFourierTransform {
    var points = 16
    while points < 2 * count + 2 * Int(1 / step) + 1 { points *= 2 }
    return try fourier { () throws(FourierTransformError) in
      try ComplexFourierTransform(length: points)
    }
  }

  /// The integral over the ring of the particle current density times 2 pi: 2B Re psi* (l + Q sigma_r/2)
  /// psi with l = -i d/dphi + f, summed over a grid.
  ///
  /// psi and l psi are taken to the grid by Fourier transforms. Multiplied by -1/2 pi it is the
  /// electric current in e E_h/hbar.
  func circulation(on grid: ComplexFourierTransform) throws(FewBodyError) -> Double {
    let points = grid.shape[0]
    var sum = 0.0
    var psi: [[Complex<Double>]] = []
    for component in coefficients {
      var (amplitudes, slopes) = (
        [Complex<Double>](repeating: .zero, count: points),
        [Complex<Double>](repeating: .zero, count: points)
      )
      for (i, c) in component.enumerated() {
        amplitudes[i] = c
        slopes[i] = c.multiplied(by: first + step * Double(i) + flux)
      }
      let values = try fourier { () throws(FourierTransformError) in
        try grid.transform(.backward, amplitudes)
      }
      let derivatives = try fourier { () throws(FourierTransformError) in
        try grid.transform(.backward, slopes)
      }
      for j in 0..<points { sum += (values[j].conjugate * derivatives[j]).real }
      psi.append(values)
    }
    if psi.count == 2, rashba != 0 {
      let whole = Int((1 / step).rounded())
      for j in 0..<points {
        let angle = 2 * .pi * Double(whole * j % points) / Double(points)
        let phase = Complex(length: 1, phase: -angle)
        sum += rashba * (psi[0][j].conjugate * phase * psi[1][j]).real
      }
    }
    return 2 * rotation * sum / Double(points)
  }
}
