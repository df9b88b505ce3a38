import LinearOperators
import RealModule
import Testing

@testable import FewBody

/// The seven-point operator: its definition node by node, and the same bits however it is applied.
@Suite struct SevenPointTests {
  typealias Shape = (x: Int, y: Int, z: Int)

  private static let parities: [Sector.Parity?] = [nil, .even, .odd]

  private static let sectors = parities.flatMap { x in
    parities.flatMap { y in parities.map { z in Sector(x: x, y: y, z: z) } }
  }

  /// Odd and even numbers of planes, rows shorter and longer than the least, every remainder by 4.
  private static let shapes: [Shape] = [
    (1, 1, 6), (1, 4, 5), (2, 1, 7), (3, 5, 8), (4, 3, 9), (7, 2, 10), (9, 4, 11), (18, 3, 21),
  ]

  private let coupling = -3.0
  private let centre = 6.0

  /// Whole numbers far below 2^53: each sum is exact in whatever order, and so is the comparison.
  @Test(arguments: shapes)
  func theImageIsTheDefinition(shape: Shape) {
    let nodes = shape.x * shape.y * shape.z
    let vector = (0..<nodes).map { Double(($0 * 7919 + 13) % 1009 - 504) }
    let potential = (0..<nodes).map { Double($0 * 104_729 % 997) }
    for sector in Self.sectors {
      let exact = definition(vector, potential, shape, sector)
      for way in Self.ways {
        let operation = stencil(potential, shape, sector, way)
        #expect(image(operation, vector, offset: 0) == exact, "\(sector), \(way)")
      }
    }
  }

  /// AVX, planes, threads and the alignment of the image change the order of no sum.
  @Test(arguments: shapes.filter { $0.z >= SevenPoint.leastCount })
  func everyWayGivesTheSameBits(shape: Shape) {
    let nodes = shape.x * shape.y * shape.z
    let vector = (0..<nodes).map { Double.sin(Double($0 * $0)) }
    let potential = (0..<nodes).map { Double.cos(Double(7 * $0)) }
    for sector in Self.sectors {
      let plain = stencil(
        potential, shape, sector, Way(usesAVX: false, planes: 1, threads: .single))
      let reference = image(plain, vector, offset: 0).map(\.bitPattern)
      for way in Self.ways {
        let operation = stencil(potential, shape, sector, way)
        for offset in 0..<4 {
          #expect(image(operation, vector, offset: offset).map(\.bitPattern) == reference)
        }
      }
    }
  }

  private struct Way {
    var usesAVX: Bool
    var planes: Int
    var threads: Threads
  }

  /// With AVX only where the processor has it.
  private static let ways = Set([false, SevenPoint.hasAVX]).flatMap { usesAVX in
    [1, 2].flatMap { planes in
      [Threads.single, Threads(2)].map { Way(usesAVX: usesAVX, planes: planes, threads: $0) }
    }
  }

  private func stencil(
    _ potential: [Double], _ shape: Shape, _ sector: Sector, _ way: Way
  ) -> StencilOperator {
    StencilOperator(
      coefficients: [centre / 3, coupling], potential: potential, shape: shape, sector: sector,
      threads: way.threads, usesAVX: way.usesAVX, planes: way.planes)
  }

  /// The image, written `offset` numbers into its memory, with what surrounds it left alone.
  private func image(
    _ operation: StencilOperator, _ vector: [Double], offset: Int
  ) -> [Double] {
    let n = vector.count
    var memory = [Double](repeating: .pi, count: n + 8)
    vector.withUnsafeBufferPointer { x in
      memory.withUnsafeMutableBufferPointer {
        operation.apply(x, UnsafeMutableBufferPointer(rebasing: $0[offset..<offset + n]))
      }
    }
    let beside = memory.prefix(offset) + memory.suffix(8 - offset)
    #expect(beside.allSatisfy { $0 == .pi })
    return Array(memory[offset..<offset + n])
  }

  /// (V + 3 t_0) x + t_1 times the six neighbours: 0 beyond a wall, beyond a mirror the node itself.
  private func definition(
    _ vector: [Double], _ potential: [Double], _ shape: Shape, _ sector: Sector
  ) -> [Double] {
    let counts = [shape.x, shape.y, shape.z]
    func number(_ place: [Int]) -> Int { (place[0] * shape.y + place[1]) * shape.z + place[2] }
    return vector.indices.map { node in
      let place = [node / (shape.y * shape.z), node / shape.z % shape.y, node % shape.z]
      var sum = 0.0
      for axis in 0..<3 {
        var next = place
        next[axis] += 1
        if next[axis] < counts[axis] { sum += vector[number(next)] }
        next[axis] -= 2
        if next[axis] >= 0 {
          sum += vector[number(next)]
        } else {
          sum += Double(sector[axis]?.rawValue ?? 0) * vector[node]
        }
      }
      return (potential[node] + centre) * vector[node] + coupling * sum
    }
  }
}
