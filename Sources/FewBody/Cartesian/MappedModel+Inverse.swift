import LinearOperators

extension MappedModel {
  /// (T + w - E)^-1 for the kinetic energy without its cusp factor and the separable part w of the
  /// potential that is left.
  func inverse(
    _ axes: [LineGrid], _ fields: MappedFields
  ) throws(FewBodyError) -> FastDiagonalization {
    let shape = (x: axes[0].count, y: axes[1].count, z: axes[2].count)
    let terms = SeparablePart(fields.potential, shape: shape)?.terms
    // Without a separable part at least the level of W at the origin, in thirds.
    let origin = background?(0, 0, 0) ?? 0
    let constant = origin.isFinite ? origin / 3 : 0
    var floor = 0.03 * mass * charge.isotropic * charge.isotropic
    var matrices: [SymmetricMatrix] = []
    for (d, axis) in axes.enumerated() {
      let entries = kinetic(axis)
      let n = axis.count
      do throws(LinearAlgebraError) {
        let matrix = try SymmetricMatrix(dimension: n) { i, j in
          let scale = (axis.stretch[i] * axis.stretch[j]).squareRoot()
          let well = i == j ? terms?[d][i] ?? constant : 0
          return entries[max(i, j) * n + min(i, j)] / scale + well
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

  /// The lower triangle of D^T w/(2 mu J) D by rows.
  private func kinetic(_ axis: LineGrid) -> [Double] {
    let n = axis.count
    let slopes = derivative.matrix(axis)
    var entries = [Double](repeating: 0, count: n * n)
    for face in 0...n {
      let weight = (face == 0 || face == n ? 0.5 : 1) / (2 * mass * axis.faceStretch[face])
      for i in 0..<n where slopes[face * n + i] != 0 {
        let left = slopes[face * n + i] * weight
        for j in 0...i { entries[i * n + j] += left * slopes[face * n + j] }
      }
    }
    return entries
  }
}
