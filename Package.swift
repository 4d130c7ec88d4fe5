// swift-tools-version: 6.2
import PackageDescription

/// The archive of libFuzzer that has no `main`. Only `.dev/fuzz` names one: then our modules are built for fuzzing, and
/// there is one target more.
let fuzzer = Context.environment["TESTLET_FUZZER"]

/// Every target of ours is strict: Swift 6 mode (by the tools version), and a warning is an error.
var strict: [SwiftSetting] = [
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]
if fuzzer != nil { strict.append(.unsafeFlags(["-sanitize=fuzzer,address", "-enable-testing"])) }

let package = Package(
  name: "testlet",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "testlet", targets: ["testlet"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // Imports run one way, downwards in this list.
    .executableTarget(
      name: "testlet",
      dependencies: [
        "TestletApp", "PracticeTests", "LanguageModels", "Terminal", "Assets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestletApp", dependencies: ["PracticeTests", "LanguageModels", "Terminal"], swiftSettings: strict),
    .target(
      name: "PracticeTests",
      dependencies: [
        "LanguageModels", "Assets",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "HeapModule", package: "swift-collections"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "LanguageModels",
      dependencies: [
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "TOMLKit", package: "TOMLKit"),
      ],
      swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["CNcursesw"], swiftSettings: strict),
    .target(
      name: "CNcursesw",
      cSettings: [
        .define("NCURSES_WIDECHAR", to: "1"),
        .define("_GNU_SOURCE"),
      ],
      linkerSettings: [
        .linkedLibrary("ncursesw"),
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
      ]),
    .target(
      name: "Assets",
      path: "Assets",
      sources: ["Assets.swift"],
      resources: [
        .embedInCode("Samples"), .embedInCode("Prompts"), .embedInCode("Calibration"), .embedInCode("Workers"),
      ],
      swiftSettings: strict),

    // Measures that anyone can rerun on data of their own; not part of the program.
    .executableTarget(
      name: "measure",
      dependencies: [
        "TestletApp", "PracticeTests", "LanguageModels", "TestSupport", "FuzzSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/Benchmarks", swiftSettings: strict),

    // What tests of several modules share.
    .target(
      name: "TestSupport", path: "Tests/Support",
      exclude: [
        "llama-server.py", "ollama-stand-in.py", "gguf-to-mlx.py", "hub-stand-in.py", "gift-questions.py",
        "anki-notes.py", "moodle-questions.py", "fsrs-histories.py", "Recordings",
      ],
      swiftSettings: strict),
    // What holds of whatever is read, for the fuzzers.
    .target(name: "FuzzSupport", dependencies: ["PracticeTests"], path: "Tests/FuzzSupport", swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal"], path: "Tests/Terminal", swiftSettings: strict),
    .testTarget(
      name: "LanguageModelsTests",
      dependencies: [
        "LanguageModels", "TestSupport",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      path: "Tests/LanguageModels", swiftSettings: strict),
    .testTarget(
      name: "PracticeTestsTests",
      dependencies: [
        "PracticeTests", "LanguageModels", "Assets", "TestSupport", "FuzzSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Tests/PracticeTests", swiftSettings: strict),
    .testTarget(
      name: "TestletAppTests",
      dependencies: ["TestletApp", "PracticeTests", "LanguageModels", "Terminal", "Assets", "TestSupport"],
      path: "Tests/TestletApp", exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests", dependencies: ["testlet", "measure", "TestSupport"], path: "Tests/EndToEnd",
      swiftSettings: strict),
  ]
)

if let fuzzer {
  package.targets += [
    .target(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: ["PracticeTests", "LanguageModels", "Terminal", "FuzzSupport", "CFuzzer"],
      path: "Tests/Fuzz/Program", swiftSettings: strict,
      linkerSettings: [
        .unsafeFlags([
          "-sanitize=address", "-Xlinker", "--whole-archive", "-Xlinker", fuzzer, "-Xlinker", "--no-whole-archive",
        ]),
        .linkedLibrary("stdc++"),
      ]),
  ]
} else {
  // What is fuzzed is compiled with the tests, too, and tried on what the fuzzer begins with.
  package.targets.append(
    .testTarget(
      name: "FuzzTests", dependencies: ["PracticeTests", "LanguageModels", "Terminal", "FuzzSupport"],
      path: "Tests/Fuzz", exclude: ["CFuzzer", "Seeds", "Program/Fuzz.swift"], swiftSettings: strict))
}
