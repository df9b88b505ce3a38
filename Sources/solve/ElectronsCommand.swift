import ArgumentParser
import FewBody

struct ElectronsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "electrons",
    abstract: "One to six electrons that repel each other on a ring threaded by a flux.",
    discussion: """
      H = sum (J_i + f)^2/2R^2 + sum 1/sqrt(r_ij^2 + a^2), r_ij the chord, and the Darwin-Breit force \
      between the currents. Levels have total angular momentum J and total spin S; each comes with its \
      current -(1/2 pi) dE/df, in e E_h/hbar.

      Two electrons whose energy is 9/4 hartree, and three in a ring of some thickness:
        solve electrons --radius 0.5 --states 1
        solve electrons --count 3 --radius 2 --thickness 0.5 --spin polarized
      The magnetic force as well: Eq. (39) for two, first order in alpha^2 for more:
        solve electrons --radius 1 --thickness 0.1 --interaction both
      The current of the ground state, and how its period shrinks as the ring grows dilute:
        solve electrons --count 3 --thickness 0.5 --total-momentum all --flux 0:1:201 --plot i.svg
      The same for 1 to 4 electrons and several radii: Phi0, Phi0/2, Phi0/N:
        solve electrons --count 4 --thickness 0.5 --crossover 1,4,8 --waves 12 --plot i.svg
      Six electrons, with so many plane waves:
        solve electrons --count 6 --radius 2 --thickness 0.5 --spin polarized --waves 16
      """)

  enum Method: String, ExpressibleByArgument, CaseIterable {
    case auto
    case elements
    case determinants
    case gaps
  }

  @Option("N, 1 to 6 (default: 2).", value: "n", reading: Quantity.whole)
  var count: Int?

  @Option("R (default: 1).", value: "r", reading: Quantity.length)
  var radius: Length?

  @Option(
    "a: a chord r becomes sqrt(r^2 + a^2) (default: 0).", value: "a", reading: Quantity.length)
  var thickness: Length?

  @Option("coulomb, darwin-breit, both or none.")
  var interaction: ElectronRing.Interaction = .coulomb

  @Option(
    "exact: Eq. (39), of two electrons; first: to first order in alpha^2 (default: exact for two).",
    value: "order")
  var darwinBreit: ElectronRing.MagneticOrder?

  @Option("polarized, or S: 0, 1/2, 1, ... (default: all).", value: "s")
  var spin: String?

  @Option("J, or all for the lowest of every J (default: 0).", value: "j")
  var totalMomentum: String?

  @Option(
    "The ground state's currents of 1 ... N electrons on rings of these radii, and their periods.",
    value: "r,r,...")
  var crossover: String?

  @Option("f, or from:to:count with both ends included (default: 0).", value: "f")
  var flux: String?

  @Option(
    "auto; elements (two electrons), determinants (of plane waves) or gaps (polynomials of the gaps between neighbours).",
    value: "method")
  var method: Method = .auto

  @Option("Plane waves |k| <= m of the determinants.", value: "m", reading: Quantity.whole)
  var waves: Int?

  @Option("The total degree of the gaps' polynomials.", value: "p", reading: Quantity.whole)
  var degree: Int?

  @Option(
    "The relative width of the bounds that the basis grows for.",
    value: "t", reading: Quantity.number)
  var tolerance: Double = 1e-10

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    let setup = try ElectronsSetup(self)
    if let crossover {
      return try ValueReport(shared: shared).run(setup.crossover(radii: crossover))
    }
    try SpectrumReport(
      title: { [setup.title] }, exact: nil, notes: [], shared: shared, tolerance: nil,
      drawing: ElectronsDrawing()
    ).run { progress, shouldStop in
      try setup.spectrum(
        progress: { progress(SolveProgress(fraction: $0)) }, shouldStop: shouldStop)
    }
  }
}

extension ElectronRing.Interaction: ExpressibleByArgument {}
extension ElectronRing.MagneticOrder: ExpressibleByArgument {}
