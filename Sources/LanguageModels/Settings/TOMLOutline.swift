/// Where the tables and values of a TOML text stand, so that one value can be changed without touching the rest.
///
/// It expects a text that a TOML parser accepts; offsets are bytes of its UTF-8.
struct TOMLOutline: Sendable {
  /// A line that opens a table.
  struct Header: Sendable, Hashable {
    /// The name, taken apart at its dots.
    var path: [String]
    /// Whether it is one of a list of tables, which no setting is.
    var isListElement: Bool
    /// Where its line begins.
    var start: Int
    /// Where its line ends, before the line break.
    var end: Int
  }

  /// One `key = value`.
  struct Assignment: Sendable, Hashable {
    /// The key with the name of its table, taken apart at the dots.
    var path: [String]
    /// The table that it stands in, as an index of ``TOMLOutline/headers``; `nil` before the first.
    var header: Int?
    /// Where its line begins.
    var start: Int
    /// The bytes of the value.
    var value: Range<Int>
    /// Where its last line ends, before the line break.
    var end: Int
  }

  private(set) var headers: [Header] = []
  private(set) var assignments: [Assignment] = []
  private let bytes: [UInt8]
  private var position = 0

  /// Reads a text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    while position < bytes.count { readLine() }
  }

  /// The number of the line at an offset, from 1.
  func line(at offset: Int) -> Int {
    bytes[..<min(offset, bytes.count)].count { $0 == 0x0A } + 1
  }

  /// Where the line of an offset begins.
  func lineStart(at offset: Int) -> Int {
    bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func readLine() {
    skipBlanks()
    let start = lineStart(at: position)
    switch current {
    case nil: return
    case 0x0A, 0x0D: position += 1
    case UInt8(ascii: "#"): skipToLineEnd()
    case UInt8(ascii: "["): readHeader(start: start)
    default: readAssignment(start: start)
    }
  }

  private mutating func readHeader(start: Int) {
    position += 1
    let isListElement = current == UInt8(ascii: "[")
    if isListElement { position += 1 }
    let path = readPath()
    skipToLineEnd()
    headers.append(Header(path: path, isListElement: isListElement, start: start, end: position))
  }

  private mutating func readAssignment(start: Int) {
    let key = readPath()
    if current == UInt8(ascii: "=") { position += 1 }
    skipBlanks()
    let valueStart = position
    skipValue()
    let value = valueStart..<position
    skipToLineEnd()
    let isInList = headers.last?.isListElement == true
    let path = (headers.last?.path ?? []) + (isInList ? ["[]"] : []) + key
    assignments.append(
      Assignment(
        path: path, header: headers.indices.last, start: start, value: value, end: position))
  }

  private mutating func readPath() -> [String] {
    var path: [String] = []
    while true {
      skipBlanks()
      let start = position
      if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") {
        skipString()
        path.append(String(decoding: bytes[start..<position].dropFirst().dropLast(), as: UTF8.self))
      } else {
        while let byte = current, byte.isTOMLBareKey { position += 1 }
        path.append(String(decoding: bytes[start..<position], as: UTF8.self))
      }
      skipBlanks()
      guard current == UInt8(ascii: ".") else { return path }
      position += 1
    }
  }

  private mutating func skipValue() {
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
    case UInt8(ascii: "["), UInt8(ascii: "{"): skipBrackets()
    default:
      let start = position
      while let byte = current, ![0x0A, 0x0D].contains(byte), byte != UInt8(ascii: "#") { position += 1 }
      while position > start, bytes[position - 1] == 0x20 || bytes[position - 1] == 0x09 { position -= 1 }
    }
  }

  private mutating func skipBrackets() {
    var depth = 0
    while let byte = current {
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        skipString()
        continue
      case UInt8(ascii: "#"):
        skipToLineEnd()
        continue
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
  }

  private mutating func skipString() { position = bytes.endOfTOMLString(at: position) }

  private mutating func skipBlanks() {
    while let byte = current, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  private mutating func skipToLineEnd() {
    while let byte = current, byte != 0x0A { position += 1 }
    if position > 0, position <= bytes.count, bytes[position - 1] == 0x0D { position -= 1 }
  }
}

extension UInt8 {
  /// Whether the byte may stand in a key of TOML without quotation marks.
  var isTOMLBareKey: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }
}

extension [UInt8] {
  /// The place behind a string of any of TOML's four kinds; a short one ends at the latest with its line.
  func endOfTOMLString(at start: Int) -> Int {
    let quote = self[start]
    let isLong = self[start...].starts(with: [quote, quote, quote])
    let quotes = [UInt8](repeating: quote, count: isLong ? 3 : 1)
    var position = start + quotes.count
    while position < count {
      if self[position] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        position += 2
      } else if self[position...].starts(with: quotes) {
        position += quotes.count
        // Up to two more quotation marks belong to the text of a long string.
        while isLong, position < count, self[position] == quote { position += 1 }
        return position
      } else if !isLong, self[position] == 0x0A {
        return position
      } else {
        position += 1
      }
    }
    return count
  }
}
