import ArgumentParser
import FewBody

struct LondonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "london",
    abstract: "The electrons that carry the London moment of a rotating superconductor.",
    discussion: """
      N = 3R/r_e on a sphere (Essen's Eq. 30), 1/r_e per length on a cylinder, and the smallest size \
      R^(d-1) = a0^d/r_e of a body of d dimensions (Eqs. 52-55).

        solve london --radius 1mm
        solve london --dimension 2.5
      """)

  @Option(
    "R of the sphere, and the length of the cylinder (default: 1 bohr).", value: "r",
    reading: Quantity.length)
  var radius: Length?

  @Option("d, above 1 (default: 2 and 3).", value: "d", reading: Quantity.number)
  var dimension: Double?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    let moment = try LondonMoment(radius: radius ?? 1)
    var sizes: [LondonResult.Size] = []
    for d in dimension.map({ [$0] }) ?? [2, 3] {
      let size = try LondonMoment.smallestSize(dimension: d)
      sizes.append(.init(dimension: d, size: size.bohr, metres: size.metres))
    }
    try ValueReport(shared: shared).run(
      LondonResult(
        radius: moment.radius.bohr, electrons: moment.sphereElectrons,
        sphere: .init(electrons: moment.sphereElectrons, ratio: moment.sphereRatio),
        cylinder: .init(electrons: moment.cylinderElectrons, ratio: moment.cylinderRatio),
        fieldPerAngularVelocity: LondonMoment.fieldPerAngularVelocity, sizes: sizes))
  }
}

/// The counts as they are printed: lengths in bohr, the field in tesla seconds.
struct LondonResult: Printable {
  struct Body: Encodable {
    let electrons: Double
    /// N r_e/R.
    let ratio: Double
  }

  struct Size: Encodable {
    let dimension: Double
    let size: Double
    let metres: Double
  }

  var schema = "few-body/london/1"
  let radius: Double
  let electrons: Double
  let sphere: Body
  let cylinder: Body
  let fieldPerAngularVelocity: Double
  let sizes: [Size]

  func table() -> String {
    var text = "London moment, R = \(radius) bohr\n\n"
    text += " sphere     N = 3R/r_e = \(sphere.electrons)\n"
    text += " cylinder   N = l/r_e = \(cylinder.electrons) for l = R\n"
    text += " field      B/Omega = \(fieldPerAngularVelocity) T s\n\n"
    for size in sizes {
      text += " d = \(size.dimension)   smallest size \(size.size) bohr = \(size.metres) m\n"
    }
    return text
  }

  func commaSeparated() -> String {
    var text = "quantity,value\nradius,\(radius)\nsphereElectrons,\(sphere.electrons)\n"
    text += "cylinderElectrons,\(cylinder.electrons)\n"
    for size in sizes { text += "size d=\(size.dimension),\(size.size)\n" }
    return text
  }

  func draw(to path: String) throws {
    throw FewBodyError.invalid("plot", path, accepted: "no picture: these are four numbers")
  }
}
