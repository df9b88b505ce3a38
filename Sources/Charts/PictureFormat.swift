/// The kinds of picture, each chosen by a path's ending.
public enum PictureFormat: String, Sendable, CaseIterable {
  case svg
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

  /// The gnuplot terminal and its options, for a picture of 900 by 640 pixels.
  var terminal: String {
    switch self {
    case .svg: "svg size 900,640 noenhanced font 'DejaVu Sans,14' background '#ffffff'"
    case .png: "pngcairo size 900,640 noenhanced font 'DejaVu Sans,11' background '#ffffff'"
    }
  }
}
