/// The lowest levels of a ``DipoleSystem`` and the coupling of each term, as an answer that can be printed.
public struct DipoleSpectrum: Answer {
  /// The name and version of its JSON.
  public static let schema = "few-body/dipoles/1"
  /// The units of its JSON: hartree and bohr.
  public static let units: Parameters = ["energy": "hartree", "length": "bohr"]

  /// The lowest levels of the dipoles together.
  public var levels: [Level]
  /// Of every pair of two-level dipoles, term by term.
  public var couplings: [DipoleCoupling]
  /// The dipoles' parameters, in atomic units.
  public var system: Parameters
  /// The method's name and what was chosen.
  public var method: Parameters
  /// True only where it is known that nothing that was asked for is missing.
  public var isComplete: Bool
  /// What a reader of the numbers should know, in sentences.
  public var notes: [String]
  /// Wall-clock seconds of repeated solves, each from cold; empty unless asked for.
  public var solveSeconds: [Double] = []

  /// - Throws: as ``DipoleSystem/spectrum(lowest:on:threads:shouldStop:)``.
  public init(
    of dipoles: DipoleSystem, lowest states: Int, threads: Int? = nil,
    shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) {
    let spectrum = try dipoles.spectrum(lowest: states, threads: threads, shouldStop: shouldStop)
    (levels, system, method) = (spectrum.levels, spectrum.system, spectrum.method)
    (isComplete, notes) = (spectrum.isComplete, spectrum.notes)
    couplings = dipoles.couplings()
  }

  private var spectrum: Spectrum {
    var spectrum = Spectrum(
      system: system, method: method, levels: levels, isComplete: isComplete, threshold: nil)
    spectrum.notes = notes
    return spectrum
  }

  /// The levels, and under them the couplings of the first two dipoles.
  public func table(title: [String] = [], in unit: EnergyUnit = .hartree) -> String {
    let shown = couplings.filter { $0.first == 0 && $0.second == 1 }
    guard !shown.isEmpty else { return spectrum.table(title: title, in: unit) }
    let columns = [
      Column("coupling of the first two", shown.map(\.term.rawValue), .leading),
      Column(
        "energy (\(unit.symbol))", shown.map { "\(unit.value(of: $0.energy))" }, .leading),
    ]
    return spectrum.table(title: title, in: unit) + "\n"
      + Column.text(of: columns, rows: shown.count)
  }

  /// Two lists under one another, an empty line between: the levels, and the couplings of all pairs.
  public func commaSeparated(in unit: EnergyUnit = .hartree) -> String {
    var text = spectrum.commaSeparated(in: unit) + "\n"
    text += Spectrum.record(["first", "second", "term", "energy[\(unit.symbol)]", "imaginary"])
    for coupling in couplings {
      text += Spectrum.record([
        "\(coupling.first)", "\(coupling.second)", coupling.term.rawValue,
        "\(unit.value(of: coupling.energy))", "\(unit.value(of: coupling.imaginary))",
      ])
    }
    return text
  }
}

extension DipoleSpectrum: Codable {
  private enum CodingKeys: String, CodingKey { case levels, couplings }

  /// Writes the frame, the levels and the couplings.
  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var box = encoder.container(keyedBy: CodingKeys.self)
      try box.encode(levels, forKey: .levels)
      try box.encode(couplings, forKey: .couplings)
    }
  }

  /// Reads what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` for another schema, or a key that is missing or of another type.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    levels = try box.decode([Level].self, forKey: .levels)
    couplings = try box.decode([DipoleCoupling].self, forKey: .couplings)
    (system, method, isComplete, notes) = ([:], [:], false, [])
    try decodeFrame(from: decoder)
  }
}
