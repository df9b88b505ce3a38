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

  /// Block Davidson, preconditioned by second differences on the same nodes: the two operators are
  /// spectrally equivalent with a constant of pi^2/4, whatever the map, so that the iterations do
  /// not grow with the points.
  private func fourier(
    _ count: Int, tolerance: Double, shouldStop: () -> Bool
  ) throws -> Outcome {
    let matrix = try FourierLineOperator(grid, kinetic: kinetic, potential: potential)
    let coarse = StaggeredDifferences(grid, order: 2, kinetic: kinetic, potential: potential)
    let band = try coarse.matrix()
    let start = try band.eigenpairs(.lowest(count))
    let lowest = start.values[0]
    let spacing = max((start.values.last ?? lowest) - lowest, 0.05 * lowest.magnitude, 1e-300)
    let inverse = try BandedFactorization(band, shift: lowest - 0.3 * spacing)
    let scale = start.values.prefix(count).map(\.magnitude).max() ?? 1
    let norm = coarse.largest
    let goal = max(min(tolerance * norm, 1e-7 * scale), 8 * ElementMatrices.unit * norm)
    let davidson = Davidson(tolerance: goal, maxIterations: 200, basisBlocks: 6)
    let pairs = try davidson.lowest(
      count, of: matrix, preconditioner: SecondDifferenceInverse(factorization: inverse),
      start: (0..<min(count, start.count)).map { start.vectors.vector($0) },
      shouldStop: shouldStop)
    return Outcome(
      values: pairs.values, vectors: (0..<pairs.count).map { pairs.vectors.vector($0) },
      residuals: pairs.residuals,
      rounding: (0..<pairs.count).map { 4 * coarse.rounding(pairs.vectors.vector($0)) },
      isComplete: pairs.isConverged && pairs.completeness.isVerified,
      check: "random vectors in the complement", iterations: pairs.iterations)
  }
}

/// (H_2 - sigma)^-1 with second differences, sigma below the spectrum.
private struct SecondDifferenceInverse: Preconditioner {
  let factorization: BandedFactorization

  func correct(
    _ residual: UnsafeBufferPointer<Double>, level: Double,
    into correction: UnsafeMutableBufferPointer<Double>
  ) {
    _ = correction.update(fromContentsOf: residual)
    factorization.solve(correction)
  }
}

extension Completeness {
  /// Whether the solver's own check passed.
  var isVerified: Bool {
    if case .unverified = self { false } else { true }
  }
}
