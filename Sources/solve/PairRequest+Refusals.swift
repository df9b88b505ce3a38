import FewBody

extension PairRequest {
  /// Throws where a flag is given that the other flags leave no meaning.
  func refuse(
    _ name: String, _ value: (some Any)?, unless allowed: Bool, _ accepted: String
  ) throws {
    if let value, !allowed { throw FewBodyError.invalid(name, value, accepted: accepted) }
  }
}
