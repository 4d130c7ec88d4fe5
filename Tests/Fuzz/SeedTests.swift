import Foundation
import Testing

/// What is fuzzed, on what the fuzzer begins with: an input that is not read as it has to be ends the tests.
@Suite("Seeds of the fuzzer")
struct SeedTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Seeds")

  @Test("Whatever is fuzzed has seeds, and reads them as it has to", arguments: FuzzTarget.allCases)
  func seeds(of target: FuzzTarget) throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder.appending(path: target.rawValue), includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files { target.check(Array(try Data(contentsOf: file))) }
  }
}
