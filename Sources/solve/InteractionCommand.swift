import ArgumentParser
import FewBody

struct InteractionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "interaction",
    abstract: "Coulomb and Ampere integrals between orbitals.",
    discussion: """
      U = direct and J = exchange, in hartree: between densities, or alpha^2 times those between \
      currents, of which H = -(1/2) sum U^a n n, so that U^a > 0 attracts. Su et al., Eqs. (42)-(50).

      The exchange integral of 1s and 2p:
        solve interaction --first 1s --second 2p0 --channel ampere
      Screened by the plasma of a metal:
        solve interaction --second 2p0 --channel ampere --plasma-energy 10eV
      All effective Hubbard-Heisenberg parameters of a set, a shell without m being all its m:
        solve interaction --orbitals 1s,2s,2p --charge 2 --units eV
      States of the pair in space, or of a ring, by the index of their level:
        solve interaction --system pair --kernel breit --first 0 --second 1
        solve interaction --system ring --radius 2 --flux 0.2 --orbitals 0,1
      A metal's estimates alpha_1, alpha_2 and alpha_3:
        solve interaction --material Sn --phonon-coupling 0.5eV
      """)

  enum System: String, ExpressibleByArgument, CaseIterable {
    case atom
    case pair
    case ring
  }

  enum Method: String, ExpressibleByArgument, CaseIterable {
    case quadrature
    case grid
  }

  @Option(
    parsing: .unconditional,
    help: "atom (hydrogenic orbitals), pair (of solve pair --dim 3) or ring (of solve ring).")
  var system: System = .atom

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "An orbital such as 1s, 2p0 or 3d+2 (default: 1s), or the index of a level.",
      valueName: "orbital"))
  var first: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The other one (default: the first).", valueName: "orbital"))
  var second: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("All pairs of a list, such as 1s,2s,2p.", valueName: "list"))
  var orbitals: String?

  @Option(
    parsing: .unconditional, help: "coulomb or ampere; --orbitals shows both (default: coulomb).")
  var channel: ElectronInteraction.Channel?

  @Option(
    parsing: .unconditional,
    help: "Ampere: transverse (currents without their longitudinal part) or literal.")
  var gauge: ElectronInteraction.Gauge = .transverse

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Z of the nucleus or of the pair.", valueName: "z"),
    transform: Quantity.number)
  var charge: Double = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "lambda of exp(-lambda r), in bohr^-1 (default: 0).", valueName: "lambda"),
    transform: Quantity.number)
  var screening: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Screens the Ampere interaction by lambda = omega_p/c.", valueName: "e"),
    transform: Quantity.energy)
  var plasmaEnergy: Energy?

  @Option(
    parsing: .unconditional,
    help: "quadrature (multipoles) or grid (FFT on a Cartesian grid).")
  var method: Method = .quadrature

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Of the grid, along an axis (default: 64).", valueName: "n"),
    transform: Quantity.whole)
  var points: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The grid's box is [-L, L]^3 (default: 9 (n/Z) bohr and more for diffuse orbitals).",
      valueName: "l"),
    transform: Quantity.length)
  var extent: Length?

  @OptionGroup var states: InteractionStates

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Estimates for a metal, by symbol or name.", valueName: "metal"))
  var material: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The mean coupling to phonons of a metal (default: 0.1eV).", valueName: "e"),
    transform: Quantity.energy)
  var phononCoupling: Energy?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    try InteractionReport(flags: self, setup: try InteractionSetup(self)).run()
  }
}

extension ElectronInteraction.Channel: ExpressibleByArgument {}
extension ElectronInteraction.Gauge: ExpressibleByArgument {}
extension SpacePair.Kernel: ExpressibleByArgument {}
