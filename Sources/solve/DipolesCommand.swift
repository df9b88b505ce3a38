import ArgumentParser
import FewBody

struct DipolesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dipoles",
    abstract: "Dipoles that exchange photons, resonant or not.",
    discussion: """
      Two-level dipoles on a line, without the rotating-wave approximation: the levels, and the \
      coupling of each term between the first two.

        solve dipoles --frequencies 1,1.2 --separation 4
        solve dipoles --frequencies 0.1,0.1,0.1 --separation 5 --orientation parallel --permanent 0.5
      """)

  enum Orientation: String, ExpressibleByArgument, CaseIterable {
    case perpendicular
    case parallel
  }

  @Option("Transition frequencies, in hartree, from 0; two or more.", value: "w1,w2")
  var frequencies: String = "1,1"

  @Option("Between neighbours (default: 10).", value: "r", reading: Quantity.length)
  var separation: Length?

  @Option("Of the moments to the line of the dipoles.")
  var orientation: Orientation = .perpendicular

  @Option("Transition moment, in atomic units.", value: "m", reading: Quantity.number)
  var moment: Double = 1

  @Option("Permanent moment, -p below and p above.", value: "p", reading: Quantity.number)
  var permanent: Double = 0

  @Option("electric or magnetic.")
  var kind: Dipole.Kind = .electric

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    let words = frequencies.split(separator: ",", omittingEmptySubsequences: false)
    let values = try words.map { word in
      guard let value = Double(word), value.isFinite, value >= 0 else {
        throw FewBodyError.invalid(
          "frequencies", frequencies, accepted: "two or more numbers from 0, such as 1,1.2")
      }
      return value
    }
    let distance = (separation ?? 10).bohr
    guard values.count >= 2 else {
      throw FewBodyError.invalid("frequencies", frequencies, accepted: "two or more numbers")
    }
    guard distance > 0 else {
      throw FewBodyError.invalid(
        "separation", distance,
        accepted: "a length above 0: dipoles that coincide have no interaction")
    }
    let direction = orientation == .parallel ? SIMD3(0.0, 0, 1) : SIMD3(1.0, 0, 0)
    let system = DipoleSystem(
      values.enumerated().map { i, w in
        .twoLevel(
          frequency: Energy(hartree: w), moment: moment, permanent: permanent,
          direction: direction, position: SIMD3(0, 0, Double(i) * distance))
      }, kind: kind)
    try SpectrumReport(
      title: [
        "dipoles: \(values.count), \(kind.rawValue), \(orientation.rawValue), r = \(distance)"
      ],
      exact: nil, notes: [], shared: shared, tolerance: nil, drawing: DipolesDrawing()
    ).run { _, _ in
      var spectrum = try system.spectrum(lowest: shared.states)
      spectrum.system["frequencies"] = .numbers(values)
      spectrum.system["separation"] = .number(distance)
      spectrum.system["orientation"] = .word(orientation.rawValue)
      spectrum.system["moment"] = .number(moment)
      spectrum.system["permanent"] = .number(permanent)
      spectrum.system["couplingRotating"] = .number(system.coupling(0, 1, 1, 0, 0, 1).real)
      spectrum.system["couplingCounterRotating"] = .number(system.coupling(0, 1, 1, 1, 0, 0).real)
      spectrum.system["couplingMixed"] = .number(system.coupling(0, 1, 1, 1, 1, 0).real)
      spectrum.system["couplingPermanent"] = .number(system.coupling(0, 1, 1, 1, 1, 1).real)
      for name in spectrum.system.names where name.hasPrefix("coupling") {
        if let value = spectrum.system[name] { spectrum.notes.append("\(name) = \(value) hartree") }
      }
      return spectrum
    }
  }
}

extension Dipole.Kind: ExpressibleByArgument {}

/// Levels of dipoles have no wavefunction in space to draw or to write.
struct DipolesDrawing: SpectrumDrawing {
  func draw(_: Spectrum, title: String, unit: EnergyUnit, to path: String) throws {
    throw FewBodyError.invalid("plot", path, accepted: "no picture of dipoles yet")
  }

  func archive(_: Spectrum) throws -> NumpyArchive {
    throw FewBodyError.invalid("output", ".npz", accepted: ".json or .csv for dipoles")
  }
}
