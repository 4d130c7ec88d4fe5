/// What ``TolerantJSON`` made of a text.
public struct TolerantReading: Sendable, Hashable {
  /// The values found, in order: one, or several when the text holds several objects or is JSON Lines.
  public var values: [JSONValue]
  /// The kinds of repair that were needed, each once; empty for strict JSON.
  public var repairs: [JSONRepair]
  /// Why reading stopped early; with no values it is never `nil`. Values before the fault are whole.
  public var fault: JSONFault?

  /// Makes a reading.
  public init(values: [JSONValue], repairs: [JSONRepair], fault: JSONFault? = nil) {
    self.values = values
    self.repairs = repairs
    self.fault = fault
  }
}

/// The repairs that ``TolerantJSON`` makes. None of them adds, drops or changes a word of a string.
public enum JSONRepair: String, Sendable, Hashable, CaseIterable {
  /// A block of reasoning (`<think>`) was cut away.
  case reasoning
  /// A byte-order mark was cut away.
  case byteOrderMark
  /// A Markdown code fence around the value was ignored.
  case codeFence
  /// Prose before or after the value was ignored.
  case prose
  /// The whole value was a string that holds JSON.
  case doubleEncoding
  /// A comma before a closing bracket was ignored.
  case trailingComma
  /// Single or typographic quotation marks were taken as double ones.
  case quotationMark
  /// Closing brackets that were missing at the end were supplied.
  case missingBracket
  /// A line break or another control character stood unescaped in a string.
  case rawControlCharacter
  /// A comma that was missing between two members or elements was supplied.
  case missingComma
  /// The name of a member stood without quotation marks.
  case unquotedName
  /// A comment was ignored.
  case comment
  /// `True`, `False` or `None` was taken as JSON's word for it.
  case pythonLiteral
  /// A backslash that begins no JSON escape, or that begins a LaTeX command, was kept as it is.
  case backslash
  /// Several values stood one after the other.
  case severalValues
}

/// Why a text can't be read as JSON.
public enum JSONFault: Error, Sendable, Hashable {
  /// There is no object and no list in it.
  case nothingFound
  /// It ends in the middle: what is missing can't be known.
  case cutOff
  /// Its brackets are nested more than ``TolerantJSON/maximumDepth`` deep.
  case tooDeep
  /// It is longer than ``TolerantJSON/maximumBytes``.
  case tooLarge
  /// It is broken at this byte of the text, in a way that can't be repaired without guessing.
  case malformed(offset: Int)
}
