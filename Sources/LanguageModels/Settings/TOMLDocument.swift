import TOMLKit

/// A TOML text with its values by their paths; what is not changed stays as it is, byte for byte.
struct TOMLDocument: Sendable {
  private(set) var text: String
  private(set) var outline: TOMLOutline
  /// The values of all tables, by the path of their keys.
  private(set) var values: [[String]: SettingsValue]

  /// What a TOML parser says about a text that is not TOML.
  struct SyntaxError: Error {
    var line: Int
    var detail: String
  }

  /// Reads a text.
  init(_ text: String) throws(SyntaxError) {
    self.text = text
    values = try Self.values(of: text)
    outline = TOMLOutline(Array(text.utf8))
  }

  /// The line of a key, or of the value that holds it, from 1.
  func line(of path: [String]) -> Int {
    let assignments = outline.assignments
    let start =
      assignments.first { $0.path == path }?.start
      ?? assignments.first { path.starts(with: $0.path) }?.start
      ?? outline.headers.first { $0.path.starts(with: path) }?.start
      ?? assignments.first { $0.path.starts(with: path) }?.start
      ?? outline.headers.last { path.starts(with: $0.path) }?.start
    return outline.line(at: start ?? 0)
  }

  private static func values(of text: String) throws(SyntaxError) -> [[String]: SettingsValue] {
    // A mark at the beginning is no part of the text, and a NUL would end it.
    let source = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    if let offset = source.utf8.firstIndex(of: 0) {
      let line = source.utf8[..<offset].count { $0 == 0x0A } + 1
      throw SyntaxError(line: line, detail: "there is a NUL character")
    }
    if let hazard = TOMLHazard(in: source) { throw SyntaxError(line: hazard.line, detail: hazard.detail) }
    do {
      let table = try TOMLTable(string: source)
      var values: [[String]: SettingsValue] = [:]
      // The nodes beneath a table live only as long as it does.
      withExtendedLifetime(table) { collect(table, path: [], into: &values) }
      return values
    } catch let error as TOMLParseError {
      throw SyntaxError(line: error.source.begin.line, detail: SafeText.line(error.description, limit: 160))
    } catch {
      throw SyntaxError(line: 1, detail: SafeText.line(String(describing: error)))
    }
  }

  private static func collect(_ table: TOMLTable, path: [String], into values: inout [[String]: SettingsValue]) {
    for key in table.keys {
      guard let node = table[key] else { continue }
      let path = path + [key]
      switch node.type {
      case .table: if let inner = node.table { collect(inner, path: path, into: &values) }
      case .string: values[path] = .string(node.string ?? "")
      case .int: values[path] = .int(node.int ?? 0)
      case .double: values[path] = .double(node.double ?? 0)
      case .bool: values[path] = .bool(node.bool ?? false)
      case .array: values[path] = list(node.array)
      case .date, .time, .dateTime: values[path] = .other(node.type.description)
      }
    }
  }

  private static func list(_ array: TOMLArray?) -> SettingsValue {
    var list: [String] = []
    guard let array else { return .other("list") }
    for element in array {
      guard let string = element.string else { return .other("list") }
      list.append(string)
    }
    return .strings(list)
  }
}

extension TOMLDocument {
  /// The value stands in an inline table, or in something else that is not a line of its own.
  struct EditError: Error {
    /// The line where it stands, from 1.
    var line: Int
  }

  /// The text with one value changed or added.
  func setting(_ path: [String], to value: SettingsValue) throws(EditError) -> String {
    guard let key = path.last else { return text }
    if let found = outline.assignments.first(where: { $0.path == path }) {
      return replacing(found.value, with: value.toml)
    }
    if let holder = outline.assignments.first(where: { path.starts(with: $0.path) || $0.path.starts(with: path) }) {
      throw EditError(line: outline.line(at: holder.start))
    }
    let table = Array(path.dropLast())
    let line = "\(Self.keyText(key)) = \(value.toml)"
    guard let header = outline.headers.firstIndex(where: { $0.path == table && !$0.isListElement }) else {
      return appending(table: table, lines: [line])
    }
    let offset = insertionPoint(for: key, in: header)
    return replacing(offset..<offset, with: lineBreak + line)
  }

  /// The text with a table added at its end.
  func appending(table: [String], lines: [String]) -> String {
    var result = text
    if !result.isEmpty, result.utf8.last != 0x0A { result += lineBreak }
    if !result.isEmpty { result += lineBreak }
    let header = "[" + table.map(Self.keyText).joined(separator: ".") + "]"
    return result + ([header] + lines).joined(separator: lineBreak) + lineBreak
  }

  /// The text without a table: its header and everything down to its last value. `nil` when there is no such header.
  func removing(table: [String]) -> String? {
    guard let index = outline.headers.firstIndex(where: { $0.path == table && !$0.isListElement }) else { return nil }
    let header = outline.headers[index]
    let end = outline.assignments.last { $0.header == index }?.end ?? header.end
    let afterBreak = Array(text.utf8)[end...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.utf8.count
    return replacing(header.start..<afterBreak, with: "")
  }

  /// The text without the values of a table; its header and its comments stay. `nil` when there is no such header.
  func emptying(table: [String]) -> String? {
    guard let index = outline.headers.firstIndex(where: { $0.path == table && !$0.isListElement }) else { return nil }
    var bytes = Array(text.utf8)
    for assignment in outline.assignments.reversed() where assignment.header == index {
      let afterBreak = bytes[assignment.end...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      bytes.removeSubrange(assignment.start..<afterBreak)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var lineBreak: String { text.utf8.contains(0x0D) ? "\r\n" : "\n" }

  private func replacing(_ range: Range<Int>, with replacement: String) -> String {
    let bytes = Array(text.utf8)
    return String(
      decoding: bytes[..<range.lowerBound] + Array(replacement.utf8) + bytes[range.upperBound...], as: UTF8.self)
  }

  /// The end of the line after which a new key of a table goes: its own commented default, else the table's last value.
  private func insertionPoint(for key: String, in index: Int) -> Int {
    let header = outline.headers[index]
    let last = outline.assignments.last { $0.header == index }?.end ?? header.end
    let bytes = Array(text.utf8)
    let sectionEnd = index + 1 < outline.headers.count ? outline.headers[index + 1].start : bytes.count
    var start = header.end
    while start < sectionEnd {
      let end = bytes[start..<sectionEnd].firstIndex(of: 0x0A) ?? sectionEnd
      let line = String(decoding: bytes[start..<end], as: UTF8.self).filter { !$0.isWhitespace }
      if line.hasPrefix("#\(key)=") { return end > start && bytes[end - 1] == 0x0D ? end - 1 : end }
      start = end + 1
    }
    return last
  }

  private static func keyText(_ key: String) -> String {
    let isBare = !key.isEmpty && key.utf8.allSatisfy(\.isTOMLBareKey)
    return isBare ? key : SettingsValue.string(key).toml
  }
}
