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

      In space, --dim 3: H = p^2/2mu - Z/r, or with --kernel breit Essen's anisotropic
      -Z (1 + cos^2 theta)/2r, of which the first is the average:
        solve pair --dim 3 --states 14
        solve pair --dim 3 --kernel breit --magnetic 1 --parity odd
        solve pair --dim 3 --external '0.01*r^2' --angular-momentum 1
      On a Cartesian grid V needs no symmetry:
        solve pair --dim 3 --method fd --external '0.1*(x-1)^2+0.2*y^2+z^2/8'
      """)

  enum Kernel: String, ExpressibleByArgument, CaseIterable {
    case shifted
    case soft
    case ring
    case isotropic
    case breit
  }

  enum Parity: String, ExpressibleByArgument, CaseIterable {
    case even
    case odd
    case both
  }

  enum Method: String, ExpressibleByArgument, CaseIterable {
    case spectral
    case fd
    case fft
  }

  @Option(
    "The dimension: 1 or 3.",
    value: "d", name: .customLong("dim"), reading: Quantity.whole)
  var dimension: Int?

  @Option("Z, in units of e^2 (default: 1).", value: "z", reading: Quantity.number)
  var charge: Double?

  @Option("The thickness a (default: 0.1).", value: "a", reading: Quantity.length)
  var thickness: Length?

  @Option("mu, in electron masses (default: 0.5).", value: "mu", reading: Quantity.number)
  var reducedMass: Double?

  @Option(
    "In 1D shifted: -Z/(|x| + a); soft: -Z/sqrt(x^2 + a^2); ring: H of Essen's Eq. (39). In 3D isotropic: -Z/r; breit: -Z (1 + cos^2 theta)/2r."
  )
  var kernel: Kernel?

  @Option("The ring kernel's radius (default: 10).", value: "r", reading: Quantity.length)
  var radius: Length?

  @Option(
    "The ring kernel's centre-of-mass momentum, in hbar (default: 0).",
    value: "j", reading: Quantity.whole)
  var momentum: Int?

  @Option(
    "The ring kernel's operator ordering M^A p M^(-1-2A) p M^A/2 (default: 0).",
    value: "A", reading: Quantity.number)
  var ordering: Double?

  @Option(
    "Instead of a kernel, in hartree and bohr. In 1D V(x) between hard walls at -L and L; in 3D V in r, in r and costheta, or in x, y, z.",
    value: "expr")
  var potential: String?

  @Option(
    "In 3D: a potential added to the kernel, finite at the origin, such as a trap.",
    value: "expr")
  var external: String?

  @Option("A table of V: CSV with header x,V, atomic units.", value: "csv")
  var potentialFile: String?

  @Option("In 3D: only this l (default: all l and m, merged).", value: "l", reading: Quantity.whole)
  var angularMomentum: Int?

  @Option("In 3D: only this M (default of breit: 0).", value: "m", reading: Quantity.whole)
  var magnetic: Int?

  @Option("In 3D: even, odd or both, under r -> -r (default: both).")
  var parity: Parity?

  @Option("spectral: rigorous bounds; fd: finite differences; fft: sines and cosines.")
  var method: Method = .spectral

  @Option(
    "Of the finite differences: 2, 4, 6 or 8 (default: 8).",
    value: "p", reading: Quantity.whole)
  var order: Int?

  @Option(
    "Unknowns on [-L, L] (default: 2000 for fd, 512 for fft; in 3D 64 per axis).",
    value: "n", reading: Quantity.whole)
  var points: Int?

  @Option(
    "L of the box [-L, L], or [-L, L]^3 (default: from the levels).",
    value: "L", reading: Quantity.length)
  var extent: Length?

  @Option("In 3D: mapped, dense at the origin, or uniform nodes (default: mapped).")
  var grid: SpaceMethod.Grid?

  @Option("In 3D: auto uses parity and equal axes where V has them; none (default: auto).")
  var symmetry: SpaceMethod.SymmetryUse?

  @Option(
    "The relative width of the bounds that is asked for.",
    value: "t", reading: Quantity.number)
  var tolerance: Double = 1e-10

  @Option("Take the charge from a metal's r_s: Au, Cu, Al, ...", value: "metal")
  var material: String?

  @Option("average: Z = (2/3) v_F^2/c^2; ring: v_F^2/c^2; fermi: E_F/mc^2, Eq. (43) to the letter.")
  var coupling: Coupling?

  @Flag(help: "Compare each level with its exact value, where there is one.")
  var exact = false

  @OptionGroup var shared: SharedOptions

  func run() throws { try PairRequest(self).run() }
}
