/// Formats that are told by their first bytes.
enum FileSignature {
  /// What a file is, with its article ("a PDF document"), or nil when its first bytes are no known signature.
  static func format(of bytes: [UInt8]) -> String? {
    if let known = table.first(where: { bytes.starts(with: $0.signature) }) { return known.format }
    let head = String(decoding: bytes.prefix(256), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    let isPage = ["<!doctype html", "<html"].contains { head.lowercased().hasPrefix($0) }
    return isPage ? html : nil
  }

  static let pdf = "a PDF document"
  static let archive = "a ZIP archive or office document (such as .docx, .odt or .epub)"
  static let html = "an HTML page"

  private static let table: [(signature: [UInt8], format: String)] = [
    (Array("%PDF-".utf8), pdf),
    (Array("PK\u{3}\u{4}".utf8), archive),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an older office document (such as .doc or .ppt)"),
    (Array("{\\rtf".utf8), "a rich text document"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF87a".utf8), "a GIF image"),
    (Array("GIF89a".utf8), "a GIF image"),
    ([0x1F, 0x8B], "a gzip archive"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    (Array("SQLite format 3\0".utf8), "a database"),
  ]
}
