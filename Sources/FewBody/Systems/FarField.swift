/// What a potential known only by its values does far away, along several rays.
struct FarField {
  /// The least limit; nil where V grows along every ray.
  let limit: Double?
  /// V grows along some rays and has a limit along others: the continuum begins at the zero-point
  /// energy of the confined directions, which no limit of V tells.
  let isMixed: Bool
  /// The limits along the rays differ: there is no one threshold.
  let isUneven: Bool

  /// Throws where V falls without limit: nothing is bound.
  init(
    _ rays: [(Double) -> Double], named name: String, flag: String
  ) throws(FewBodyError) {
    var limits: [Double] = []
    var grows = false
    for ray in rays {
      let (near, far) = (ray(1e6), ray(1e12))
      guard !near.isNaN, !far.isNaN, far > -1e4 || far >= near else {
        throw .invalid(
          flag, "\(name), which falls without limit at large distances",
          accepted: "a potential that confines, or has a limit, in every direction")
      }
      if far - near > 1e-3 + 1e-9 * near.magnitude { grows = true } else { limits.append(far) }
    }
    let least = limits.min().map { $0.magnitude < 1e-10 ? 0 : $0 }
    isMixed = grows && least != nil
    isUneven = (limits.max() ?? 0) - (limits.min() ?? 0) > 1e-6 * (least?.magnitude ?? 0) + 1e-9
    limit = isMixed ? nil : least
  }

  func mixed(_ name: String, _ flag: String) -> FewBodyError {
    let fault =
      isMixed ? "grows in some directions and not in others" : "has more than one limit far away"
    return .invalid(
      flag, "\(name), which \(fault)",
      accepted:
        "a potential that confines in every direction, or has one limit in all; or the same in "
        + "x, y and z with --method fd or fft"
    )
  }
}
