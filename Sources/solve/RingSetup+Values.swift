import FewBody

/// The values of `solve ring` that have parts.
extension RingSetup {
  static func flux(_ text: String) throws(FewBodyError) -> Double {
    guard let flux = Double(text), flux.isFinite else {
      throw .invalid(
        "flux", text.isEmpty ? "empty" : text,
        accepted: "a number, or from:to:count such as 0:1:201, in flux quanta")
    }
    return flux
  }

  /// `v,q` or `v,q,phase`.
  static func cosine(_ text: String) throws(FewBodyError) -> (Energy, Double, Double) {
    let parts = fields(text)
    guard parts.count == 2 || parts.count == 3, let amplitude = try? Quantity.energy(parts[0]),
      let harmonic = Double(parts[1]), let phase = parts.count == 3 ? Double(parts[2]) : 0
    else {
      throw .invalid(
        "cosine", text.isEmpty ? "empty" : text,
        accepted: "v,q or v,q,phase for v cos(q phi + phase), such as -0.3,1,0")
    }
    return (amplitude, harmonic, phase)
  }

  /// `amplitude,harmonics,seed`.
  static func disorder(_ text: String) throws(FewBodyError) -> (Energy, Int, UInt64) {
    let parts = fields(text)
    guard parts.count == 3, let amplitude = try? Quantity.energy(parts[0]),
      let harmonics = Int(parts[1]), (1...4096).contains(harmonics), let seed = UInt64(parts[2])
    else {
      throw .invalid(
        "disorder", text.isEmpty ? "empty" : text,
        accepted: "amplitude,harmonics,seed with 1 to 4096 harmonics and a whole seed from 0, "
          + "such as 0.1,8,42")
    }
    return (amplitude, harmonics, seed)
  }

  /// The N of |n| <= N that so many unknowns mean; nil lets the solver choose.
  static func waves(_ points: Int?, levels: Int) throws(FewBodyError) -> Int? {
    guard let points else { return nil }
    // The solver wants four waves to spare on each side.
    let fewest = 2 * (min(levels, 1 << 40) + 4) + 1
    guard points >= fewest else {
      throw .invalid(
        "points", points, accepted: "a whole number from \(fewest) for \(levels) states")
    }
    // Said here, where the number is the one that was typed.
    let (bytes, limit) = (64 * Double(points) * Double(points), 64.0 * 8192 * 8192)
    guard bytes <= limit else {
      throw .tooLarge(what: "points \(points)", bytes: bytes, limit: limit)
    }
    return (points - 1) / 2
  }

  static func refuseContradictions(_ flags: RingCommand) throws(FewBodyError) {
    func refuse(
      _ name: String, _ value: (some Any)?, unless allowed: Bool, _ accepted: String
    ) throws(FewBodyError) {
      if let value, !allowed { throw .invalid(name, value, accepted: accepted) }
    }
    try refuse("order", flags.order, unless: flags.method == .fd, "an order with --method fd")
    try refuse(
      "points", flags.points, unless: flags.method != .spectral, "points with --method fd or fft")
    let isFilled = flags.electrons != nil
    try refuse(
      "temperature", flags.temperature.map { "\($0.kelvin)K" }, unless: isFilled,
      "a temperature with --electrons")
    try refuse(
      "spin-degeneracy", flags.spinDegeneracy, unless: isFilled,
      "a spin degeneracy with --electrons")
    try refuse(
      "potential-file", flags.potentialFile, unless: flags.potential == nil,
      "either --potential or --potential-file")
  }

  private static func fields(_ text: String) -> [String] {
    text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }
}
