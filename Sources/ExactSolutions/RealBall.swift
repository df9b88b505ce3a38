#if Arb
  internal import CArb

  /// Arb's real ball: an arbitrary-precision midpoint with a radius, owned by one Swift value.
  ///
  /// Non-copyable, so that `arb_clear` runs exactly once and at the end of the value's life.
  struct RealBall: ~Copyable {
    /// The address that Arb's functions take.
    let pointer: UnsafeMutablePointer<arb_struct>
    /// Bits to which operations on this value round.
    let precision: Int

    init(precision: Int) {
      self.precision = precision
      pointer = .allocate(capacity: 1)
      arb_init(pointer)
    }

    /// A double, exactly.
    init(_ value: Double, precision: Int) {
      self.init(precision: precision)
      arb_set_d(pointer, value)
    }

    deinit {
      arb_clear(pointer)
      pointer.deallocate()
    }

    /// The same ball, for operations at another precision.
    func with(precision: Int) -> RealBall {
      let result = RealBall(precision: precision)
      arb_set(result.pointer, pointer)
      return result
    }

    /// The midpoint with radius zero.
    var center: RealBall {
      let result = RealBall(precision: precision)
      arb_get_mid_arb(result.pointer, pointer)
      return result
    }

    /// -1 or 1 where the sign is certain, 0 where the ball contains zero.
    var sign: Int { arb_is_positive(pointer) != 0 ? 1 : arb_is_negative(pointer) != 0 ? -1 : 0 }

    var isFinite: Bool { arb_is_finite(pointer) != 0 }

    /// Bits of relative accuracy.
    var accuracy: Int { arb_rel_accuracy_bits(pointer) }

    /// The double nearest to the midpoint.
    var nearest: Double { arf_get_d(&pointer.pointee.mid, ARF_RND_NEAR) }

    /// A ball of doubles that contains this one.
    var rounded: Ball {
      let midpoint = nearest
      let difference = self - RealBall(midpoint, precision: precision)
      let bound = RealBall(precision: precision)
      arb_get_abs_ubound_arf(&bound.pointer.pointee.mid, difference.pointer, 64)
      return Ball(midpoint: midpoint, radius: arf_get_d(&bound.pointer.pointee.mid, ARF_RND_UP))
    }

    static func + (a: borrowing RealBall, b: borrowing RealBall) -> RealBall {
      let result = RealBall(precision: max(a.precision, b.precision))
      arb_add(result.pointer, a.pointer, b.pointer, result.precision)
      return result
    }

    static func - (a: borrowing RealBall, b: borrowing RealBall) -> RealBall {
      let result = RealBall(precision: max(a.precision, b.precision))
      arb_sub(result.pointer, a.pointer, b.pointer, result.precision)
      return result
    }

    static func * (a: borrowing RealBall, b: borrowing RealBall) -> RealBall {
      let result = RealBall(precision: max(a.precision, b.precision))
      arb_mul(result.pointer, a.pointer, b.pointer, result.precision)
      return result
    }

    static func / (a: borrowing RealBall, b: borrowing RealBall) -> RealBall {
      let result = RealBall(precision: max(a.precision, b.precision))
      arb_div(result.pointer, a.pointer, b.pointer, result.precision)
      return result
    }

    /// The product with 2^exponent, exactly.
    func scaled(byTwoTo exponent: Int) -> RealBall {
      let result = RealBall(precision: precision)
      arb_mul_2exp_si(result.pointer, pointer, exponent)
      return result
    }

    static func sqrt(_ a: borrowing RealBall) -> RealBall {
      let result = RealBall(precision: a.precision)
      arb_sqrt(result.pointer, a.pointer, a.precision)
      return result
    }

    static func exp(_ a: borrowing RealBall) -> RealBall {
      let result = RealBall(precision: a.precision)
      arb_exp(result.pointer, a.pointer, a.precision)
      return result
    }

    /// The convex hull of two balls.
    static func hull(_ a: borrowing RealBall, _ b: borrowing RealBall) -> RealBall {
      let result = RealBall(precision: max(a.precision, b.precision))
      arb_union(result.pointer, a.pointer, b.pointer, result.precision)
      return result
    }

    /// Tricomi's confluent function U(a, b, z) (DLMF 13.2.6).
    static func tricomiU(
      _ a: borrowing RealBall, _ b: borrowing RealBall, at z: borrowing RealBall
    ) -> RealBall {
      let result = RealBall(precision: z.precision)
      arb_hypgeom_u(result.pointer, a.pointer, b.pointer, z.pointer, z.precision)
      return result
    }
  }
#endif
