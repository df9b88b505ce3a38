// swift-tools-version: 6.1
import PackageDescription

// What someone who imports the package writes; `make test` builds and runs it.
// Released, the dependency is `.package(url:, from: "0.1.0", traits: [])`.
let package = Package(
  name: "Consumer",
  platforms: [.macOS(.v15)],
  dependencies: [
    // No traits: neither Arb nor muParser is needed. The name stands for any folder's name.
    .package(name: "swift-few-body", path: "../..", traits: [])
  ],
  targets: [
    .executableTarget(
      name: "QuickStart", dependencies: [.product(name: "FewBody", package: "swift-few-body")]),
    // What the documentation shows, written here by `.ci/snippets`.
    .executableTarget(
      name: "Snippets",
      dependencies: [
        .product(name: "FewBody", package: "swift-few-body"),
        .product(name: "LinearOperators", package: "swift-few-body"),
      ]),
    // The linear algebra by itself: no FFTW in this one.
    .executableTarget(
      name: "MatrixOnly",
      dependencies: [.product(name: "LinearOperators", package: "swift-few-body")]),
  ]
)
