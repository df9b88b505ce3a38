import Testing

@testable import FewBody

/// Merging of ladders that are lists of numbers.
@Suite struct LadderMergeTests {
  private func level(_ energy: Double) -> ChannelLevelSolver.Solution {
    ChannelLevelSolver.Solution(
      energy: energy, lower: energy - 1e-9, upper: energy + 1e-9, isCertified: true,
      isVariational: true, residual: 0, magnitude: 1, waves: [])
  }

  private func outcome(
    _ energies: [Double], _ asked: Int, isComplete: Bool = true
  ) -> ChannelSolver.Outcome {
    ChannelSolver.Outcome(
      levels: energies.prefix(asked).map(level), isComplete: isComplete,
      isExhausted: energies.count < asked, countedBelow: 0, elements: 1, extent: 1, refinement: 0)
  }

  private func merge(
    _ ladders: [[Double]], _ count: Int, first: Int = 1, multiplicity: [Int]? = nil,
    isNested: Bool = false
  ) throws -> (energies: [Double], opened: Int, isComplete: Bool) {
    var merge = LadderMerge(isNested: isNested)
    let (rungs, isComplete) = try merge.lowest(
      count,
      ladder: { i in
        i < ladders.count
          ? LadderMerge.Ladder(multiplicity: multiplicity?[i] ?? 1, first: first) : nil
      },
      solve: { i, asked throws(FewBodyError) in outcome(ladders[i], asked) },
      shouldStop: { false })
    return (rungs.map(\.level.energy), merge.outcomes.count, isComplete)
  }

  @Test(arguments: 1...4)
  func twoLaddersInterleave(first: Int) throws {
    let merged = try merge([[-8, -7, -6, -1], [-5, -4, -3, -2]], 5, first: first)
    #expect(merged.energies == [-8, -7, -6, -5, -4])
    #expect(merged.isComplete)
  }

  @Test func nestedLaddersOpenOnlyAsFarAsNeeded() throws {
    let ladders = [[-9.0, -5, -2], [-6.0, -3], [-4.0, -1], [-0.5]]
    let merged = try merge(ladders, 3, first: 2, isNested: true)
    #expect(Array(merged.energies.prefix(3)) == [-9, -6, -5])
    #expect(merged.opened == 3)
  }

  @Test func multiplicitiesCount() throws {
    let merged = try merge([[-9, -5], [-6, -3]], 4, multiplicity: [1, 3], isNested: true)
    #expect(merged.energies == [-9, -6])
  }

  @Test func aClusterAcrossLaddersIsWhole() throws {
    let merged = try merge([[-9, -5, -1], [-5, -2]], 2)
    #expect(merged.energies == [-9, -5, -5])
  }

  @Test func fewerThanAskedIsComplete() throws {
    let merged = try merge([[-9], [-5, -2]], 10)
    #expect(merged.energies == [-9, -5, -2])
    #expect(merged.isComplete)
  }

  /// Nothing above the top of a ladder that fell short is sure of its index.
  @Test func aLadderThatFellShortHidesWhatIsAbove() throws {
    var merge = LadderMerge(isNested: false)
    let (rungs, isComplete) = try merge.lowest(
      4, ladder: { $0 < 2 ? LadderMerge.Ladder(multiplicity: 1, first: 4) : nil },
      solve: { i, asked throws(FewBodyError) in
        i == 0 ? outcome([-9, -5], 2, isComplete: false) : outcome([-7, -4, -3, -2], asked)
      }, shouldStop: { false })
    #expect(!isComplete)
    #expect(rungs.map(\.level.energy) == [-9, -7, -5])
  }

  @Test func stoppedBeforeItBegan() throws {
    var merge = LadderMerge(isNested: false)
    let (rungs, _) = try merge.lowest(
      4, ladder: { _ in LadderMerge.Ladder(multiplicity: 1, first: 1) },
      solve: { _, asked throws(FewBodyError) in outcome([-1], asked) }, shouldStop: { true })
    #expect(rungs.isEmpty)
  }
}
