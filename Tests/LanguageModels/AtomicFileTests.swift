import Foundation
import Testing

@testable import LanguageModels

@Suite("Files that are written whole or not at all")
struct AtomicFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func file(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func make(_ path: String, _ text: String, mode: mode_t = 0o640, replacing: Bool = false) throws {
    try AtomicFile.make(path, mode: mode, replacing: replacing) { try AtomicFile.write(Array(text.utf8), to: $1) }
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test("A file has its text and its mode, and nothing is left beside it")
  func whole() throws {
    try make(file("a"), "one")
    #expect(AtomicFile.mode(of: file("a")) == 0o640)
    #expect(AtomicFile.mode(of: file("none")) == nil)
    try make(file("a"), "two", mode: 0o600, replacing: true)
    #expect(try String(contentsOfFile: file("a"), encoding: .utf8) == "two")
    #expect(AtomicFile.mode(of: file("a")) == 0o600)
    #expect(try names == ["a"])
  }

  @Test("A file without a mode is what the system makes a new file, and nothing is left beside it")
  func usualMode() throws {
    close(open(file("own"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o666))
    try AtomicFile.make(file("a"), mode: nil, replacing: false) { try AtomicFile.write(Array("one".utf8), to: $1) }
    #expect(AtomicFile.mode(of: file("a")) == AtomicFile.mode(of: file("own")))
    #expect(try names == ["a", "own"])
  }

  @Test("What may not be replaced, or fails while it is written, stays as it was")
  func refusals() throws {
    let path = file("a")
    try make(path, "one")
    let taken = #expect(throws: AtomicFile.Failure.self) { try make(path, "two") }
    #expect(taken?.code == EEXIST)
    #expect(throws: POSIXError.self) {
      try AtomicFile.make(path, mode: 0o600, replacing: true) { temporary, descriptor in
        try AtomicFile.write(Array("half".utf8), to: descriptor)
        throw POSIXError(.EIO)
      }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "one")
    #expect(try names == ["a"])
    let missing = #expect(throws: AtomicFile.Failure.self) { try make(file("none/a"), "x") }
    #expect(missing?.code == ENOENT && missing?.reason == "no such file or directory")
  }

  @Test("Links are followed, also where nothing is behind them yet, and in a circle they end")
  func links() throws {
    let files = FileManager.default
    try files.createSymbolicLink(atPath: file("link"), withDestinationPath: "next")
    try files.createSymbolicLink(atPath: file("next"), withDestinationPath: file("behind"))
    try make(file("link"), "one")
    try make(file("link"), "two", replacing: true)
    #expect(try String(contentsOfFile: file("behind"), encoding: .utf8) == "two")
    #expect(try files.destinationOfSymbolicLink(atPath: file("link")) == "next")
    try files.createSymbolicLink(atPath: file("circle"), withDestinationPath: "circle")
    #expect(throws: AtomicFile.Failure.self) { try make(file("circle"), "x") }
  }
}
