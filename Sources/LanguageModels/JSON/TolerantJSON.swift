/// Reads the JSON that language models write: strictly where it is strict, else with the repairs of ``JSONRepair``.
///
/// It never guesses at content. A string that was cut off is a fault, not a shorter string; so is a list that ends
/// after a comma, and a number at the very end, which may have had more digits. Time is linear in the length of the
/// text.
public enum TolerantJSON {
  /// The deepest nesting that is read.
  public static let maximumDepth = 64
  /// The longest text that is read, in bytes of UTF-8.
  public static let maximumBytes = 4 << 20

  /// Reads every object and list of a text, up to the first that can't be read.
  public static func read(_ text: String) -> TolerantReading {
    guard text.utf8.count <= maximumBytes else { return TolerantReading(values: [], repairs: [], fault: .tooLarge) }
    if let inner = onlyString(text) {
      var reading = readOnce(inner)
      reading.repairs = ordered(Set(reading.repairs).union([.doubleEncoding]))
      return reading
    }
    return readOnce(text)
  }

  private static func readOnce(_ text: String) -> TolerantReading {
    let bytes = Array(text.utf8)
    if !LaTeXCommand.hidesInEscapes(bytes), let value = strictValue(text) {
      return TolerantReading(values: [value], repairs: [])
    }
    var scanner = TolerantScanner(bytes: bytes)
    scanner.run(resuming: false)
    let repairs = scanner.found.reduce(scanner.repairs) { $0.union($1.repairs) }
    return TolerantReading(
      values: scanner.found.map(\.value), repairs: ordered(repairs),
      fault: scanner.failures.first?.fault ?? (scanner.found.isEmpty ? .nothingFound : nil))
  }

  /// The string that a whole text is, which can only be JSON that was encoded twice.
  static func onlyString(_ text: String) -> String? {
    let first = text.utf8.first { !TolerantParser.isSpace($0) }
    guard first == UInt8(ascii: "\""), case .string(let inner)? = try? JSONValue(parsing: text) else { return nil }
    return inner
  }

  private static func strictValue(_ text: String) -> JSONValue? {
    switch try? JSONValue(parsing: text) {
    case .array(let elements): .array(elements)
    case .object(let members): .object(members)
    default: nil
    }
  }

  static func ordered(_ repairs: Set<JSONRepair>) -> [JSONRepair] {
    JSONRepair.allCases.filter(repairs.contains)
  }
}
