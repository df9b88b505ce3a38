import ArgumentParser
import FewBody

struct RingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ring",
    abstract: "One electron, or many that do not interact, on a ring threaded by a flux.",
    discussion: """
      H = (-i d/dphi + f)^2/2mR^2 + V(phi), f = Phi/Phi0, Phi0 = h/e. Each level comes with its \
      current -(1/2 pi) dE/df, in e E_h/hbar, computed in two independent ways.

      Six levels of a free ring, of a ring with a barrier, and with psi(4 pi) = psi(0):
        solve ring --flux 0.1
        solve ring --flux 0.1 --cosine 0.3,1 --cosine -0.1,2,0.5
        solve ring --flux 0.25 --boundary spinor
      Levels followed through their crossings, and a picture:
        solve ring --flux 0:1:201 --cosine 0.05,1 --plot butterfly.svg
      Many electrons, and a spin that the Rashba coupling turns:
        solve ring --flux 0:1:101 --electrons 10 --temperature 0.01
        solve ring --rashba 1.118033988749895 --zeeman 0.01
      A potential with a kink needs elements:
        solve ring --potential 'abs(sin(phi/2))' --method spectral
      What was measured on copper and gold rings, beside what the formulas give:
        solve ring --experiment levy-1990
      """)

  enum Method: String, ExpressibleByArgument, CaseIterable {
    case fft
    case fd
    case spectral
  }

  @Option(
    "f, or from:to:count with both ends included (default: 0).",
    value: "f")
  var flux: String?

  @Option(
    "single-valued, antiperiodic, spinor (psi(4 pi) = psi(0)), or twist:THETA in radians (default: single-valued).",
    value: "condition")
  var boundary: String?

  @Option(
    "R (default: 1).",
    value: "r", reading: Quantity.length)
  var radius: Length?

  @Option(
    "m, in electron masses (default: 1).",
    value: "m", reading: Quantity.number)
  var mass: Double?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Add v cos(q phi + phase) to V, q whole; may be repeated.", valueName: "v,q[,phase]"))
  var cosine: [String] = []

  @Option(
    "Add an expression in phi to V, in hartree.",
    value: "expr")
  var potential: String?

  @Option(
    "Add a table to V: CSV with header phi,V over one turn, radians and hartree.",
    value: "csv")
  var potentialFile: String?

  @Option(
    "Add a seeded random V: so many harmonics with normal amplitudes.",
    value: "amplitude,harmonics,seed")
  var disorder: String?

  @Option(
    "Q = 2 m alpha R/hbar^2 of a two-component electron; the boundary applies to the spinor in the laboratory frame.",
    value: "q", reading: Quantity.number)
  var rashba: Double?

  @Option(
    "E of the term E sigma_z/2 of a two-component electron.",
    value: "e", reading: Quantity.energy)
  var zeeman: Energy?

  @Option(
    "Fill the levels with n electrons: total energy and current.",
    value: "n", reading: Quantity.whole)
  var electrons: Int?

  @Option(
    "Of the filling, as k T, such as 10mK (default: 0).",
    value: "t", reading: Quantity.energy)
  var temperature: Energy?

  @Option(
    "Electrons a level holds: 1 or 2 (default: 2; 1 for two components).",
    value: "g", reading: Quantity.whole)
  var spinDegeneracy: Int?

  @Option(
    "fft: plane waves, rigorous for cosines; fd: finite differences; spectral: elements.")
  var method: Method = .fft

  @Option(
    "Of the finite differences: 2, 4, 6 or 8 (default: 8).",
    value: "p", reading: Quantity.whole)
  var order: Int?

  @Option(
    "Unknowns on the ring (default: 256 for fd, as many as needed for fft).",
    value: "n", reading: Quantity.whole)
  var points: Int?

  @Option(
    "The width of the bounds that is asked for, beside |E| and the energy scale; exit code 70 where it is missed (default: 1e-10, without --points and --method fd).",
    value: "t", reading: Quantity.number)
  var tolerance: Double?

  @Option(
    "levy-1990 or chandrasekhar-1991: the paper's quantities beside ours.",
    value: "name")
  var experiment: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    if let experiment {
      return try RingExperimentReport(self, named: experiment).run()
    }
    let setup = try RingSetup(self)
    try SpectrumReport(
      title: { setup.title }, exact: nil, notes: [], shared: shared, tolerance: nil,
      drawing: RingDrawing(ring: setup.ring, filling: setup.filling)
    ).run { progress, shouldStop in
      do {
        return try setup.spectrum(progress: progress, shouldStop: shouldStop)
      } catch {
        throw setup.inItsFile(error)
      }
    }
  }
}
