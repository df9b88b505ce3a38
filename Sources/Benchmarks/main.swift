// Times this library against its peers in one run: alternately, and as ratios of medians, because
// the machines are noisy. `make bench` sets the environment and runs it at the package's root.

let clock = ContinuousClock()
print("# Line pair, five levels\n")
try LinePairBenchmark(thickness: 0.1).run()
print("")
try LinePairBenchmark(thickness: 1e-4).run()
print("\n# Random pairs\n")
try RandomPairBenchmark(systems: 1000, levels: 10).run()
print("\n# Flux sweep\n")
try RingBenchmark().run()
print("\n# The whole process\n")
try ProcessBenchmark(runs: 25).run()
