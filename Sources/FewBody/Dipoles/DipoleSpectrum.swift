/// The lowest levels of a ``DipoleSystem`` and the coupling of each term, as an answer that can be printed.
public struct DipoleSpectrum: Answer {
  public static let schema = "few-body/dipoles/1"
  public static let units: Parameters = ["energy": "hartree", "length": "bohr"]

  public var levels: [Level]
  public var couplings: [DipoleCoupling]
  public var system: Parameters
  public var method: Parameters
  public var isComplete: Bool
  public var notes: [String]
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

  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var box = encoder.container(keyedBy: CodingKeys.self)
      try box.encode(levels, forKey: .levels)
      try box.encode(couplings, forKey: .couplings)
    }
  }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    levels = try box.decode([Level].self, forKey: .levels)
    couplings = try box.decode([DipoleCoupling].self, forKey: .couplings)
    (system, method, isComplete, notes) = ([:], [:], false, [])
    try decodeFrame(from: decoder)
  }
}
