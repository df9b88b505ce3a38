/// The lines of a ``Helix`` with their strengths and the sum rules, as an answer that can be printed.
public struct HelixSpectrum: Answer {
  /// The name and version of its JSON.
  public static let schema = "few-body/helix/1"
  /// The units of its JSON: hartree, and Gaussian atomic units for R.
  public static let units: Parameters = [
    "energy": "hartree", "oscillatorStrength": "1", "rotationalStrength": "atomic units, Gaussian",
  ]

  /// The helix: name, a and b in bohr, and K.
  public var system: Parameters
  /// The method's name and the number of states.
  public var method: Parameters = ["name": "closed form and Gauss-Legendre quadrature"]
  /// All pairs of the lowest states, by the lower one.
  public var transitions: [HelixTransition]
  /// What a medium of such helices carries, where that was asked for.
  public var wave: HelixWave?
  /// True only where it is known that nothing that was asked for is missing.
  public var isComplete = true
  /// What a reader of the numbers should know, in sentences.
  public var notes: [String] = [
    "the sums run over the transitions from n = 1 that are listed; with all they are 1 and 0"
  ]
  /// Wall-clock seconds of repeated solves, each from cold; empty unless asked for.
  public var solveSeconds: [Double] = []

  /// All transitions between the lowest `states` levels of a helix.
  ///
  /// - Throws: as ``Helix/transitions(states:)``.
  public init(of helix: Helix, states: Int) throws(FewBodyError) {
    system = helix.parameters
    method["states"] = .integer(states)
    transitions = try helix.transitions(states: states)
  }

  /// sum f and sum R over the transitions from n = 1: 1 and 0 with infinitely many.
  public var sums: (oscillatorStrength: Double, rotationalStrength: Double) {
    let lines = transitions.filter { $0.from == 1 }
    return (
      lines.reduce(0) { $0 + $1.oscillatorStrength }, lines.reduce(0) { $0 + $1.rotationalStrength }
    )
  }

  /// c phi/N = (8 pi/3) Re sum R w^2/(w_nu^2 - w^2 - i gamma w) over the lines from n = 1 (Rosenfeld), in atomic units.
  public func rotation(at frequency: Energy, damping: Energy) -> Double {
    let (w, gamma) = (frequency.hartree, damping.hartree)
    let sum = transitions.lazy.filter { $0.from == 1 }.reduce(0.0) { sum, line in
      let gap = (line.energy.hartree - w) * (line.energy.hartree + w)
      let size = gap * gap + gamma * gamma * w * w
      return size > 0 ? sum + line.rotationalStrength * w * w * gap / size : sum
    }
    return 8 * .pi / 3 * sum
  }

  /// One line a transition, the sums from n = 1 and the wave, aligned for a terminal.
  public func table() -> String {
    let columns = [
      Column("from", transitions.map { "\($0.from)" }, .trailing),
      Column("to", transitions.map { "\($0.to)" }, .trailing),
      Column("energy (hartree)", transitions.map { "\($0.energy.hartree)" }, .leading),
      Column("f", transitions.map { "\($0.oscillatorStrength)" }, .leading),
      Column("R", transitions.map { "\($0.rotationalStrength)" }, .leading),
    ]
    return Column.text(of: columns, rows: transitions.count)
      + "\nfrom n = 1: sum f = \(sums.oscillatorStrength), sum R = \(sums.rotationalStrength)\n"
      + (wave?.table() ?? "")
  }

  /// One line a transition under a line of names, then the wave's list.
  public func commaSeparated() -> String {
    var text = Spectrum.record(["from", "to", "energy", "oscillatorStrength", "rotationalStrength"])
    for line in transitions {
      text += Spectrum.record([
        "\(line.from)", "\(line.to)", "\(line.energy.hartree)", "\(line.oscillatorStrength)",
        "\(line.rotationalStrength)",
      ])
    }
    return text + (wave?.commaSeparated() ?? "")
  }
}

extension HelixSpectrum: Codable {
  private enum CodingKeys: String, CodingKey { case transitions, sums, wave }
  private enum SumKeys: String, CodingKey { case oscillatorStrength, rotationalStrength }

  /// Writes the frame, the transitions, their sums and, where there is one, the wave.
  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var box = encoder.container(keyedBy: CodingKeys.self)
      try box.encode(transitions, forKey: .transitions)
      var inner = box.nestedContainer(keyedBy: SumKeys.self, forKey: .sums)
      try inner.encode(sums.oscillatorStrength, forKey: .oscillatorStrength)
      try inner.encode(sums.rotationalStrength, forKey: .rotationalStrength)
      try box.encodeIfPresent(wave, forKey: .wave)
    }
  }

  /// Reads what ``encode(to:)`` writes; the sums follow from the transitions.
  ///
  /// - Throws: `DecodingError` for another schema, or a key that is missing or of another type.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    transitions = try box.decode([HelixTransition].self, forKey: .transitions)
    wave = try box.decodeIfPresent(HelixWave.self, forKey: .wave)
    system = [:]
    try decodeFrame(from: decoder)
  }
}
