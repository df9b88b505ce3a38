/// A one-electron state whose density and current interact with those of another.
public protocol InteractingOrbital: Sendable {
  var name: String { get }

  /// U and J with another orbital.
  ///
  /// - Throws: ``FewBodyError`` for orbitals that cannot be paired, or a range that the orbitals'
  ///   own mesh cannot resolve.
  func interaction(
    _ interaction: ElectronInteraction, with other: Self
  ) throws(FewBodyError) -> InteractionPair
}
