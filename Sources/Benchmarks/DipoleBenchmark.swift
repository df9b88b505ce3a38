import FewBody

/// Lowest levels of chains of dipoles: the matrix with all its levels, and matrix-free.
struct DipoleBenchmark {
  func run() throws {
    print("| dipoles | states | method | seconds | iterations | megabytes |")
    print("| --- | --- | --- | --- | --- | --- |")
    for (count, method) in [
      (8, DipoleMethod.dense), (8, .matrixFree), (10, .dense), (10, .matrixFree), (12, .matrixFree),
      (16, .matrixFree), (18, .matrixFree),
    ] {
      let chain = DipoleSystem(
        (0..<count).map {
          .twoLevel(
            frequency: Energy(hartree: 0.3 + 0.01 * Double($0 % 3)), moment: 0.5, permanent: 0.2,
            direction: SIMD3(1, 0, 0), position: SIMD3(0, 0, 6 * Double($0)))
        })
      var spectrum: Spectrum?
      let seconds = try clock.measure { spectrum = try chain.spectrum(lowest: 6, on: method) }
        .seconds
      guard let spectrum else { return }
      let iterations = spectrum.method["iterations"].map { "\($0)" } ?? ""
      var megabytes = 48 * chain.dimension * chain.dimension * 1e-6
      if case .number(let bytes)? = spectrum.method["bytes"] { megabytes = bytes * 1e-6 }
      print(
        "| \(count) | \(spectrum.system["dimension"].map { "\($0)" } ?? "") | \(method.rawValue) | "
          + "\(short(seconds)) | \(iterations) | \(short(megabytes)) |")
    }
  }
}
