#if Sweeps
  import ArgumentParser
  import FewBody

  /// A subcommand that takes new values for some of its options without being parsed anew.
  ///
  /// The parser takes 3 ms for a command line; a small solve takes 0.1 ms. What is not listed is parsed.
  protocol DirectlyReadable: ParsableCommand {
    /// What takes the values and runs: the command itself, or plain values in its place.
    associatedtype Request: SweepRequest
    var request: Request { get }
    static var readings: [String: DirectReading<Request>] { get }
    /// Runs a point of the plan, of which this is the first command; nil where there would be too many
    /// requests to keep. A requirement, so that each subcommand has code of its own for it.
    func prepared(_ plan: SweepPlan) throws -> SweepPoint?
  }

  extension DirectlyReadable {
    func prepared(_ plan: SweepPlan) throws -> SweepPoint? {
      guard let points = try PreparedPoints(plan, first: self) else { return nil }
      return { positions in try points.run(at: positions) }
    }
  }

  extension DirectlyReadable where Request == Self {
    var request: Self { self }
  }

  /// What a sweep copies, changes and runs at every point.
  protocol SweepRequest {
    mutating func run() throws
  }

  extension PairRequest: SweepRequest {}
  extension RingCommand: SweepRequest {}
  extension ElectronsCommand: SweepRequest {}
  extension CollectiveCommand: SweepRequest {}

  /// How one option's text becomes its value.
  struct DirectReading<Request>: Sendable {
    typealias Change = @Sendable (inout Request) -> Void

    /// Reads the text once; the change then sets the value as often as there are points that have it.
    let change: @Sendable (String) throws -> Change

    init<T: Sendable>(
      _ reading: @escaping @Sendable (String) throws -> T,
      _ set: @escaping @Sendable (inout Request, T) -> Void
    ) {
      change = { text in
        let value = try reading(text)
        return { set(&$0, value) }
      }
    }

    /// Of an option that is text.
    init(_ set: @escaping @Sendable (inout Request, String) -> Void) {
      change = { text in { set(&$0, text) } }
    }
  }

  extension Pair: DirectlyReadable {
    var request: PairRequest { PairRequest(self) }

    static let readings: [String: DirectReading<PairRequest>] = [
      "charge": DirectReading(Quantity.number) { $0.charge = $1 },
      "thickness": DirectReading(Quantity.length) { $0.thickness = $1 },
      "reduced-mass": DirectReading(Quantity.number) { $0.reducedMass = $1 },
      "radius": DirectReading(Quantity.length) { $0.radius = $1 },
      "momentum": DirectReading(Quantity.whole) { $0.momentum = $1 },
      "extent": DirectReading(Quantity.length) { $0.extent = $1 },
      "points": DirectReading(Quantity.whole) { $0.points = $1 },
      "states": DirectReading(Quantity.whole) { $0.shared.chosenStates = $1 },
    ]
  }

  extension RingCommand: DirectlyReadable {
    static let readings: [String: DirectReading<RingCommand>] = [
      "flux": DirectReading { $0.flux = $1 },
      "radius": DirectReading(Quantity.length) { $0.radius = $1 },
      "mass": DirectReading(Quantity.number) { $0.mass = $1 },
      "rashba": DirectReading(Quantity.number) { $0.rashba = $1 },
      "zeeman": DirectReading(Quantity.energy) { $0.zeeman = $1 },
      "electrons": DirectReading(Quantity.whole) { $0.electrons = $1 },
      "temperature": DirectReading(Quantity.energy) { $0.temperature = $1 },
      "disorder": DirectReading { $0.disorder = $1 },
      "states": DirectReading(Quantity.whole) { $0.shared.chosenStates = $1 },
    ]
  }

  extension ElectronsCommand: DirectlyReadable {
    static let readings: [String: DirectReading<ElectronsCommand>] = [
      "count": DirectReading(Quantity.whole) { $0.count = $1 },
      "radius": DirectReading(Quantity.length) { $0.radius = $1 },
      "thickness": DirectReading(Quantity.length) { $0.thickness = $1 },
      "flux": DirectReading { $0.flux = $1 },
      "states": DirectReading(Quantity.whole) { $0.shared.chosenStates = $1 },
    ]
  }

  extension CollectiveCommand: DirectlyReadable {
    static let readings: [String: DirectReading<CollectiveCommand>] = [
      "electrons": DirectReading(Quantity.whole) { $0.electrons = $1 },
      "ratio": DirectReading(Quantity.number) { $0.ratio = $1 },
      "radius": DirectReading(Quantity.length) { $0.radius = $1 },
      "random": DirectReading(Quantity.whole) { $0.random = $1 },
    ]
  }
#endif
