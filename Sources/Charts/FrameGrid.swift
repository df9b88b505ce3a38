/// Square frames in rows, filled from the upper left.
struct FrameGrid: Sendable {
  let across: Int
  /// Of each frame, in pixels.
  let side: Int
  let figure: (width: Int, height: Int)
  /// Room under the lowest row.
  let bottom: Int
  let rows: Int

  subscript(i: Int) -> Frame {
    let row = rows - 1 - i / across
    let left = (figure.width - across * (side + 25)) / 2 + 35
    return Frame(
      left: left + i % across * (side + 25), bottom: bottom + row * (side + 48), width: side,
      height: side, figure: figure)
  }
}
