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

  /// Reads every object and list of a text.
  public static func read(_ text: String) -> TolerantReading {
    guard text.utf8.count <= maximumBytes else { return TolerantReading(values: [], repairs: [], fault: .tooLarge) }
    let reading = readOnce(text)
    guard case .string(let inner)? = reading.values.first, reading.values.count == 1 else { return reading }
    // A whole answer that is one string can only be JSON that was encoded twice.
    var unwrapped = readOnce(inner)
    unwrapped.repairs = ordered(Set(unwrapped.repairs).union([.doubleEncoding]))
    return unwrapped
  }

  private static func readOnce(_ text: String) -> TolerantReading {
    let bytes = Array(text.utf8)
    if !LaTeXCommand.hidesInEscapes(bytes), let value = strictValue(text) {
      return TolerantReading(values: [value], repairs: [])
    }
    var scanner = TolerantScanner(bytes: bytes)
    scanner.run()
    let values = scanner.values
    return TolerantReading(
      values: values, repairs: ordered(scanner.repairs), fault: scanner.fault ?? (values.isEmpty ? .nothingFound : nil))
  }

  private static func strictValue(_ text: String) -> JSONValue? {
    switch try? JSONValue(parsing: text) {
    case .array(let elements): .array(elements)
    case .object(let members): .object(members)
    case .string(let string): .string(string)
    default: nil
    }
  }

  private static func ordered(_ repairs: Set<JSONRepair>) -> [JSONRepair] {
    JSONRepair.allCases.filter(repairs.contains)
  }
}
