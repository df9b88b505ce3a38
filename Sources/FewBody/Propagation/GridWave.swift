public import ComplexModule
import RealModule

/// A wavefunction at the nodes of a grid, at one time.
public struct GridWave: Sendable {
  /// The grid of the nodes.
  public let grid: PeriodicGrid
  /// psi, in bohr^(-dimension/2), the last axis running fastest.
  public var values: [Complex<Double>]
  /// In hbar per hartree.
  public var time: Double

  /// Samples `wave` at the nodes and normalises it.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` where it is not finite, vanishes everywhere, or does not
  ///   vanish at the borders of a box.
  public init(
    on grid: PeriodicGrid, time: Double = 0, _ wave: (SIMD3<Double>) -> Complex<Double>
  ) throws(FewBodyError) {
    self.grid = grid
    self.time = time
    values = (0..<grid.count).map { wave(grid.position($0)) }
    let norm = self.norm
    guard norm.isFinite else {
      throw .invalid("wave", "not finite", accepted: "a function that is finite at every node")
    }
    guard norm > 0 else {
      throw .invalid("wave", "zero everywhere", accepted: "a function with a norm on the grid")
    }
    let scale = 1 / norm.squareRoot()
    for i in values.indices { values[i] = values[i].multiplied(by: scale) }
    guard borderShare < Self.borderLimit else {
      throw .invalid(
        "extent", grid.axes[0].length / 2,
        accepted:
          "more: at the border the wave still has \(borderShare) of its largest amplitude, not "
          + "below \(Self.borderLimit)")
    }
  }

  /// The amplitude at a border, of the largest, from which its images across the border are felt.
  static let borderLimit = 1e-6

  /// The integral of the density.
  public var norm: Double {
    var sum = 0.0
    for value in values { sum += value.density }
    return sum * grid.cell
  }

  /// The largest amplitude at the border of a box over the largest of all; 0 on a ring.
  public var borderShare: Double {
    var (border, all) = (0.0, 0.0)
    for (i, value) in values.enumerated() {
      all = max(all, value.density)
      if grid.isOnBorder(i) { border = max(border, value.density) }
    }
    return all > 0 ? (border / all).squareRoot() : 0
  }
}

extension Complex<Double> {
  /// |z|^2.
  var density: Double { real * real + imaginary * imaginary }
}
