import LinearOperators

extension MappedModel {
  /// (T + sum_d w_d(x_d) - E)^-1 for the kinetic energy without its cusp factor and the separable
  /// part w_d of the background.
  ///
  /// Without w_d a strong trap takes 60 iterations, with it 12.
  func inverse(_ axes: [LineGrid]) throws(FewBodyError) -> FastDiagonalization {
    let wells = separable(axes)
    var floor = 0.03 * mass * charge.isotropic * charge.isotropic
    var matrices: [SymmetricMatrix] = []
    for (axis, well) in zip(axes, wells) {
      let n = axis.count
      let slopes = derivative.matrix(axis)
      let weights = (0...n).map { face in
        (face == 0 || face == n ? 0.5 : 1) / (2 * mass * axis.faceStretch[face])
      }
      var entries = [Double](repeating: 0, count: n * n)
      for face in 0...n {
        for i in 0..<n {
          let left = slopes[face * n + i] * weights[face]
          if left == 0 { continue }
          for j in 0...i { entries[i * n + j] += left * slopes[face * n + j] }
        }
      }
      do throws(LinearAlgebraError) {
        let matrix = try SymmetricMatrix(dimension: n) { i, j in
          let scale = (axis.stretch[i] * axis.stretch[j]).squareRoot()
          return entries[max(i, j) * n + min(i, j)] / scale + (i == j ? well[i] : 0)
        }
        matrices.append(matrix)
        let lowest = try matrix.eigenpairs(.lowest(min(2, n))).values
        floor = max(floor, 0.25 * ((lowest.last ?? 0) - lowest[0]))
      } catch {
        throw FewBodyError(error)
      }
    }
    return try FastDiagonalization(x: matrices[0], y: matrices[1], z: matrices[2], floor: floor)
  }

  /// w_d along the lines through the node nearest the origin, with a third of W there in each; zero
  /// unless their sum resembles W at the corners and on the diagonals.
  private func separable(_ axes: [LineGrid]) -> [[Double]] {
    let none = axes.map { [Double](repeating: 0, count: $0.count) }
    guard let background else { return none }
    let middle = axes.map { $0.centers[$0.centers.count - 1] }
    let origin = axes.indices.map { axes[$0].nodes[middle[$0]] }
    let center = background(origin[0], origin[1], origin[2])
    let wells = axes.indices.map { d in
      axes[d].nodes.map { place in
        var point = origin
        point[d] = place
        return background(point[0], point[1], point[2]) - center
      }
    }
    let steps = [0, 1, 3, 5, 7]
    for a in steps {
      for b in steps {
        for c in steps {
          let place = [a, b, c].enumerated().map { $1 * (axes[$0].count - 1) / 7 }
          let point = place.enumerated().map { axes[$0].nodes[$1] }
          let rise = background(point[0], point[1], point[2]) - center
          let sum = wells[0][place[0]] + wells[1][place[1]] + wells[2][place[2]]
          guard sum.isFinite, sum >= 0.2 * rise, sum <= 2 * max(rise, 0) + 1e-12 * center.magnitude
          else { return none.map { $0.map { $0 + (center.isFinite ? center / 3 : 0) } } }
        }
      }
    }
    return wells.map { $0.map { $0 + center / 3 } }
  }
}
