#if Sweeps
  import ArgumentParser
  import FewBody

  /// A subcommand that takes new values for some of its options without being parsed anew.
  ///
  /// The parser takes 3 ms for a command line; a small solve takes 0.1 ms. What is not listed is parsed.
  protocol DirectlyReadable: ParsableCommand {
    static var readings: [String: DirectReading<Self>] { get }
  }

  /// How one option's text becomes its value.
  struct DirectReading<Command>: Sendable {
    let read: @Sendable (inout Command, String) throws -> Void

    init<T>(
      _ path: any WritableKeyPath<Command, T?> & Sendable,
      _ reading: @escaping @Sendable (String) throws -> T
    ) {
      read = { command, text in command[keyPath: path] = try reading(text) }
    }
  }

  extension Pair: DirectlyReadable {
    static let readings: [String: DirectReading<Pair>] = [
      "charge": DirectReading(\.charge, Quantity.number),
      "thickness": DirectReading(\.thickness, Quantity.length),
      "reduced-mass": DirectReading(\.reducedMass, Quantity.number),
      "radius": DirectReading(\.radius, Quantity.length),
      "momentum": DirectReading(\.momentum, Quantity.whole),
      "extent": DirectReading(\.extent, Quantity.length),
      "points": DirectReading(\.points, Quantity.whole),
      "states": DirectReading(\.shared.chosenStates, Quantity.whole),
    ]
  }

  extension RingCommand: DirectlyReadable {
    static let readings: [String: DirectReading<RingCommand>] = [
      "flux": DirectReading(\.flux) { $0 },
      "radius": DirectReading(\.radius, Quantity.length),
      "mass": DirectReading(\.mass, Quantity.number),
      "rashba": DirectReading(\.rashba, Quantity.number),
      "zeeman": DirectReading(\.zeeman, Quantity.energy),
      "electrons": DirectReading(\.electrons, Quantity.whole),
      "temperature": DirectReading(\.temperature, Quantity.energy),
      "disorder": DirectReading(\.disorder) { $0 },
      "states": DirectReading(\.shared.chosenStates, Quantity.whole),
    ]
  }

  extension ElectronsCommand: DirectlyReadable {
    static let readings: [String: DirectReading<ElectronsCommand>] = [
      "count": DirectReading(\.count, Quantity.whole),
      "radius": DirectReading(\.radius, Quantity.length),
      "thickness": DirectReading(\.thickness, Quantity.length),
      "flux": DirectReading(\.flux) { $0 },
      "states": DirectReading(\.shared.chosenStates, Quantity.whole),
    ]
  }

  extension CollectiveCommand: DirectlyReadable {
    static let readings: [String: DirectReading<CollectiveCommand>] = [
      "electrons": DirectReading(\.electrons, Quantity.whole),
      "ratio": DirectReading(\.ratio, Quantity.number),
      "radius": DirectReading(\.radius, Quantity.length),
      "random": DirectReading(\.random, Quantity.whole),
    ]
  }
#endif
