/// What can go wrong between a spectrum and its picture.
public enum ChartError: Error, Sendable, Equatable {
  /// The path's ending names no picture format.
  case unknownEnding(path: String)
  /// The gnuplot program was not found.
  case gnuplotMissing(program: String)
  /// The gnuplot program ran and failed; what it said.
  case gnuplotFailed(status: Int, message: String)
  /// The spectrum has levels without wavefunctions, as one read back from JSON has.
  case noWavefunctions
  /// The energy of that level is not a finite number.
  case notFinite(level: Int)
  /// The function to draw has no finite value at that place, in bohr.
  case noNumber(x: Double, z: Double)
  /// There is nothing to draw: no state, no level, or a density that is 0 wherever it was looked at.
  case nothingToDraw(String)
}

extension ChartError: CustomStringConvertible {
  /// What went wrong, in words, and where there is one the remedy.
  public var description: String {
    switch self {
    case .unknownEnding(let path):
      "the picture's path is \(path); accepted: a path that ends in .svg or .png"
    case .gnuplotMissing(let program):
      "the program \(program) was not found; pictures need it: apt-get install gnuplot-nox"
    case .gnuplotFailed(let status, let message):
      "gnuplot ended with status \(status): \(message)"
    case .noWavefunctions:
      "the levels carry no wavefunctions to draw; draw a spectrum as solved, not one read back"
    case .notFinite(let level):
      "level \(level) has no finite energy to draw; solve again or leave the level out"
    case .noNumber(let x, let z):
      "the function to draw has no finite value at x = \(x), z = \(z) bohr; draw a smaller extent"
    case .nothingToDraw(let what): "there is nothing to draw: \(what)"
    }
  }
}
