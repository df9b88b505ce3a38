import RealModule

/// One electron on a ring threaded by a magnetic flux: H = (-i d/dphi + f)^2/(2 m R^2) + V(phi).
///
/// f = Phi/Phi0, Phi0 = h/e; B = 1/(2 m R^2) is the scale of energies. With a Rashba coupling Q =
/// 2 m alpha R/hbar^2 the electron is a spinor in the laboratory frame and
/// H = B[(l + Q sigma_r/2)^2 - Q^2/4] + V + E_Z sigma_z/2 with l = -i d/dphi + f and sigma_r = cos phi
/// sigma_x + sin phi sigma_y; without V and E_Z its levels are B[(n + 1/2 + f +- sqrt(1 + Q^2)/2)^2 -
/// Q^2/4] (J. Nitta, F. E. Meijer, H. Takayanagi, Appl. Phys. Lett. 75 (1999) 695).
///
/// ```swift
/// let ring = Ring(radius: 1, flux: 0.25, boundary: .spinor).adding(cosine: 1, amplitude: 2)
/// print(try ring.spectrum(lowest: 6)[0].current ?? 0)
/// ```
public struct Ring: Sendable {
  /// R.
  public var radius: Length
  /// m, in electron masses.
  public var mass: Double
  /// f = Phi/Phi0.
  public var flux: Double
  /// How psi continues after one turn.
  public var boundary: RingBoundary
  /// Q; nil for an electron without spin.
  public var rashba: Double?
  /// E_Z of E_Z sigma_z/2, the splitting of a spin along the ring's axis. It makes the electron a
  /// spinor where it is not 0.
  public var zeeman: Energy
  var potential = PeriodicPotential()
  private var disorder: [Parameters.Value] = []

  /// A ring of radius R without a potential; ``validate()`` checks the values.
  public init(
    radius: Length = 1, mass: Double = 1, flux: Double = 0,
    boundary: RingBoundary = .singleValued, rashba: Double? = nil, zeeman: Energy = 0
  ) {
    self.radius = radius
    self.mass = mass
    self.flux = flux
    self.boundary = boundary
    self.rashba = rashba
    self.zeeman = zeeman
  }

  /// V plus v cos(q phi + phase), q whole.
  public func adding(cosine harmonic: Double, amplitude: Energy, phase: Double = 0) -> Ring {
    var ring = self
    ring.potential.cosines.append(
      .init(harmonic: harmonic, amplitude: amplitude.hartree, phase: phase))
    return ring
  }

  /// V plus a function of phi known only by its values, in hartree: bounds become estimates.
  ///
  /// `breakpoints` are the angles in [0, 2 pi) where V or a derivative may jump, besides 0: elements end
  /// there (``RingMethod/spectral(elements:)``).
  public func adding(
    named name: String = "closure", breakpoints: [Double] = [],
    because: String = "V is a black box, known only at the points where it was sampled",
    _ function: @escaping @Sendable (Double) -> Double
  ) -> Ring {
    var ring = self
    ring.potential.functions.append(
      .init(
        name: name, because: because, breakpoints: breakpoints, uncertainty: nil, value: function))
    return ring
  }

  /// V plus the periodic continuation of a table of phi (radians) and V (hartree).
  ///
  /// The table must span one turn: from phi_0 to phi_0 + 2 pi with equal ends, or short of it by one
  /// step. Throws ``FewBodyError/invalid(_:)`` otherwise.
  public func adding(_ table: SampledPotential, named name: String = "file") throws(FewBodyError)
    -> Ring
  {
    var ring = self
    ring.potential.functions.append(try table.wrappedAroundRing(name: name))
    return ring
  }

  /// V plus a seeded random potential: `harmonics` cosines, q = 1, 2, ..., with normally distributed
  /// amplitudes of standard deviation `amplitude` and uniform phases.
  ///
  /// It is a sum of cosines like any other, so that its bounds stay theorems.
  public func adding(disorder amplitude: Energy, harmonics: Int, seed: UInt64) -> Ring {
    var ring = self
    var generator = SplitMix(state: seed)
    for q in 1...max(1, harmonics) {
      // Box and Muller; 1 - u is never 0.
      let radius = (-2 * Double.log(1 - generator.uniform())).squareRoot()
      let normal = radius * .cos(2 * .pi * generator.uniform())
      ring.potential.cosines.append(
        .init(
          harmonic: Double(q), amplitude: harmonics < 1 ? .nan : amplitude.hartree * normal,
          phase: 2 * .pi * generator.uniform()))
    }
    ring.disorder += [
      .number(amplitude.hartree), .integer(harmonics), .word(String(seed)),
    ]
    return ring
  }

  /// V(phi) in hartree.
  public func potential(at angle: Double) -> Double { potential.value(at: angle) }

  /// Whether the electron has two components.
  public var isSpinor: Bool { rashba != nil || zeeman.hartree != 0 }

  /// B = 1/(2 m R^2), in hartree.
  public var rotation: Energy { Energy(hartree: 0.5 / (mass * radius.bohr * radius.bohr)) }

  /// Name, dimension and every parameter, in atomic units, in the order in which they are printed.
  public var parameters: Parameters {
    var parameters: Parameters = [
      "name": "ring", "dimension": 1, "radius": .number(radius.bohr), "mass": .number(mass),
      "flux": .number(flux), "boundary": .word(boundary.name),
    ]
    if case .twist(let angle) = boundary {
      parameters["boundary"] = "twist"
      parameters["twist"] = .number(angle)
    }
    if let rashba { parameters["rashba"] = .number(rashba) }
    if zeeman.hartree != 0 { parameters["zeeman"] = .number(zeeman.hartree) }
    if !potential.cosines.isEmpty {
      parameters["cosines"] = .numbers(
        potential.cosines.flatMap { [$0.amplitude, $0.harmonic, $0.phase] })
    }
    if disorder.count >= 3 {
      parameters["disorder"] = disorder[0]
      parameters["harmonics"] = disorder[1]
      parameters["seed"] = disorder[2]
    }
    if !potential.functions.isEmpty {
      parameters["potential"] = .word(potential.functions.map(\.name).joined(separator: " + "))
    }
    return parameters
  }

  /// Throws what is wrong with the ring, if anything is.
  public func validate() throws(FewBodyError) {
    try require("radius", radius.bohr, accepted: "a finite length above 0") { $0 > 0 }
    try require("mass", mass, accepted: "a finite mass above 0, in electron masses") { $0 > 0 }
    try require("flux", flux, accepted: "a number of flux quanta, at most 2^20 in size") {
      $0.magnitude <= 0x1p20
    }
    guard (1e-60...1e60).contains(rotation.hartree) else {
      throw .invalid(
        "radius", "\(radius.bohr) bohr, 1/2mR^2 = \(rotation.hartree) hartree",
        accepted: "a radius with 1/2mR^2 from 1e-60 to 1e60 hartree")
    }
    if let rashba {
      try require("rashba", rashba, accepted: "a number of at most 1e4 in size") {
        $0.magnitude <= 1e4
      }
    }
    try require("zeeman", zeeman.hartree, accepted: "an energy of at most 1e12/2mR^2 in size") {
      $0.magnitude <= 1e12 * rotation.hartree
    }
    try boundary.validate()
    try potential.validate(turns: boundary.turns)
  }
}
