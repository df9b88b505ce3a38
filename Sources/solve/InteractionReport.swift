import Charts
import FewBody

/// The integrals or estimates of `solve interaction` as table, comma-separated values or picture.
struct InteractionReport: AnswerReport {
  let flags: InteractionCommand
  let setup: InteractionSetup

  var shared: SharedOptions { flags.shared }

  func run() throws {
    try run { progress, shouldStop in try setup.solve(progress, shouldStop) }
  }

  func draw(_: InteractionResult, to path: String) throws {
    guard flags.system == .atom, flags.material == nil, flags.orbitals == nil else {
      throw FewBodyError.invalid(
        "plot", path, accepted: "a pair of hydrogenic orbitals: the map is over Z")
    }
    let first = try HydrogenicOrbital(named: flags.first ?? "1s", flag: "first")
    let second = try HydrogenicOrbital(
      named: flags.second ?? flags.first ?? "1s", flag: "second")
    try InteractionRatioMap(first: first, second: second, gauge: flags.gauge).write(to: path)
  }

  func table(_ result: InteractionResult) -> String {
    result.text(title: setup.title, in: shared.units)
  }

  func commaSeparated(_ result: InteractionResult) -> String {
    result.commaSeparated(in: shared.units)
  }
}
