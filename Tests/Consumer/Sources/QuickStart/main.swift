import FewBody

let gold = try LinePair(metal: .named("Au"), thickness: .nanometers(80))
let spectrum = try gold.spectrum(lowest: 6)
print("complete:", spectrum.isComplete)
for level in spectrum {
  let bounds = level.interval
  print(bounds.lowerBound.millikelvin, level.energy.millikelvin, bounds.upperBound.millikelvin)
}
