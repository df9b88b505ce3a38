import LinearOperators

/// One level of a Hamiltonian on a tensor grid.
public struct CartesianLevel: Sendable {
  /// The matrix's eigenvalue in hartree.
  public let energy: Double
  /// ‖Hψ − Eψ‖ in hartree; it bounds the distance to an eigenvalue of the matrix, and says nothing
  /// about the grid.
  public let residual: Double
  /// Whether the residual is within the solver's tolerance.
  public let isConverged: Bool
  /// The parities of the block that the level was found in.
  public let sector: Sector
  /// Points an axis of the whole grid.
  public let points: Int
  /// Orthonormal amplitudes over the sector's block, index (ix ny + iy) nz + iz.
  public let vector: [Double]

  /// Orthonormal amplitudes over the whole grid, `points`³ of them.
  public func expanded() -> [Double] {
    let shape = sector.shape(points: points)
    let half = points / 2
    func source(_ axis: Int, _ i: Int) -> (index: Int, factor: Double) {
      guard let parity = sector[axis] else { return (i, 1) }
      let factor = 0.5.squareRoot()
      return i >= half ? (i - half, factor) : (half - 1 - i, factor * Double(parity.rawValue))
    }
    let z = (0..<points).map { source(2, $0) }
    var full: [Double] = []
    full.reserveCapacity(points * points * points)
    for i in 0..<points {
      let a = source(0, i)
      for j in 0..<points {
        let b = source(1, j)
        let row = (a.index * shape.y + b.index) * shape.z
        let scale = a.factor * b.factor
        for place in z { full.append(scale * place.factor * vector[row + place.index]) }
      }
    }
    return full
  }
}

/// The lowest levels of a Hamiltonian on a tensor grid, and the solver's account of them.
public struct CartesianSpectrum: Sendable {
  /// In ascending order, a degenerate level as often as its multiplicity.
  public let levels: [CartesianLevel]
  /// The same number of levels on the next coarser grid, to a looser tolerance; nil where the grid
  /// was too small to have one.
  public let coarseEnergies: [Double]?
  /// Points an axis of that grid.
  public let coarsePoints: Int?
  /// Iterations on the finest grid, the largest number over the blocks solved.
  public let iterations: Int
  /// The memory of the finest grid's blocks that were solved side by side, in bytes: bases, images,
  /// potentials and levels.
  public let bytes: Double
  /// How it was checked that no level is missing.
  public let completeness: Completeness
  /// How it was checked that no level is missing, in words.
  public let check: String

  /// Every wanted level converged and the check passed.
  public var isComplete: Bool {
    if case .unverified = completeness { return false }
    return levels.allSatisfy(\.isConverged)
  }
}

/// How far a solve on a tensor grid has come.
public struct CartesianProgress: Sendable {
  /// Points an axis of the grid at work.
  public let points: Int
  /// The sector at work.
  public let sector: Sector
  /// The iteration on this grid and in this sector.
  public let iteration: Int
  /// The largest residual of the sector's wanted levels.
  public let residual: Double
  /// How much of the way from its first residual to the tolerance this grid has come, in digits.
  public let fraction: Double
  /// Seconds left on this grid if it goes on like this; nil before the residual has fallen.
  public let secondsLeft: Double?
}
