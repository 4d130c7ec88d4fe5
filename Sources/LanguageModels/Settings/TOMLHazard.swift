/// Something in a text that is no TOML and must not reach the parser: at some of it that one stops the program.
struct TOMLHazard: Sendable, Hashable {
  /// Its line, from 1.
  var line: Int
  /// What it is, as a part of a sentence.
  var detail: String

  /// Finds one in a text.
  init?(in text: String) {
    if let (place, detail) = Self.stray(in: Array(text.utf8)) {
      self.init(line: text.utf8.prefix(place).count { $0 == 0x0A } + 1, detail: detail)
    } else if let line = Self.strayBracket(in: text) {
      self.init(line: line, detail: "there is a [ that opens no table")
    } else {
      return nil
    }
  }

  private init(line: Int, detail: String) {
    (self.line, self.detail) = (line, detail)
  }

  /// What must not stand outside of strings and comments.
  private static func stray(in bytes: [UInt8]) -> (place: Int, detail: String)? {
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "#"): position = bytes[position...].firstIndex(of: 0x0A) ?? bytes.count
      case UInt8(ascii: "\""), UInt8(ascii: "'"): position = bytes.endOfTOMLString(at: position)
      case 0x80...: return (position, "letters and signs beyond ASCII need quotes around them")
      default:
        if lacksTime(at: position, in: bytes) { return (position, "behind a date there is no time") }
        position += 1
      }
    }
    return nil
  }

  /// Whether a place is that between a date and its time, and no time follows.
  private static func lacksTime(at position: Int, in bytes: [UInt8]) -> Bool {
    guard " Tt".utf8.contains(bytes[position]), position >= 10, position + 1 < bytes.count else { return false }
    let date = String(decoding: bytes[(position - 10)..<position], as: UTF8.self)
    let next = Character(UnicodeScalar(bytes[position + 1]))
    return date.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil && !next.isNumber && !next.isWhitespace
      && !",]}#".contains(next)
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
