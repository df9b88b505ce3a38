/// What a potential known only by its values does far away, along several rays.
struct FarField {
  /// The least limit; nil where V grows along every ray.
  let limit: Double?
  /// V grows along some rays and has a limit along others: the continuum begins at the zero-point
  /// energy of the confined directions, which no limit of V tells.
  let isMixed: Bool

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
    limit = isMixed ? nil : least
  }

  func mixed(_ name: String, _ flag: String) -> FewBodyError {
    .invalid(
      flag, "\(name), which grows in some directions and not in others",
      accepted: "a potential that confines in every direction or in none; or --method fd or fft")
  }
}
