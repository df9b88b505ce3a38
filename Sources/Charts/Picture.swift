import FewBody

/// Anything that has a gnuplot program, and so can be drawn.
public protocol Picture: Sendable {
  /// The gnuplot program that draws the picture, its data inline.
  func script(for format: PictureFormat) throws(ChartError) -> String
}

/// A picture that one ``Chart`` describes.
public protocol ChartPicture: Picture {
  /// The description of the picture.
  func chart() throws(ChartError) -> Chart
}

extension ChartPicture {
  /// The gnuplot program of ``ChartPicture/chart()``.
  ///
  /// - Throws: ``ChartError``.
  public func script(for format: PictureFormat) throws(ChartError) -> String {
    try chart().script(for: format)
  }
}

extension Picture {
  /// The picture's bytes.
  ///
  /// - Throws: ``ChartError``.
  public func data(_ format: PictureFormat, program: String = "gnuplot") throws(ChartError)
    -> [UInt8]
  {
    try Gnuplot(program: program).run(try script(for: format))
  }

  /// Draws to a file, atomically; the ending (.svg, .png) chooses the format.
  ///
  /// - Throws: ``ChartError`` or `OutputError`.
  public func write(to path: String, program: String = "gnuplot") throws {
    let format = try PictureFormat(path: path)
    try AtomicFile.write(try data(format, program: program), to: path)
  }
}
