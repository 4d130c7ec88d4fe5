import Crypto
import Foundation

/// Reads notes in Markdown or plain text, and, with the programs that ``NoteConverter`` knows, in other formats.
public struct NoteReader {
  /// The most bytes that a file of notes may have.
  public static let sizeLimit = 32 << 20
  /// The endings of files that can be notes.
  public static let endings: Set<String> = ["md", "markdown", "txt", "pdf", "docx", "odt", "epub", "html"]

  /// Reads a file.
  ///
  /// The format follows from the name's ending: `.md`, `.markdown`, `.mdown` and `.mkd` are Markdown; any other text is
  /// taken as Markdown when it has clear marks of it, else as plain text.
  public static func read(path: String) throws(NotesError) -> NoteDocument {
    let bytes = try NoteFile.bytes(path: path)
    var name = path.fileName
    let text: String
    if let format = NoteConverter.format(of: bytes, path: path) {
      text = try NoteConverter(format).text(of: bytes, path: path)
      if format.givesMarkdown { name = NoteName(name).stem + ".md" }
    } else {
      text = try decode(bytes: bytes, path: path)
    }
    let document = document(text: text, name: name, contentHash: hexadecimal(SHA256.hash(data: bytes)))
    guard !document.passages.isEmpty || !document.glossary.isEmpty else { throw .empty(path: path) }
    return document
  }

  /// Makes a document of a text. `name` is the file's name with its ending; the content hash is that of the text's UTF-8
  /// bytes. Never fails: a text without anything to ask about gives a document without passages.
  public static func document(text: String, name: String) -> NoteDocument {
    document(text: text, name: name, contentHash: hexadecimal(SHA256.hash(data: Array(text.utf8))))
  }

  /// The text of a file's bytes: UTF-8, UTF-16 with a byte order mark, else Windows-1252 (a superset of Latin-1).
  /// `path` is for the errors only.
  public static func decode(bytes: [UInt8], path: String) throws(NotesError) -> String {
    try TextDecoder(path: path).decode(bytes)
  }

  private static func document(text: String, name: String, contentHash: String) -> NoteDocument {
    let name = NoteName(name)
    var lines = NoteText.lines(NoteText.clean(text))
    var elements: [NoteElement]
    var title: String?
    if name.isMarkdown || MarkdownParser.recognises(lines) {
      let frontMatter = FrontMatter(lines)
      title = frontMatter?.title
      lines.removeFirst(frontMatter?.lineCount ?? 0)
      elements = MarkdownParser.parse(lines, firstLine: 1 + (frontMatter?.lineCount ?? 0))
    } else {
      elements = PlainTextParser.parse(lines)
    }
    return DocumentBuilder(elements: elements, title: title, name: name).document(contentHash: contentHash)
  }

  static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
