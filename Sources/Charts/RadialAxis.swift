/// The horizontal axis of radial functions: r, or its square root where states differ much in width.
struct RadialAxis: Sendable {
  /// A radius in bohr and where it stands on the axis.
  struct Sample: Sendable {
    let r: Double
    let position: Double
  }

  let description: Chart.Axis
  /// Ascending from just beyond 0, where -Z/r has no value.
  let samples: [Sample]

  /// From 0 to an extent in bohr.
  init(extent: Double, isRooted: Bool) {
    let unit = LengthAxis(range: 0...extent)
    let place = { (r: Double) in isRooted ? (r * unit.factor).squareRoot() : r * unit.factor }
    let count = 700
    samples = (1...count).map { i in
      // Quadratic in i: a state that is narrow at the origin is sampled as well as a wide one.
      let share = Double(i) / Double(count)
      let r = extent * share * share
      return Sample(r: r, position: place(r))
    }
    var ticks: [Chart.Tick]?
    if isRooted {
      let largest = extent * unit.factor
      let top = Int(largest.exponent10)
      let round = (top - 2...top).flatMap { k in [1, 2, 5].map { $0 * powerOfTen(k) } }
      ticks = ([0] + round.filter { $0 >= largest / 60 && $0 <= largest }).map { r in
        .init(position: r.squareRoot(), text: brief(r))
      }
    }
    description = Chart.Axis(
      title: unit.title(of: "r") + (isRooted ? ", square-root scale" : ""),
      range: 0...place(extent), ticks: ticks)
  }

  func line(at height: Double, _ color: String, isDashed: Bool, _ name: String?) -> Chart.Curve {
    Chart.Curve(
      points: [
        .init(x: description.range.lowerBound, y: height),
        .init(x: description.range.upperBound, y: height),
      ], color: color, width: 1, isDashed: isDashed, name: name)
  }
}
