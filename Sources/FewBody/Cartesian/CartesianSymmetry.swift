import LinearOperators

/// What reflections and exchanges of axes leave a potential unchanged on a grid.
struct CartesianSymmetry: Sendable, Equatable {
  /// Whether V(−x, y, z) = V(x, y, z), and so on, by axis.
  var parity = [false, false, false]
  /// The permutations of the axes that leave V unchanged; the identity first.
  var permutations = [[0, 1, 2]]

  static let none = CartesianSymmetry()

  init() {}

  /// Compares V at every node, so that nothing between samples is missed: what is found is a
  /// symmetry of the discrete operator to a relative 10⁻¹².
  init(
    of model: some CartesianModel, points n: Int, threads: Threads
  ) throws(FewBodyError) {
    let values = try model.samples(points: n, sector: .whole, threads: threads)
    let size = values.reduce(0) { max($0, abs($1)) }
    func same(_ a: Double, _ b: Double) -> Bool {
      abs(a - b) <= 1e-12 * max(abs(a), abs(b)) + 1e-15 * size
    }
    /// Whether V at `index` agrees with V at `image` for all nodes.
    func holds(_ image: @escaping (Int, Int, Int) -> Int) -> Bool {
      threads.map(n) { i in
        values.withUnsafeBufferPointer { v in
          for j in 0..<n {
            for k in 0..<n where !same(v[(i * n + j) * n + k], v[image(i, j, k)]) { return false }
          }
          return true
        }
      }.allSatisfy { $0 }
    }
    parity = [
      holds { ((n - 1 - $0) * n + $1) * n + $2 }, holds { ($0 * n + n - 1 - $1) * n + $2 },
      holds { ($0 * n + $1) * n + n - 1 - $2 },
    ]
    if holds({ ($1 * n + $0) * n + $2 }) { permutations.append([1, 0, 2]) }
    if holds({ ($0 * n + $2) * n + $1 }) { permutations.append([0, 2, 1]) }
    if permutations.count == 3 {
      permutations += [[2, 1, 0], [1, 2, 0], [2, 0, 1]]
    } else if holds({ ($2 * n + $1) * n + $0 }) {
      permutations.append([2, 1, 0])
    }
  }

  /// Sectors that are the same but for an exchange of axes.
  struct Orbit: Sendable {
    /// The sector that is solved.
    let representative: Sector
    /// All sectors of the orbit, each with the permutation p that leads to it: axis p[a] of the
    /// member is axis a of the representative.
    let members: [(sector: Sector, permutation: [Int])]
  }

  /// The sectors of the reflections, gathered into orbits of the permutations.
  var orbits: [Orbit] {
    var sectors = [Sector.whole]
    for axis in 0..<3 where parity[axis] {
      sectors = [Sector.Parity.even, .odd].flatMap { sign in
        sectors.map { sector in
          var reduced = sector
          reduced[axis] = sign
          return reduced
        }
      }
    }
    var orbits: [Orbit] = []
    var seen: Set<Sector> = []
    for sector in sectors where !seen.contains(sector) {
      var members: [(sector: Sector, permutation: [Int])] = []
      for permutation in permutations {
        var member = Sector.whole
        for axis in 0..<3 { member[permutation[axis]] = sector[axis] }
        if seen.insert(member).inserted { members.append((member, permutation)) }
      }
      orbits.append(Orbit(representative: sector, members: members))
    }
    return orbits
  }
}

extension CartesianSymmetry: CustomStringConvertible {
  var description: String {
    let axes = zip(["x", "y", "z"], parity).filter(\.1).map(\.0)
    let reflections = axes.isEmpty ? "no parity" : "parity in \(axes.joined(separator: ", "))"
    return permutations.count == 1
      ? reflections : "\(reflections), \(permutations.count) orders of the axes"
  }
}
