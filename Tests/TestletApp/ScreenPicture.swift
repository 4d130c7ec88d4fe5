import Terminal

@testable import TestletApp

/// A screen as a text to be read and compared: for each size what it says, and then which words of it have a style.
enum ScreenPicture {
  /// How many of the lines that are gone, and of the new ones, are shown.
  private static let mostShown = 6

  /// The text of a screen.
  static func text(of state: AppState) -> String {
    AppDriver.sizes.map { size -> String in
      var state = state
      _ = state.update(.resized(size))
      return text(of: state.view())
    }.joined(separator: "\n")
  }

  /// The first lines that differ between a stored picture and a drawn one: what is gone and what is new.
  static func difference(from stored: String, to drawn: String) -> String {
    let (old, new) = (lines(of: stored), lines(of: drawn))
    let difference = new.difference(from: old)
    let changes = difference.removals.prefix(mostShown) + difference.insertions.prefix(mostShown)
    return changes.map { change in
      switch change {
      case .remove(let offset, let line, _): "- \(offset + 1): \(line)\n"
      case .insert(let offset, let line, _): "+ \(offset + 1): \(line)\n"
      }
    }.joined()
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The text of a screen in one size.
  static func text(of canvas: Canvas) -> String {
    let size = "\(canvas.size.columns)x\(canvas.size.rows)"
    let styles = (0..<canvas.size.rows).compactMap { row -> String? in
      let words = styledWords(of: canvas.row(row)).map(\.text).joined(separator: ", ")
      return words.isEmpty ? nil : "row \(row + 1): \(words)"
    }
    let cursor: [String] = canvas.cursor.map { ["cursor: row \($0.row + 1), column \($0.column + 1)"] } ?? []
    let lines: [String] = [size] + canvas.lines + ["styles of \(size)"] + styles + cursor
    return lines.map { $0 + "\n" }.joined()
  }

  private static func styledWords(of row: ArraySlice<Cell>) -> [StyledWords] {
    var words: [StyledWords] = []
    for (column, cell) in zip(1..., row) {
      if words.last?.style != cell.style { words.append(StyledWords(column: column, style: cell.style)) }
      words[words.count - 1].said += cell.glyph.text
    }
    return words.filter { $0.style != .plain }
  }
}

/// Neighbours in a row that have one style.
private struct StyledWords {
  /// Where they begin, counted from 1.
  let column: Int
  let style: Style
  var said = ""

  /// Such as `3 accent bold "testlet"`, or `1 border "─" x80`.
  var text: String {
    let attributes: [(Style.Attributes, String)] = [
      (.bold, "bold"), (.underline, "underline"), (.reverse, "reverse"), (.dim, "dim"),
    ]
    let look = ["\(style.role)"] + attributes.filter { style.attributes.contains($0.0) }.map(\.1)
    let head = "\(column) \(look.joined(separator: " "))"
    guard let first = said.first, said.count > 3, said.allSatisfy({ $0 == first }) else { return "\(head) \"\(said)\"" }
    return "\(head) \"\(first)\" x\(said.count)"
  }
}
