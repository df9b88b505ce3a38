import FewBody

/// What the flags of `solve interaction` ask for, as a function that finds it.
struct InteractionSetup {
  let title: [String]
  let solve: Solver

  typealias Solver = (
    _ progress: (SolveProgress) -> Void, _ shouldStop: () -> Bool
  ) throws -> InteractionResult

  init(_ flags: InteractionCommand) throws {
    try InteractionSetup.refuseContradictions(flags)
    if let material = flags.material {
      let metal = try Metal.named(material)
      let coupling = flags.phononCoupling ?? .electronvolts(0.1)
      let estimate = try MetalEstimate(metal, coupling: coupling)
      title = [
        "Ampere interaction in \(metal.name), coupling to phonons \(coupling.electronvolts) eV"
      ]
      var system: Parameters = [
        "name": "interaction", "material": .word(metal.symbol),
        "phononCoupling": .number(coupling.hartree),
      ]
      var estimates = try estimate.parameters()
      if let q = flags.waveNumber {
        let frequency = flags.frequency ?? 0
        system["waveNumber"] = .number(q)
        system["frequency"] = .number(frequency.hartree)
        system["time"] = flags.time.map { .number($0) }
        let dynamic = try estimate.kernel.parameters(
          q, frequency: frequency.hartree, time: flags.time)
        for name in dynamic.names { estimates[name] = dynamic[name] }
      } else if let distance = flags.distance {
        let frequency = flags.frequency ?? 0
        system["distance"] = .number(distance.bohr)
        system["frequency"] = .number(frequency.hartree)
        let dynamic = try estimate.kernel.parameters(
          distance: distance.bohr, frequency: frequency.hartree)
        for name in dynamic.names { estimates[name] = dynamic[name] }
      }
      let found = (system, estimates)
      solve = { _, _ in
        InteractionResult(
          system: found.0, method: ["name": "free electrons"], content: .estimates(found.1))
      }
      return
    }
    let words = InteractionSetup.words(flags)
    var system: Parameters = ["name": "interaction", "of": .word(flags.system.rawValue)]
    switch flags.system {
    case .atom:
      let list = try InteractionSetup.atoms(flags)
      system["charge"] = .number(flags.charge)
      title = ["hydrogenic orbitals, Z = \(flags.charge)"]
      if flags.method == .grid {
        let (points, extent) = (flags.points ?? 64, flags.extent ?? InteractionSetup.box(of: list))
        let method: Parameters = [
          "name": "grid", "points": .integer(points), "extent": .number(extent.bohr),
        ]
        solve = InteractionSetup.solver(flags, system, method) {
          try list.map { try GridOrbital($0, points: points, extent: extent) }
        }
      } else {
        solve = InteractionSetup.solver(flags, system, ["name": "quadrature"]) {
          list.map { CentralOrbital($0) }
        }
      }
    case .pair:
      let indices = try InteractionSetup.indices(words, flags)
      let pair = SpacePair(
        charge: flags.charge, reducedMass: flags.states.reducedMass ?? 0.5,
        kernel: flags.states.kernel ?? .isotropic)
      for name in pair.parameters.names where name != "name" {
        system[name] = pair.parameters[name]
      }
      title = ["states of the pair in space, \(pair.kernel.rawValue) kernel, Z = \(pair.charge)"]
      let count = (indices.max() ?? 0) + 1
      if flags.method == .grid {
        let points = flags.points ?? 64
        let method: Parameters = ["name": "grid", "points": .integer(points)]
        solve = InteractionSetup.solver(flags, system, method) {
          let levels = try pair.spectrum(lowest: count, on: .fourier(points: points)).levels
          let states = try InteractionSetup.pick(indices, levels).compactMap { index, level in
            level.spaceState.map { (index, $0) }
          }
          let extent = flags.extent ?? .bohr(states.map(\.1.extent).max() ?? 1)
          return try states.map { index, state in
            try GridOrbital(
              state, name: "\(index)", points: points, extent: extent, mass: pair.reducedMass,
              cusp: pair.kernel == .isotropic ? pair.charge : nil)
          }
        }
      } else {
        solve = InteractionSetup.solver(flags, system, ["name": "quadrature"]) {
          let levels = try pair.spectrum(lowest: count).levels
          return try InteractionSetup.pick(indices, levels).map {
            try CentralOrbital($0.level, mass: pair.reducedMass, name: "\($0.index)")
          }
        }
      }
    case .ring:
      let indices = try InteractionSetup.indices(words, flags)
      let ring = Ring(radius: flags.states.radius ?? 1, flux: flags.states.flux ?? 0)
      let thickness = flags.states.thickness ?? 0.1
      system["radius"] = .number(ring.radius.bohr)
      system["thickness"] = .number(thickness.bohr)
      system["flux"] = .number(ring.flux)
      title = ["states of a ring, R = \(ring.radius.bohr), a = \(thickness.bohr), f = \(ring.flux)"]
      solve = InteractionSetup.solver(flags, system, ["name": "quadrature"]) {
        let levels = try ring.spectrum(lowest: (indices.max() ?? 0) + 1).levels
        return try InteractionSetup.pick(indices, levels).map { index, level in
          guard let state = level.ringState else {
            throw FewBodyError.invalid("orbitals", index, accepted: "a level with a state")
          }
          return try RingOrbital(state, of: ring, thickness: thickness, name: "\(index)")
        }
      }
    }
  }

  /// Makes the orbitals, then their integrals.
  private static func solver<Orbital: InteractingOrbital>(
    _ flags: InteractionCommand, _ system: Parameters, _ method: Parameters,
    _ orbitals: @escaping () throws -> [Orbital]
  ) -> Solver {
    let plain = flags.screening ?? 0
    let london = flags.plasmaEnergy.map {
      ElectronInteraction.londonScreening(plasmaEnergy: $0)
    }
    var system = system
    system["gauge"] = .word(flags.gauge.rawValue)
    let asked = system
    return { progress, shouldStop in
      var system = asked
      let found = try orbitals()
      if flags.orbitals != nil {
        system["screening"] = .number(plain)
        system["ampereScreening"] = .number(london ?? plain)
        let table = try HubbardHeisenberg(
          of: found, gauge: flags.gauge, screening: (plain, london ?? plain),
          threads: flags.shared.threads, progress: progress, shouldStop: shouldStop)
        return InteractionResult(system: system, method: method, content: .table(table))
      }
      let channel = flags.channel ?? .coulomb
      let interaction = try ElectronInteraction(
        channel, gauge: flags.gauge, screening: channel == .ampere ? london ?? plain : plain)
      guard let first = found.first, let second = found.last else {
        throw FewBodyError.invalid("first", "without a state", accepted: "a level that has one")
      }
      system["first"] = .word(first.name)
      system["second"] = .word(second.name)
      system["channel"] = .word(channel.rawValue)
      system["screening"] = .number(interaction.screening)
      return InteractionResult(
        system: system, method: method,
        content: .pair(
          try first.interaction(
            interaction, with: second, threads: flags.shared.threads, shouldStop: shouldStop)))
    }
  }
}

extension InteractionSetup {
  /// The names as typed, of which there is one at least.
  private static func words(_ flags: InteractionCommand) -> [String] {
    if let list = flags.orbitals {
      return list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let first = flags.first ?? (flags.system == .atom ? "1s" : "0")
    return [first, flags.second ?? first]
  }

  private static func atoms(_ flags: InteractionCommand) throws(FewBodyError) -> [HydrogenicOrbital]
  {
    if let list = flags.orbitals {
      return try HydrogenicOrbital.list(list, charge: flags.charge)
    }
    let words = words(flags)
    return [
      try HydrogenicOrbital(named: words[0], charge: flags.charge, flag: "first"),
      try HydrogenicOrbital(named: words[1], charge: flags.charge, flag: "second"),
    ]
  }

  private static func indices(
    _ words: [String], _ flags: InteractionCommand
  ) throws(FewBodyError) -> [Int] {
    var indices: [Int] = []
    for (k, word) in words.enumerated() {
      let flag = flags.orbitals != nil ? "orbitals" : k == 0 ? "first" : "second"
      guard let index = Int(word), (0...999).contains(index) else {
        throw .invalid(flag, "'\(word)'", accepted: "the index of a level, from 0 to 999")
      }
      indices.append(index)
    }
    guard flags.orbitals == nil || Set(indices).count == indices.count else {
      throw .invalid("orbitals", flags.orbitals ?? "", accepted: "levels that differ")
    }
    return indices
  }

  private static func pick(
    _ indices: [Int], _ levels: [Level]
  ) throws(FewBodyError) -> [(index: Int, level: Level)] {
    var found: [(index: Int, level: Level)] = []
    for index in indices {
      guard levels.indices.contains(index) else {
        throw .invalid("orbitals", index, accepted: "0 to \(levels.count - 1): so many are bound")
      }
      found.append((index, levels[index]))
    }
    return found
  }

  /// A box that leaves 1e-7 of a density's decay outside: 9 n/Z, and more where n^2 matters.
  private static func box(of orbitals: [HydrogenicOrbital]) -> Length {
    let n = orbitals.map(\.n).max() ?? 1
    let charge = orbitals.first?.charge ?? 1
    return .bohr((8 * Double(n) + Double(n * n)) / charge)
  }
}
