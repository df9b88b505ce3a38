import FewBody
import RealModule

/// Simpson's rule on an even number of steps.
func integral(
  from a: Double, to b: Double, steps: Int = 4000, _ f: (Double) throws -> Double
) rethrows -> Double {
  let h = (b - a) / Double(steps)
  var sum = try f(a) + f(b)
  for i in 1..<steps { sum += try (i.isMultiple(of: 2) ? 2 : 4) * f(a + h * Double(i)) }
  return sum * h / 3
}

/// Where a condition that holds at `inside` and not at `outside` ends.
func border(
  from inside: Double, to outside: Double, where holds: (Double) throws -> Bool
) rethrows -> Double {
  var (inside, outside) = (inside, outside)
  for _ in 0..<200 {
    let middle = (inside + outside) / 2
    if middle == inside || middle == outside { break }
    if try holds(middle) { inside = middle } else { outside = middle }
  }
  return inside
}

/// The derivative by central differences of sixth order.
func slope(of f: (Double) throws -> Double, at x: Double, step h: Double) rethrows -> Double {
  var sum = 0.0
  for (k, weight) in [0.75, -0.15, 1.0 / 60].enumerated() {
    let shift = h * Double(k + 1)
    sum += try weight * (f(x + shift) - f(x - shift))
  }
  return sum / h
}

/// The lowest level of a system on a line.
func ground(_ system: some LineSystem) throws -> Energy {
  try lowest(try system.spectrum(lowest: 1), 1)[0]
}

/// The energies of a spectrum that has so many.
func lowest(_ spectrum: Spectrum, _ count: Int) throws -> [Energy] {
  guard spectrum.levels.count >= count else {
    throw FewBodyError.invalid(
      "levels", spectrum.levels.count, accepted: "\(count) levels of the system")
  }
  return spectrum.levels.prefix(count).map(\.energy)
}
