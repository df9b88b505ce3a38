import FewBody

/// A picture described by values: what is drawn, without how or by which program.
public struct Chart: Sendable {
  public struct Point: Sendable, Equatable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A mark on an axis with its own words.
  public struct Tick: Sendable, Equatable {
    public var position: Double
    public var text: String

    public init(position: Double, text: String) {
      self.position = position
      self.text = text
    }
  }

  /// An axis; without ticks of its own, it gets round numbers.
  public struct Axis: Sendable {
    public var title: String
    public var range: ClosedRange<Double>
    public var ticks: [Tick]?

    public init(title: String, range: ClosedRange<Double>, ticks: [Tick]? = nil) {
      self.title = title
      self.range = range
      self.ticks = ticks
    }
  }

  public struct Curve: Sendable {
    public var points: [Point]
    /// `#rrggbb`.
    public var color: String
    public var width: Double
    public var isDashed: Bool
    /// The height down or up to which the curve's area is tinted.
    public var base: Double?
    /// Its entry in the key; nil for none.
    public var name: String?

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
    public var text: String
    public var height: Double
    public var position: Double
    public var color: String
  }

  /// Words inside the frame, with an arrow down to the lower edge.
  public struct Note: Sendable, Equatable {
    public var text: String
    /// Where the arrow stands.
    public var x: Double
    /// Where the words begin.
    public var textX: Double
  }

  /// Words inside the frame.
  public struct Label: Sendable, Equatable {
    public var text: String
    /// Where the words begin, or have their middle.
    public var x: Double
    public var y: Double
    public var color: String
    public var isCentered = false
  }

  public var title: String
  public var xAxis: Axis
  public var yAxis: Axis
  public var curves: [Curve] = []
  public var marginLabels: [MarginLabel] = []
  public var notes: [Note] = []
  public var labels: [Label] = []

  public init(title: String, xAxis: Axis, yAxis: Axis) {
    self.title = title
    self.xAxis = xAxis
    self.yAxis = yAxis
  }
}
