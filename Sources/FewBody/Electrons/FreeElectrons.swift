/// Electrons on a ring without forces between them: filled orbitals, counted by spin.
enum FreeElectrons {
  /// The lowest relative energies of given J and S, each as often as it has multiplets.
  ///
  /// m singly filled orbitals couple to C(m, m/2 - S) - C(m, m/2 - S - 1) multiplets of spin S.
  static func lowest(
    _ count: Int, electrons n: Int, momentum: Int, spin: ElectronSpin, radius: Double
  ) -> [Double] {
    // One electron of given J has no relative motion.
    guard n > 1 else { return [0] }
    let center = Double(momentum * momentum) / Double(n)
    var waves = n
    while true {
      var energies: [Double] = []
      fill(n, from: -waves, to: waves, momentum, squares: 0, open: 0) { squares, open in
        guard open >= spin.twice else { return }
        let pairs = (open - spin.twice) / 2
        let multiplets = SpinTurns.binomial(open, pairs) - SpinTurns.binomial(open, pairs - 1)
        for _ in 0..<multiplets {
          energies.append((Double(squares) - center) / (2 * radius * radius))
        }
      }
      energies.sort()
      // With a wave outside the window sum k^2 - J^2/N is at least this.
      let edge = Double(waves + 1) - Double(momentum.magnitude) / Double(n)
      let beyond = Double(n) / Double(max(n - 1, 1)) * edge * edge / (2 * radius * radius)
      if energies.count >= count, energies[count - 1] <= beyond {
        return Array(energies.prefix(count))
      }
      waves += max(2, waves / 3)
    }
  }

  /// Orbitals in ascending order, each with no, one or two electrons.
  private static func fill(
    _ left: Int, from k: Int, to last: Int, _ momentum: Int, squares: Int, open: Int,
    _ body: (Int, Int) -> Void
  ) {
    guard left > 0 else {
      if momentum == 0 { body(squares, open) }
      return
    }
    guard k <= last else { return }
    // What is left cannot exceed its extremes.
    guard momentum >= left * k, momentum <= left * last else { return }
    fill(left, from: k + 1, to: last, momentum, squares: squares, open: open, body)
    fill(
      left - 1, from: k + 1, to: last, momentum - k, squares: squares + k * k, open: open + 1,
      body)
    if left >= 2 {
      fill(
        left - 2, from: k + 1, to: last, momentum - 2 * k, squares: squares + 2 * k * k,
        open: open, body)
    }
  }
}
