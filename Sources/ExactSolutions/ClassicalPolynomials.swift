import RealModule

// Three-term recurrences (DLMF 18.9), run upwards: stable inside the interval of orthogonality.

/// The normalised Hermite function H_n(x) e^(-x^2/2)/sqrt(2^n n! sqrt pi).
///
/// The recurrence is that of the functions, not of H_n, which overflows at n = 150.
func hermiteFunction(_ n: Int, at x: Double) -> Double {
  var previous = 0.0
  var current = Double.exp(-x * x / 2) / .root(.pi, 4)
  for k in 0..<n {
    let degree = Double(k)
    let next =
      (2 / (degree + 1)).squareRoot() * x * current
      - (degree / (degree + 1)).squareRoot() * previous
    (previous, current) = (current, next)
  }
  return current
}

/// Gegenbauer's C_n^(order)(t).
func gegenbauer(_ n: Int, order: Double, at t: Double) -> Double {
  var previous = 0.0
  var current = 1.0
  for k in 0..<n {
    let degree = Double(k)
    let next =
      (2 * (degree + order) * t * current - (degree + 2 * order - 1) * previous) / (degree + 1)
    (previous, current) = (current, next)
  }
  return current
}

/// Laguerre's L_n^(order)(x).
func laguerre(_ n: Int, order: Double, at x: Double) -> Double {
  var previous = 0.0
  var current = 1.0
  for k in 0..<n {
    let degree = Double(k)
    let next =
      ((2 * degree + 1 + order - x) * current - (degree + order) * previous) / (degree + 1)
    (previous, current) = (current, next)
  }
  return current
}
