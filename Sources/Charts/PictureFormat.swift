/// The kinds of picture, each chosen by a path's ending.
public enum PictureFormat: String, Sendable, CaseIterable {
  /// Scalable Vector Graphics, by the ending `.svg`.
  case svg
  /// Portable Network Graphics, by the ending `.png`.
  case png

  /// The format that the path's ending names, in either case.
  public init(path: String) throws(ChartError) {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let ending = parts.last,
      let format = PictureFormat(rawValue: ending.lowercased())
    else { throw .unknownEnding(path: path) }
    self = format
  }

  /// The gnuplot terminal and its options, for a picture of so many pixels.
  func terminal(width: Int = 900, height: Int = 640) -> String {
    let size = "size \(width),\(height) noenhanced font 'DejaVu Sans,14'"
    return switch self {
    case .svg: "svg \(size) background '#ffffff'"
    // Of cairo's 96 points an inch, three quarters: the same letters in both formats.
    case .png: "pngcairo \(size) fontscale 0.75 background '#ffffff'"
    }
  }
}
