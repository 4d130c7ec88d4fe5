import Foundation
import LanguageModels

/// Makes text of notes in the formats of word processors and browsers, with the well-known programs for it.
public struct NoteConverter: Sendable {
  /// A format that a program makes text of.
  public enum Format: String, Sendable, CaseIterable {
    case pdf
    case docx
    case odt
    case epub
    case html

    /// What a file of it is, with the article.
    public var name: String {
      switch self {
      case .pdf: "a PDF document"
      case .docx: "a Word document"
      case .odt: "an OpenDocument text"
      case .epub: "an EPUB book"
      case .html: "an HTML page"
      }
    }

    /// The program.
    public var program: String { self == .pdf ? "pdftotext" : "pandoc" }
    /// Whether the text that it gives has headings, as Markdown.
    var givesMarkdown: Bool { self != .pdf }

    /// How the program reads from standard input and writes to standard output. pandoc may neither open other files nor
    /// take more memory than a book needs.
    fileprivate var arguments: [String] {
      if self == .pdf { return ["-q", "-enc", "UTF-8", "-nopgbrk", "-", "-"] }
      let isPage = self == .html || self == .epub
      return [
        "--sandbox", "--from", isPage ? "\(rawValue)-native_divs-native_spans" : rawValue, "--to", "gfm-raw_html",
        "--wrap", "none", "+RTS", "-M768M", "-RTS",
      ]
    }
  }

  private let format: Format
  private let environment: [String: String]

  init(_ format: Format, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.format = format
    self.environment = environment
  }

  /// The most that a program may write, in bytes.
  static let outputLimit = NoteReader.sizeLimit
  /// The longest that a program may take.
  static let timeLimit: TimeInterval = 60

  /// The format that the ending of a name tells; `nil` where the file is text.
  public static func format(of path: String) -> Format? {
    switch URL(filePath: path).pathExtension.lowercased() {
    case "pdf": .pdf
    case "docx": .docx
    case "odt": .odt
    case "epub": .epub
    case "html", "htm", "xhtml": .html
    default: nil
    }
  }

  /// The format of a file, whose first bytes must bear its name out.
  static func format(of bytes: [UInt8], path: String) -> Format? {
    let signature = FileSignature.format(of: bytes)
    switch format(of: path) {
    case .pdf?: return signature == FileSignature.pdf ? .pdf : nil
    case .html?: return signature == nil || signature == FileSignature.html ? .html : nil
    case let office?: return signature == FileSignature.archive ? office : nil
    case nil: return nil
    }
  }

  /// The text of a file's bytes; `path` is for the errors only. Returns when the program has ended, or after
  /// ``timeLimit``.
  func text(of bytes: [UInt8], path: String) throws(NotesError) -> String {
    guard let program = ProgramPath.find(format.program, in: environment) else {
      throw .converterMissing(
        path: path, format: format.name, program: format.program,
        command: InstallCommand.command(for: format.program, in: environment))
    }
    // Nothing of the environment that could be a key, and no settings of the person's own.
    let passedOn = environment.filter { ["PATH", "TMPDIR"].contains($0.key) }.merging(["LANG": "C.UTF-8"]) { $1 }
    let run = FilterProgram(
      path: program, arguments: format.arguments, environment: passedOn, timeLimit: Self.timeLimit,
      outputLimit: Self.outputLimit)
    do throws(FilterProgram.Failure) {
      return String(decoding: try run.output(for: bytes), as: UTF8.self)
    } catch {
      throw .notConverted(path: path, program: format.program, reason: error.reason)
    }
  }
}
