import Foundation
import LanguageModels
import TestSupport
import Testing

@testable import PracticeTests

@Suite("Files that a student names to be written")
struct OutputFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func file(_ name: String, isReplacing: Bool = false) -> OutputFile {
    OutputFile(path: folder.file(name), isReplacing: isReplacing, library: folder.file("library"))
  }

  @Test("A new file is what the system makes new files, and one that is replaced keeps its mode")
  func modes() throws {
    close(open(folder.file("own"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o666))
    try file("a").write(Data("one".utf8))
    #expect(AtomicFile.mode(of: folder.file("a")) == AtomicFile.mode(of: folder.file("own")))
    #expect(chmod(folder.file("a"), 0o640) == 0)
    try file("a", isReplacing: true).write(Data("two".utf8))
    #expect(AtomicFile.mode(of: folder.file("a")) == 0o640)
  }

  @Test("A pipe that nobody reads is not waited for; one that is read is written to, where pipes are wanted")
  func pipes() throws {
    #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
    let refused = #expect(throws: OutputFileError.self) { try file("pipe").write(Data("x".utf8)) }
    #expect(refused?.sentence.hasPrefix("Nobody reads from") == true)
    let reader = open(folder.file("pipe"), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    let unwanted = #expect(throws: OutputFileError.self) {
      try file("pipe").write(Data("x".utf8), toDevices: false)
    }
    #expect(unwanted?.sentence.contains("is a device or a pipe") == true)
    try file("pipe").write(Data("x".utf8))
    var byte: UInt8 = 0
    #expect(read(reader, &byte, 1) == 1 && byte == UInt8(ascii: "x"))
  }
}
