import ComplexModule
import RealModule

/// Follows levels from flux to flux by the overlap of their states, not by their order.
///
/// All fluxes share one Hilbert space: the flux is in H, not in the boundary condition. A level is compared
/// with the branch's last state and with the last that was recognised beyond doubt. The latter keeps one
/// sample in the middle of a narrow avoided crossing, half of each branch, from exchanging them; the
/// former lets a sweep begin at such a point. Whether a gap is crossed or avoided is decided by the step:
/// coarser than the gap it is crossed.
struct BranchFollower {
  private struct Place {
    var state: RingState
    var energy: Double
    var flux: Double
  }
  private struct Branch {
    var sure: Place
    var last: Place
  }

  /// B, and a lower bound of H - B(l + Q sigma_r/2)^2.
  let rotation: Double
  let bottom: Double
  private var branches: [Branch] = []

  init(rotation: Double, bottom: Double) {
    self.rotation = rotation
    self.bottom = bottom
  }

  /// The overlap squared beyond which a state is recognised beyond doubt.
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
      func weight(_ place: Place) -> Double {
        let reach = rotation.squareRoot() * (flux - place.flux).magnitude
        let distance = (own - height(place.energy)).magnitude
        guard distance <= 1.001 * reach + 1e-6 * own else { return 0 }
        return place.state.overlap(state).lengthSquared
      }
      for j in branches.indices {
        var most = weight(branches[j].last)
        // A recognised state is the last one and the sure one at once.
        if branches[j].sure.flux != branches[j].last.flux {
          most = max(most, weight(branches[j].sure))
        }
        if most >= Self.least { candidates.append((most, i, j)) }
      }
    }
    candidates.sort { ($0.weight, -$0.level) > ($1.weight, -$1.level) }
    var numbers = [Int?](repeating: nil, count: levels.count)
    var taken = Set<Int>()
    for (weight, level, branch) in candidates where numbers[level] == nil {
      guard taken.insert(branch).inserted else { continue }
      numbers[level] = branch
      guard let state = levels[level].ringState else { continue }
      let place = Place(state: state, energy: levels[level].energy.hartree, flux: flux)
      branches[branch].last = place
      if weight >= Self.certain { branches[branch].sure = place }
    }
    return levels.indices.map { i in
      if let number = numbers[i] { return number }
      if let state = levels[i].ringState {
        let place = Place(state: state, energy: levels[i].energy.hartree, flux: flux)
        branches.append(Branch(sure: place, last: place))
      }
      return branches.count - 1
    }
  }
}
