#if Arb
  /// The solution of -psi''/2 - psi/s = E psi, E = -1/(2 nu^2), that decays as s grows, at s = b.
  ///
  /// psi = e^(-z/2) z U(1 - nu, 2, z) = W_(nu,1/2)(z), z = 2 s/nu (DLMF 13.14.3). The positive
  /// factor e^(-z/2) is left out of both functions below: it moves no root and no sign.
  struct DecayingSolution: ~Copyable {
    /// b, exactly.
    let start: RealBall

    /// Beyond this many bits a sign counts as undecided.
    static let highestPrecision = 4096

    func argument(_ nu: borrowing RealBall, precision: Int) -> RealBall {
      start.with(precision: precision).scaled(byTwoTo: 1) / nu
    }

    /// e^(z/2) psi(b).
    func value(_ nu: borrowing RealBall, precision: Int) -> RealBall {
      let one = RealBall(1, precision: precision)
      let z = argument(nu, precision: precision)
      return z * RealBall.tricomiU(one - nu, RealBall(2, precision: precision), at: z)
    }

    /// e^(z/2) dpsi/ds(b).
    ///
    /// With a = 1 - nu, (z d/dz + a) U(a, 2, z) = a (a - 1) U(a + 1, 2, z) (DLMF 13.3.22, 13.3.10)
    /// gives dW/dz = e^(-z/2) [(nu - z/2) U(1 - nu, 2, z) + nu (nu - 1) U(2 - nu, 2, z)].
    func slope(_ nu: borrowing RealBall, precision: Int) -> RealBall {
      let one = RealBall(1, precision: precision)
      let two = RealBall(2, precision: precision)
      let z = argument(nu, precision: precision)
      let first = (nu - z.scaled(byTwoTo: -1)) * RealBall.tricomiU(one - nu, two, at: z)
      let second = nu * (nu - one) * RealBall.tricomiU(two - nu, two, at: z)
      return (first + second).scaled(byTwoTo: 1) / nu
    }

    func function(odd: Bool, _ nu: borrowing RealBall, precision: Int) -> RealBall {
      odd ? value(nu, precision: precision) : slope(nu, precision: precision)
    }

    /// The certain sign of psi(b) or psi'(b), 0 if `limit` bits do not decide it.
    func sign(odd: Bool, _ nu: borrowing RealBall, from: Int = 64, limit: Int) -> Int {
      var precision = from
      while precision <= limit {
        let sign = function(odd: odd, nu.with(precision: precision), precision: precision).sign
        if sign != 0 { return sign }
        precision *= 2
      }
      return 0
    }
  }
#endif
