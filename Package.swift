// swift-tools-version: 6.1
import PackageDescription

// Targets are rooms: physics and numerics apart, C fenced into modules of its own.
// A consumer that wants neither Arb nor muParser nor what sweeps need writes `traits: []` on its
// dependency line; Yams is then not even fetched.
let package = Package(
  name: "swift-few-body",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "FewBody", targets: ["FewBody", "ExactSolutions", "Charts", "Papers"]),
    .library(name: "LinearOperators", targets: ["LinearOperators"]),
    .executable(name: "solve", targets: ["solve"]),
  ],
  traits: [
    .trait(name: "Arb", description: "Exact Whittaker functions as balls (libflint-arb-dev)."),
    .trait(name: "MuParser", description: "Potentials typed as text (libmuparser-dev)."),
    .trait(name: "Sweeps", description: "solve sweep, with Yams and SQLite (libsqlite3-dev)."),
    .default(enabledTraits: ["Arb", "MuParser", "Sweeps"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLAPACK", pkgConfig: "lapacke",
      providers: [.apt(["liblapacke-dev", "libopenblas-dev"]), .brew(["lapack"])]),
    .systemLibrary(
      name: "CFFTW", pkgConfig: "fftw3", providers: [.apt(["libfftw3-dev"]), .brew(["fftw"])]),
    .systemLibrary(
      name: "CArb", providers: [.apt(["libflint-arb-dev", "libflint-dev"]), .brew(["flint"])]),
    .systemLibrary(
      name: "CMuParser", pkgConfig: "muparser",
      providers: [.apt(["libmuparser-dev"]), .brew(["muparser"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]),
    .target(name: "CStencil"),

    .target(
      name: "LinearOperators",
      dependencies: [
        "CLAPACK", .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "FourierTransforms",
      dependencies: [
        "CFFTW", .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "ReferenceData", path: "Data",
      exclude: ["README.md", "constants.csv", "schema", "reference", "sweeps"],
      resources: [
        .embedInCode("metals.csv"), .embedInCode("experiments.csv"), .embedInCode("claims.csv"),
      ]),
    .target(
      name: "FewBody",
      dependencies: [
        "CStencil", "LinearOperators", "FourierTransforms", "ReferenceData",
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "ExactSolutions",
      dependencies: [
        "FewBody", .target(name: "CArb", condition: .when(traits: ["Arb"])),
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: [.define("Arb", .when(traits: ["Arb"]))]),
    .target(
      name: "Expressions",
      dependencies: [
        "FewBody", .target(name: "CMuParser", condition: .when(traits: ["MuParser"])),
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: [.define("MuParser", .when(traits: ["MuParser"]))]),
    .target(
      name: "Charts",
      dependencies: ["FewBody", .product(name: "RealModule", package: "swift-numerics")]),
    .target(
      name: "Papers",
      dependencies: [
        "FewBody", "ExactSolutions",
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "ResultStore",
      dependencies: [.target(name: "CSQLite", condition: .when(traits: ["Sweeps"]))],
      swiftSettings: [.define("Sweeps", .when(traits: ["Sweeps"]))]),
    .executableTarget(
      name: "solve",
      dependencies: [
        "FewBody", "ExactSolutions", "Expressions", "Charts", "FourierTransforms", "Papers",
        "LinearOperators", .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .target(name: "ResultStore", condition: .when(traits: ["Sweeps"])),
        .product(name: "Yams", package: "Yams", condition: .when(traits: ["Sweeps"])),
      ],
      swiftSettings: [.define("Sweeps", .when(traits: ["Sweeps"]))]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "FewBody", "ExactSolutions", "FourierTransforms", "LinearOperators",
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      exclude: ["peers"]),

    .testTarget(
      name: "LinearOperatorsTests",
      dependencies: [
        "LinearOperators", .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "FourierTransformsTests",
      dependencies: [
        "FourierTransforms", .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "FewBodyTests",
      dependencies: [
        "FewBody", "ExactSolutions",
        .product(name: "ComplexModule", package: "swift-numerics"),
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "ExactSolutionsTests",
      dependencies: ["ExactSolutions", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: [.define("Arb", .when(traits: ["Arb"]))]),
    .testTarget(
      name: "ExpressionsTests",
      dependencies: ["Expressions", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: [.define("MuParser", .when(traits: ["MuParser"]))]),
    .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
    .testTarget(
      name: "PapersTests",
      dependencies: ["Papers", "FewBody", .product(name: "RealModule", package: "swift-numerics")]),
    .testTarget(
      name: "ResultStoreTests", dependencies: ["ResultStore"],
      swiftSettings: [.define("Sweeps", .when(traits: ["Sweeps"]))]),
    .testTarget(
      name: "solveTests",
      dependencies: [
        "solve", "FewBody", "ExactSolutions",
        .target(name: "ResultStore", condition: .when(traits: ["Sweeps"])),
      ],
      swiftSettings: [.define("Sweeps", .when(traits: ["Sweeps"]))]),
  ]
)
