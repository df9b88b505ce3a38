/// The exact decimal expansion of a finite `Double`, written out with a stated rounding.
///
/// `printf` rounds to nearest, which may print an upper bound that is too low. Every `Double` is
/// m 2^e and has a finite expansion (m 5^-e 10^e for e < 0), so its digits can be cut at any place
/// in a known direction.
package struct ExactDecimal {
  package let isNegative: Bool
  /// Decimal digits, the most significant first, without leading zeros; empty for zero.
  package let digits: [UInt8]
  /// The place of the first digit: the value is 0.d0d1d2... times 10^point.
  package let point: Int

  /// A value that is not finite has no digits, as zero has none.
  package init(_ value: Double) {
    isNegative = value < 0
    guard value.isFinite, value != 0 else {
      digits = []
      point = 0
      return
    }
    let binaryExponent = Int(value.exponent) - Double.significandBitCount
    let scaled = value.magnitude.significand * 0x1p52
    var limbs = [UInt64(scaled) % 1_000_000_000, UInt64(scaled) / 1_000_000_000]
    let (factor, chunk, chunkFactor): (UInt64, Int, UInt64) =
      binaryExponent < 0 ? (5, 12, 244_140_625) : (2, 29, 536_870_912)
    var remaining = abs(binaryExponent)
    while remaining > 0 {
      let multiplier = remaining >= chunk ? chunkFactor : factor
      remaining -= remaining >= chunk ? chunk : 1
      var carry: UInt64 = 0
      for i in limbs.indices {
        let product = limbs[i] * multiplier + carry
        limbs[i] = product % 1_000_000_000
        carry = product / 1_000_000_000
      }
      if carry > 0 { limbs.append(carry) }
    }
    var all: [UInt8] = []
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        all.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while all.last == 0 { all.removeLast() }
    digits = all.reversed()
    point = all.count + min(binaryExponent, 0)
  }

  /// The first `count` digits after rounding, and where the decimal point then stands.
  private func rounded(
    to count: Int, _ rule: FloatingPointRoundingRule
  ) -> (digits: [UInt8], point: Int) {
    guard count < digits.count else { return (digits, point) }
    let rest = digits.dropFirst(max(count, 0))
    let isAway: Bool
    switch rule {
    case .up: isAway = !isNegative && rest.contains { $0 != 0 }
    case .down: isAway = isNegative && rest.contains { $0 != 0 }
    case .awayFromZero: isAway = rest.contains { $0 != 0 }
    case .towardZero: isAway = false
    default: isAway = count >= 0 && (rest.first ?? 0) >= 5
    }
    var kept = Array(digits.prefix(max(count, 0)))
    guard isAway else { return (kept, point) }
    // Below the first digit a step away from zero is one unit of the last place asked for.
    guard count > 0 else { return ([1], point + 1 - min(count, 0)) }
    var i = kept.count - 1
    while i >= 0, kept[i] == 9 {
      kept[i] = 0
      i -= 1
    }
    if i >= 0 {
      kept[i] += 1
      return (kept, point)
    }
    return ([1] + kept, point + 1)
  }

  /// Fixed notation with `places` digits after the point.
  package func fixed(places: Int, _ rule: FloatingPointRoundingRule) -> String {
    let (kept, point) = rounded(to: point + places, rule)
    func digit(_ place: Int) -> String {
      let i = point - 1 - place
      return kept.indices.contains(i) ? "\(kept[i])" : "0"
    }
    let isZero = kept.allSatisfy { $0 == 0 }
    var text = isNegative && !isZero ? "-" : ""
    for place in stride(from: max(point - 1, 0), through: 0, by: -1) { text += digit(place) }
    guard places > 0 else { return text }
    text += "."
    for place in 1...places { text += digit(-place) }
    return text
  }

  /// Scientific notation, d.ddde-xx, with `count` significant digits.
  package func scientific(significant count: Int, _ rule: FloatingPointRoundingRule) -> String {
    guard !digits.isEmpty else { return "0" }
    let (kept, point) = rounded(to: max(count, 1), rule)
    var text = isNegative ? "-" : ""
    for i in 0..<max(count, 1) {
      if i == 1 { text += "." }
      text += kept.indices.contains(i) ? "\(kept[i])" : "0"
    }
    return text + "e\(point - 1)"
  }
}
