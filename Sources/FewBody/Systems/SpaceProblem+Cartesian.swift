extension SpaceProblem {
  func cartesianSpectrum(
    _ count: Int, symmetry: SpaceSymmetry, method: SpaceMethod, tolerance: Double,
    symmetryUse: SpaceMethod.SymmetryUse, threads: Int?, progress: (Double) -> Void,
    shouldStop: () -> Bool
  ) throws(FewBodyError) -> Spectrum {
    throw .invalid("method", method.name, accepted: "spectral")
  }
}
