import ComplexModule
import RealModule

/// Follows levels from flux to flux by the overlap of their states, not by their order.
///
/// All fluxes share one Hilbert space: the flux is in H, not in the boundary condition. A branch is
/// compared with the last state that was recognised beyond doubt, so that one sample in the middle of
/// a narrow avoided crossing, half of each branch, does not exchange them. Whether a gap is crossed or
/// avoided is decided by the step: coarser than the gap it is crossed.
struct BranchFollower {
  private struct Branch {
    var state: RingState
    var energy: Double
    var flux: Double
  }

  /// B, and a lower bound of H - B(l + Q sigma_r/2)^2.
  let rotation: Double
  let bottom: Double
  private var branches: [Branch] = []

  init(rotation: Double, bottom: Double) {
    self.rotation = rotation
    self.bottom = bottom
  }

  /// The overlap squared beyond which a state is taken as the branch's new reference.
  private static let certain = 0.7
  /// Below it a level starts a branch of its own.
  private static let least = 0.25

  /// The branch numbers of levels at one flux, sorted by energy.
  ///
  /// |dE/df| <= 2 sqrt(B (E - bottom)) by Cauchy and Schwarz, so that sqrt(E - bottom) moves by at most
  /// sqrt(B) |df|: no overlap beyond that is computed.
  mutating func follow(_ levels: [Level], at flux: Double) -> [Int] {
    func height(_ energy: Double) -> Double { max(0, energy - bottom).squareRoot() }
    var candidates: [(weight: Double, level: Int, branch: Int)] = []
    for (i, level) in levels.enumerated() {
      guard let state = level.ringState else { continue }
      let own = height(level.energy.hartree)
      for j in branches.indices {
        let reach = rotation.squareRoot() * (flux - branches[j].flux).magnitude
        let distance = (own - height(branches[j].energy)).magnitude
        guard distance <= 1.001 * reach + 1e-6 * own else { continue }
        let weight = branches[j].state.overlap(state).lengthSquared
        if weight >= Self.least { candidates.append((weight, i, j)) }
      }
    }
    candidates.sort { ($0.weight, -$0.level) > ($1.weight, -$1.level) }
    var numbers = [Int?](repeating: nil, count: levels.count)
    var taken = Set<Int>()
    for (weight, level, branch) in candidates where numbers[level] == nil {
      guard taken.insert(branch).inserted else { continue }
      numbers[level] = branch
      if weight >= Self.certain { update(branch, with: levels[level], flux) }
    }
    return levels.indices.map { i in
      if let number = numbers[i] { return number }
      if let state = levels[i].ringState {
        branches.append(Branch(state: state, energy: levels[i].energy.hartree, flux: flux))
      }
      return branches.count - 1
    }
  }

  private mutating func update(_ branch: Int, with level: Level, _ flux: Double) {
    guard let state = level.ringState else { return }
    branches[branch] = Branch(state: state, energy: level.energy.hartree, flux: flux)
  }
}
