/// Refuses, before any work, a request for levels that no solver could meet.
///
/// `bytes` is what each state takes, beside 60 bytes for each pair of them.
func requireLevels(
  _ count: Int, tolerance: Double, bytesPerState bytes: Double
) throws(FewBodyError) {
  guard count >= 1 else {
    throw .invalid("states", count, accepted: "a whole number from 1")
  }
  let total = Double(count) * (bytes + 60 * Double(count))
  guard total <= Memory.available else {
    throw .tooLarge(what: "states \(count)", bytes: total, limit: Memory.available)
  }
  try require("tolerance", tolerance, accepted: "a number above 0") { $0 > 0 }
}
