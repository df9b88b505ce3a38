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
      The dynamic kernel V_J(q, omega), V_J(q, t) or V_J(r, omega) within it:
        solve interaction --material Sn --wave-number 0.3 --frequency 2eV
        solve interaction --material Sn --wave-number 0.3 --time 1.5
        solve interaction --material Sn --distance 10nm --frequency 2eV
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

  @Option("atom (hydrogenic orbitals), pair (of solve pair --dim 3) or ring (of solve ring).")
  var system: System = .atom

  @Option(
    "An orbital such as 1s, 2p0 or 3d+2 (default: 1s), or the index of a level.", value: "orbital")
  var first: String?

  @Option(
    "The other one (default: the first).", value: "orbital")
  var second: String?

  @Option(
    "All pairs of a list, such as 1s,2s,2p.", value: "list")
  var orbitals: String?

  @Option("coulomb or ampere; --orbitals shows both (default: coulomb).")
  var channel: ElectronInteraction.Channel?

  @Option("Ampere: transverse (currents without their longitudinal part) or literal.")
  var gauge: ElectronInteraction.Gauge = .transverse

  @Option(
    "Z of the nucleus or of the pair.", value: "z", reading: Quantity.number)
  var charge: Double = 1

  @Option(
    "lambda of exp(-lambda r), in bohr^-1 (default: 0).", value: "lambda", reading: Quantity.number)
  var screening: Double?

  @Option(
    "Screens the Ampere interaction by lambda = omega_p/c.", value: "e", reading: Quantity.energy)
  var plasmaEnergy: Energy?

  @Option("quadrature (multipoles) or grid (FFT on a Cartesian grid).")
  var method: Method = .quadrature

  @Option(
    "Of the grid, along an axis (default: 64).", value: "n", reading: Quantity.whole)
  var points: Int?

  @Option(
    "The grid's box is [-L, L]^3 (default: 9 (n/Z) bohr and more for diffuse orbitals).",
    value: "l", reading: Quantity.length)
  var extent: Length?

  @OptionGroup var states: InteractionStates

  @Option(
    "Estimates for a metal, by symbol or name.", value: "metal")
  var material: String?

  @Option(
    "The mean coupling to phonons of a metal (default: 0.1eV).", value: "e",
    reading: Quantity.energy)
  var phononCoupling: Energy?

  @Option(
    "With --material: V_J(q, omega) and its poles at this q, in bohr^-1.",
    value: "q", reading: Quantity.number)
  var waveNumber: Double?

  @Option(
    "omega of --wave-number or --distance (default: 0).", value: "e", reading: Quantity.energy)
  var frequency: Energy?

  @Option("V_J(q, t) at this t, in hbar/hartree.", value: "t", reading: Quantity.number)
  var time: Double?

  @Option("With --material: V_J(r, omega).", value: "r", reading: Quantity.length)
  var distance: Length?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    try InteractionReport(flags: self, setup: try InteractionSetup(self)).run()
  }
}

extension ElectronInteraction.Channel: ExpressibleByArgument {}
extension ElectronInteraction.Gauge: ExpressibleByArgument {}
extension SpacePair.Kernel: ExpressibleByArgument {}
