import LinearOperators

// The three lowest frequencies squared of a chain of 100 equal masses between two walls.
let chain = try TridiagonalMatrix(
  diagonal: Array(repeating: 2, count: 100), offDiagonal: Array(repeating: -1, count: 99))
for value in try chain.eigenpairs(.lowest(3)).values { print(value) }
