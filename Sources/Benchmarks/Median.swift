extension Collection where Element == Double {
  var median: Double {
    let sorted = self.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[sorted.count / 2]
  }
}

extension Duration {
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

/// A number with a few digits, for tables.
func short(_ value: Double, digits: Int = 3) -> String {
  guard value != 0, value.isFinite else { return "\(value)" }
  var scale = 1.0
  while value.magnitude * scale < 1 { scale *= 10 }
  while value.magnitude * scale >= 10 { scale /= 10 }
  var factor = scale
  for _ in 1..<digits { factor *= 10 }
  return "\((value * factor).rounded() / factor)"
}
