import FewBody

/// V = x^2/2 + shift.
struct Parabola: Potential {
  var shift = 0.0
  func value<T: Scalar>(at x: T) -> T { x * x / 2 + T(shift) }
}

/// V = (x - c)^2/2.
struct DisplacedParabola: Potential {
  let center: Double
  var breakpoints: [Double] { [center] }
  func value<T: Scalar>(at x: T) -> T { .pow(x - T(center), 2) / 2 }
}

/// -(lambda (lambda + 1)/2)/cosh^2 x, mass 1.
struct HyperbolicWell: Potential {
  let strength: Double
  func value<T: Scalar>(at x: T) -> T {
    -T(strength) * (T(strength) + 1) / 2 / .pow(.cosh(x), 2)
  }
}

/// D e^(-x) (e^(-x) - 2).
struct MorseWell: Potential {
  let depth: Double
  var minimum = 0.0
  func value<T: Scalar>(at x: T) -> T {
    let decay: T = .exp(T(minimum) - x)
    return T(depth) * decay * (decay - 2)
  }
}

/// -2 beta cos 2x + beta^2 sin^2 2x: J. W. Evans, J. T. Coffey and J. D. Pryce's clusters of three.
struct CoffeyEvansWell: Potential {
  let beta: Double
  func value<T: Scalar>(at x: T) -> T {
    T(beta * beta) * .pow(.sin(2 * x), 2) - 2 * T(beta) * .cos(2 * x)
  }
}

/// 2 q cos 2x.
struct Mathieu: Potential {
  let q: Double
  func value<T: Scalar>(at x: T) -> T { 2 * T(q) * .cos(2 * x) }
}

/// g (x^2 - c)^2.
struct DoubleWell: Potential {
  let strength: Double
  let square: Double
  func value<T: Scalar>(at x: T) -> T { T(strength) * .pow(x * x - T(square), 2) }
}

/// 3 (x - 31)/(4 (1 + x)(4 + x)^2) on x > 0: M. Marletta's example (J. D. Pryce, *Numerical
/// Solution of Sturm-Liouville Problems*, problem 60).
struct Marletta: Potential {
  func value<T: Scalar>(at x: T) -> T {
    3 * (x - 31) / (4 * (1 + x) * .pow(4 + x, 2))
  }
}

/// The example of the interface's design: a screened charge with a kink.
struct YukawaWell: Potential {
  let strength, range: Double
  func value<T: Scalar>(at x: T) -> T {
    -T(strength) * .exp(-.abs(x) / T(range)) / (.abs(x) + 0.1)
  }
}

/// A slope g x plus a constant.
struct Ramp: Potential {
  var slope = 0.0
  var shift = 0.0
  func value<T: Scalar>(at x: T) -> T { T(slope) * x + T(shift) }
}
