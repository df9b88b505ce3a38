import RealModule

/// The ground state of electrons on a ring at every flux, over all J and S.
///
/// E_0(f) = min_J [eps(J mod N) + (J + N f)^2/2NR^2], eps(c) the lowest relative energy of class c over
/// the spins: N numbers are the whole dependence on the flux. It repeats after Phi0; where electrons
/// cannot pass one another the spins supply every class with one lowest eps, and it repeats after Phi0/N
/// (F. V. Kusmartsev, J. Phys.: Condens. Matter 3, 3199 (1991); N. Yu and M. Fowler, Phys. Rev. B 45,
/// 11795 (1992)).
public struct ElectronRotor: Sendable {
  /// N.
  public let count: Int
  /// R.
  public let radius: Length
  /// eps(c) at c = J mod N = 0 ... N - 1, with the spin that has it.
  public let classes: [(level: Level, spin: ElectronSpin)]

  /// The state of lowest energy at a flux.
  public struct Ground: Sendable {
    /// E_0(f).
    public let energy: Energy
    /// -(1/2 pi) dE/df, in e E_h/hbar.
    public let current: Double
    /// J.
    public let momentum: Int
    /// S, of lowest energy in the class of J.
    public let spin: ElectronSpin
  }

  func relative(_ momentum: Int) -> (level: Level, spin: ElectronSpin) {
    let c = momentum % count
    return classes[c < 0 ? c + count : c]
  }

  /// E of J at a flux.
  func energy(_ momentum: Int, _ flux: Double) -> Double {
    let turns = Double(momentum) + Double(count) * flux
    let square = radius.bohr * radius.bohr
    return relative(momentum).level.energy.hartree + turns * turns / (2 * Double(count) * square)
  }

  /// The lowest state at a flux f in flux quanta, over all J.
  public func ground(at flux: Double) -> Ground {
    let center = -Int((Double(count) * flux).rounded())
    // Farther classes cost more rotation than the nearest of the same class.
    let momentum = (center - count...center + count).min {
      energy($0, flux) < energy($1, flux)
    }
    let best = momentum ?? center
    let turns = Double(best) + Double(count) * flux
    return Ground(
      energy: Energy(hartree: energy(best, flux)),
      current: -turns / (2 * .pi * radius.bohr * radius.bohr), momentum: best,
      spin: relative(best).spin)
  }

  /// The largest m, a divisor of N or 1, such that E_0 repeats after Phi0/m, to `tolerance` of the
  /// rotation's 1/2NR^2.
  public func divisions(tolerance: Double = 1e-6) -> Int {
    let unit = 1 / (2 * Double(count) * radius.bohr * radius.bohr)
    let points = 60 * count
    let energies = (0..<points).map {
      ground(at: Double($0) / Double(points)).energy.hartree
    }
    return (1...count).last { m in
      guard points.isMultiple(of: m) else { return false }
      let shift = points / m
      return (0..<points).allSatisfy {
        (energies[$0] - energies[($0 + shift) % points]).magnitude <= tolerance * unit
      }
    } ?? 1
  }

  /// I_p of I(f) = sum_p I_p sin(2 pi p f), p = 1 ... N, in e E_h/hbar, by the rectangle rule.
  public func harmonics(points: Int = 4096) -> [Double] {
    let fluxes = (0..<points).map { (Double($0) + 0.5) / Double(points) }
    let currents = fluxes.map { ground(at: $0).current }
    return (1...count).map { p in
      2
        * zip(fluxes, currents).reduce(0.0) {
          $0 + $1.1 * Double.sin(2 * .pi * Double(p) * $1.0)
        } / Double(points)
    }
  }

  /// The p whose I_p is the largest: the current repeats after Phi0/p but for the smaller parts.
  public var largestHarmonic: Int {
    let sizes = harmonics().map(\.magnitude)
    return (sizes.indices.max { sizes[$0] < sizes[$1] } ?? 0) + 1
  }
}

extension ElectronRing {
  /// The ground state over all J and, unless a spin is chosen, all S.
  ///
  /// - Throws: as ``spectrum(lowest:on:tolerance:threads:progress:shouldStop:)``; for the Darwin-Breit
  ///   force, which couples the flux to the relative motion.
  public func rotor(
    on method: ElectronMethod = .automatic, tolerance: Double = 1e-10,
    shouldStop: () -> Bool = { false }
  ) throws(FewBodyError) -> ElectronRotor {
    guard !interaction.isMagnetic else {
      throw .invalid(
        "interaction", interaction.rawValue,
        accepted: "none or coulomb: the Darwin-Breit force couples the flux to the relative motion")
    }
    var classes: [(level: Level, spin: ElectronSpin)] = []
    for c in 0...count / 2 {
      var ring = self
      (ring.totalMomentum, ring.flux) = (c, -Double(c) / Double(count))
      var lowest: (level: Level, spin: ElectronSpin)?
      for spin in spins {
        ring.spin = spin
        let spectrum = try ring.spectrum(
          lowest: 1, on: method, tolerance: tolerance, shouldStop: shouldStop)
        if let level = spectrum.levels.first,
          level.energy < lowest?.level.energy ?? .hartree(.infinity)
        {
          lowest = (level, spin)
        }
      }
      guard let lowest else {
        throw .invalid("states", 0, accepted: "a solve that is not interrupted")
      }
      classes.append(lowest)
    }
    // eps(N - c) = eps(c): reflection.
    for c in stride(from: (count - 1) / 2, to: 0, by: -1) { classes.append(classes[c]) }
    return ElectronRotor(count: count, radius: radius, classes: classes)
  }
}
