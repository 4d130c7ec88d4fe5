import Foundation
import LanguageModels
import TestSupport
import Testing

@testable import PracticeTests

private let environment = ProcessInfo.processInfo.environment
private let skipReason: Comment = "pdftotext (poppler-utils) or pandoc is not installed"

/// Where a program has to be there, its tests fail without it.
private func isInstalled(_ program: String) -> Bool {
  environment["CI"] == "true" || ProgramPath.find(program, in: environment) != nil
}

@Suite("Notes in other formats")
struct NoteConverterTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private static let plainPage = """
    <h1>Cells</h1><h2>Parts</h2><p>A <b>ribosome</b> is a particle that builds proteins &amp; more.</p>
    """
  private static let page = """
    <!DOCTYPE html><html><head><title>x</title><script>alert(1)</script></head><body><h1>Cells</h1><h2>Parts</h2>
    <p>A <b>ribosome</b> is a particle that builds proteins &amp; more.</p><img src="file:///etc/passwd">
    <iframe src="file:///etc/passwd"></iframe></body></html>
    """

  @Test(
    "HTML keeps its headings and terms, and brings nothing from elsewhere",
    .enabled(if: isInstalled("pandoc"), skipReason))
  func html() throws {
    let document = try NoteReader.read(path: folder.write(Self.page, to: "cells.html"))
    #expect(document.title == "Cells")
    let passage = try #require(document.passages.first)
    #expect(passage.headings == ["Cells", "Parts"] && passage.blocks[0].emphasised == ["ribosome"])
    #expect(passage.text.contains("builds proteins & more.") && !passage.text.contains("root:"))
    #expect(!passage.text.contains("alert"))
  }

  @Test(
    "Word documents, OpenDocument and EPUB are read with their headings",
    .enabled(if: isInstalled("pandoc"), skipReason),
    arguments: ["docx", "odt", "epub"])
  func office(format: String) throws {
    let path = folder.file("cells.\(format)")
    let pandoc = try #require(ProgramPath.find("pandoc", in: environment))
    let writer = Process()
    writer.executableURL = URL(filePath: pandoc)
    writer.arguments = ["-f", "html", "-t", format, "-o", path, try folder.write(Self.plainPage, to: "cells.html")]
    writer.standardError = FileHandle.nullDevice
    try writer.run()
    writer.waitUntilExit()
    let document = try NoteReader.read(path: path)
    let passage = try #require(document.passages.first { $0.text.contains("ribosome") })
    #expect(passage.headings.last == "Parts" && passage.text.contains("builds proteins & more."))
  }

  @Test("The text of a PDF is read", .enabled(if: isInstalled("pdftotext"), skipReason))
  func pdf() throws {
    let text = ["A ribosome is a particle that builds proteins.", "A vacuole is a bubble that stores water."]
    let content = text.enumerated().map { "BT /F1 12 Tf 40 \(700 - 40 * $0.offset) Td (\($0.element)) Tj ET" }
      .joined(separator: "\n")
    let pdf = """
      %PDF-1.4
      1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
      2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
      3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R
        /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >> endobj
      4 0 obj << /Length \(content.utf8.count) >> stream
      \(content)
      endstream endobj
      trailer << /Root 1 0 R >>
      """
    let document = try NoteReader.read(path: folder.write(pdf, to: "-cells.pdf"))
    #expect(
      document.passages.map(\.text).joined(separator: " ").contains("A ribosome is a particle that builds proteins."))
    #expect(document.passages.map(\.text).joined(separator: " ").contains("stores water."))
  }

  @Test("A file that the program can't read ends with a sentence", .enabled(if: isInstalled("pandoc"), skipReason))
  func broken() throws {
    for (name, bytes) in [("a.pdf", Array("%PDF-1.4 nothing".utf8)), ("a.docx", [0x50, 0x4B, 3, 4, 0, 0])] {
      let path = folder.file(name)
      try Data(bytes).write(to: URL(filePath: path))
      let error = #expect(throws: NotesError.self) { try NoteReader.read(path: path) }
      #expect(error?.category == .badData)
      guard case .notConverted? = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test("Without the program, the command that installs it is named")
  func missing() throws {
    _ = try folder.write("", to: "apt-get")
    chmod(folder.file("apt-get"), 0o755)
    let converter = NoteConverter(.pdf, environment: ["PATH": folder.path])
    let error = #expect(throws: NotesError.self) { try converter.text(of: Array("%PDF-".utf8), path: "a.pdf") }
    #expect(error?.sentence.hasSuffix("is not installed: sudo apt-get install poppler-utils.") == true)
    #expect(error?.category == .unavailable)
    #expect(InstallCommand.command(for: "pandoc", in: ["PATH": ""]) == "install pandoc")
  }

  private func program(_ script: String) throws -> FilterProgram {
    let path = try folder.write("#!/bin/sh\n\(script)\n", to: "program")
    chmod(path, 0o755)
    return FilterProgram(
      path: path, arguments: [], environment: ["LANG": "C"], timeLimit: 20, outputLimit: 1 << 20)
  }

  private func failure(_ program: FilterProgram) -> String? {
    #expect(throws: FilterProgram.Failure.self) { try program.output(for: [1, 2]) }?.reason
  }

  @Test("A program gets its input and a bare environment, and is held to its time and its size")
  func limits() throws {
    let echo = try program("cat; env | cut -d= -f1 | sort | tr '\\n' ' '")
    let output = String(decoding: try echo.output(for: Array("in ".utf8)), as: UTF8.self)
    #expect(output.hasPrefix("in ") && output.contains("LANG") && !output.contains("HOME"))
    // What a kill would leave behind holds nothing of the notes.
    #expect(String(decoding: try program("ls").output(for: Array("in".utf8)), as: UTF8.self) == "errors\n")
    #expect(failure(try program("exec yes")) == "its text is larger than 1 MB")
    #expect(failure(try program("echo 'it is broken' >&2; exit 3")) == "it is broken")
    #expect(failure(try program("exit 3")) == "it ended with code 3")
    // Also where a program of its own holds the pipe.
    for script in ["exec sleep 60", "sleep 60; true", "sleep 60 &"] {
      var slow = try program(script)
      slow.timeLimit = 0.2
      let start = ContinuousClock.now
      #expect(failure(slow) == "it took longer than 0 seconds")
      #expect(ContinuousClock.now - start < .seconds(20))
    }
    #expect(
      failure(FilterProgram(path: "/nowhere", arguments: [], environment: [:], timeLimit: 1, outputLimit: 1))
        == "it could not be started")
  }
}
