/// A one-electron state whose density and current interact with those of another.
public protocol InteractingOrbital: Sendable {
  /// What tables call it.
  var name: String { get }

  /// U and J with another orbital; nil if `shouldStop` ended the work before they were found.
  ///
  /// Orbitals whose integrals take milliseconds look at neither the number of threads (nil: all processors) nor the stop.
  ///
  /// - Throws: ``FewBodyError`` for orbitals that cannot be paired, or a range that the orbitals'
  ///   own mesh cannot resolve.
  func interaction(
    _ interaction: ElectronInteraction, with other: Self, threads: Int?, shouldStop: () -> Bool
  ) throws(FewBodyError) -> InteractionPair?
}

extension InteractingOrbital {
  /// U and J with another orbital, on all processors where there is work for them.
  ///
  /// - Throws: as ``interaction(_:with:threads:shouldStop:)``.
  public func interaction(
    _ interaction: ElectronInteraction, with other: Self
  ) throws(FewBodyError) -> InteractionPair {
    guard
      let found = try self.interaction(
        interaction, with: other, threads: nil, shouldStop: { false })
    else {
      throw .invalid(
        "orbital", name, accepted: "one whose integrals stop when told to, and only then")
    }
    return found
  }
}
