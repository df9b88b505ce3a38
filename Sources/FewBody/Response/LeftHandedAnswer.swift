/// Index and reflectance of a ``LeftHandedMedium`` at one frequency.
public struct LeftHandedAnswer: Answer {
  /// The name and version of its JSON.
  public static let schema = "few-body/left-handed/1"
  /// The unit of its frequencies, omega_0; the other numbers have none.
  public static let units: Parameters = ["frequency": "omega_0"]

  /// The medium's parameters and the frequency in omega_0.
  public var system: Parameters
  /// The method's name: a closed form.
  public var method: Parameters = ["name": "closed form"]
  /// Re n.
  public var index: Double
  /// Im n, 0 or more.
  public var indexImaginary: Double
  /// R of a half space at normal incidence.
  public var reflectance: Double
  /// True only where it is known that nothing that was asked for is missing.
  public var isComplete = true
  /// What a reader of the numbers should know, in sentences.
  public var notes: [String] = []
  /// Wall-clock seconds of repeated solves, each from cold; empty unless asked for.
  public var solveSeconds: [Double] = []

  /// n and R at a frequency in omega_0.
  ///
  /// - Throws: as ``LeftHandedMedium/index(at:)``.
  public init(of medium: LeftHandedMedium, frequency: Double) throws(FewBodyError) {
    let n = try medium.index(at: frequency)
    (index, indexImaginary) = (n.real, n.imaginary)
    reflectance = try medium.reflectance(at: frequency)
    system = [
      "name": "left-handed", "assignment": .word(medium.assignment.rawValue),
      "background": .number(medium.background), "strength": .number(medium.strength),
      "damping": .number(medium.damping), "frequency": .number(frequency),
    ]
  }

  /// Re n, Im n and R, a line each.
  public func table() -> String {
    "Re n         \(index)\nIm n         \(indexImaginary)\nreflectance  \(reflectance)\n"
  }

  /// Re n, Im n and R on one line under their names.
  public func commaSeparated() -> String {
    Spectrum.record(["index", "indexImaginary", "reflectance"])
      + Spectrum.record(["\(index)", "\(indexImaginary)", "\(reflectance)"])
  }
}

extension LeftHandedAnswer: Codable {
  private enum CodingKeys: String, CodingKey { case index, indexImaginary, reflectance }

  /// Writes the frame, Re n, Im n and R.
  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var box = encoder.container(keyedBy: CodingKeys.self)
      try box.encode(index, forKey: .index)
      try box.encode(indexImaginary, forKey: .indexImaginary)
      try box.encode(reflectance, forKey: .reflectance)
    }
  }

  /// Reads what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` for another schema, or a key that is missing or of another type.
  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    index = try box.decode(Double.self, forKey: .index)
    indexImaginary = try box.decode(Double.self, forKey: .indexImaginary)
    reflectance = try box.decode(Double.self, forKey: .reflectance)
    system = [:]
    try decodeFrame(from: decoder)
  }
}
