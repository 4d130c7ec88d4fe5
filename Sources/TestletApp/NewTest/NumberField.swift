import Terminal

/// A whole number that is typed, or changed by arrows.
struct NumberField: Equatable {
  /// What is typed.
  private(set) var text: String
  /// What is allowed.
  let range: ClosedRange<UInt64>
  /// Whether nobody has touched it: then the first digit takes the place of the number.
  private var isUntouched = true

  /// Makes a field.
  init(_ value: UInt64, in range: ClosedRange<UInt64>) {
    text = String(value)
    self.range = range
  }

  /// Makes a field for a number of things.
  init(_ value: Int, in range: ClosedRange<Int>) {
    self.init(UInt64(value), in: UInt64(range.lowerBound)...UInt64(range.upperBound))
  }

  /// What the number has to be, when it is not.
  var expectation: String { "a number from \(range.lowerBound) to \(range.upperBound)" }

  /// The number, when it is one and allowed.
  var value: UInt64? {
    UInt64(text).flatMap { range.contains($0) ? $0 : nil }
  }

  /// Types a digit, deletes one, or counts up and down; returns whether the key is one of its own.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let digit) where digit.isASCII && digit.isNumber:
      if isUntouched { text = "" }
      if text.count < String(range.upperBound).count { text.append(digit) }
    case .backspace: text = String(text.dropLast())
    case .control("u"): text = ""
    case .right: step(up: true)
    case .left: step(up: false)
    default: return false
    }
    isUntouched = false
    return true
  }

  private mutating func step(up: Bool) {
    let number = min(max(UInt64(text) ?? range.lowerBound, range.lowerBound), range.upperBound)
    let limit = up ? range.upperBound : range.lowerBound
    text = String(number == limit ? number : up ? number + 1 : number - 1)
  }

  func draw(into canvas: inout Canvas, in area: Rect, isFocused: Bool) {
    let side: Style = isFocused ? .accent : .muted
    canvas.draw(
      [
        Span(canvas.symbols.arrows[0] + " ", side), Span(text, isFocused ? .selected : .plain),
        Span(" " + canvas.symbols.arrows[1], side),
      ], at: area.origin, maxWidth: area.columns)
  }
}
