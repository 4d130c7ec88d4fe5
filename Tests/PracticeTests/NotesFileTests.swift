import Foundation
import LanguageModels
import PracticeTests
import Testing

@Suite("Files of notes")
struct NotesFileTests {
  /// A folder of its own for one test, removed when the test ends.
  private final class Folder {
    let path = NSTemporaryDirectory() + "notes-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String, _ bytes: [UInt8]) throws -> String {
      let file = path + "/" + name
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      return file
    }
  }

  private func text(_ bytes: [UInt8]) throws -> String {
    let folder = try Folder()
    return try NoteReader.read(path: folder.file("n.md", bytes)).passages.map(\.text).joined(separator: "|")
  }

  @Test("Every common encoding is read")
  func encodings() throws {
    let sample = "Caf\u{00E9} \u{201C}q\u{201D}"
    let wide = Array(sample.utf16)
    #expect(try text(Array(sample.utf8)) == sample)
    #expect(try text([0xEF, 0xBB, 0xBF] + sample.utf8) == sample)
    #expect(try text([0xFF, 0xFE] + wide.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }) == sample)
    #expect(try text([0xFE, 0xFF] + wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }) == sample)
    #expect(try text([0x43, 0x61, 0x66, 0xE9, 0x20, 0x93, 0x71, 0x94]) == sample)
    #expect(try text(Array("\(sample) \(sample)".utf8) + [0xFF]) == "\(sample) \(sample)\u{FFFD}")
    #expect(try text([0x61, 0x80, 0x81, 0x62]) == "a\u{20AC}\u{FFFD}b")
  }

  @Test("The content hash is that of the bytes")
  func contentHash() throws {
    let folder = try Folder()
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(try NoteReader.read(path: folder.file("n.md", Array("abc".utf8))).contentHash == expected)
    #expect(NoteReader.document(text: "abc", name: "n.md").contentHash == expected)
  }

  private func error(_ path: String) -> NotesError? {
    #expect(throws: NotesError.self) { try NoteReader.read(path: path) }
  }

  @Test(
    "What is no text is named",
    arguments: [
      (Array("%PDF-1.7\n".utf8), "a PDF document"),
      ([0x50, 0x4B, 3, 4, 0, 0], "a ZIP archive or office document"),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
      (Array("<!DOCTYPE html><html>".utf8), "an HTML page"),
      ([0x61, 0, 0x62, 0, 0, 0, 1], "not a text file"),
      ([0x01, 0x02, 0x61, 0x03, 0xFF, 0x04], "not a text file"),
      (Array("hello".utf8).flatMap { [$0, 0] }, "without a byte order mark"),
      ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "without a byte order mark"),
      ([0xFF, 0xFE, 0x61, 0, 0, 0, 0x62, 0], "not a text file"),
      ([], "no text"), (Array(" \n\t\n".utf8), "no text"), (Array("---\ntitle: x\n---\n".utf8), "no text"),
      (Array("# References\n\nSmith (2003)".utf8), "no text"), ([0xEF, 0xBB, 0xBF], "no text"),
      (Array("# Only\n## Headings\n".utf8), "no text"),
    ] as [([UInt8], String)])
  func noText(_ bytes: [UInt8], _ words: String) throws {
    let folder = try Folder()
    let path = try folder.file("n.md", bytes)
    let failure = try #require(error(path))
    #expect(failure.sentence.contains(words), "\(failure.sentence)")
    #expect(failure.category == .badData)
  }

  @Test("Folders, pipes, devices, missing and forbidden files each get their sentence")
  func places() throws {
    let folder = try Folder()
    #expect(error(folder.path) == .directory(path: folder.path))
    #expect(error(folder.path + "/none.md") == .missing(path: folder.path + "/none.md"))
    #expect(error(folder.path + "/none.md")?.category == .inputMissing)
    #expect(error("") == .missing(path: ""))
    #expect(error("/dev/null") == .notAFile(path: "/dev/null"))
    let pipe = folder.path + "/pipe.md"
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(error(pipe) == .notAFile(path: pipe))
    let inside = try folder.file("n.md", [0x61]) + "/x.md"
    #expect(error(inside) == .missing(path: inside))
    let long = folder.path + "/" + String(repeating: "a", count: 5000)
    #expect(error(long)?.category == .readOrWrite)
    #expect((error(long)?.sentence.count ?? 0) < 300)
  }

  @Test("A file that may not be read is reported as such", .enabled(if: geteuid() != 0))
  func forbidden() throws {
    let folder = try Folder()
    let path = try folder.file("n.md", [0x61])
    chmod(path, 0)
    #expect(error(path) == .notPermitted(path: path))
  }

  @Test("A file above the limit is not read")
  func tooLarge() throws {
    let folder = try Folder()
    let path = try folder.file("n.md", [0x61])
    #expect(truncate(path, off_t(NoteReader.sizeLimit) + 1) == 0)
    #expect(error(path) == .tooLarge(path: path))
  }

  @Test("A sentence never carries control characters of a path")
  func sentences() {
    let path = "a\u{1B}[31m\nb\u{202E}c.md"
    for error: NotesError in [
      .missing(path: path), .directory(path: path), .notAFile(path: path),
      .otherFormat(path: path, format: "a PDF document"),
      .binary(path: path), .unknownEncoding(path: path), .empty(path: path), .tooLarge(path: path),
      .converterMissing(path: path, format: "a PDF document", program: "pdftotext", command: "install it"),
      .notConverted(path: path, program: "pandoc", reason: "it ended with code 3"),
      .notPermitted(path: path), .unreadable(path: path, reason: "Input/output error"),
    ] {
      #expect(error.sentence.contains("a[31m bc.md"))
      #expect(!error.sentence.unicodeScalars.contains { $0.properties.generalCategory == .control })
      #expect(error.sentence.hasSuffix("."))
    }
  }
}
