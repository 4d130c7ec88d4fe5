import Testing

@testable import PracticeTests

@Suite("What is exported and brought back is equal")
struct ExchangeRoundTripTests {
  private func lines(_ texts: [String]) -> [String] { texts.map { $0.replacing("\n", with: " ") } }

  /// An item without what a format has no place for.
  private func held(_ item: Item, by format: ExportFormat) -> Item? {
    var item = item
    switch format {
    case .json, .markdown, .html: break
    case .anki: break
    case .csv:
      item.acceptedAnswers = lines(item.acceptedAnswers)
      item.keyPoints = lines(item.keyPoints)
    case .moodleXML:
      item.evidence = nil
      item.keyPoints = lines(item.keyPoints)
    case .gift:
      guard item.format != .explanation, ![item.correctAnswer].contains(where: { $0.contains("->") }) else {
        return nil
      }
      item.evidence = nil
    case .aiken:
      guard !item.choices.isEmpty, !AikenText.isStructure(lines([item.prompt])[0]) else { return nil }
      (item.evidence, item.rationale) = (nil, nil)
      item.prompt = lines([item.prompt])[0]
      item.choices = lines(item.choices)
      item.correctAnswer = lines([item.correctAnswer])[0]
    }
    return item
  }

  @Test(
    "Every format holds every kind of item, whatever stands in it",
    arguments: [ExportFormat.json, .gift, .aiken, .moodleXML, .csv, .anki], trickyTexts)
  func equal(format: ExportFormat, text: String) throws {
    let items = items(with: text)
    let exported = format.document(.fixture(items))
    let reading = QuestionReader.read(exported.text)
    #expect(reading.format.rawValue == format.rawValue)
    let expected = items.compactMap { held($0, by: format) }
    #expect(reading.questions.map(\.item) == expected, "\(exported.text)\n\(reading.unread)")
  }

  /// Items with code in every place that can hold it, its lines set in.
  private static let withCode: [Item] = [
    "```python\nfor x in y:\n    print(x)\n\nprint(1)\n```", "```r\nif (x) { TRUE }\n```",
  ].flatMap { code in
    [
      Item(
        format: .multipleChoice, prompt: "What does this print?\n\(code)\nLook well.",
        choices: ["One line", "Nothing but\n\(code)", code], correctIndex: 2, correctAnswer: code,
        rationale: "It is so:\n\(code)"),
      Item(format: .shortAnswer, prompt: "\(code)\nWhat is missing?", correctAnswer: "y", rationale: code),
    ]
  }

  @Test(
    "Code comes back with its lines", arguments: [ExportFormat.json, .moodleXML, .csv, .anki, .gift, .markdown])
  func code(format: ExportFormat) {
    let exported = format.document(.fixture(Self.withCode))
    let expected = Self.withCode.map { item in
      var item = item
      // Markdown is for reading: what explains an answer has no mark that it is found by.
      if format == .markdown { item.rationale = nil }
      return item
    }
    let reading = QuestionReader.read(exported.text)
    #expect(reading.questions.map(\.item) == expected, "\(exported.text)\n\(reading.unread)")
    #expect(!exported.losses.contains { $0.reason == Loss.lines })
  }

  @Test(
    "A quiz in our own Markdown is read as it is meant, a cloze question as one",
    arguments: [
      "plain words", "a_b * c", "<b> & $5 # ~", "`code`", "3.5", "-3", "+ more", ": so", "a | b", "[x] of [y]",
      "\\ and \\\\ and \\*", "\\[x_1\\]", "\\frac{a}{b}",
    ])
  func markdown(text: String) {
    let asked = items(with: text).filter { $0.format != .explanation }
    let expected = asked.map { item in
      var item = item
      (item.rationale, item.evidence, item.acceptedAnswers) = (nil, nil, [])
      return item
    }
    let exported = ExportFormat.markdown.document(.fixture(asked))
    let reading = QuestionReader.read(exported.text)
    #expect(reading.questions.map(\.item) == expected, "\(exported.text)\n\(reading.unread)")
  }

  @Test("Topics come back, and where there is a place for them Bloom level and difficulty")
  func placing() {
    let items = items(with: "x")
    for format in [ExportFormat.json, .gift, .moodleXML, .csv, .anki] {
      let read = QuestionReader.read(format.document(.fixture(items)).text).questions
      #expect(read.prefix(2).map(\.topic) == ["Cells", "Tissue / skin"], "\(format)")
      #expect(read.allSatisfy { $0.bloom == .analyze && $0.difficulty == .hard }, "\(format)")
    }
  }

  @Test(
    "A topic comes back to the letter, or its loss is named",
    arguments: [
      "Cells, etc.", "/ slash", "slash/", "a//b", "a_b", "Brackets {=x}", "\"Quoted\" & <b>", "a::b", "Größe 睡眠",
    ])
  func topics(topic: String) throws {
    var test = StoredTest.fixture([choice("Who is it?", "I", ["you", "we"])])
    test.slots[0].state = .accepted(Question.fixture("q", item: test.questions[0].item, topic: topic))
    for format in [ExportFormat.json, .gift, .moodleXML, .csv, .anki] {
      let exported = format.document(test)
      let read = try #require(QuestionReader.read(exported.text).questions.first)
      let isNamed = exported.losses.contains { $0.reason == Loss.topic }
      #expect((read.topic == topic) != isNamed, "\(format): \(read.topic ?? "")")
    }
  }

  @Test(
    "Tags come back to the letter, or their loss is named",
    arguments: ExportFormat.allCases.filter { $0 != .html },
    [
      ["exam", "week 2"], ["<b>, & \"c\""], ["a_b", "c::d"], ["=1+2"], ["\""], ["a, b", "c"], ["-1, 2"], ["a]b", "c]"],
      ["\\]"], [],
    ])
  func tags(format: ExportFormat, tags: [String]) throws {
    var test = StoredTest.fixture(
      [choice("Who is it?", "I", ["you", "we"]), choice("Who was it?", "she", ["he", "they"])])
    test.slots[1].tags = tags
    let exported = format.document(test)
    let named = exported.losses.filter { [Loss.tags, Loss.tagWords].contains($0.reason) }
    let place = try #require(test.inReadingOrder.firstIndex { $0.slot.index == 1 })
    #expect(named.allSatisfy { $0.question == place + 1 })
    let reading = QuestionReader.read(exported.text).questions
    let read = try #require(reading.first { $0.item.prompt == "Who was it?" })
    #expect((read.tags == tags) == named.isEmpty, "\(format): \(read.tags)")
    #expect(reading.allSatisfy { $0.item.prompt != "Who is it?" || $0.tags.isEmpty })
    if format != .markdown, format != .aiken { #expect(read.topic == "Tissue / skin") }
    #expect(ExportFormat.html.document(test).losses.map(\.reason) == (tags.isEmpty ? [] : [Loss.tags]))
  }

  @Test("A kind of task comes back from JSON; where a quote stands, who wrote it and verified it does not")
  func record() throws {
    var test = StoredTest.fixture([choice("Who is it?", "I", ["you", "we"])])
    func read() throws -> QuestionReading.Read {
      try #require(QuestionReader.read(ExportFormat.json.document(test).text).questions.first)
    }
    #expect(try read().template == .causeAndEffect && read().hasRecord)
    var question = test.questions[0]
    question.provenance = Provenance(origin: .imported, backend: "", model: "", attempts: 1)
    test.slots[0].state = .accepted(question)
    #expect(try !read().hasRecord)
    question.provenance.verified = false
    test.slots[0].state = .accepted(question)
    #expect(try read().hasRecord)
  }

  @Test(
    "A short answer whose text has a blank comes back as a cloze question where the format can't say, and that is named"
  )
  func blankInText() {
    let item = Item(format: .shortAnswer, prompt: "What does __ mean in Python?", correctAnswer: "a private name")
    for format in [ExportFormat.json, .gift, .moodleXML, .csv, .anki] {
      let exported = format.document(.fixture([item]))
      let isEqual = QuestionReader.read(exported.text).questions.map(\.item) == [item]
      #expect(isEqual != exported.losses.contains { $0.reason == Loss.blank }, "\(format)")
    }
  }

  @Test("Numbers of questions that follow each other are drawn together")
  func numbers() {
    let losses = [1, 3, 4, 7, 8, 9].map { ExportLoss(question: $0, reason: "x is left out") }
    #expect(losses.sentences == ["Questions 1, 3, 4, 7 to 9: x is left out."])
    #expect([ExportLoss(question: 2, reason: "x")].sentences == ["Question 2: x."])
  }

  @Test("Where a format can hold no question, the export is empty")
  func empty() {
    let written = Item(format: .shortAnswer, prompt: "Who is it?", correctAnswer: "I am")
    #expect(ExportFormat.aiken.document(.fixture([written])).isEmpty)
    #expect(!ExportFormat.aiken.document(.fixture([written, choice("Who is it?", "I", ["you", "we"])])).isEmpty)
    #expect(!ExportFormat.gift.document(.fixture([])).isEmpty)
  }

  @Test("What a format can't hold is named, question by question")
  func losses() {
    let test = StoredTest.fixture(items(with: "x"))
    #expect(ExportFormat.json.document(test).losses.isEmpty)
    #expect(ExportFormat.anki.document(test).losses.isEmpty)
    #expect(ExportFormat.csv.document(test).losses.isEmpty)
    #expect(
      ExportFormat.moodleXML.document(test).losses.sentences == ["Questions 1, 2, 4 to 6: the evidence is left out."])
    #expect(
      ExportFormat.gift.document(test).losses.sentences == [
        "Questions 1, 2, 4 to 6: the evidence is left out.",
        "Question 6: the model answer and the key points stand in the feedback, and are not read back.",
      ])
    #expect(
      ExportFormat.aiken.document(test).losses.sentences == [
        "Questions 1, 2: the rationale is left out.", "Questions 1, 2: the evidence is left out.",
        "Questions 1 to 3: the topic, the Bloom level and the difficulty are left out.",
        "Questions 4 to 6: left out, because Aiken holds only questions with options.",
      ])
    let pair = Item(format: .shortAnswer, prompt: "What follows?", correctAnswer: "a -> b")
    #expect(
      ExportFormat.gift.document(.fixture([pair])).losses.map(\.reason) == [
        "left out, because GIFT takes \"->\" in an answer for a pair to match"
      ])
    for prompt in ["A. thaliana is what?", "ANSWER: A is what?"] {
      let confusing = choice(prompt, "a plant", ["a beast", "a stone"])
      #expect(
        ExportFormat.aiken.document(.fixture([confusing])).losses.map(\.reason) == [
          "left out, because Aiken would take its text for an option or an answer"
        ])
    }
  }

  @Test("Hostile text comes back without its control characters", arguments: hostileTexts)
  func hostile(text: String) throws {
    let items = [choice("What is \(text)?", "so \(text).", ["x", "y"])]
    for format in [ExportFormat.json, .gift, .aiken, .moodleXML, .csv, .anki] {
      let exported = format.document(.fixture(items, title: text))
      #expect(!exported.text.unicodeScalars.contains { $0.value < 0x20 && !"\n\r\t".unicodeScalars.contains($0) })
      let read = try #require(QuestionReader.read(exported.text).questions.first, "\(format): \(exported.text)")
      #expect(read.item.choices.count == 3 && read.item.correctIndex == 0)
    }
  }

  @Test("No cell of a table begins like a formula")
  func formulas() {
    let items = ["=1+1", "+1", "-1", "@x", "\u{FF1D}1"].map { choice($0, "\($0) a", ["\($0) b", "\($0) c"]) }
    let table = CSVTable(ExportFormat.csv.document(.fixture(items)).text, separator: UInt8(ascii: ","))
    let cells = table.rows.flatMap(\.cells)
    #expect(!cells.contains { cell in cell.first.map { "=+-@\u{FF1D}".contains($0) } == true })
    #expect(cells.contains("'=1+1"))
  }

  @Test("The printed page holds the answers only where they are wanted, and no markup of a question's")
  func page() {
    let test = StoredTest.fixture(items(with: "<script>alert(1)</script>"))
    let (with, without) = (ExportFormat.html.document(test), ExportFormat.html.document(test, answers: false))
    #expect(!with.text.contains("<script") && with.text.contains("&lt;script&gt;"))
    #expect(with.text.contains("class=\"answers\"") && with.text.contains("Because"))
    #expect(!without.text.contains("class=\"answers\"") && !without.text.contains("Because"))
    #expect(without.text.contains("<ol class=\"options\"><li>no &lt;script&gt;"))
  }

  @Test("On the printed page code is code, with all its lines")
  func pageWithCode() {
    let page = ExportFormat.html.document(.fixture(Self.withCode)).text
    let code = "<pre><code>for x in y:\n    print(x)\n\nprint(1)</code></pre>"
    #expect(page.contains("<p class=\"prompt\">What does this print?</p>\(code)<p class=\"prompt\">Look well.</p>"))
    #expect(page.contains("<li>Nothing but\(code)</li><li>\(code)</li>"))
    #expect(page.contains("<strong>C.</strong></p>\(code)<p class=\"text\">It is so:</p>\(code)"))
    #expect(!page.contains("```"))
  }
}
