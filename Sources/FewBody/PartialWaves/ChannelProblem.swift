/// Coupled radial equations of the partial waves u_i(r), i = 0 ..< m,
///
///   -u_i''/2 mu + l_i(l_i + 1)/(2 mu r^2) u_i + sum_j V_ij(r) u_j = E u_i,   u_i(0) = 0,
///   V_ij = -C_ij/r + delta_ij W(r) + B_ij(r),
///
/// on (0, infinity) or up to a hard wall.
struct ChannelProblem: Sendable {
  /// Fills in the symmetric matrix B_ij(r), row by row.
  typealias Coupling = @Sendable (Double, UnsafeMutableBufferPointer<Double>) -> Void

  /// mu, in electron masses.
  var mass: Double
  /// l_i, ascending.
  var angularMomenta: [Int]
  /// C_ij, each entry known to 4 units of rounding.
  var coulomb: [[Double]]
  /// W(r), evaluated at r >= 0 only; nil for none.
  var central: LineProfile?
  /// B(r), a black box: with it every bound is an estimate.
  var coupling: Coupling?
  /// What the waves beyond the last channel can do; nil if there are none.
  var tail: TailBound?
  /// The radius of a hard wall, in bohr.
  var wall: Double?

  init(
    mass: Double, angularMomenta: [Int], coulomb: [[Double]], central: LineProfile? = nil,
    coupling: Coupling? = nil, tail: TailBound? = nil, wall: Double? = nil
  ) {
    self.mass = mass
    self.angularMomenta = angularMomenta
    self.coulomb = coulomb
    self.central = central
    self.coupling = coupling
    self.tail = tail
    self.wall = wall
  }

  /// One wave in the field -Z/r + W(r).
  init(
    mass: Double, angularMomentum: Int, charge: Double, central: LineProfile? = nil,
    wall: Double? = nil
  ) {
    self.init(
      mass: mass, angularMomenta: [angularMomentum], coulomb: [[charge]], central: central,
      wall: wall)
  }
}

extension ChannelProblem {
  var channels: Int { angularMomenta.count }

  /// k = 1/2 mu.
  var kinetic: Double { 0.5 / mass }

  /// l(l + 1) of a channel.
  func centrifugal(_ channel: Int) -> Double {
    Double(angularMomenta[channel]) * Double(angularMomenta[channel] + 1)
  }

  /// The least l(l + 1).
  var leastCentrifugal: Double { angularMomenta.indices.map(centrifugal).min() ?? 0 }

  /// No eigenvalue of C is larger (Gershgorin's circles); 0 where nothing attracts.
  var attraction: Double {
    var largest = 0.0
    for (i, row) in coulomb.enumerated() {
      var sum = 0.0
      for (j, entry) in row.enumerated() { sum += i == j ? entry : entry.magnitude }
      largest = max(largest, sum)
    }
    return largest * (1 + 0x1p-46)
  }

  /// No eigenvalue of C is larger in magnitude.
  var strength: Double {
    coulomb.map { row in row.reduce(0) { $0 + $1.magnitude } }.max() ?? 0
  }

  /// -C/r + W(r) of one wave in a black box, which cannot prove anything of either.
  var sampledTotal: ((Double) -> Double)? {
    guard channels == 1, coupling == nil, let central, central.certainty != .rigorous,
      coulomb[0][0] != 0
    else { return nil }
    let charge = coulomb[0][0]
    return { central.value(at: $0) - charge / $0 }
  }

  /// C_ij and B_ij vanish for |i - j| beyond this.
  var reach: Int {
    if coupling != nil { return channels - 1 }
    var reach = 0
    for i in 0..<channels {
      for j in 0..<i where coulomb[i][j] != 0 { reach = max(reach, i - j) }
    }
    return reach
  }

  /// Whether every hypothesis of the certificate is a theorem about this problem.
  var isProvable: Bool { coupling == nil && (central.map { $0.certainty == .rigorous } ?? true) }
}

/// The waves beyond the last channel, as one rigorous term of the lower bound.
///
/// With P the projector on the channels kept and Q that on the rest, #{H < s} = n-(H_PP - s -
/// H_PQ (H_QQ - s)^-1 H_QP) while H_QQ > s (Haynsworth). Hardy's inequality gives H_QQ >= beta/(2 mu
/// r^2) - A/r + W, with beta = 1/4 + l(l + 1) of the first wave left out and A the largest eigenvalue
/// of the attraction; that is a multiplication, and so is H_PQ = -c/r between the last channel and
/// the first one left out. Hence the last channel's potential is lowered by no more than
///
///   c^2/(beta/2 mu - A r + (W - s) r^2),
///
/// wherever that denominator is positive for all r.
struct TailBound: Sendable {
  /// c, in the units of C.
  var coupling: Double
  /// beta.
  var barrier: Double
  /// A.
  var attraction: Double

  /// The largest value of the term on [l, r], with W >= `well` there; nil if H_QQ might bind at s.
  func maximum(
    from l: Double, to r: Double, kinetic: Double, well: Double, energy s: Double
  ) -> Double? {
    let a = well - s
    // Where s lies above W, in a trap, the barrier alone has to hold H_QQ up: least at the far end.
    guard a > 0 || r.isFinite else { return nil }
    let lowest = a > 0 ? min(max(0.5 * attraction / a, l), r) : r
    let core = barrier * kinetic
    let denominator = core - attraction * lowest + a * lowest * lowest
    // Three products and two sums, and room for the constants' own rounding.
    let rounding = 0x1p-48 * (core + attraction * lowest + a.magnitude * lowest * lowest)
    guard denominator > 2 * rounding else { return nil }
    return coupling * coupling / (denominator - rounding) * (1 + 0x1p-46)
  }
}
