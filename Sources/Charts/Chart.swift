import FewBody

/// A picture described by values: what is drawn, without how or by which program.
public struct Chart: Sendable {
  /// A place in the chart.
  public struct Point: Sendable, Equatable {
    /// The abscissa, in the x axis' unit.
    public var x: Double
    /// The ordinate, in the y axis' unit.
    public var y: Double

    /// The place with these coordinates.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A mark on an axis with its own words.
  public struct Tick: Sendable, Equatable {
    /// Where the mark stands, in the axis' unit.
    public var position: Double
    /// The words beside the mark.
    public var text: String

    /// A mark at `position` with `text` beside it.
    public init(position: Double, text: String) {
      self.position = position
      self.text = text
    }
  }

  /// An axis; without ticks of its own, it gets round numbers.
  public struct Axis: Sendable {
    /// What the axis shows, with its unit.
    public var title: String
    /// The ends of the axis, in its unit.
    public var range: ClosedRange<Double>
    /// The marks on the axis; nil for round numbers.
    public var ticks: [Tick]?

    /// An axis over `range`; without `ticks` it gets round numbers.
    public init(title: String, range: ClosedRange<Double>, ticks: [Tick]? = nil) {
      self.title = title
      self.range = range
      self.ticks = ticks
    }
  }

  /// A line through points.
  public struct Curve: Sendable {
    /// The points in the order in which they are joined; those with a coordinate that is not finite are left out.
    public var points: [Point]
    /// `#rrggbb`.
    public var color: String
    /// The line's width, in gnuplot's line widths.
    public var width: Double
    /// Whether the line is dashed rather than solid.
    public var isDashed: Bool
    /// The height down or up to which the curve's area is tinted.
    public var base: Double?
    /// Its entry in the key; nil for none.
    public var name: String?

    /// A line through `points`, solid, without a tint and without an entry in the key unless asked for.
    public init(
      points: [Point], color: String, width: Double = 1.5, isDashed: Bool = false,
      base: Double? = nil, name: String? = nil
    ) {
      self.points = points
      self.color = color
      self.width = width
      self.isDashed = isDashed
      self.base = base
      self.name = name
    }
  }

  /// Words in the right margin about a height, led to it by a line where they had to move.
  public struct MarginLabel: Sendable, Equatable {
    /// The words.
    public var text: String
    /// The height that the words are about, in the y axis' unit.
    public var height: Double
    /// The height at which the words stand, in the y axis' unit.
    public var position: Double
    /// The colour of the words and of their line, `#rrggbb`.
    public var color: String
  }

  /// Words inside the frame, with an arrow down to the lower edge.
  public struct Note: Sendable, Equatable {
    /// The words.
    public var text: String
    /// Where the arrow stands.
    public var x: Double
    /// Where the words begin.
    public var textX: Double
  }

  /// Words inside the frame.
  public struct Label: Sendable, Equatable {
    /// The words.
    public var text: String
    /// Where the words begin, or have their middle.
    public var x: Double
    /// The height at which the words stand, in the y axis' unit.
    public var y: Double
    /// The colour of the words, `#rrggbb`.
    public var color: String
    /// Whether ``x`` is the middle of the words rather than their beginning.
    public var isCentered = false
  }

  /// The words above the frame; may be empty.
  public var title: String
  /// The horizontal axis.
  public var xAxis: Axis
  /// The vertical axis.
  public var yAxis: Axis
  /// The lines; later ones are drawn over earlier ones.
  public var curves: [Curve] = []
  /// The words in the right margin.
  public var marginLabels: [MarginLabel] = []
  /// The words with an arrow down to the lower edge.
  public var notes: [Note] = []
  /// The words inside the frame.
  public var labels: [Label] = []

  /// A chart with a title and two axes, and nothing drawn in it yet.
  public init(title: String, xAxis: Axis, yAxis: Axis) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
  }
}
