extension HydrogenicOrbital {
  /// The orbital of a name such as `1s`, `2p0`, `2p+1`, `2p-1` or `3d+2`; `2p` alone is `2p0`.
  ///
  /// - Parameters:
  ///   - name: such as `2p+1`.
  ///   - charge: Z of the nucleus.
  ///   - mass: in electron masses.
  ///   - flag: what an error names.
  /// - Throws: ``FewBodyError/invalid(_:)`` for names that cannot be, such as 1p or 2p+2.
  public init(
    named name: String, charge: Double = 1, mass: Double = 1, flag: String = "orbital"
  ) throws(FewBodyError) {
    let (n, l, suffix) = try HydrogenicOrbital.shell(name, flag: flag)
    var m = 0
    if !suffix.isEmpty {
      let allowed =
        l == 0
        ? "m = 0 only" : "m from \(-l) to \(l), such as \(n)\(HydrogenicOrbital.letters[l])+\(l)"
      guard let parsed = Int(suffix), parsed.magnitude <= l else {
        throw .invalid(flag, "'\(name)'", accepted: allowed)
      }
      m = parsed
    }
    try self.init(n: n, l: l, m: m, charge: charge, mass: mass)
  }

  /// The orbitals of a list such as `1s,2s,2p`, in which a shell without m stands for all its m.
  public static func list(
    _ text: String, charge: Double = 1, mass: Double = 1, flag: String = "orbitals"
  ) throws(FewBodyError) -> [HydrogenicOrbital] {
    var orbitals: [HydrogenicOrbital] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      let (n, l, suffix) = try shell(word, flag: flag)
      if suffix.isEmpty {
        for m in -l...l {
          orbitals.append(
            try HydrogenicOrbital(n: n, l: l, m: m, charge: charge, mass: mass))
        }
      } else {
        orbitals.append(
          try HydrogenicOrbital(named: word, charge: charge, mass: mass, flag: flag))
      }
    }
    guard Set(orbitals).count == orbitals.count else {
      throw .invalid(flag, "'\(text)'", accepted: "orbitals that differ from each other")
    }
    return orbitals
  }

  /// n, l and what stands behind the letter.
  private static func shell(
    _ name: String, flag: String
  ) throws(FewBodyError) -> (n: Int, l: Int, suffix: Substring) {
    let form = "a name such as 1s, 2p0, 2p+1 or 3d-2"
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    guard let n = Int(digits), let letter = name.dropFirst(digits.count).first,
      let l = letters.firstIndex(of: letter)
    else { throw .invalid(flag, "'\(name)'", accepted: form) }
    guard n >= 1, n <= largest else {
      throw .invalid(flag, "'\(name)'", accepted: "n from 1 to \(largest)")
    }
    guard l < n else {
      throw .invalid(
        flag, "'\(name)'", accepted: "l < n: \(letter) begins at \(l + 1)\(letter)")
    }
    return (n, l, name.dropFirst(digits.count + 1))
  }
}
