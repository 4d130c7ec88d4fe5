import LanguageModels

/// A test as text that Anki imports, with the headers that tell it how. It holds everything of a question: the note types
/// are Anki's own, Basic and Cloze, and marks in the HTML of the fields tell the parts apart.
enum TestAnki {
  /// The file: note type, front or text, back, tags.
  static func document(_ test: StoredTest) -> ExportedTest {
    let deck = SafeText.line(test.title).replacing("::", with: ":").replacing("\"", with: "'")
    let head = [
      "#separator:tab", "#html:true", "#deck:\(deck)", "#notetype column:1", "#tags column:4",
      "#columns:Note type\tFront\tBack\tTags",
    ]
    return .write(test, head: head, separator: "\n") { question, slot, losses in
      let fields = fields(question.item)
      let tag = tag(question.topic)
      if AnkiText.topic(tag) != question.topic { losses.append(Loss.topic) }
      let own = slot.tags.map(self.tag)
      if own.map(AnkiText.topic) != slot.tags { losses.append(Loss.tagWords) }
      // The first that is no level is the topic.
      let tags = ([tag] + LevelTags.tags(question) + own).joined(separator: " ")
      let cells = [fields.noteType, fields.front, fields.back, tags]
      return [cells.joined(separator: "\t")]
    }
  }

  private static func fields(_ item: Item) -> (noteType: String, front: String, back: String) {
    guard item.format == .cloze, let blank = Blank.runs(in: item.prompt).first else {
      let options = list(.options, item.choices)
      return (
        "Basic", "<div class=\"question \(item.format.rawValue)\">\(text(item.prompt))</div>\(options)", back(item)
      )
    }
    let answer = "{{c1::\(text(item.correctAnswer))}}"
    let front = text(String(item.prompt[..<blank.lowerBound])) + answer + text(String(item.prompt[blank.upperBound...]))
    return ("Cloze", "<div class=\"question cloze\">\(front)</div>", back(item))
  }

  private static func back(_ item: Item) -> String {
    let answer = item.format == .cloze ? nil : item.correctAnswer
    return part(.answer, answer) + list(.accepted, item.acceptedAnswers) + list(.points, item.keyPoints)
      + part(.rationale, item.rationale) + part(.evidence, item.evidence)
  }

  private static func part(_ part: AnkiPart, _ text: String?) -> String {
    text.map { "<div class=\"\(part.rawValue)\">\(self.text($0))</div>" } ?? ""
  }

  private static func list(_ part: AnkiPart, _ texts: [String]) -> String {
    if texts.isEmpty { return "" }
    let entries = texts.map { "<li>\(text($0))</li>" }.joined()
    return part == .options
      ? "<ol type=\"A\" class=\"options\">\(entries)</ol>" : "<ul class=\"\(part.rawValue)\">\(entries)</ul>"
  }

  /// HTML on one line; braces and colons as entities, because Anki looks for its blanks before it reads the HTML.
  private static func text(_ text: String) -> String {
    XMLText.escaped(text).replacing("\n", with: "<br>").replacing("{", with: "&#123;").replacing("}", with: "&#125;")
      .replacing("::", with: "&#58;&#58;")
  }

  /// Tags are parted by spaces. One of which nothing is left still keeps its place.
  private static func tag(_ words: String) -> String {
    let tag = SafeText.oneLine(words).replacing(" ", with: "_").replacing("::", with: "_").replacing("\"", with: "")
    return tag.isEmpty ? "_" : tag
  }
}
