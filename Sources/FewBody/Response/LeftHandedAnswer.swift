/// Index and reflectance of a ``LeftHandedMedium`` at one frequency.
public struct LeftHandedAnswer: Answer {
  public static let schema = "few-body/left-handed/1"
  public static let units: Parameters = ["frequency": "omega_0"]

  public var system: Parameters
  public var method: Parameters = ["name": "closed form"]
  public var index: Double
  public var indexImaginary: Double
  public var reflectance: Double
  public var isComplete = true
  public var notes: [String] = []
  public var solveSeconds: [Double] = []

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

  public func table() -> String {
    "Re n         \(index)\nIm n         \(indexImaginary)\nreflectance  \(reflectance)\n"
  }

  public func commaSeparated() -> String {
    Spectrum.record(["index", "indexImaginary", "reflectance"])
      + Spectrum.record(["\(index)", "\(indexImaginary)", "\(reflectance)"])
  }
}

extension LeftHandedAnswer: Codable {
  private enum CodingKeys: String, CodingKey { case index, indexImaginary, reflectance }

  public func encode(to encoder: any Encoder) throws {
    try encodeFrame(to: encoder) {
      var box = encoder.container(keyedBy: CodingKeys.self)
      try box.encode(index, forKey: .index)
      try box.encode(indexImaginary, forKey: .indexImaginary)
      try box.encode(reflectance, forKey: .reflectance)
    }
  }

  public init(from decoder: any Decoder) throws {
    let box = try decoder.container(keyedBy: CodingKeys.self)
    index = try box.decode(Double.self, forKey: .index)
    indexImaginary = try box.decode(Double.self, forKey: .indexImaginary)
    reflectance = try box.decode(Double.self, forKey: .reflectance)
    system = [:]
    try decodeFrame(from: decoder)
  }
}
