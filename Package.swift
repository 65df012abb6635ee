// swift-tools-version: 6.2

import PackageDescription

let swift: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of ours and what it may import: arrows go one way only.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swift)
}

/// The tests of one module, with whatever they read lying beside them.
func tests(
  of name: String,
  _ dependencies: [Target.Dependency] = [],
  beside folders: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name)] + dependencies,
    exclude: folders,
    swiftSettings: swift
  )
}

let package = Package(
  name: "vigil",
  products: [.executable(name: "vigil", targets: ["vigil"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Engines: C and C++ libraries behind headers Swift can read.
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CAssets"),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(
      name: "CCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"])]
    ),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    // The core: values in, values out.
    module("Findings"),
    module("Syntax", ["CSimdJSON", "CXML2"]),
    module("Hashing", ["CCrypto"]),
    module("Compression", ["CZstd", "CZlib"]),
    module("Readers", ["Findings", "Syntax", "Hashing"]),
    module("Reconciliation", ["Findings", "Syntax", "Hashing", "Compression"]),
    module("Templates", ["Syntax", "CAssets"]),
    module("Markdown", ["Syntax", "Templates", "CCmark"]),
    module(
      "Actions",
      ["Findings", "Syntax", "Hashing", "Reconciliation", "Templates", "Markdown"]
    ),
    module(
      "Dashboards",
      [
        "Findings", "Syntax", "Hashing", "Compression", "Reconciliation", "Templates", "Markdown",
        "Actions",
      ]
    ),

    // The shell.
    module(
      "Pipeline",
      [
        "Findings", "Syntax", "Hashing", "Compression", "Readers", "Reconciliation", "Actions",
        "Dashboards",
      ]
    ),
    module(
      "Services",
      [
        "Pipeline", "Findings", "Syntax", "Hashing", "Markdown", "Actions", "Dashboards", "CCurl",
        .product(name: "Logging", package: "swift-log"),
      ]
    ),
    .executableTarget(
      name: "vigil",
      dependencies: [
        "Findings", "Syntax", "Hashing", "Compression", "Readers", "Reconciliation", "Templates",
        "Actions", "Dashboards", "Pipeline", "Services",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: swift
    ),

    // What `Benchmarks/run corpus` runs.
    .executableTarget(
      name: "corpus-benchmark",
      dependencies: ["Findings", "Readers"],
      path: "Benchmarks/Corpus",
      swiftSettings: swift
    ),

    // Temporary folders and real servers, for the tests of several modules.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swift),
    tests(of: "Findings"),
    tests(of: "Syntax"),
    tests(of: "Hashing"),
    tests(of: "Compression", ["CZlib", "TestSupport"]),
    tests(of: "Readers", ["Findings", "Syntax", "Hashing"], beside: ["Fixtures"]),
    tests(of: "Reconciliation", ["Findings", "Syntax", "Hashing"]),
    tests(of: "Templates", ["Syntax"]),
    tests(of: "Markdown", ["Templates", "Syntax", "CCmark", "TestSupport"]),
    tests(of: "Actions", ["Findings", "Syntax", "Reconciliation", "Templates"]),
    tests(
      of: "Dashboards",
      ["Findings", "Syntax", "Compression", "Reconciliation", "Templates", "Actions", "CCmark"]
    ),
    tests(
      of: "Pipeline",
      ["Actions", "Findings", "Hashing", "Reconciliation", "Templates"]
    ),
    tests(
      of: "Services",
      [
        "Pipeline", "Dashboards", "Findings", "Syntax", "Hashing", "Reconciliation", "Templates",
        "Actions", "TestSupport",
      ]
    ),
    tests(
      of: "vigil",
      [
        "Findings", "Syntax", "Hashing", "Compression", "Readers", "Markdown", "Pipeline",
        "Services", "TestSupport",
      ]
    ),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
