import FewBody

let pair = LinePair(coupling: 1, thickness: .nanometers(80))
let spectrum = try pair.spectrum(lowest: 6)
print("complete:", spectrum.isComplete)
for level in spectrum {
  let bounds = level.interval
  print(bounds.lowerBound.millikelvin, level.energy.millikelvin, bounds.upperBound.millikelvin)
}
