import ArgumentParser
import FewBody

struct Pair: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Two charged particles in their relative coordinate.",
    discussion: """
      H = p^2/2mu - Z/(|x| + a), Essen (2013), Eq. (45); two electrons have mu = 1/2.

      The electron pair of a gold ring 80 nm thick, in millikelvin:
        solve pair --dim 1 --material Au --thickness 80nm --units mK
      A potential of your own between hard walls:
        solve pair --dim 1 --potential '-1/cosh(x)^2' --extent 20
      Another discretization, and a picture:
        solve pair --dim 1 --method fd --order 8 --points 4000 --plot pair.svg
      """)

  enum Kernel: String, ExpressibleByArgument, CaseIterable {
    case shifted
    case soft
    case ring
  }

  enum Method: String, ExpressibleByArgument, CaseIterable {
    case spectral
    case fd
    case fft
  }

  @Option(
    name: .customLong("dim"), parsing: .unconditional,
    help: ArgumentHelp("The dimension: 1.", valueName: "d"), transform: Quantity.whole)
  var dimension: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Z, in units of e^2 (default: 1).", valueName: "z"),
    transform: Quantity.number)
  var charge: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The thickness a (default: 0.1).", valueName: "a"),
    transform: Quantity.length)
  var thickness: Length?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("mu, in electron masses (default: 0.5).", valueName: "mu"),
    transform: Quantity.number)
  var reducedMass: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "shifted: -Z/(|x| + a); soft: -Z/sqrt(x^2 + a^2); ring: H of Essen's Eq. (39)."))
  var kernel: Kernel?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The ring kernel's radius (default: 10).", valueName: "r"),
    transform: Quantity.length)
  var radius: Length?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The ring kernel's centre-of-mass momentum, in hbar (default: 0).", valueName: "j"),
    transform: Quantity.whole)
  var momentum: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The ring kernel's operator ordering M^A p M^(-1-2A) p M^A/2 (default: 0).", valueName: "A"),
    transform: Quantity.number)
  var ordering: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "V(x) in hartree, x in bohr, between hard walls at -L and L.", valueName: "expr"))
  var potential: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A table of V: CSV with header x,V, atomic units.", valueName: "csv"))
  var potentialFile: String?

  @Option(
    parsing: .unconditional,
    help: "spectral: rigorous bounds; fd: finite differences; fft: sines and cosines.")
  var method: Method = .spectral

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Of the finite differences: 2, 4, 6 or 8 (default: 8).", valueName: "p"),
    transform: Quantity.whole)
  var order: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Unknowns on [-L, L] (default: 2000 for fd, 512 for fft).", valueName: "n"),
    transform: Quantity.whole)
  var points: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("L of the box [-L, L] (default: from the levels).", valueName: "L"),
    transform: Quantity.length)
  var extent: Length?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The relative width of the bounds that is asked for.", valueName: "t"),
    transform: Quantity.number)
  var tolerance: Double = 1e-10

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Take the charge from a metal's r_s: Au, Cu, Al, ...", valueName: "metal"))
  var material: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "average: Z = (2/3) v_F^2/c^2; ring: v_F^2/c^2; fermi: E_F/mc^2, Eq. (43) to the letter."))
  var coupling: Coupling?

  @Flag(help: "Compare each level with its exact value, where there is one.")
  var exact = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    guard dimension == 1 else {
      throw FewBodyError.invalid(
        "dim", dimension.map { "\($0)" } ?? "not given", accepted: "1, the pair on a line")
    }
    do {
      try report(on: PairSetup(self))
    } catch FewBodyError.invalid(let parameter) where parameter.name == "potential" {
      guard potential == nil, let potentialFile else { throw FewBodyError.invalid(parameter) }
      throw FewBodyError.badData(
        file: potentialFile, line: 0,
        problem: "V is \(parameter.value); accepted: \(parameter.accepted)")
    }
  }

  private func report(on setup: PairSetup) throws {
    try SpectrumReport(
      title: setup.title, exact: exact ? setup.exact : nil, notes: setup.notes, shared: shared,
      tolerance: tolerance, potential: setup.system.potential()
    ).run { progress, shouldStop in
      var spectrum = try setup.system.spectrum(
        lowest: shared.states, on: setup.method, tolerance: tolerance, progress: progress,
        shouldStop: shouldStop)
      // A Coulomb tail binds infinitely many levels: fewer than asked is a failure to find them.
      if setup.system is LinePair, spectrum.count < shared.states { spectrum.isComplete = false }
      spectrum.system = setup.parameters
      return spectrum
    }
  }
}
