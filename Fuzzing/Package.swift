// swift-tools-version: 6.2

import PackageDescription

let swift: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of Vigil's, compiled anew so that the fuzzer sees which of its branches are taken.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: name,
    dependencies: dependencies,
    path: "Modules/\(name)",
    swiftSettings: swift
  )
}

/// A program that libFuzzer drives; its entry point is libFuzzer's own.
func fuzzer(of folder: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: "Fuzz\(folder)",
    dependencies: dependencies,
    path: "Targets/\(folder)",
    swiftSettings: swift + [.unsafeFlags(["-parse-as-library"])]
  )
}

let package = Package(
  name: "fuzzing",
  targets: [
    .target(
      name: "CSimdJSON",
      path: "Modules/CSimdJSON",
      linkerSettings: [.linkedLibrary("simdjson")]
    ),
    .systemLibrary(name: "CXML2", path: "Modules/CXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CCrypto", path: "Modules/CCrypto", pkgConfig: "libcrypto"),
    module("Findings"),
    module("Syntax", ["CSimdJSON", "CXML2"]),
    module("Hashing", ["CCrypto"]),
    module("Readers", ["Findings", "Syntax", "Hashing"]),
    fuzzer(of: "JSON", ["Syntax"]),
    fuzzer(of: "XML", ["Syntax"]),
    fuzzer(of: "CSV", ["Syntax"]),
    fuzzer(of: "Readers", ["Readers", "Findings", "Syntax"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
