import RealModule

/// A wavefunction psi(x, y, z) = F phi on a tensor grid, phi interpolated between the nodes.
///
/// Normalised to int psi^2 d^3r = 1, real, in bohr^(-3/2).
struct CartesianState: Sendable {
  let sector: Sector
  /// The grids along x, y and z, positive halves along an axis with a parity.
  let axes: [LineGrid]
  /// Orthonormal amplitudes (m F phi), index (ix ny + iy) nz + iz.
  let amplitudes: [Double]
  private let map: LineMap
  private let factor: CuspFactor?
  /// phi at the nodes.
  private let smooth: [Double]

  init(
    sector: Sector, axes: [LineGrid], map: LineMap, factor: CuspFactor?, amplitudes: [Double],
    growth: Double
  ) {
    self.sector = sector
    self.axes = axes
    self.map = map
    self.factor = factor
    var norm = 1.0
    for axis in 0..<3 where sector[axis] != nil { norm *= 0.5.squareRoot() }
    let scales = axes.map { axis in
      axis.stretch.map { 1 / ($0 * axis.step).squareRoot() }
    }
    var smooth: [Double] = []
    smooth.reserveCapacity(amplitudes.count)
    for (i, x) in axes[0].nodes.enumerated() {
      for (j, y) in axes[1].nodes.enumerated() {
        let row = norm * scales[0][i] * scales[1][j]
        for (k, z) in axes[2].nodes.enumerated() {
          let inverse = factor.map { Double.exp(-$0.logarithm(x, y, z)) } ?? 1
          smooth.append(amplitudes[smooth.count] * row * scales[2][k] * inverse)
        }
      }
    }
    let centers = axes.map(\.centers)
    for i in centers[0] {
      for j in centers[1] {
        for k in centers[2] {
          smooth[(i * axes[1].count + j) * axes[2].count + k] /= growth.squareRoot()
        }
      }
    }
    let peak = smooth.reduce(0) { max($0, $1.magnitude) }
    // The first lobe from the corner of lowest indices, or from the origin of a half axis, is
    // positive.
    let isFlipped = (smooth.first { $0.magnitude > 0.5 * peak } ?? 0) < 0
    self.smooth = isFlipped ? smooth.map { -$0 } : smooth
    self.amplitudes = isFlipped ? amplitudes.map { -$0 } : amplitudes
  }

  /// The box outside which the state is negligible is [-L, L]^3; this is L in bohr.
  var extent: Double { axes[0].faces[axes[0].count] }

  /// psi at a point, by eight-point Lagrange interpolation along each axis; 0 outside the box.
  func value(at x: Double, _ y: Double, _ z: Double) -> Double {
    let point = [x, y, z]
    var sign = 1.0
    var taps: [[(node: Int, weight: Double)]] = []
    for axis in 0..<3 {
      var place = point[axis]
      guard place.magnitude <= extent else { return 0 }
      if let parity = sector[axis], place < 0 {
        place = -place
        sign *= Double(parity.rawValue)
      }
      taps.append(interpolation(axis, place))
    }
    var sum = 0.0
    let (ny, nz) = (axes[1].count, axes[2].count)
    for (i, a) in taps[0] {
      for (j, b) in taps[1] {
        let row = (i * ny + j) * nz
        var inner = 0.0
        for (k, c) in taps[2] { inner += c * smooth[row + k] }
        sum += a * b * inner
      }
    }
    return sign * sum * (factor.map { Double.exp($0.logarithm(x, y, z)) } ?? 1)
  }

  private func interpolation(_ axis: Int, _ place: Double) -> [(node: Int, weight: Double)] {
    let grid = axes[axis]
    let steps = (map.coordinate(of: place) - map.coordinate(of: grid.faces[0])) / grid.step - 0.5
    let first = Int(steps.rounded(.down)) - 3
    let t = steps - Double(first)
    return (0..<8).map { k in
      var weight = 1.0
      for m in 0..<8 where m != k { weight *= (t - Double(m)) / Double(k - m) }
      let tap = AxisDerivative.reflected(first + k, grid)
      return (tap.index, tap.sign * weight)
    }
  }
}

extension LineGrid {
  /// The nodes nearest the origin: two on a whole axis, the first on a positive half.
  var centers: [Int] { faces[0] < 0 ? [count / 2 - 1, count / 2] : [0] }

  /// The face at the origin.
  var middle: Int { faces[0] < 0 ? count / 2 : 0 }
}
