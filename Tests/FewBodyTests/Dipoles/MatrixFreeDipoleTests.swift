import ComplexModule
import LinearOperators
import RealModule
import Testing

@testable import FewBody

/// The Hamiltonian of dipoles as a matrix and as what it does to vectors.
@Suite struct MatrixFreeDipoleTests {
  /// Seed `seed`: levels, Hermitian moments and places at random.
  private static func random(_ radix: [Int], seed: UInt64, isReal: Bool = false) -> DipoleSystem {
    var random = SeededGenerator(seed: seed)
    func number() -> Double { Double.random(in: -1...1, using: &random) }
    return DipoleSystem(
      radix.enumerated().map { i, n in
        let moments = (0..<3).map { _ in
          var matrix = [Complex<Double>](repeating: .zero, count: n * n)
          for a in 0..<n {
            matrix[a * n + a] = Complex(number())
            for b in 0..<a {
              let value = Complex(number(), isReal ? 0 : number())
              matrix[a * n + b] = value
              matrix[b * n + a] = value.conjugate
            }
          }
          return matrix
        }
        return Dipole(
          energies: (0..<n).map { _ in Energy(hartree: number()) }, moments: moments,
          position: SIMD3(number(), number(), 3 * Double(i)))
      })
  }

  /// Every column of the operator is the matrix's.
  private static func check(_ system: DipoleSystem, isComplex: Bool) throws {
    let matrix = try system.hamiltonian()
    let terms = PairTerms(system)
    let n = matrix.dimension
    #expect(terms.states == n && terms.isComplex == isComplex)
    #expect(terms.bound >= (try matrix.eigenpairs(.all).values.last ?? 0))
    for column in 0..<n {
      var x = [Double](repeating: 0, count: terms.dimension)
      x[column] = 1
      var y = x
      x.withUnsafeBufferPointer { from in
        y.withUnsafeMutableBufferPointer { terms.apply(from, $0) }
      }
      for row in 0..<n {
        let value = Complex(y[row], terms.isComplex ? y[n + row] : 0)
        #expect((value - matrix[row, column]).length < 1e-14)
      }
    }
  }

  /// In mixed radix, with real and complex moments.
  @Test(arguments: [[2, 2], [2, 2, 2, 2], [3, 2, 4], [2, 3, 1, 2]])
  func theOperatorIsTheMatrix(radix: [Int]) throws {
    for isReal in [true, false] {
      try Self.check(Self.random(radix, seed: 3, isReal: isReal), isComplex: !isReal)
    }
  }

  /// Real pairs beside complex ones, and pairs with few terms beside full ones.
  @Test func mixedPairs() throws {
    var system = Self.random([2, 2, 2, 2, 3], seed: 5, isReal: true)
    let place = system.dipoles[1].position
    system.dipoles[1] = .twoLevel(
      frequency: 0.7, moment: 0.4, direction: SIMD3(0, 1, 0), position: place)
    try Self.check(system, isComplex: false)
    system.dipoles[4] = Self.random([2, 2, 2, 2, 3], seed: 5).dipoles[4]
    system.dipoles[4].position = SIMD3(0, 0, 12)
    try Self.check(system, isComplex: true)
  }

  /// Seeds 1 to 4, 324 states: the same levels and multiplicities both ways.
  @Test(arguments: [1, 2, 3, 4])
  func bothMethodsAgree(seed: UInt64) throws {
    let system = Self.random([3, 2, 3, 2, 3, 3], seed: seed, isReal: seed.isMultiple(of: 2))
    let dense = try system.spectrum(lowest: 6, on: .dense)
    let free = try system.spectrum(lowest: 6, on: .matrixFree, threads: 1)
    #expect(free.isComplete && dense.isComplete && free.count == 6)
    for (a, b) in zip(dense, free) {
      #expect(abs(a.energy.hartree - b.energy.hartree) < 1e-10)
      #expect(a.interval.overlaps(b.interval))
    }
    #expect(dense.map(\.multiplicity) == free.map(\.multiplicity))
  }

  /// Spins 1/2 along z: complex moments whose products are real, with degenerate levels.
  @Test func degenerateSpins() throws {
    let i = Complex<Double>.i
    let spins = (0..<5).map { k in
      Dipole(
        energies: [0, 0],
        moments: [
          [.zero, .one, .one, .zero], [.zero, -i, i, .zero], [.one, .zero, .zero, -.one],
        ],
        position: SIMD3(0, 0, 2 * Double(k)))
    }
    let system = DipoleSystem(spins)
    let dense = try system.spectrum(lowest: 8, on: .dense)
    let free = try system.spectrum(lowest: 8, on: .matrixFree)
    #expect(free.isComplete)
    for (a, b) in zip(dense, free) {
      #expect(abs(a.energy.hartree - b.energy.hartree) < 1e-10)
    }
    #expect(dense.prefix(6).map(\.multiplicity) == free.prefix(6).map(\.multiplicity))
  }

  /// A ring of N resonant dipoles across its plane, weak coupling: E_1(k) - E_0 = w + sum_j 2 J_j cos(2 pi k j/N) up to
  /// the counter-rotating terms of second order: below (sum V)^2/2w.
  @Test(arguments: [6, 12, 16])
  func aRingOfResonantDipoles(count: Int) throws {
    let (w, radius) = (0.3, 12.0)
    let system = DipoleSystem(
      (0..<count).map { k in
        let angle = 2 * Double.pi * Double(k) / Double(count)
        return .twoLevel(
          frequency: Energy(hartree: w), moment: 0.4, direction: SIMD3(0, 0, 1),
          position: SIMD3(radius * .cos(angle), radius * .sin(angle), 0))
      })
    let row = (1..<count).map { system.coupling(0, $0, 1, 0, 0, 1).real }
    let shifts = (0..<count).map { k in
      row.enumerated().reduce(0.0) {
        $0 + $1.1 * .cos(2 * .pi * Double(k * ($1.0 + 1)) / Double(count))
      }
    }.sorted()
    let spectrum = try system.spectrum(lowest: 4, on: .matrixFree)
    #expect(spectrum.isComplete && spectrum.method["name"] == "matrix-free")
    let ground = spectrum[0].energy.hartree
    let strength = row.reduce(0) { $0 + $1.magnitude }
    for (k, shift) in shifts.prefix(3).enumerated() {
      let excitation = spectrum[k + 1].energy.hartree - ground
      #expect(abs(excitation - w - shift) < strength * strength / (2 * w))
    }
  }

  /// Stopped before the first iteration and after the third: what is there comes back, marked.
  @Test(arguments: [0, 3])
  func anInterruptReturnsWhatThereIs(polls: Int) throws {
    let system = Self.random([3, 2, 3, 2, 3, 3], seed: 2, isReal: true)
    var count = 0
    let spectrum = try system.spectrum(lowest: 6, on: .matrixFree) {
      count += 1
      return count > polls
    }
    #expect(!spectrum.isComplete && count > polls)
    for level in spectrum {
      #expect(level.energy.hartree.isFinite)
    }
  }

  @Test func whatDoesNotFit() {
    let many = DipoleSystem(
      (0..<60).map {
        .twoLevel(
          frequency: 1, moment: 1, direction: SIMD3(1, 0, 0), position: SIMD3(0, 0, Double($0 + 1)))
      })
    for method in [DipoleMethod.dense, .matrixFree] {
      do {
        _ = try many.spectrum(lowest: 1, on: method)
        Issue.record("60 dipoles have 2^60 states")
      } catch {
        guard case .tooLarge(_, let bytes, let limit) = error else {
          Issue.record("\(error)")
          continue
        }
        #expect(bytes > limit)
      }
    }
  }
}
