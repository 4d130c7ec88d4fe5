import Testing

@testable import PracticeTests

/// What the reader makes of models' answers, and what becomes of drafts.
struct DraftReaderTests {
  private static let evidence = "\"evidence\": \"Ribosomes build proteins.\""
  private static let rationale = "\"rationale\": \"They join amino acids.\""

  private static let shapes: [(QuestionFormat, String)] = [
    (
      .multipleChoice,
      """
      {\(evidence), \"prompt\": \"What builds proteins?\", \"correctAnswer\": \"ribosomes\", \"distractors\": [\"a \
      b\", \"c d\", \"e f\"], \(rationale)}
      """
    ),
    (
      .trueFalse,
      """
      {\(evidence), \"statement\": \"Ribosomes burn fat.\", \"correction\": \"Ribosomes build proteins.\", \
      \(rationale)}
      """
    ),
    (
      .cloze,
      """
      {\(evidence), \"sentence\": \"____ build proteins.\", \"correctAnswer\": \"Ribosomes\", \"acceptedAnswers\": \
      [], \(rationale)}
      """
    ),
    (
      .shortAnswer,
      """
      {\(evidence), \"prompt\": \"What builds proteins?\", \"correctAnswer\": \"ribosomes\", \"acceptedAnswers\": \
      [\"the ribosome\"], \(rationale)}
      """
    ),
    (
      .explanation,
      """
      {\(evidence), \"prompt\": \"Explain ribosomes.\", \"correctAnswer\": \"They build.\", \"keyPoints\": [\"a\", \
      \"b\", \"c\"], \(rationale)}
      """
    ),
  ]

  private func slot(_ format: QuestionFormat = .multipleChoice, key: Int = 2) -> QuestionSlot {
    QuestionSlot(
      index: 0, topic: "The cell", passageID: "cells", bloom: .remember, difficulty: .easy, format: format,
      template: .conceptIdentification, choices: 4, keyPosition: key)
  }

  private func violations(_ text: String, _ format: QuestionFormat? = .multipleChoice) -> [Violation] {
    if case .unreadable(let violations) = DraftReader.read(text, for: format.map { slot($0) }) {
      violations
    } else {
      []
    }
  }

  @Test(arguments: shapes)
  func `Every format is read strictly, by its own fields`(format: QuestionFormat, text: String) {
    for slot in [slot(format), nil] {
      guard case .draft(let draft, let repairs) = DraftReader.read(text, for: slot) else {
        Issue.record("\(DraftReader.read(text, for: slot))")
        return
      }
      #expect(draft.format == format)
      #expect(repairs == [])
    }
  }

  @Test(arguments: shapes)
  func `Another format than the slot's is named`(format: QuestionFormat, text: String) {
    let other: QuestionFormat = format == .cloze ? .multipleChoice : .cloze
    #expect(violations(text, other).map(\.field) == ["format"])
  }

  @Test func `A draft alone in a list or a wrapper is read, and one among several is none`() {
    let text = Self.shapes[0].1
    for wrapped in ["[\(text)]", "{\"questions\": [\(text)]}"] {
      #expect(DraftReader.read(wrapped, for: slot()) == DraftReader.read(text, for: slot()))
    }
    #expect(violations("[\(text), \(text)]").map(\.field) == ["json"])
  }

  @Test func `Repairs are counted`() {
    let text = "<think>hm</think>Here:\n```json\n" + Self.shapes[0].1.dropLast() + ",}\n```"
    guard case .draft(_, let repairs) = DraftReader.read(text, for: slot()) else {
      Issue.record("not read")
      return
    }
    #expect(repairs == ["reasoning", "codeFence", "prose", "trailingComma"])
  }

  @Test func `A refusal is told with its reason, and another error is none`() {
    let refusal = DraftReader.read("{\"error\": \"CONTRACT_VIOLATION\", \"reason\": \"no\\u0007 facts\"}")
    #expect(refusal == .refusal("no facts"))
    #expect(violations("{\"error\": \"overloaded\"}").map(\.field) == ["error"])
  }

  @Test func `Missing, blank and wrong fields are each named`() {
    let text = """
      {"evidence": " ", "prompt": 7, "distractors": ["a", 2, ""], "rationale": null}
      """
    #expect(
      violations(text).map(\.field) == [
        "evidence", "prompt", "correctAnswer", "distractors", "distractors", "rationale",
      ])
    #expect(violations(text).allSatisfy { $0.gate == .schema && $0.action == .reject })
    #expect(violations("{\"x\": 1}", nil).map(\.field) == ["json"])
    #expect(violations("I'm sorry.").first?.message.contains("no JSON object") == true)
    #expect(violations("{\"evidence\": \"Ribosomes bui").first?.message.contains("cut off") == true)
    #expect(
      violations(Self.shapes[0].1.replacing("{\"evi", with: "{\"prompt\": \"x\", \"evi")).map(\.field) == ["prompt"])
    #expect(
      violations(Self.shapes[0].1.replacing("a b", with: String(repeating: "x", count: 1001))).map(\.field) == [
        "distractors"
      ])
  }

  @Test func `Hidden characters are taken out of every string`() {
    let text = Self.shapes[0].1.replacing("What builds", with: "What\\u202e \\u001b[31mbuilds\\n\\tit")
    guard case .draft(.multipleChoice(let draft), _) = DraftReader.read(text) else {
      Issue.record("not read")
      return
    }
    #expect(draft.prompt == "What [31mbuilds\n it proteins?")
  }

  @Test func `A soft hyphen or a zero-width space in a key keeps no right answer from being right`() {
    let text = Self.shapes[2].1.replacing("\"Ribosomes\"", with: "\"Ribo\\u00ads\\u200bomes\"")
    guard case .draft(.cloze(let draft), _) = DraftReader.read(text) else {
      Issue.record("not read")
      return
    }
    let item = Item(format: .cloze, prompt: draft.sentence, correctAnswer: draft.correctAnswer)
    #expect(Grading.grade(item, .text("ribosomes")) == .right)
  }

  // MARK: - The older shape

  private func older(_ changes: (String, String)...) -> String {
    changes.reduce(
      """
      {"contractVersion": "testgen.v1", "prompt": "What builds proteins?",
       "choices": ["a b", "ribosomes", "c d", "e f"],
       "correctAnswer": "ribosomes", "correctIndex": 1, "rationale": "They join.", "topic": "The cell",
       "bloomLevel": "remember", "difficulty": "easy", "templateType": "concept-identification",
       "quality": {"selfCheck": "ok", "confidence": 0.9}}
      """
    ) { $0.replacing($1.0, with: $1.1) }
  }

  @Test func `The older shape is read when what it echoes is the slot's`() {
    guard case .draft(.multipleChoice(let draft), _) = DraftReader.read(older(), for: slot()) else {
      Issue.record("not read")
      return
    }
    #expect(draft.correctAnswer == "ribosomes")
    #expect(draft.distractors == ["a b", "c d", "e f"])
  }

  @Test(arguments: [
    ("\"easy\"", "\"hard\"", "difficulty"), ("The cell", "The sea", "topic"),
    ("\"remember\"", "\"apply\"", "bloomLevel"),
    ("testgen.v1", "testgen.v2", "contractVersion"), ("\"correctIndex\": 1", "\"correctIndex\": 0", "correctAnswer"),
    ("\"correctIndex\": 1", "\"correctIndex\": 4", "correctIndex"), ("concept-identification", "x", "templateType"),
    ("\"correctAnswer\": \"ribosomes\"", "\"correctAnswer\": \"B\"", "correctAnswer"),
  ])
  func `The older shape with another echo or two keys is not`(old: String, new: String, field: String) {
    guard case .unreadable(let violations) = DraftReader.read(older((old, new)), for: slot()) else {
      Issue.record("read")
      return
    }
    #expect(violations.map(\.field) == [field])
  }

  // MARK: - Assembling

  private func assembled(_ text: String, _ slot: QuestionSlot) throws -> Item {
    guard case .draft(let draft, _) = DraftReader.read(text) else { throw DraftFaults(violations: []) }
    return try Items.assemble(draft: draft, slot: slot).get()
  }

  @Test(arguments: 0..<4)
  func `The key goes where the slot says`(position: Int) throws {
    let item = try assembled(Self.shapes[0].1, slot(key: position))
    #expect(item.correctIndex == position)
    #expect(item.choices[position] == "ribosomes")
    #expect(item.choices.filter { $0 != "ribosomes" } == ["a b", "c d", "e f"])
  }

  @Test func `Of too many wrong answers the first are taken, and none of too few`() throws {
    let wrong = "\"a b\", \"c d\", \"e f\""
    let many = Self.shapes[0].1.replacing(wrong, with: "\"a b\", \"ribosomes\", \"a b\", \"c d\", \"e f\", \"g h\"")
    #expect(try assembled(many, slot(key: 1)).choices == ["a b", "ribosomes", "c d", "e f"])
    let few = Self.shapes[0].1.replacing(wrong, with: "\"a b\", \"c d\"")
    #expect(throws: DraftFaults.self) { try assembled(few, slot()) }
  }

  @Test func `Options that are numbers are in order instead`() throws {
    let text = Self.shapes[0].1.replacing("\"ribosomes\"", with: "\"46\"")
      .replacing("\"a b\", \"c d\", \"e f\"", with: "\"78\", \"23\", \"15\"")
    let item = try assembled(text, slot(key: 0))
    #expect(item.choices == ["15", "23", "46", "78"])
    #expect(item.correctIndex == 2)
  }

  @Test(arguments: [(0, "True"), (1, "False")])
  func `True or false is the slot's to say`(position: Int, key: String) throws {
    let item = try assembled(Self.shapes[1].1, slot(.trueFalse, key: position))
    #expect(item.choices == ["True", "False"])
    #expect(item.correctAnswer == key)
    #expect(item.correctIndex == position)
  }

  @Test func `A false statement must differ from its correction`() {
    let text = Self.shapes[1].1.replacing("burn fat", with: "build  PROTEINS")
    #expect(throws: DraftFaults.self) { try assembled(text, slot(.trueFalse, key: 1)) }
    #expect(throws: Never.self) { try assembled(text, slot(.trueFalse, key: 0)) }
  }

  @Test func `A cloze has one blank, whatever its length`() throws {
    #expect(
      try assembled(Self.shapes[2].1.replacing("____", with: "__________"), slot(.cloze)).prompt
        == "____ build proteins.")
    for sentence in ["Ribosomes build proteins.", "____ build ____."] {
      let text = Self.shapes[2].1.replacing("____ build proteins.", with: sentence)
      #expect(throws: DraftFaults.self) { try assembled(text, slot(.cloze)) }
    }
  }

  @Test func `A wrong number of options or key points is a fault`() {
    #expect(throws: DraftFaults.self) { try assembled(Self.shapes[0].1.replacing(", \"e f\"", with: ""), slot()) }
    #expect(throws: DraftFaults.self) {
      try assembled(Self.shapes[4].1.replacing(", \"c\"", with: ""), slot(.explanation))
    }
  }

  // MARK: - Hostile input

  @Test func `Twenty thousand damaged answers are read without a crash and without an invented word`() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "\"", "'", "\\", "{", "}", "[", "]", ",", ":", "\n", "\u{201C}", "\u{201D}", "//", "/*", "</think>", "```",
      "None", "\u{0}", "1", "\\n",
    ].map { Array($0.utf8) }
    let sources = Self.shapes.map { Array($0.1.utf8) }
    var read = 0
    for _ in 0..<20_000 {
      var text = sources[generator.index(below: sources.count)]
      for _ in 0...generator.index(below: 3) {
        let place = generator.index(below: text.count)
        switch generator.index(below: 4) {
        case 0: text.remove(at: place)
        case 1: text.insert(contentsOf: pieces[generator.index(below: pieces.count)], at: place)
        case 2: text.removeSubrange(place..<min(text.count, place + 1 + generator.index(below: 12)))
        default: text[place] = pieces[generator.index(below: pieces.count)][0]
        }
        if text.isEmpty { text = pieces[3] }
      }
      let input = String(decoding: text, as: UTF8.self)
      guard case .draft(let draft, _) = DraftReader.read(input) else { continue }
      read += 1
      let plain = Self.unescaped(input)
      for string in Self.strings(of: draft) where !plain.contains(Self.unescaped(string)) {
        Issue.record("\(string) is not in \(input)")
        return
      }
    }
    // Many survive a small wound: otherwise the property above would hold for nothing.
    #expect(read > 1_000)
  }

  /// A text without backslashes, the letters of escapes, white space and control characters.
  private static func unescaped(_ text: String) -> String {
    var (kept, isEscaped) = ([UInt8](), false)
    for byte in text.utf8 {
      let isLetterOfEscape = isEscaped && "nrtbf".utf8.contains(byte)
      isEscaped = byte == UInt8(ascii: "\\")
      if !isLetterOfEscape, !isEscaped, byte > 0x20, byte != 0x7F { kept.append(byte) }
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func strings(of draft: QuestionDraft) -> [String] {
    switch draft {
    case .multipleChoice(let draft):
      [draft.evidence, draft.prompt, draft.correctAnswer, draft.rationale] + draft.distractors
    case .trueFalse(let draft): [draft.evidence, draft.statement, draft.correction, draft.rationale]
    case .cloze(let draft):
      [draft.evidence, draft.sentence, draft.correctAnswer, draft.rationale] + draft.acceptedAnswers
    case .shortAnswer(let draft):
      [draft.evidence, draft.prompt, draft.correctAnswer, draft.rationale] + draft.acceptedAnswers
    case .explanation(let draft):
      [draft.evidence, draft.prompt, draft.correctAnswer, draft.rationale] + draft.keyPoints
    }
  }
}
