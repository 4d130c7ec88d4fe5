/// Something in a text that is no TOML and must not reach the parser: at some of it that one stops the program.
struct TOMLHazard: Sendable, Hashable {
  /// Its line, from 1.
  var line: Int
  /// What it is, as a part of a sentence.
  var detail: String

  /// Finds the first one in a text.
  init?(in text: String) {
    if let line = Self.strayCharacter(in: Array(text.utf8)) {
      self.init(line: line, detail: "letters and signs beyond ASCII need quotes around them")
    } else if let line = Self.strayBracket(in: text) {
      self.init(line: line, detail: "there is a [ that opens no table")
    } else {
      return nil
    }
  }

  private init(line: Int, detail: String) {
    (self.line, self.detail) = (line, detail)
  }

  /// The first line with a character beyond ASCII outside of strings and comments.
  private static func strayCharacter(in bytes: [UInt8]) -> Int? {
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "#"): position = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      case UInt8(ascii: "\""), UInt8(ascii: "'"): position = bytes.endOfTOMLString(at: position)
      case 0x80...: return bytes[..<position].count { $0 == 0x0A } + 1
      default: position += 1
      }
    }
    return nil
  }

  /// The first line whose brackets open a table without a name that can be one.
  private static func strayBracket(in text: String) -> Int? {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    let index = lines.firstIndex { line in
      let line = line.drop { $0 == " " || $0 == "\t" }
      guard line.first == "[" else { return false }
      let name = line.dropFirst(line.hasPrefix("[[") ? 2 : 1).drop { $0 == " " || $0 == "\t" }.first
      return name.map { !$0.isLetter && !$0.isNumber && !"_-\"'".contains($0) } ?? true
    }
    return index.map { $0 + 1 }
  }
}
