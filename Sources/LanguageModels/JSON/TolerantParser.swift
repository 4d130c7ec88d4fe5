/// Parses one object or list that may need repairs. One pass, no backtracking.
struct TolerantParser {
  let bytes: [UInt8]
  var position: Int
  var repairs: Set<JSONRepair> = []
  /// Where each object begins, outer ones before those in them.
  private(set) var objectOffsets: [Int] = []
  private var depth = 0

  /// The longest white space that is looked over to see what follows, so that reading stays linear.
  static let longestGap = 256

  init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  var current: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  /// Parses the object or list that begins at the position.
  mutating func container() throws(JSONFault) -> JSONValue {
    depth += 1
    defer { depth -= 1 }
    guard depth <= TolerantJSON.maximumDepth else { throw .tooDeep }
    let isObject = current == UInt8(ascii: "{")
    if isObject { objectOffsets.append(position) }
    position += 1
    return isObject ? .object(try members()) : .array(try elements())
  }

  private mutating func members() throws(JSONFault) -> [JSONMember] {
    var members: [JSONMember] = []
    while try !closes(with: UInt8(ascii: "}"), afterFirst: !members.isEmpty) {
      let name = if let word = try unquotedName() { word } else { try string() }
      try skipSpace()
      guard let colon = current else { throw .cutOff }
      guard colon == UInt8(ascii: ":") else { throw malformed }
      position += 1
      try skipSpace()
      members.append(JSONMember(name, try value()))
    }
    return members
  }

  /// The name of a member that is written as in JavaScript; `nil` where a string begins. Whatever is no name before a
  /// colon is a fault.
  private mutating func unquotedName() throws(JSONFault) -> String? {
    guard let first = current, Self.isWord(first), first < UInt8(ascii: "0") || first > UInt8(ascii: "9") else {
      return nil
    }
    let start = position
    let name = take(while: Self.isWord)
    guard position < bytes.count else { throw .cutOff }
    let isNamed = bytes[position...].prefix(Self.longestGap).first { !Self.isSpace($0) } == UInt8(ascii: ":")
    guard isNamed else { throw .malformed(offset: start) }
    repairs.insert(.unquotedName)
    return name
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
      || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private mutating func elements() throws(JSONFault) -> [JSONValue] {
    var elements: [JSONValue] = []
    while try !closes(with: UInt8(ascii: "]"), afterFirst: !elements.isEmpty) {
      elements.append(try value())
    }
    return elements
  }

  /// Moves past what stands between members: to the next one, or past the closing bracket.
  private mutating func closes(with bracket: UInt8, afterFirst: Bool) throws(JSONFault) -> Bool {
    let end = position
    try skipSpace()
    var hasComma = false
    if afterFirst, current == UInt8(ascii: ",") {
      hasComma = true
      position += 1
      try skipSpace()
    }
    guard let byte = current else {
      // After a whole member only brackets need be missing; after a comma or an opening bracket, content is.
      guard afterFirst, !hasComma else { throw .cutOff }
      repairs.insert(.missingBracket)
      return true
    }
    if byte == bracket {
      if hasComma { repairs.insert(.trailingComma) }
      position += 1
      return true
    }
    guard hasComma || !afterFirst || hasLostComma(after: end) else { throw malformed }
    note(.missingComma, if: afterFirst && !hasComma)
    return false
  }

  /// Whether only a comma can be missing between a value that ended and what begins here: after a bracket, or with a
  /// line end between. On one line, a string after a string may as well be a quotation mark too many.
  private func hasLostComma(after end: Int) -> Bool {
    guard let next = current, "\"{[".utf8.contains(next) || Self.isWord(next) else {
      return false
    }
    return bytes[end - 1] == UInt8(ascii: "}") || bytes[end - 1] == UInt8(ascii: "]")
      || bytes[end..<position].contains(0x0A)
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    guard let byte = current else { throw .cutOff }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["): return try container()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return try literal()
    default: return .string(try string())
    }
  }

  private mutating func literal() throws(JSONFault) -> JSONValue {
    let start = position
    let word = take { ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }
    guard position < bytes.count else { throw .cutOff }
    switch word {
    case "true", "True":
      note(.pythonLiteral, if: word == "True")
      return .bool(true)
    case "false", "False":
      note(.pythonLiteral, if: word == "False")
      return .bool(false)
    case "null", "None":
      note(.pythonLiteral, if: word == "None")
      return .null
    default: throw .malformed(offset: start)
    }
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = position
    let text = take { byte in
      (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || "+-.eE".utf8.contains(byte)
    }
    guard position < bytes.count else { throw .cutOff }
    guard Self.isNumber(text) else { throw .malformed(offset: start) }
    return text
  }

  /// Whether a text is a number in JSON's grammar.
  private static func isNumber(_ text: String) -> Bool {
    var rest = text[...]
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    /// Drops a run of digits, and says how many there were.
    func digits() -> Int {
      let run = rest.prefix(while: isDigit)
      rest = rest[run.endIndex...]
      return run.count
    }
    if rest.first == "-" { rest.removeFirst() }
    let hasLeadingZero = rest.first == "0"
    let whole = digits()
    guard whole > 0, !hasLeadingZero || whole == 1 else { return false }
    if rest.first == "." {
      rest.removeFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first == "e" || rest.first == "E" {
      rest.removeFirst()
      if rest.first == "+" || rest.first == "-" { rest.removeFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private mutating func take(while isIncluded: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = current, isIncluded(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  var malformed: JSONFault { .malformed(offset: position) }

  mutating func note(_ repair: JSONRepair, if isNeeded: Bool = true) {
    if isNeeded { repairs.insert(repair) }
  }

  /// Skips white space and comments (`// ...`, `# ...`, `/* ... */`).
  private mutating func skipSpace() throws(JSONFault) {
    while let byte = current {
      if Self.isSpace(byte) {
        position += 1
      } else if byte == UInt8(ascii: "#") || isAt("//") {
        repairs.insert(.comment)
        while let next = current, next != 0x0A { position += 1 }
        // A comment that swallows the rest of the text may have swallowed content.
        guard position < bytes.count else { throw .cutOff }
      } else if isAt("/*") {
        repairs.insert(.comment)
        position += 2
        while !isAt("*/") {
          guard position < bytes.count else { throw .cutOff }
          position += 1
        }
        position += 2
      } else {
        return
      }
    }
  }

  func isAt(_ text: StaticString) -> Bool {
    let end = position + text.utf8CodeUnitCount
    guard end <= bytes.count else { return false }
    return bytes[position..<end].elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
