import ArgumentParser
import FewBody

struct FineStructureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fine-structure",
    abstract: "The fine structure of a one-electron atom, by terms.",
    discussion: """
      First order of alpha^2 on the states of H = p^2/2mu - 1/r, each expectation value by quadrature \
      over the numerical state: mass-velocity, Darwin, orbit-orbit (the Darwin-Breit interaction), \
      spin-orbit, spin-spin, tensor and annihilation, in alpha^2 hartree and in eV. Levels ascend in \
      energy: by n, then by the total.

      The two 1S and six n = 2 levels of positronium:
        solve fine-structure --species positronium --states 8
      The hyperfine splitting of muonium:
        solve fine-structure --species muonium --states 2
      Hydrogen up to n = 3, as comma-separated values:
        solve fine-structure --species hydrogen --states 9 --format csv
      """)

  enum Name: String, ExpressibleByArgument, CaseIterable {
    case hydrogen
    case muonium
    case positronium

    var species: Species {
      switch self {
      case .hydrogen: .hydrogen
      case .muonium: .muonium
      case .positronium: .positronium
      }
    }
  }

  @Option("hydrogen (a nucleus at rest), muonium (with its mass) or positronium.")
  var species: Name = .hydrogen

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try shared.check()
    let atom = FineStructure(of: species.species)
    try FineStructureReport(title: title(atom.species), shared: shared).run {
      progress, shouldStop in
      try atom.spectrum(
        lowest: shared.states, progress: { progress(SolveProgress(fraction: $0)) },
        shouldStop: shouldStop)
    }
  }

  private func title(_ species: Species) -> [String] {
    let masses =
      species.isNucleusAtRest
      ? "an electron about a nucleus at rest"
      : "masses \(species.electronMass) and \(species.nuclearMass), mu = \(species.reducedMass)"
    return ["fine structure of \(species.name): \(masses), first order of alpha^2"]
  }
}
