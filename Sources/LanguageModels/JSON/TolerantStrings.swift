/// The strings of a ``TolerantParser``.
extension TolerantParser {
  /// The marks that a string may be set in. Plain double ones follow JSON's rule: the first one ends the string. The
  /// others also occur as apostrophes and as quotations inside a string, so they end it only before `, : ] }`.
  private enum Quotation {
    case double
    case single
    case curlyDouble
    case curlySingle

    init?(at parser: TolerantParser) {
      if parser.current == UInt8(ascii: "\"") {
        self = .double
      } else if parser.current == UInt8(ascii: "'") {
        self = .single
      } else if parser.isAt("\u{201C}") || parser.isAt("\u{201D}") {
        self = .curlyDouble
      } else if parser.isAt("\u{2018}") {
        self = .curlySingle
      } else {
        return nil
      }
    }

    /// The marks in bytes.
    var length: Int { self == .double || self == .single ? 1 : 3 }

    func closes(at parser: TolerantParser) -> Bool {
      switch self {
      case .double: parser.current == UInt8(ascii: "\"")
      case .single: parser.current == UInt8(ascii: "'") && parser.isFollowedByStructure(1)
      case .curlyDouble: parser.isAt("\u{201D}") && parser.isFollowedByStructure(3)
      case .curlySingle: parser.isAt("\u{2019}") && parser.isFollowedByStructure(3)
      }
    }
  }

  /// Parses the string that begins at the position.
  mutating func string() throws(JSONFault) -> String {
    guard let quotation = Quotation(at: self) else { throw malformed }
    note(.quotationMark, if: quotation != .double)
    position += quotation.length
    var text: [UInt8] = []
    while !quotation.closes(at: self) {
      guard let byte = current else { throw .cutOff }
      if byte == UInt8(ascii: "\\") {
        try escape(into: &text)
      } else {
        note(.rawControlCharacter, if: byte < 0x20)
        text.append(byte)
        position += 1
      }
    }
    position += quotation.length
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether the next thing after `length` bytes is what follows a string in JSON; the end of the text is not, for the
  /// mark may be an apostrophe in a string that was cut off. Looks over a bounded stretch of white space, so that
  /// reading stays linear.
  private func isFollowedByStructure(_ length: Int) -> Bool {
    for index in (position + length)..<min(bytes.count, position + length + Self.longestGap) {
      guard !Self.isSpace(bytes[index]) else { continue }
      return ",:]}".utf8.contains(bytes[index])
    }
    return false
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONFault) {
    guard position + 1 < bytes.count else { throw .cutOff }
    let letter = bytes[position + 1]
    if LaTeXCommand.begins(at: position, in: bytes) {
      keepBackslash(into: &text)
      return
    }
    if let byte = JSONEscape.byte(letter) {
      text.append(byte)
      position += 2
      return
    }
    switch letter {
    case UInt8(ascii: "'"):
      note(.quotationMark)
      text.append(letter)
      position += 2
    case UInt8(ascii: "u") where hexadecimal(at: position + 2) != nil:
      text.append(contentsOf: Array(String(Character(try unicodeEscape())).utf8))
    default: keepBackslash(into: &text)
    }
  }

  private mutating func keepBackslash(into text: inout [UInt8]) {
    repairs.insert(.backslash)
    text.append(UInt8(ascii: "\\"))
    position += 1
  }

  private mutating func unicodeEscape() throws(JSONFault) -> Unicode.Scalar {
    guard let first = hexadecimal(at: position + 2) else { throw malformed }
    if let scalar = Unicode.Scalar(first) {
      position += 6
      return scalar
    }
    guard (0xD800..<0xDC00).contains(first), position + 11 < bytes.count, bytes[position + 6] == UInt8(ascii: "\\"),
      bytes[position + 7] == UInt8(ascii: "u"), let second = hexadecimal(at: position + 8),
      (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw malformed }
    position += 12
    return scalar
  }

  private func hexadecimal(at start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start..<(start + 4)] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
