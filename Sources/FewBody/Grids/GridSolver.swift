import FourierTransforms
import LinearOperators

/// The lowest levels of one sector of a line problem on one grid.
struct GridSolver {
  enum Kind: Sendable, Equatable {
    case differences(order: Int)
    case fourier
  }

  /// Levels of the matrix, with normalised vectors sqrt(J h) psi.
  struct Outcome {
    var values: [Double]
    var vectors: [[Double]]
    var residuals: [Double]
    /// The size of rounding in each value: u sum |phi||H||phi|.
    var rounding: [Double]
    var isComplete: Bool
    var check: String
    var iterations: Int
  }

  let grid: LineGrid
  let kind: Kind
  let kinetic: (Double) -> Double
  let potential: (Double) -> Double

  func lowest(
    _ count: Int, tolerance: Double, shouldStop: () -> Bool
  ) throws(FewBodyError) -> Outcome {
    do {
      switch kind {
      case .differences(let order): return try differences(count, order: order)
      case .fourier: return try fourier(count, tolerance: tolerance, shouldStop: shouldStop)
      }
    } catch let error as LinearAlgebraError {
      throw .external(routine: "LinearOperators", info: 0, meaning: "\(error)")
    } catch {
      throw .external(routine: "FFTW", info: 0, meaning: "\(error)")
    }
  }

  private func differences(_ count: Int, order: Int) throws -> Outcome {
    let differences = StaggeredDifferences(
      grid, order: order, kinetic: kinetic, potential: potential)
    let pairs = try differences.matrix().eigenpairs(.lowest(count))
    var outcome = Outcome(
      values: [], vectors: [], residuals: [], rounding: [],
      isComplete: pairs.completeness.isVerified && pairs.isConverged, check: "inertia",
      iterations: pairs.iterations)
    for i in 0..<min(count, pairs.count) {
      let phi = pairs.vectors.vector(i)
      outcome.values.append(differences.rayleighQuotient(phi))
      outcome.vectors.append(phi)
      outcome.residuals.append(pairs.residuals[i])
      outcome.rounding.append(differences.rounding(phi))
    }
    return outcome
  }

  /// Block Lanczos on (H - sigma)^-1, sigma below the spectrum, each application by conjugate
  /// gradients preconditioned with second differences on the same nodes.
  ///
  /// The two operators are spectrally equivalent with a constant of pi^2/4 whatever the map, so that
  /// neither loop grows with the points. Rejected: Davidson on H itself. On a map that resolves a
  /// core of 1e-5 bohr ||H|| is 1e17, and its residuals never fall below u ||H||.
  private func fourier(
    _ count: Int, tolerance: Double, shouldStop: () -> Bool
  ) throws -> Outcome {
    let matrix = try FourierLineOperator(grid, kinetic: kinetic, potential: potential)
    let coarse = StaggeredDifferences(grid, order: 2, kinetic: kinetic, potential: potential)
    let band = try coarse.matrix()
    let start = try band.eigenpairs(.lowest(count))
    let lowest = start.values[0]
    let spacing = max((start.values.last ?? lowest) - lowest, 0.05 * lowest.magnitude, 1e-300)
    let shift = lowest - 0.3 * spacing
    let inverse = ShiftedInverse(
      matrix: matrix, shift: shift, coarse: try BandedFactorization(band, shift: shift))
    // The levels are -1/(lambda - sigma): relative accuracy there is accuracy of lambda - sigma.
    let size = 1 / (lowest - shift).magnitude
    let lanczos = Lanczos(
      tolerance: max(min(tolerance, 1e-10), 1e-13) * size, maxIterations: 60,
      blockSize: min(count + 1, grid.count / 8))
    let pairs = try lanczos.lowest(
      count, of: inverse, start: (0..<min(count, start.count)).map { start.vectors.vector($0) },
      shouldStop: shouldStop)
    var outcome = Outcome(
      values: pairs.values.map { shift - 1 / $0 },
      vectors: (0..<pairs.count).map { pairs.vectors.vector($0) }, residuals: [], rounding: [],
      isComplete: pairs.isConverged && pairs.completeness.isVerified,
      check: "random vectors in the complement", iterations: pairs.iterations)
    for i in 0..<pairs.count {
      let phi = outcome.vectors[i]
      outcome.residuals.append(matrix.residual(phi, outcome.values[i]))
      // d lambda = (lambda - sigma)^2 d mu.
      let distance = outcome.values[i] - shift
      outcome.rounding.append(
        4 * coarse.rounding(phi) + pairs.residuals[i] * distance * distance)
    }
    return outcome
  }
}

extension Completeness {
  /// Whether the solver's own check passed.
  var isVerified: Bool {
    if case .unverified = self { false } else { true }
  }
}
