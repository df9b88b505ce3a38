import LinearOperators

/// (T ⊗ 1 ⊗ 1 + 1 ⊗ T ⊗ 1 + 1 ⊗ 1 ⊗ T + σ)^-1 from the eigenvectors of the one-dimensional matrices.
///
/// The shift follows each vector, σ = max(−θ, floor) with θ its Ritz value, and keeps the sum
/// positive: a bound state of energy θ solves (T − θ)ψ = −Vψ, so that this inverse is exact but for
/// the potential. The matrices may carry separable parts of the potential, a trap above all, which
/// they then take off the iteration.
public struct FastDiagonalization: Preconditioner {
  /// The least eigenvalue of what is inverted, in hartree.
  public let floor: Double
  private let modes: TensorModes

  /// From the one-dimensional matrix along each axis, of the size of the block.
  ///
  /// A `floor` of about a quarter of the lowest excitation is good: 0.03 for hydrogen.
  public init(
    x: SymmetricMatrix, y: SymmetricMatrix, z: SymmetricMatrix, floor: Double = 0.03
  ) throws(FewBodyError) {
    do throws(LinearAlgebraError) {
      let first = try ModeTransform(x)
      let second = y == x ? first : try ModeTransform(y)
      let third = z == x ? first : z == y ? second : try ModeTransform(z)
      self.init(TensorModes(x: first, y: second, z: third), floor: floor)
    } catch {
      throw FewBodyError(error)
    }
  }

  init(_ modes: TensorModes, floor: Double = 0.03) {
    self.modes = modes
    self.floor = floor
  }

  /// The shifted inverse applied to the residual of a level at `level`, in hartree.
  public func correct(
    _ residual: UnsafeBufferPointer<Double>, level: Double,
    into correction: UnsafeMutableBufferPointer<Double>
  ) {
    guard let source = residual.baseAddress, let target = correction.baseAddress else { return }
    let shift = max(-level, floor - modes.lowest)
    modes.apply(.shiftedInverse(shift), source, target)
  }
}

extension TensorModes {
  /// The same matrix along all axes, restricted to the parities of a sector.
  init(_ matrix: SymmetricMatrix, sector: Sector) throws(FewBodyError) {
    do throws(LinearAlgebraError) {
      var made: [Sector.Parity?: ModeTransform] = [:]
      for axis in 0..<3 where made[sector[axis]] == nil {
        made[sector[axis]] = try ModeTransform(matrix.restricted(to: sector[axis]))
      }
      guard let x = made[sector.x], let y = made[sector.y], let z = made[sector.z] else {
        throw LinearAlgebraError.invalid(name: "sector", value: "\(sector)", accepted: "three axes")
      }
      self.init(x: x, y: y, z: z)
    } catch {
      throw FewBodyError(error)
    }
  }
}
