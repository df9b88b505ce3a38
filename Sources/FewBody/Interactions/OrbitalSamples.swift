/// An orbital's partial waves at the points of a mesh.
struct OrbitalSamples: Sendable {
  let radii: [Double]
  let momenta: [Int]
  /// R_l and dR_l/dr at [wave][point].
  let values: [[Double]]
  let slopes: [[Double]]
  let largest: Int

  init(_ orbital: CentralOrbital, on mesh: InteractionMesh) {
    radii = mesh.radii
    momenta = orbital.waves.map(\.angularMomentum)
    largest = orbital.largest
    let extent = orbital.nodes.last ?? 0
    let samples = orbital.waves.map { wave in
      mesh.radii.map { r -> (value: Double, slope: Double) in
        r <= extent ? wave.radial(r) : (0, 0)
      }
    }
    values = samples.map { $0.map(\.value) }
    slopes = samples.map { $0.map(\.slope) }
  }

  /// The sum over pairs of waves of the functions that exist; nil if none does.
  static func sum(
    _ a: OrbitalSamples, _ b: OrbitalSamples, _ term: (Int, Int) -> ((Int) -> Double)?
  ) -> [Double]? {
    var result: [Double]?
    for i in a.momenta.indices {
      for j in b.momenta.indices {
        guard let function = term(i, j) else { continue }
        var values = result ?? [Double](repeating: 0, count: a.radii.count)
        for point in values.indices { values[point] += function(point) }
        result = values
      }
    }
    return result
  }
}
