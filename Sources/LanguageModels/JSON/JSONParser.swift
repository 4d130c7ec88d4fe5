/// Why a text is not JSON, and at which byte of its UTF-8 form.
public enum JSONSyntaxError: Error, Sendable, Hashable {
  /// The text breaks the grammar at this byte.
  case malformed(offset: Int)
  /// The text ends before the value does.
  case unexpectedEnd
  /// Brackets are nested deeper than is read.
  case tooDeep
  /// The text is longer than is read.
  case tooLarge
}

extension JSONValue {
  /// The deepest nesting that is read.
  public static let maximumDepth = 64
  /// The longest text that is read, in bytes of UTF-8.
  public static let maximumBytes = 16 << 20

  /// Reads one JSON value (RFC 8259), strictly: nothing but white space may stand around it.
  public init(parsing text: String) throws(JSONSyntaxError) {
    guard text.utf8.count <= Self.maximumBytes else { throw .tooLarge }
    var parser = JSONParser(bytes: Array(text.utf8))
    self = try parser.document()
  }
}

/// A strict parser: one pass, bounded depth.
private struct JSONParser {
  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func document() throws(JSONSyntaxError) -> JSONValue {
    let value = try value()
    skipSpace()
    guard position == bytes.count else { throw malformed }
    return value
  }

  private var malformed: JSONSyntaxError { .malformed(offset: position) }

  private var current: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func expect(_ byte: UInt8) throws(JSONSyntaxError) {
    guard let current else { throw .unexpectedEnd }
    guard current == byte else { throw malformed }
    position += 1
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    skipSpace()
    guard let byte = current else { throw .unexpectedEnd }
    switch byte {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONSyntaxError) in .object(try parser.members()) }
    case UInt8(ascii: "["): return try nested { parser throws(JSONSyntaxError) in .array(try parser.elements()) }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONSyntaxError) -> JSONValue
  ) throws(JSONSyntaxError) -> JSONValue {
    guard depth < JSONValue.maximumDepth else { throw .tooDeep }
    depth += 1
    defer { depth -= 1 }
    position += 1
    return try read(&self)
  }

  private mutating func members() throws(JSONSyntaxError) -> [JSONMember] {
    var members: [JSONMember] = []
    while try !closes(UInt8(ascii: "}"), isFirst: members.isEmpty) {
      skipSpace()
      let name = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"))
      members.append(JSONMember(name, try value()))
    }
    return members
  }

  private mutating func elements() throws(JSONSyntaxError) -> [JSONValue] {
    var elements: [JSONValue] = []
    while try !closes(UInt8(ascii: "]"), isFirst: elements.isEmpty) {
      elements.append(try value())
    }
    return elements
  }

  /// Moves past the closing bracket and returns true, or past the comma before the next member.
  private mutating func closes(_ bracket: UInt8, isFirst: Bool) throws(JSONSyntaxError) -> Bool {
    skipSpace()
    if current == bracket {
      position += 1
      return true
    }
    if !isFirst { try expect(UInt8(ascii: ",")) }
    guard current != nil else { throw .unexpectedEnd }
    return false
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
    for byte in UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount) { try expect(byte) }
    return value
  }

  private mutating func number() throws(JSONSyntaxError) -> String {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if current == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONSyntaxError) {
    let start = position
    while let byte = current, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { position += 1 }
    guard position > start else { throw current == nil ? .unexpectedEnd : malformed }
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    try expect(UInt8(ascii: "\""))
    var text: [UInt8] = []
    while let byte = current {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20: throw malformed
      default:
        text.append(byte)
        position += 1
      }
    }
    throw .unexpectedEnd
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
    position += 1
    guard let letter = current else { throw .unexpectedEnd }
    if let byte = JSONEscape.byte(letter) {
      text.append(byte)
      position += 1
    } else {
      guard letter == UInt8(ascii: "u") else { throw malformed }
      position += 1
      text.append(contentsOf: Character(try unicodeScalar()).utf8)
    }
  }

  /// Reads the digits of one `\u` escape, or of the two that make a surrogate pair.
  private mutating func unicodeScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try codeUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00 else { throw malformed }
    try expect(UInt8(ascii: "\\"))
    try expect(UInt8(ascii: "u"))
    let second = try codeUnit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw malformed }
    return scalar
  }

  private mutating func codeUnit() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current else { throw .unexpectedEnd }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw malformed }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
