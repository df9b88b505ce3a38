import FewBody

/// The metal that `--material` names and the coupling that takes a charge from it.
struct MaterialChoice {
  let metal: Metal
  let coupling: Coupling

  init(named name: String, coupling: Coupling) throws {
    metal = try Metal.named(name)
    self.coupling = coupling
  }

  var charge: Double { coupling.charge(of: metal) }

  /// The parameters of a system whose charge comes from the metal.
  func added(to parameters: Parameters) -> Parameters {
    var parameters = parameters
    parameters["material"] = .word(metal.symbol)
    parameters["densityRadius"] = .number(metal.densityRadius)
    parameters["coupling"] = .word(coupling.rawValue)
    return parameters
  }

  var title: String {
    "\(metal.name), r_s = \(metal.densityRadius) a0, \(coupling.rawValue) coupling: "
      + coupling.formula
  }
}
