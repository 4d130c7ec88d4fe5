import LanguageModels

/// A test in Moodle's own XML. All texts are marked as plain, so that nothing in them is taken for markup.
enum TestMoodleXML {
  /// The file; a category stands before the first question of each topic.
  static func document(_ test: StoredTest) -> ExportedTest {
    var topic: String?
    let head = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<quiz>"]
    return .write(test, head: head, tail: ["</quiz>"], separator: "\n") { question, slot, losses in
      if question.item.evidence != nil { losses.append(Loss.evidence) }
      if question.item.seemsCloze { losses.append(Loss.blank) }
      if question.item.keyPoints.contains(where: { $0.contains("\n") }) { losses.append(Loss.lines) }
      let category = question.topic == topic ? [] : [self.category(MoodleCategory.path(test, question))]
      topic = question.topic
      return category + [self.question(question, tags: LevelTags.tags(question) + slot.tags)]
    }
  }

  private static func category(_ path: String) -> String {
    "  <question type=\"category\">\n    <category><text>\(XMLText.escaped(path))</text></category>\n  </question>"
  }

  private static func question(_ question: Question, tags: [String]) -> String {
    let item = question.item
    let tags = tags.map { "<tag><text>\(XMLText.escaped($0))</text></tag>" }.joined()
    let lines =
      [
        "<name><text>\(XMLText.escaped(SafeText.line(item.prompt, limit: 80)))</text></name>",
        text("questiontext", item.prompt), item.rationale.map { text("generalfeedback", $0) } ?? "",
        "<defaultgrade>1</defaultgrade>",
      ] + answers(item) + ["<tags>\(tags)</tags>"]
    let body = lines.filter { !$0.isEmpty }.map { "    \($0)" }.joined(separator: "\n")
    return "  <question type=\"\(type(item.format))\">\n\(body)\n  </question>"
  }

  private static func type(_ format: QuestionFormat) -> String {
    switch format {
    case .multipleChoice: "multichoice"
    case .trueFalse: "truefalse"
    case .cloze, .shortAnswer: "shortanswer"
    case .explanation: "essay"
    }
  }

  private static func answers(_ item: Item) -> [String] {
    switch item.format {
    case .multipleChoice:
      ["<single>true</single>", "<shuffleanswers>false</shuffleanswers>", "<answernumbering>ABCD</answernumbering>"]
        + item.choices.enumerated().map { answer($0.element, isRight: $0.offset == item.correctIndex) }
    case .trueFalse:
      ["true", "false"].enumerated().map { answer($0.element, isRight: $0.offset == item.correctIndex) }
    case .cloze, .shortAnswer:
      ["<usecase>0</usecase>"]
        + ([item.correctAnswer] + item.acceptedAnswers).map { answer(MoodleWildcard.escaped($0), isRight: true) }
    case .explanation:
      [
        "<responseformat>editor</responseformat>", "<responserequired>1</responserequired>",
        text("graderinfo", ModelAnswer.text(item)),
      ]
    }
  }

  private static func answer(_ text: String, isRight: Bool) -> String {
    "<answer fraction=\"\(isRight ? 100 : 0)\" format=\"plain_text\"><text>\(XMLText.escaped(text))</text></answer>"
  }

  private static func text(_ name: String, _ text: String) -> String {
    "<\(name) format=\"plain_text\"><text>\(XMLText.escaped(text))</text></\(name)>"
  }
}
