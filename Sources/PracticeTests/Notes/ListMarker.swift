/// The bullet or number that begins a list item.
struct ListMarker {
  /// The item's own text.
  let content: ArraySlice<UInt8>
  /// The number of a numbered item.
  let number: Int?

  /// nil when the line (without its indent) does not begin with a marker.
  init?(_ line: ArraySlice<UInt8>) {
    guard let first = line.first else { return nil }
    var end = line.startIndex
    var number: Int?
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      end += 1
    } else if line.starts(with: "\u{2022}", at: end) || line.starts(with: "\u{25E6}", at: end) {
      end += 3
    } else {
      while end < line.endIndex, line[end].isDigit, end - line.startIndex < 9 { end += 1 }
      guard end > line.startIndex, end < line.endIndex,
        line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")")
      else { return nil }
      number = Int(line[..<end].string)
      end += 1
    }
    guard end == line.endIndex || line[end].isBlank else { return nil }
    self.number = number
    content = Self.withoutTaskBox(line[end...].withoutIndent)
  }

  /// Without the box of a task: "[x] Read chapter 3".
  private static func withoutTaskBox(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = content.startIndex
    let isBox =
      content.starts(with: "[ ] ", at: start) || content.starts(with: "[x] ", at: start)
      || content.starts(with: "[X] ", at: start)
    return isBox ? content[(start + 4)...].withoutIndent : content
  }
}
