import ComplexModule

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension DipoleSystem {
  /// Dipoles of any levels, moments and places from a JSON file.
  ///
  /// `{"kind": "electric", "dipoles": [{"energies": [0, 0.5], "moments": {"x": [[0, 1], [1, 0]]}, "position": [0, 0, 0]}, ...]}`:
  /// hartree, e a0 (magnetic: e hbar/m_e) and bohr; an entry of a matrix is a number or `[real, imaginary]`, and a direction that is
  /// missing is zero.
  ///
  /// - Throws: ``NoSuchFile``; ``FewBodyError/badData(file:line:problem:)`` for a file that is no such list, or dipoles that
  ///   ``validate()`` refuses, such as moments that are not Hermitian.
  public init(contentsOf path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { throw NoSuchFile(path: path) }
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw FewBodyError.badData(
        file: path, line: 0, problem: "cannot be read; a JSON file of dipoles is needed")
    }
    do {
      let file = try JSONDecoder().decode(DipoleFile.self, from: bytes)
      self.init(try file.dipoles.map { try $0.dipole() }, kind: file.kind ?? .electric)
      try validate()
    } catch let error as FewBodyError {
      throw FewBodyError.badData(file: path, line: 0, problem: "\(error)")
    } catch let error as DecodingError {
      throw FewBodyError.badData(file: path, line: 0, problem: DipoleFile.description(of: error))
    }
  }
}

/// The form of the file.
private struct DipoleFile: Decodable {
  var kind: Dipole.Kind?
  var dipoles: [Entry]

  struct Entry: Decodable {
    var energies: [Double]
    var moments: [String: [[Number]]]
    var position: [Double]

    func dipole() throws(FewBodyError) -> Dipole {
      guard position.count == 3 else {
        throw .invalid("position", position, accepted: "three numbers, in bohr")
      }
      let names = ["x", "y", "z"]
      if let other = moments.keys.sorted().first(where: { !names.contains($0) }) {
        throw .invalid("moments", "'\(other)'", accepted: "x, y and z")
      }
      let n = energies.count
      let matrices = try names.map { (name) throws(FewBodyError) -> [Complex<Double>] in
        guard let rows = moments[name] else {
          return [Complex<Double>](repeating: .zero, count: n * n)
        }
        guard rows.count == n, rows.allSatisfy({ $0.count == n }) else {
          throw .invalid(
            "moments", "\(name)", accepted: "\(n) rows of \(n) numbers, as the energies")
        }
        return rows.joined().map(\.value)
      }
      return Dipole(
        energies: energies.map(Energy.init(hartree:)), moments: matrices,
        position: SIMD3(position[0], position[1], position[2]))
    }
  }

  /// A real number, or a pair.
  struct Number: Decodable {
    var value: Complex<Double>

    init(from decoder: any Decoder) throws {
      let box = try decoder.singleValueContainer()
      if let real = try? box.decode(Double.self) {
        value = Complex(real)
        return
      }
      let parts = try box.decode([Double].self)
      guard parts.count == 2 else {
        throw DecodingError.dataCorruptedError(
          in: box, debugDescription: "\(parts.count) parts; a number or [real, imaginary] is needed"
        )
      }
      value = Complex(parts[0], parts[1])
    }
  }

  static func description(of error: DecodingError) -> String {
    func place(_ context: DecodingError.Context) -> String {
      let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }
      return path.isEmpty ? "" : "at \(path.joined(separator: ".")): "
    }
    switch error {
    case .keyNotFound(let key, let context): return "\(place(context))no '\(key.stringValue)'"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      return "\(place(context))\(context.debugDescription)"
    @unknown default: return "is not a JSON file of dipoles"
    }
  }
}
