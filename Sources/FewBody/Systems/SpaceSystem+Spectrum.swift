extension SpaceSystem {
  /// The lowest levels of the system, each between two bounds.
  ///
  /// - Parameters:
  ///   - count: how many levels, 1 or more, multiplicities included. Fewer come back if fewer are
  ///     bound.
  ///   - symmetry: which levels are asked for. Where V is not isotropic and the method is
  ///     ``SpaceMethod/spectral``, M is 0 unless it is given.
  ///   - method: ``SpaceMethod/spectral`` bounds every level; the grids give estimates.
  ///   - tolerance: the relative width (upper - lower)/|E| that is asked for; on a grid the residual
  ///     over the norm of H.
  ///   - symmetryUse: whether a grid may split H by the symmetry of V.
  ///   - threads: of the grids; nil for all cores.
  ///   - progress: receives the fraction done and, on a grid, the iteration.
  ///   - shouldStop: polled as the work goes on, like `Task.isCancelled`; what was found comes back,
  ///     marked incomplete.
  /// - Throws: ``FewBodyError`` for parameters that cannot be.
  public func spectrum(
    lowest count: Int, symmetry: SpaceSymmetry = .all, on method: SpaceMethod = .spectral,
    tolerance: Double = 1e-10, symmetryUse: SpaceMethod.SymmetryUse = .auto, threads: Int? = nil,
    progress: (SolveProgress) -> Void = { _ in }, shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> Spectrum {
    try requireLevels(count, tolerance: tolerance, bytesPerState: 4000)
    try symmetry.validate()
    let problem = try problem()
    let isCancelled = { Task.isCancelled || shouldStop() }
    var spectrum: Spectrum
    switch method {
    case .spectral:
      spectrum = try problem.partialWaveSpectrum(
        count, symmetry: symmetry, tolerance: tolerance,
        progress: { progress(SolveProgress(fraction: $0)) }, shouldStop: isCancelled)
    case .finiteDifferences, .fourier:
      spectrum = try problem.cartesianSpectrum(
        count, symmetry: symmetry, method: method, tolerance: tolerance, symmetryUse: symmetryUse,
        threads: threads, progress: progress, shouldStop: isCancelled)
    }
    spectrum.system = parameters
    return spectrum
  }
}
