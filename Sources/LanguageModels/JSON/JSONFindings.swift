/// Every object and list that can be read in a text, also where the text as a whole is broken: whole values inside a
/// broken one are found too, and each place that can't be read is named.
public struct JSONFindings: Sendable, Hashable {
  /// A value, and where it stands.
  public struct Found: Sendable, Hashable {
    /// The value.
    public var value: JSONValue
    /// What was repaired to read it, outside it included.
    public var repairs: [JSONRepair]
    /// The lines, counted from 1, where the value's objects begin: outer ones before those in them.
    public var objectLines: [Int]
  }

  /// A place that can't be read.
  public struct Failure: Sendable, Hashable {
    /// The line, counted from 1, where the innermost object begins that can't be read.
    public var line: Int
    /// Why.
    public var fault: JSONFault
  }

  /// The values in the order of the text.
  public private(set) var values: [Found]
  /// The places that can't be read, in the order of the text.
  public private(set) var failures: [Failure]

  /// Searches a text.
  public init(in text: String) {
    guard text.utf8.count <= TolerantJSON.maximumBytes else {
      values = []
      failures = [Failure(line: 1, fault: .tooLarge)]
      return
    }
    let inner = TolerantJSON.onlyString(text)
    var scanner = TolerantScanner(bytes: Array((inner ?? text).utf8))
    scanner.run(resuming: true)
    // Text that was encoded twice stands on one line, whatever lines it holds.
    let lines = LineTable(inner == nil ? scanner.bytes : [])
    let around = scanner.repairs.union(inner == nil ? [] : [.doubleEncoding])
    values = scanner.found.map { found in
      Found(
        value: found.value, repairs: TolerantJSON.ordered(found.repairs.union(around)),
        objectLines: found.objectOffsets.map(lines.line))
    }
    failures = Self.innermost(scanner).map { Failure(line: lines.line(at: $0.start), fault: $0.fault) }
  }

  /// Of the brackets that fail at one byte, the innermost object's. A bracket right after which nothing like JSON
  /// stands belongs to prose.
  private static func innermost(_ scanner: TolerantScanner) -> [TolerantScanner.Failure] {
    var byEnd: [Int: TolerantScanner.Failure] = [:]
    for failure in scanner.failures where isJSON(failure, scanner.bytes) {
      let end = end(of: failure, scanner.bytes)
      let isObject = scanner.bytes[failure.start] == UInt8(ascii: "{")
      if byEnd[end] == nil || isObject { byEnd[end] = failure }
    }
    return byEnd.values.sorted { $0.start < $1.start }
  }

  private static func end(of failure: TolerantScanner.Failure, _ bytes: [UInt8]) -> Int {
    switch failure.fault {
    case .malformed(let offset): offset
    case .cutOff: bytes.count
    case .nothingFound, .tooDeep, .tooLarge: failure.start
    }
  }

  private static func isJSON(_ failure: TolerantScanner.Failure, _ bytes: [UInt8]) -> Bool {
    let first = bytes[(failure.start + 1)...].firstIndex { !TolerantParser.isSpace($0) } ?? bytes.count
    return switch failure.fault {
    case .malformed(let offset): offset > first
    case .cutOff:
      first == bytes.count || "\"'{[".utf8.contains(bytes[first]) || bytes[failure.start] != UInt8(ascii: "[")
    case .nothingFound, .tooDeep, .tooLarge: true
    }
  }
}

/// The lines of a text by byte.
private struct LineTable {
  private let ends: [Int]

  init(_ bytes: [UInt8]) {
    ends = bytes.indices.filter { bytes[$0] == 0x0A }
  }

  /// The line of a byte, counted from 1.
  func line(at offset: Int) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }
}
