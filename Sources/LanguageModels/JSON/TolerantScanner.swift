/// Finds the objects and lists in a text and has each of them parsed; whatever else there is counts as prose.
struct TolerantScanner {
  /// An object or a list that was read, with its repairs.
  struct Found {
    var value: JSONValue
    var repairs: Set<JSONRepair>
    /// Where each object of it begins, outer ones before those in them.
    var objectOffsets: [Int]
  }

  /// A bracket from which nothing could be read, and why.
  struct Failure {
    var start: Int
    var fault: JSONFault
  }

  let bytes: [UInt8]
  private(set) var found: [Found] = []
  private(set) var failures: [Failure] = []
  /// Repairs outside the values.
  private(set) var repairs: Set<JSONRepair> = []
  private var position = 0
  private var work = 0

  /// The longest bracketed remark in prose, such as `{question}`, in bytes.
  private static let longestRemark = 80
  /// How often the length of a text may be parsed, all restarts together.
  private static let mostWork = 16

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads until the text ends or a value can't be read.
  ///
  /// - Parameter resuming: go on inside a value that can't be read as a whole, so that whole values in it are found.
  mutating func run(resuming: Bool) {
    skipByteOrderMark()
    guard skipReasoning() else { return }
    while let start = nextBracket(), resuming || failures.isEmpty, work <= Self.mostWork * bytes.count {
      var parser = TolerantParser(bytes: bytes, position: start)
      do throws(JSONFault) {
        let value = try parser.container()
        found.append(Found(value: value, repairs: parser.repairs, objectOffsets: parser.objectOffsets))
        position = parser.position
      } catch {
        if case .malformed = error, let end = endOfRemark(from: start) {
          repairs.insert(.prose)
          position = end
        } else {
          failures.append(Failure(start: start, fault: error))
          position = start + 1
        }
      }
      work += parser.position - start
    }
    if failures.isEmpty { notePadding(from: position, to: bytes.count) }
    if found.count > 1 { repairs.insert(.severalValues) }
  }

  private mutating func skipByteOrderMark() {
    while bytes[position...].starts(with: [0xEF, 0xBB, 0xBF]) {
      repairs.insert(.byteOrderMark)
      position += 3
    }
  }

  /// Skips `<think>...</think>`; the opening tag may be missing, because some servers swallow it. False when the text
  /// ends before the reasoning does.
  private mutating func skipReasoning() -> Bool {
    for name in ["think", "thinking"] {
      let closing = Array("</\(name)>".utf8)
      if let end = firstIndex(of: closing, from: position) {
        repairs.insert(.reasoning)
        position = end + closing.count
        return true
      }
    }
    let start = bytes[position...].firstIndex { !TolerantParser.isSpace($0) } ?? bytes.count
    guard bytes[start...].starts(with: Array("<think".utf8)) else { return true }
    repairs.insert(.reasoning)
    failures.append(Failure(start: start, fault: .cutOff))
    return false
  }

  private func firstIndex(of pattern: [UInt8], from start: Int) -> Int? {
    var index = start
    while let found = bytes[index...].firstIndex(of: pattern[0]) {
      if bytes[found...].starts(with: pattern) { return found }
      index = found + 1
    }
    return nil
  }

  private mutating func nextBracket() -> Int? {
    let open = bytes[position...].firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }
    if failures.isEmpty { notePadding(from: position, to: open ?? position) }
    return open
  }

  /// The end of a short pair of brackets without brackets or quotation marks in it, which is a remark and no JSON.
  private func endOfRemark(from start: Int) -> Int? {
    let closing = bytes[start] == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")
    for index in (start + 1)..<min(bytes.count, start + Self.longestRemark) {
      switch bytes[index] {
      case closing: return index + 1
      case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "\""): return nil
      default: continue
      }
    }
    return nil
  }

  /// Notes what kind of text was skipped between values.
  private mutating func notePadding(from start: Int, to end: Int) {
    var rest = bytes[start..<end].filter { !TolerantParser.isSpace($0) && $0 != UInt8(ascii: ",") }[...]
    let fence = Array("```".utf8)
    if rest.starts(with: fence) || rest.suffix(3).elementsEqual(fence) || rest.suffix(7).elementsEqual("```json".utf8) {
      repairs.insert(.codeFence)
      rest = rest.filter { $0 != UInt8(ascii: "`") }[...]
      if rest.elementsEqual("json".utf8) { rest = [] }
    }
    if !rest.isEmpty { repairs.insert(.prose) }
  }
}
