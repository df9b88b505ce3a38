import RealModule

/// The total spin of electrons, S = twice/2.
public struct ElectronSpin: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// 2S.
  public let twice: Int

  /// S = twice/2.
  public init(twice: Int) { self.twice = twice }

  /// `0`, `1/2`, `1`, `3/2`, ...
  public init(_ text: String) throws(FewBodyError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 1, let whole = Int(text), (0...3).contains(whole) {
      twice = 2 * whole
    } else if parts.count == 2, parts[1] == "2", let odd = Int(parts[0]), [1, 3, 5].contains(odd) {
      twice = odd
    } else {
      throw .invalid(
        "spin", text.isEmpty ? "empty" : text,
        accepted: "polarized, 0, 1/2, 1, 3/2, 2, 5/2 or 3")
    }
  }

  /// `0`, `1/2`, `1`, `3/2`, ...
  public var description: String { twice.isMultiple(of: 2) ? "\(twice / 2)" : "\(twice)/2" }

  /// Orders spins by S.
  public static func < (a: ElectronSpin, b: ElectronSpin) -> Bool { a.twice < b.twice }

  /// The spins that n electrons can have, from 0 or 1/2 to n/2.
  static func all(of n: Int) -> [ElectronSpin] {
    stride(from: n % 2, through: n, by: 2).map(ElectronSpin.init(twice:))
  }
}

/// The spin functions of n electrons in a row, by what carrying the first electron to the end does to
/// them: a factor e^(2 pi i k/n).
///
/// Electrons that cannot pass one another keep their spins in order, and turning the ring by one place
/// turns that order: the spin enters the orbital motion through k alone.
enum SpinTurns {
  /// How many multiplets of this spin have the factor e^(2 pi i k/n).
  static func multiplicity(_ spin: ElectronSpin, of n: Int, turn k: Int) -> Int {
    states(n, up: (n + spin.twice) / 2, turn: k) - states(n, up: (n + spin.twice) / 2 + 1, turn: k)
  }

  /// Words of n letters with `up` of one kind: characters of the cyclic group, by Burnside's count.
  private static func states(_ n: Int, up: Int, turn k: Int) -> Int {
    guard up <= n else { return 0 }
    // sum over turns j of e^(-2 pi i j k/n) times the words that j leaves alone.
    var sum = 0.0
    for j in 0..<n {
      let cycles = greatestCommonDivisor(j, n)
      let length = n / cycles
      guard up.isMultiple(of: length) else { continue }
      let phase = 2 * Double.pi * Double((j * k) % n) / Double(n)
      sum += Double.cos(phase) * Double(binomial(cycles, up / length))
    }
    return Int((sum / Double(n)).rounded())
  }

  static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    a == 0 ? b : greatestCommonDivisor(b % a, a)
  }

  static func binomial(_ n: Int, _ k: Int) -> Int {
    k < 0 || k > n ? 0 : (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }
}
