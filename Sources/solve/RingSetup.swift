import Expressions
import FewBody

/// The ring, the fluxes and the filling that the flags of `solve ring` name.
struct RingSetup {
  let ring: Ring
  /// Nil for one flux, the ring's own.
  let range: FluxRange?
  let filling: RingFilling?
  let method: RingMethod
  let title: [String]
  private let file: String?
  private let states: Int
  private let tolerance: Double?
  private let threads: Int?

  init(_ flags: RingCommand) throws {
    try RingSetup.refuseContradictions(flags)
    (file, states, tolerance) = (flags.potentialFile, flags.shared.states, flags.tolerance)
    threads = flags.shared.threads
    let text = flags.flux ?? "0"
    range = text.contains(":") ? try FluxRange(text) : nil
    var ring = Ring(
      radius: flags.radius ?? 1, mass: flags.mass ?? 1,
      flux: try range == nil ? RingSetup.flux(text) : 0,
      boundary: try flags.boundary.map { try RingBoundary($0) } ?? .singleValued,
      rashba: flags.rashba, zeeman: flags.zeeman ?? 0)
    var terms: [String] = []
    for text in flags.cosine {
      let (amplitude, harmonic, phase) = try RingSetup.cosine(text)
      ring = ring.adding(cosine: harmonic, amplitude: amplitude, phase: phase)
      terms.append(RingSetup.formula(amplitude, harmonic, phase))
    }
    if let text = flags.disorder {
      let (amplitude, harmonics, seed) = try RingSetup.disorder(text)
      ring = ring.adding(disorder: amplitude, harmonics: harmonics, seed: seed)
      terms.append("disorder \(text)")
    }
    if let text = flags.potential {
      let expression = try Expression(text, variables: ["phi"])
      ring = ring.adding(
        named: text,
        because: "the expression is a black box, known only at the points where it was sampled"
      ) { expression($0) }
      terms.append(text)
    }
    if let path = flags.potentialFile {
      let table = try SampledPotential(contentsOf: path, coordinate: "phi")
      do { ring = try ring.adding(table, named: path) } catch {
        throw RingSetup.inFile(path, error)
      }
      terms.append(path)
    }
    self.ring = ring
    filling = flags.electrons.map {
      RingFilling(
        electrons: $0, spinDegeneracy: flags.spinDegeneracy ?? (ring.isSpinor ? 1 : 2),
        temperature: flags.temperature ?? 0)
    }
    method =
      switch flags.method {
      case .fft: .planeWaves(waves: try RingSetup.waves(flags.points, levels: states))
      case .fd: .finiteDifferences(order: flags.order ?? 8, points: flags.points ?? 256)
      case .spectral: .spectral
      }
    title = [
      RingSetup.heading(ring, range: range)
        + ", V = \(terms.isEmpty ? "0" : terms.joined(separator: " + "))"
    ]
  }

  /// One flux, or a sweep; with a filling also its totals.
  func spectrum(
    progress: (SolveProgress) -> Void, shouldStop: () -> Bool
  ) throws(FewBodyError) -> Spectrum {
    let report: (Double) -> Void = { progress(SolveProgress(fraction: $0)) }
    var spectrum: Spectrum
    if let range {
      let sweep = try ring.sweep(
        fluxes: range.values, lowest: states, filling: filling, on: method,
        tolerance: tolerance, threads: threads, progress: report, shouldStop: shouldStop)
      spectrum = sweep.spectrum
      let count = min(4, (sweep.points.count - 1) / 2)
      // A range that is not one of whole flux quanta has no harmonics, and that is no error here.
      if filling != nil, count >= 1, let harmonics = try? sweep.harmonics(upTo: count) {
        spectrum.currentHarmonics = harmonics
      }
    } else if let filling {
      let sweep = try ring.sweep(
        fluxes: [ring.flux], lowest: states, filling: filling, on: method,
        tolerance: tolerance, threads: threads, progress: report, shouldStop: shouldStop)
      spectrum = sweep.spectrum
      spectrum.sweep = nil
      spectrum.system = ring.parameters
      for i in spectrum.levels.indices { spectrum.levels[i].branch = nil }
      spectrum.totalEnergy = sweep.points.first?.totalEnergy
      spectrum.totalEnergyInterval = sweep.points.first?.totalEnergyInterval
      spectrum.totalCurrent = sweep.points.first?.totalCurrent
    } else {
      spectrum = try ring.spectrum(
        lowest: states, on: method, tolerance: tolerance, progress: report,
        shouldStop: shouldStop)
    }
    if let filling {
      spectrum.system["electrons"] = .integer(filling.electrons)
      spectrum.system["spinDegeneracy"] = .integer(filling.spinDegeneracy)
      spectrum.system["temperature"] = .number(filling.temperature.hartree)
    }
    return spectrum
  }

  /// What is wrong with a table is wrong with its file, not with a flag.
  func inItsFile(_ error: any Error) -> any Error {
    guard let file, let error = error as? FewBodyError else { return error }
    return RingSetup.inFile(file, error)
  }

  private static func inFile(_ path: String, _ error: FewBodyError) -> FewBodyError {
    guard case .invalid(let parameter) = error, parameter.value.hasPrefix("\(path), ") else {
      return error
    }
    let problem = parameter.value.dropFirst(path.count + 2)
    return .badData(
      file: path, line: 0, problem: "\(problem); accepted: \(parameter.accepted)")
  }

  /// v cos(q phi + p), as one writes it.
  private static func formula(_ amplitude: Energy, _ harmonic: Double, _ phase: Double) -> String {
    var q = harmonic == 1 ? "" : "\(harmonic) "
    if q.hasSuffix(".0 ") { q = "\(q.dropLast(3)) " }
    let shift = phase == 0 ? "" : phase < 0 ? " - \(-phase)" : " + \(phase)"
    return "\(amplitude.hartree) cos(\(q)phi\(shift))"
  }

  private static func heading(_ ring: Ring, range: FluxRange?) -> String {
    var words = "ring: R = \(ring.radius.bohr), m = \(ring.mass), \(ring.boundary.name)"
    words += range.map { ", f = \($0.from) to \($0.to)" } ?? ", f = \(ring.flux)"
    if let rashba = ring.rashba { words += ", Q = \(rashba)" }
    if ring.zeeman.hartree != 0 { words += ", E_Z = \(ring.zeeman.hartree)" }
    return words
  }
}
