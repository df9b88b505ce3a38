import Charts
import FewBody
import Foundation

/// Densities in closed form: hydrogen's, and one stretched along its axis as the Breit pair's is.
enum ModelDensities {
  /// kappa^3/pi exp(-2 kappa r).
  static func sphere(_ kappa: Double) -> DensityMap.State {
    DensityMap.State(name: "sphere", energy: .hartree(-kappa * kappa)) { x, z in
      pow(kappa, 3) / .pi * exp(-2 * kappa * hypot(x, z))
    }
  }

  /// The sphere's with z shortened by the stretch before it is looked up.
  static func stretched(_ kappa: Double, by stretch: Double) -> DensityMap.State {
    DensityMap.State(name: "stretched", energy: .hartree(-1.031 * kappa * kappa)) { x, z in
      pow(kappa, 3) / .pi / stretch * exp(-2 * kappa * hypot(x, z / stretch))
    }
  }

  /// 2p along an axis of the plane, or across it: x, z or y.
  static func lobes(along axis: Character, kappa: Double = 0.5) -> DensityMap.State {
    DensityMap.State(name: "2p\(axis)", energy: .hartree(-0.125)) { x, z in
      let projection = axis == "x" ? x : axis == "z" ? z : 0
      return pow(kappa, 5) / .pi * projection * projection * exp(-2 * kappa * hypot(x, z))
    }
  }
}
