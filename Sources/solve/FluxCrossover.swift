import Charts
import FewBody

/// The ground state's current of 1 ... N electrons on rings of several radii, as it is printed: the parts
/// I_p of I(f) = sum_p I_p sin(2 pi p f), and which is the largest.
struct FluxCrossover: Printable {
  let rotors: [ElectronRotor]

  /// - Throws: for radii that are no list of lengths; as `ElectronRing.rotor`.
  init(
    of ring: ElectronRing, radii text: String, on method: ElectronMethod, tolerance: Double
  ) throws {
    var rotors: [ElectronRotor] = []
    let radii = text.split(separator: ",", omittingEmptySubsequences: false).map {
      try? Quantity.length(String($0))
    }
    for count in 1...max(1, ring.count) {
      for radius in radii {
        guard let radius else {
          throw FewBodyError.invalid("crossover", text, accepted: "lengths such as 1,4,8nm")
        }
        var ring = ring
        (ring.count, ring.radius) = (count, radius)
        rotors.append(try ring.rotor(on: method, tolerance: tolerance))
      }
    }
    self.rotors = rotors
  }

  private struct Row: Encodable {
    let electrons: Int
    let radius: Double
    let harmonics: [Double]
    let largest: Int
    let spins: [Double]

    init(_ rotor: ElectronRotor) {
      (electrons, radius) = (rotor.count, rotor.radius.bohr)
      harmonics = rotor.harmonics()
      largest = rotor.largestHarmonic
      spins = rotor.classes.map { Double($0.spin.twice) / 2 }
    }
  }

  private enum CodingKeys: String, CodingKey {
    case schema
    case rings
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("few-body/crossover/1", forKey: .schema)
    try container.encode(rotors.map(Row.init), forKey: .rings)
  }

  func table() -> String {
    var text = "ground state's current, I = sum I_p sin(2 pi p f), I_p/|I|max\n\n"
    text += " N   R (bohr)    p = 1 ... N, period\n"
    for rotor in rotors {
      let harmonics = rotor.harmonics()
      let top = harmonics.map(\.magnitude).max() ?? 1
      let shares = harmonics.map { share in
        "\((1000 * share / top).rounded() / 1000)"
      }
      let period = rotor.largestHarmonic == 1 ? "Phi0" : "Phi0/\(rotor.largestHarmonic)"
      text +=
        " \(rotor.count)   \(rotor.radius.bohr)\t\(shares.joined(separator: "  "))\t\(period)\n"
    }
    return text
  }

  func commaSeparated() -> String {
    rotors.reduce(into: "electrons,radius,p,current\n") { text, rotor in
      for (i, part) in rotor.harmonics().enumerated() {
        text += "\(rotor.count),\(rotor.radius.bohr),\(i + 1),\(part)\n"
      }
    }
  }

  func draw(to path: String) throws {
    try RotorCurrentChart(rotors: rotors, title: "Persistent current of the ground state")
      .write(to: path)
  }
}
