import FewBody

extension InteractionSetup {
  /// Flags that contradict each other, or that would be overlooked.
  static func refuseContradictions(_ flags: InteractionCommand) throws(FewBodyError) {
    if flags.orbitals != nil, flags.first != nil || flags.second != nil {
      throw .invalid("orbitals", flags.orbitals ?? "", accepted: "no --first or --second beside it")
    }
    if flags.orbitals != nil, let channel = flags.channel {
      throw .invalid(
        "channel", channel.rawValue, accepted: "nothing beside --orbitals, which shows both")
    }
    if flags.method == .quadrature, let points = flags.points {
      throw .invalid("points", points, accepted: "only with --method grid")
    }
    if flags.method == .quadrature, let extent = flags.extent {
      throw .invalid("extent", extent.bohr, accepted: "only with --method grid")
    }
    if flags.method == .grid, flags.system == .ring {
      throw .invalid("method", "grid", accepted: "quadrature for the states of a ring")
    }
    if let screening = flags.screening, flags.plasmaEnergy != nil, flags.orbitals == nil {
      throw .invalid("screening", screening, accepted: "either it or --plasma-energy")
    }
    if let energy = flags.plasmaEnergy, energy.hartree < 0 {
      throw .invalid("plasma-energy", energy.hartree, accepted: "an energy from 0")
    }
    if flags.material == nil, let coupling = flags.phononCoupling {
      throw .invalid("phonon-coupling", coupling.hartree, accepted: "only with --material")
    }
    if let metal = flags.material,
      flags.first != nil || flags.second != nil || flags.orbitals != nil || flags.channel != nil
        || flags.screening != nil || flags.plasmaEnergy != nil || flags.method == .grid
    {
      throw .invalid("material", metal, accepted: "no orbitals or interaction beside it")
    }
    if flags.material == nil, let q = flags.waveNumber {
      throw .invalid("wave-number", q, accepted: "only with --material")
    }
    if flags.waveNumber == nil, flags.distance == nil, let frequency = flags.frequency {
      throw .invalid(
        "frequency", frequency.hartree, accepted: "only with --wave-number or --distance")
    }
    if let time = flags.time, flags.waveNumber == nil || flags.frequency != nil {
      throw .invalid("time", time, accepted: "only with --wave-number, without --frequency")
    }
    if let distance = flags.distance, flags.material == nil || flags.waveNumber != nil {
      throw .invalid(
        "distance", distance.bohr, accepted: "only with --material, without --wave-number")
    }
    if let q = flags.waveNumber, q < 0 {
      throw .invalid("wave-number", q, accepted: "a number from 0, in bohr^-1")
    }
    if flags.plasmaEnergy != nil, flags.orbitals == nil, flags.channel != .ampere {
      throw .invalid(
        "plasma-energy", flags.plasmaEnergy?.hartree ?? 0, accepted: "only with --channel ampere")
    }
  }
}
