import Testing

@testable import Terminal

@Suite("Text field")
struct TextFieldTests {
  /// One row of the tables: what the field holds, with `|` for the cursor, the keys, and what it holds then.
  struct Row: CustomTestStringConvertible, Sendable {
    let start: String
    let keys: [Key]
    let end: String
    var testDescription: String { "\(start.debugDescription) \(keys) \(end.debugDescription)" }
  }

  private func run(_ row: Row, isMultiline: Bool, width: Int = 80) -> String {
    let parts = row.start.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    var field = TextField(parts.joined(), isMultiline: isMultiline)
    for _ in 0..<parts[1].count { _ = field.handle(.left) }
    for key in row.keys { _ = field.handle(key, width: width) }
    return field.before + "|" + field.after
  }

  @Test(
    "edits one line",
    arguments: [
      Row(start: "ab|c", keys: [.character("x")], end: "abx|c"),
      Row(start: "ab|c", keys: [.backspace], end: "a|c"),
      Row(start: "|c", keys: [.backspace, .left], end: "|c"),
      Row(start: "ab|c", keys: [.delete], end: "ab|"),
      Row(start: "ab|", keys: [.delete, .right], end: "ab|"),
      Row(start: "ab|c", keys: [.home], end: "|abc"),
      Row(start: "ab|c", keys: [.control("a"), .right], end: "a|bc"),
      Row(start: "a|bc", keys: [.control("e")], end: "abc|"),
      Row(start: "one two|", keys: [.control("w")], end: "one |"),
      Row(start: "one two  |x", keys: [.control("w")], end: "one |x"),
      Row(start: "one, two|", keys: [.alt("b")], end: "one, |two"),
      Row(start: "one, two|", keys: [.alt("b"), .wordLeft], end: "|one, two"),
      Row(start: "|one, two", keys: [.alt("f"), .wordRight], end: "one, two|"),
      Row(start: "|one, two", keys: [.alt("f")], end: "one|, two"),
      Row(start: "ab|cd", keys: [.control("u")], end: "|cd"),
      Row(start: "ab|cd", keys: [.control("k")], end: "ab|"),
      Row(start: "漢e\u{301}|", keys: [.left, .left], end: "|漢e\u{301}"),
      Row(start: "漢e\u{301}|", keys: [.backspace], end: "漢|"),
      Row(start: "e|", keys: [.character("\u{301}"), .backspace], end: "|"),
      Row(start: "👩\u{200D}👧|x", keys: [.backspace], end: "|x"),
      Row(start: "a|b", keys: [.paste("1\n2\t3\u{1B}[31m\u{202E}")], end: "a1 2 3[31m|b"),
      Row(start: "a|", keys: [.enter, .up, .down, .tab, .escape, .function(1)], end: "a|"),
      Row(start: "a|", keys: [.character("b"), .character("c"), .control("_")], end: "a|"),
      Row(start: "ab|", keys: [.backspace, .character("x"), .control("_")], end: "a|"),
      Row(start: "ab|", keys: [.backspace, .control("_"), .control("_")], end: "ab|"),
      Row(start: "ab|", keys: [.backspace, .backspace, .control("_"), .control("_"), .control("y")], end: "a|"),
      Row(start: "ab|", keys: [.backspace, .control("_"), .character("c"), .control("y")], end: "abc|"),
      Row(start: "|one, two", keys: [.alt("d")], end: "|, two"),
      Row(start: "one|, two 漢", keys: [.alt("d"), .alt("d")], end: "one|"),
    ])
  func singleLine(_ row: Row) {
    #expect(run(row, isMultiline: false) == row.end)
  }

  @Test(
    "edits several lines",
    arguments: [
      Row(start: "ab|cd", keys: [.enter], end: "ab\n|cd"),
      Row(start: "ab|", keys: [.control("j"), .character("c")], end: "ab\nc|"),
      Row(start: "one\ntwo|", keys: [.up], end: "one|\ntwo"),
      Row(start: "o|ne\ntwo", keys: [.down], end: "one\nt|wo"),
      Row(start: "one\nt|", keys: [.up, .down], end: "one\nt|"),
      Row(start: "one\ntwo|", keys: [.home], end: "one\n|two"),
      Row(start: "o|ne\ntwo", keys: [.end], end: "one|\ntwo"),
      Row(start: "one\ntw|o", keys: [.control("u")], end: "one\n|o"),
      Row(start: "o|ne\ntwo", keys: [.control("k")], end: "o|\ntwo"),
      Row(start: "a|", keys: [.paste("1\n2")], end: "a1\n2|"),
      Row(start: "|one\ntwo", keys: [.up], end: "|one\ntwo"),
      Row(start: "漢字\na|b", keys: [.up], end: "|漢字\nab"),
    ])
  func multiLine(_ row: Row) {
    #expect(run(row, isMultiline: true) == row.end)
  }

  @Test("up and down go by the lines as they are wrapped")
  func wrappedLines() {
    #expect(run(Row(start: "aaa bbb ccc|", keys: [.up], end: ""), isMultiline: true, width: 5) == "aaa bbb| ccc")
    #expect(run(Row(start: "a|aa bbb", keys: [.down], end: ""), isMultiline: true, width: 5) == "aaa b|bb")
  }

  @Test("keys that are not its own are given back")
  func unusedKeys() {
    var field = TextField("a")
    for key in [Key.enter, .tab, .up, .down, .escape, .pageUp] { #expect(field.handle(key) == false) }
    var lines = TextField("a", isMultiline: true)
    #expect(lines.handle(.up) == false)
    #expect(lines.handle(.enter) == true)
  }

  @Test("takes no more characters than its limit")
  func limit() {
    var field = TextField("abc", limit: 5)
    _ = field.handle(.paste("defgh"))
    _ = field.handle(.character("x"))
    #expect(field.text == "abcde")
  }

  @Test("a paste of any size is taken at once, up to the limit")
  func largePaste() {
    var field = TextField(limit: 100)
    let text = String(repeating: "e\u{301}", count: 1_000_000)
    let time = ContinuousClock().measure { _ = field.handle(.paste(text)) }
    #expect(field.text == String(repeating: "e\u{301}", count: 100))
    #expect(time < .milliseconds(50))
  }

  @Test("a masked field never draws its text")
  func masked() {
    var canvas = Canvas(size: Size(columns: 10, rows: 1))
    TextField("秘密key", isMasked: true).draw(into: &canvas, in: canvas.bounds, isFocused: true)
    #expect(canvas.lines == ["●●●●●"])
    #expect(canvas.cursor == Point(column: 5, row: 0))
  }

  @Test("the cursor is always inside of the area", arguments: 1...12)
  func cursorInside(_ columns: Int) {
    for isMultiline in [false, true] {
      var field = TextField("eine lange 漢字漢字 Zeile", isMultiline: isMultiline)
      for _ in 0..<40 {
        var canvas = Canvas(size: Size(columns: 20, rows: 5))
        let area = Rect(column: 3, row: 1, columns: columns, rows: 2)
        field.draw(into: &canvas, in: area, isFocused: true)
        #expect(canvas.cursor.map(area.contains) == true)
        _ = field.handle(.left)
      }
    }
  }

  @Test("draws the part around the cursor, and nothing beside its area")
  func scrolling() {
    var canvas = Canvas(size: Size(columns: 8, rows: 1))
    TextField("abcdefghij").draw(
      into: &canvas, in: Rect(column: 2, row: 0, columns: 4, rows: 1), isFocused: true)
    #expect(canvas.lines == ["  ij"])
    #expect(canvas.cursor == Point(column: 4, row: 0))
  }
}
