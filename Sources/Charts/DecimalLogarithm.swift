import RealModule

extension Double {
  /// The largest k with 10^k <= |x|, give or take the rounding of the logarithm.
  var exponent10: Double { Double.log10(magnitude).rounded(.down) }
}

func decimalLogarithm(_ x: Double) -> Double { Double.log10(x) }

func powerOfTen(_ exponent: Int) -> Double { Double.pow(10, Double(exponent)) }

func decimalPower(_ exponent: Double) -> Double { Double.pow(10, exponent) }
