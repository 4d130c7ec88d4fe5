import LanguageModels

/// A test as a table (RFC 4180) with a line of column names, which holds everything of a question.
enum TestCSV {
  /// The file. Several accepted answers, key points or tags stand in one cell, each on a line of its own. Where there
  /// are no tags, they have no column.
  static func document(_ test: StoredTest) -> ExportedTest {
    let width = test.questions.map { options($0.item).count }.max() ?? 0
    let hasTags = test.slots.contains { !$0.tags.isEmpty }
    var columns =
      ["format", "topic", "bloom", "difficulty", "prompt"] + (0..<width).map { "choice\($0 + 1)" }
      + ["correctIndex", "correctAnswer", "acceptedAnswers", "keyPoints", "rationale", "evidence"]
    if hasTags { columns.append("tags") }
    return .write(test, head: [row(columns)], separator: "\r\n", end: "\r\n") { question, slot, losses in
      let item = question.item
      let options = options(item)
      if (item.acceptedAnswers + item.keyPoints).contains(where: { $0.contains("\n") }) { losses.append(Loss.lines) }
      var cells =
        [
          item.format.rawValue, question.topic, question.bloom.rawValue, question.difficulty.rawValue, item.prompt,
        ] + options + Array(repeating: "", count: width - options.count)
        + [
          options.isEmpty ? "" : item.correctIndex.map(String.init) ?? "", item.correctAnswer,
          list(item.acceptedAnswers), list(item.keyPoints), item.rationale ?? "", item.evidence ?? "",
        ]
      if hasTags { cells.append(tags(slot.tags)) }
      return [row(cells)]
    }
  }

  /// The options that need columns: true and false say themselves.
  private static func options(_ item: Item) -> [String] {
    item.format == .trueFalse ? [] : item.choices
  }

  private static func list(_ texts: [String]) -> String {
    texts.map { $0.replacing("\n", with: " ") }.joined(separator: "\n")
  }

  /// A tag alone ends its line where it has a comma: in a cell without line ends, commas part tags.
  private static func tags(_ tags: [String]) -> String {
    let cell = list(tags)
    return tags.count == 1 && cell.contains(",") ? cell + "\n" : cell
  }

  private static func row(_ cells: [String]) -> String {
    cells.map { cell in
      let text = SpreadsheetFormula.defused(SafeText.text(cell))
      let isPlain = !text.contains { "\",;\n\r\t".contains($0) } && text == String(text.trimming(\.isWhitespace))
      return isPlain ? text : "\"\(text.replacing("\"", with: "\"\""))\""
    }.joined(separator: ",")
  }
}
