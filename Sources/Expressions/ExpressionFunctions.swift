import RealModule

/// The functions an expression may call: ours, not muParser's own, so that the list is the one in
/// the documentation and sign, rint and the like follow IEEE 754.
enum ExpressionFunctions {
  typealias Unary = @convention(c) (Double) -> Double
  typealias Binary = @convention(c) (Double, Double) -> Double

  static let unary: [(name: String, function: Unary)] = [
    ("sin", { Double.sin($0) }), ("cos", { Double.cos($0) }), ("tan", { Double.tan($0) }),
    ("asin", { Double.asin($0) }), ("acos", { Double.acos($0) }), ("atan", { Double.atan($0) }),
    ("sinh", { Double.sinh($0) }), ("cosh", { Double.cosh($0) }), ("tanh", { Double.tanh($0) }),
    ("asinh", { Double.asinh($0) }), ("acosh", { Double.acosh($0) }),
    ("atanh", { Double.atanh($0) }),
    ("sech", { 1 / Double.cosh($0) }), ("exp", { Double.exp($0) }), ("ln", { Double.log($0) }),
    ("log", { Double.log($0) }), ("log2", { Double.log2($0) }), ("log10", { Double.log10($0) }),
    ("sqrt", { $0.squareRoot() }), ("abs", { $0.magnitude }),
    ("sign", { $0 > 0 ? 1 : ($0 < 0 ? -1 : 0) }),
    // One half at the step, so that a symmetric step stays so.
    ("heaviside", { $0 > 0 ? 1 : ($0 < 0 ? 0 : 0.5) }),
    ("floor", { $0.rounded(.down) }), ("ceil", { $0.rounded(.up) }),
  ]

  static let binary: [(name: String, function: Binary)] = [
    ("min", { Swift.min($0, $1) }), ("max", { Swift.max($0, $1) }),
    ("pow", { power($0, $1) }), ("atan2", { Double.atan2(y: $0, x: $1) }),
  ]

  /// Negative bases have integer powers, as with the operator ^.
  static func power(_ x: Double, _ y: Double) -> Double {
    Int(exactly: y).map { Double.pow(x, $0) } ?? Double.pow(x, y)
  }

  static let names = Set(unary.map(\.name) + binary.map(\.name))
}
