import LinearOperators

extension CartesianModel {
  /// The nodes a block keeps along one axis: all, or the positive ones.
  func nodes(points: Int, parity: Sector.Parity?) -> [Double] {
    let all = nodes(points: points)
    return parity == nil ? all : Array(all.suffix(points / 2))
  }

  /// V at the nodes of a block, in the order of its vectors.
  ///
  /// - Throws: ``FewBodyError/invalid(_:)`` at the first node where V is not finite.
  func samples(
    points: Int, sector: Sector, threads: Threads = .single
  ) throws(FewBodyError) -> [Double] {
    let x = nodes(points: points, parity: sector.x)
    let y = nodes(points: points, parity: sector.y)
    let z = nodes(points: points, parity: sector.z)
    let slab = y.count * z.count
    let values = [Double](unsafeUninitializedCapacity: x.count * slab) { buffer, initialized in
      let target = buffer
      threads.split(x.count) { share in
        for i in share.range {
          for j in y.indices {
            for k in z.indices {
              target.initializeElement(
                at: i * slab + j * z.count + k, to: potential(x[i], y[j], z[k]))
            }
          }
        }
      }
      initialized = x.count * slab
    }
    guard let bad = values.firstIndex(where: { !$0.isFinite }) else { return values }
    let (i, j, k) = (bad / slab, bad % slab / z.count, bad % z.count)
    throw .invalid(
      "potential", "\(values[bad]) at (\(x[i]), \(y[j]), \(z[k]))", accepted: "finite numbers")
  }
}

extension SymmetricMatrix {
  /// The block of even or odd vectors of a matrix that commutes with i → n − 1 − i, in the basis of
  /// (e_i ± e_(n-1-i))/sqrt(2), i the upper half; the matrix itself for no parity.
  func restricted(to parity: Sector.Parity?) throws(LinearAlgebraError) -> SymmetricMatrix {
    guard let parity else { return self }
    let (half, n, sign) = (dimension / 2, dimension, Double(parity.rawValue))
    return try SymmetricMatrix(dimension: half) { i, j in
      self[n - half + i, n - half + j] + sign * self[n - half + i, half - 1 - j]
    }
  }
}

extension FewBodyError {
  /// What a linear-algebra call reports, in this library's terms.
  init(_ error: LinearAlgebraError) {
    switch error {
    case .invalid(let name, let value, let accepted):
      self = .invalid(name, value, accepted: accepted)
    case .tooLarge(let what, let bytes, let limit):
      self = .tooLarge(what: what, bytes: bytes, limit: limit)
    case .lapack(let routine, let info, let meaning):
      self = .external(routine: routine, info: info, meaning: meaning)
    }
  }
}
