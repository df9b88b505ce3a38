import ComplexModule
import LinearOperators
import RealModule

/// How the levels of a ``DipoleSystem`` are found.
public enum DipoleMethod: String, Sendable, CaseIterable {
  /// All levels of the matrix.
  case dense
  /// The lowest levels from what the Hamiltonian does to vectors.
  case matrixFree = "matrix-free"
}

extension DipoleSystem {
  /// The lowest levels with their multiplicities.
  ///
  /// Levels within two error bounds of one another count as one of a higher multiplicity; where the list
  /// is cut by `states`, only its last one can have more than is said.
  ///
  /// - Parameters:
  ///   - states: how many of the lowest levels.
  ///   - method: nil for dense up to 256 product states and matrix-free beyond.
  ///   - threads: of the matrix-free iteration, over vectors; nil for one a processor.
  ///   - shouldStop: polled once an iteration; what was found comes back, marked incomplete.
  /// - Throws: ``FewBodyError/invalid(_:)`` as ``validate()``;
  ///   ``FewBodyError/tooLarge(what:bytes:limit:)`` where vectors or matrix do not fit into memory.
  public func spectrum(
    lowest states: Int, on method: DipoleMethod? = nil, threads: Int? = nil,
    shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> Spectrum {
    guard states >= 1 else {
      throw .invalid("states", states, accepted: "a whole number from 1")
    }
    try validate()
    switch method ?? (dimension <= 256 ? .dense : .matrixFree) {
    case .dense: return try denseSpectrum(states)
    case .matrixFree: return try matrixFreeSpectrum(states, threads, shouldStop)
    }
  }

  private func denseSpectrum(_ states: Int) throws(FewBodyError) -> Spectrum {
    let matrix = try hamiltonian()
    let pairs: Eigenpairs<Complex<Double>>
    do throws(LinearAlgebraError) { pairs = try matrix.eigenpairs(.all) } catch {
      throw FewBodyError(error)
    }
    let norm = max(pairs.values.first?.magnitude ?? 0, pairs.values.last?.magnitude ?? 0)
    var spectrum = emptySpectrum(.dense)
    spectrum.method["check"] = "all levels of the Hamiltonian were computed"
    spectrum.levels = levels(
      pairs.values, pairs.residuals, rounding: Double(matrix.dimension) * norm * 0x1p-52, states)
    spectrum.isComplete = true
    return spectrum
  }

  private func matrixFreeSpectrum(
    _ states: Int, _ threads: Int?, _ shouldStop: () -> Bool
  ) throws(FewBodyError) -> Spectrum {
    let hasPhases = dipoles.contains { $0.moments.contains { $0.contains { $0.imaginary != 0 } } }
    var solver = Davidson(guardVectors: 4, threads: threads.map(Threads.init) ?? .available)
    // One level more than asked shows whether the last one is degenerate.
    let most = min(Double(states) + 1, dimension)
    let copies = hasPhases ? 2.0 : 1
    let block = most * copies + Double(solver.guardVectors)
    // Basis and image of three blocks each, the result, and the diagonal.
    let bytes = 8 * dimension * (copies * (6 * block + most * copies) + 1)
    guard bytes <= Memory.available, dimension <= 0x1p40 else {
      throw .tooLarge(
        what: "frequencies: \(states) vectors of \(dimension) product states", bytes: bytes,
        limit: Memory.available)
    }
    let matrix = PairTerms(self)
    let factor = matrix.isComplex ? 2 : 1
    let bound = matrix.bound
    solver.tolerance = max(1e-11 * bound, .leastNormalMagnitude)
    let pairs: Eigenpairs<Double>
    do throws(LinearAlgebraError) {
      pairs = try solver.lowest(
        factor * Int(most), of: matrix, preconditioner: matrix, shouldStop: shouldStop)
    } catch { throw FewBodyError(error) }
    var spectrum = emptySpectrum(.matrixFree)
    spectrum.method["iterations"] = .integer(pairs.iterations)
    spectrum.method["bytes"] = .number(bytes)
    let chosen = stride(from: 0, to: pairs.values.count, by: factor)
    spectrum.levels = levels(
      chosen.map { pairs.values[$0] }, chosen.map { pairs.residuals[$0] },
      rounding: 64 * bound * 0x1p-52, states)
    spectrum.isComplete = pairs.isConverged
    switch pairs.completeness {
    case .unverified(let because):
      spectrum.isComplete = false
      spectrum.notes.append("a level may be missing: \(because)")
    case .direct, .counted:
      spectrum.method["check"] = "the space was exhausted"
    case .probed(let steps):
      spectrum.method["check"] = .word(
        "random vectors in the complement of the levels found no other in \(steps) steps")
    }
    return spectrum
  }

  private func emptySpectrum(_ method: DipoleMethod) -> Spectrum {
    Spectrum(
      system: [
        "name": "dipoles", "kind": .word(kind.rawValue), "count": .integer(dipoles.count),
        "dimension": .integer(Int(dimension)),
      ],
      method: ["name": .word(method.rawValue)], levels: [], isComplete: false, threshold: nil)
  }

  private func levels(
    _ values: [Double], _ residuals: [Double], rounding: Double, _ states: Int
  ) -> [Level] {
    let because =
      "the effective interaction is of second order in the moments; rounding alone is bounded"
    var levels: [Level] = []
    var start = 0
    while start < values.count, levels.count < states {
      var end = start + 1
      while end < values.count,
        values[end] - values[end - 1] <= 2 * rounding + residuals[end] + residuals[end - 1]
      { end += 1 }
      for k in start..<end where levels.count < states {
        let (energy, error) = (values[k], rounding + residuals[k])
        levels.append(
          Level(
            index: k, energy: Energy(hartree: energy),
            interval: Energy(hartree: energy - error)...Energy(hartree: energy + error),
            certainty: .estimate(because: because), residual: residuals[k],
            multiplicity: end - start))
      }
      start = end
    }
    return levels
  }
}
