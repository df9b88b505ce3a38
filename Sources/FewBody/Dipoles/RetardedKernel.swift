import RealModule

/// The retarded tensor of two point dipoles, G = e^{ix}[x^2(1 - rr) + (1 - ix)(3rr - 1)], x = w r/c.
///
/// In units of mu0/4 pi r^3 (magnetic) or 1/4 pi eps0 r^3 (electric). The contact term is left out.
public enum RetardedKernel {
  /// Re G across the line that joins the dipoles and along it: (x^2 - 1) cos x - x sin x and 2 (cos x + x sin x).
  public static func real(_ x: Double) -> (across: Double, along: Double) {
    let (c, s) = (Double.cos(x), Double.sin(x))
    return ((x * x - 1) * c - x * s, 2 * (c + x * s))
  }

  /// Gamma12/Gamma of parallel dipoles across their line, (3/2)(sin x/x + cos x/x^2 - sin x/x^3), and along it,
  /// 3 (sin x/x^3 - cos x/x^2), from Im G.
  public static func collectiveDecay(_ x: Double) -> (across: Double, along: Double) {
    // Below 0.05 the closed forms cancel; the next terms of the series are smaller than 1e-13.
    if x.magnitude < 0.05 {
      let y = x * x
      return (
        1 - y / 5 + 3 * y * y / 280 - y * y * y / 3780, 1 - y / 10 + y * y / 280 - y * y * y / 15120
      )
    }
    let (c, s) = (Double.cos(x), Double.sin(x))
    return (1.5 * (s / x + c / (x * x) - s / (x * x * x)), 3 * (s / (x * x * x) - c / (x * x)))
  }
}
