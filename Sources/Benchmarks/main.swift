// Times this library against its peers in one run: alternately, and as ratios of medians, because
// the machines are noisy. `make bench` sets the environment and runs it at the package's root.
// Names on the command line choose sections; without one all are run.

let clock = ContinuousClock()
let chosen = CommandLine.arguments.dropFirst()

func section(_ name: String, _ title: String, _ body: () throws -> Void) rethrows {
  guard chosen.isEmpty || chosen.contains(name) else { return }
  print("\n# \(title)\n")
  try body()
}

try section("line", "Line pair, five levels") {
  try LinePairBenchmark(thickness: 0.1).run()
  print("")
  try LinePairBenchmark(thickness: 1e-4).run()
}
try section("random", "Random pairs") { try RandomPairBenchmark(systems: 1000, levels: 10).run() }
try section("space", "Hydrogen on a grid, five levels") {
  try SpaceBenchmark(points: 48).run()
  print("")
  try SpaceBenchmark(points: 64).run()
}
try section("operators", "One application of an operator") { try OperatorBenchmark().run() }
try section("ring", "Flux sweep") { try RingBenchmark().run() }
try section("interaction", "Interaction integrals of 1s and 2p") {
  try InteractionBenchmark(points: 64).run()
  print("")
  try InteractionBenchmark(points: 96).run()
}
try section("propagator", "Motion in time") { try PropagatorBenchmark().run() }
try section("electrons", "Interacting electrons") { try ElectronsBenchmark().run() }
try section("dipoles", "Dipoles, six levels") { try DipoleBenchmark().run() }
try section("sweep", "A sweep of 10,000 small solves, beside the bare solves") {
  print("| levels | threads | bare solves, s | sweep, s | overhead |")
  print("| --- | --- | --- | --- | --- |")
  for (states, rounds) in [(1, 15), (6, 15), (20, 3)] {
    for threads in [1, 2] {
      try SweepBenchmark(states: states, threads: threads, rounds: rounds).run()
    }
  }
}
try section("process", "The whole process") { try ProcessBenchmark(runs: 25).run() }
