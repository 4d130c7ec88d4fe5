import Foundation
import LanguageModels
import Testing

@testable import PracticeTests

/// Tests as JSON and as Markdown.
@Suite("Writing tests out")
struct ExchangeTests {
  /// A test with an accepted, a missing and an open slot.
  private func test(_ question: Question = .fixture("q1")) -> StoredTest {
    let blueprint = NewTest.fixture(slots: 3).blueprint
    let gone = Violation(gate: .schema, field: "draft", action: .reject, message: "No \"sentence\" is left.")
    var stats = GenerationStats()
    (stats.drafts, stats.repairs, stats.fallbacks, stats.seconds) = (4, 1, 1, 1.23456)
    (stats.promptTokens, stats.cachedPromptTokens, stats.outputTokens) = (30, 20, 10)
    return StoredTest(
      id: "abcd", title: "Cells", course: "Biology", status: .incomplete, attemptState: nil,
      createdAt: Date(timeIntervalSince1970: 1_700_000_000), blueprint: blueprint, backend: "mock", model: "built-in",
      allowsFallback: false,
      slots: zip(blueprint.slots, [.accepted(question), .missing([gone]), .open]).map {
        StoredSlot(slot: $0, generation: 1, state: $1)
      }, stats: stats)
  }

  @Test("The JSON object has the documented members in their order")
  func object() {
    let json = """
      {"id":"abcd","title":"Cells","course":"Biology","status":"ready","createdAt":"2023-11-14T22:13:20Z","seed":7,\
      "backend":null,"model":null,"blueprint":{"count":3,"difficulty":"medium","topicQuotas":{"Cells":3},\
      "difficultyQuotas":{"medium":3},"bloomQuotas":{"understand":3},"formatQuotas":{"multiple-choice":3},"minutes":9},\
      "questions":[{"id":"q1","number":1,"slot":0,"format":"multiple-choice","topic":"Cells","bloom":"remember",\
      "difficulty":"medium","template":"cause-and-effect","tags":[],"prompt":"What is a ribosome?",\
      "choices":["ribosome","x1","x2","x3"],"correctIndex":0,"correctAnswer":"ribosome","acceptedAnswers":[],"keyPoints":[],\
      "rationale":"It is ribosome.","evidence":{"source":"cells.md","heading":"Cells > Parts",\
      "quote":"A ribosome builds proteins.","line":12},"verified":null,"origin":"builtin","attempts":1,\
      "backend":null,"model":null}],"missing":[{"slot":1,"violations":[{"gate":"schema","field":"draft",\
      "message":"No \\"sentence\\" is left."}]}],"stats":{"slots":3,"accepted":1,"drafts":4,"repairs":1,"fallbacks":1,\
      "seconds":1.235,"promptTokens":30,"cachedPromptTokens":20,"outputTokens":10,\
      "repairedAnswers":0}}
      """
    #expect(TestJSON.object(test()).text == json)
  }

  @Test("What is not known is null, and a model's verified question says so")
  func nulls() throws {
    var question = Question.fixture("q", item: Item(format: .cloze, prompt: "A ____.", correctAnswer: "cell"))
    question.grounding = nil
    question.provenance = Provenance(origin: .model, backend: "s", model: "m", attempts: 2, verified: true)
    let text = TestJSON.object(test(question)).text
    for part in [
      "\"choices\":[],\"correctIndex\":null,",
      "\"rationale\":null,\"evidence\":null,\"verified\":true,\"origin\":\"model\"",
      "\"attempts\":2,\"backend\":\"s\",\"model\":\"m\"}",
    ] {
      #expect(text.contains(part))
    }
  }

  @Test("A test names the backend that was chosen for it, and none where no model writes")
  func chosenBackend() {
    var test = self.test()
    test.model = "m"
    let none = "null,\"model\":null"
    for (backend, shown) in [("s", "\"s\",\"model\":\"m\""), ("mock", none), ("", none)] {
      test.backend = backend
      #expect(TestJSON.object(test).text.contains("\"seed\":7,\"backend\":\(shown),\"blueprint\""))
    }
  }

  @Test("Hostile text goes through JSON unharmed", arguments: hostileTexts)
  func hostileJSON(text: String) throws {
    let question = Question.fixture("q", item: choice(text, text, ["x"], rationale: text, evidence: text))
    let data = Data(TestJSON.object(test(question)).text.utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let questions = try #require(object["questions"] as? [[String: Any]])
    #expect(questions[0]["prompt"] as? String == text)
    #expect(
      !String(decoding: data, as: UTF8.self).unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test("The Markdown document, with and without answers")
  func markdown() {
    let questions = """
      # Cells

      ## 1. What is a ribosome?

      - A. ribosome
      - B. x1
      - C. x2
      - D. x3

      """
    #expect(TestMarkdown.document(test(), answers: false) == questions)
    let answer = """

      **Answer:** A. ribosome

      It is ribosome.

      > A ribosome builds proteins.
      >
      > cells.md, line 12

      *Built in, without a model*

      """
    #expect(TestMarkdown.document(test(), answers: true) == questions + answer)
  }

  @Test(
    "In Markdown hostile text stays text",
    arguments: [
      ("# no heading", "\\# no heading"), ("a\n\n## b", "a \\#\\# b"), ("[x](http://e.vil)", "\\[x\\](http://e.vil)"),
      ("![x](y)", "!\\[x\\](y)"), ("<script>", "\\<script\\>"), ("&lt;b&gt;", "\\&lt;b\\&gt;"), ("a_b*c", "a\\_b\\*c"),
      ("`rm`", "\\`rm\\`"), ("~~no~~", "\\~\\~no\\~\\~"), ("a|b", "a\\|b"), ("back\\slash", "back\\\\slash"),
      ("- item", "\\- item"), ("+ item", "\\+ item"), ("1. item", "1\\. item"), ("12) item", "12\\) item"),
      ("---", "\\---"), ("===", "\\==="), ("    code", "code"), ("> quote", "\\> quote"), ("$x$", "\\$x\\$"),
      ("a ____ b", "a \\_\\_\\_\\_ b"), ("\u{1B}[2Jgone\u{202E}", "\\[2Jgone"), ("3.5 - 1", "3\\.5 - 1"),
    ])
  func escapes(text: String, escaped: String) {
    let item = Item(
      format: .explanation, prompt: text, correctAnswer: text, keyPoints: [text, "b"], rationale: text)
    var question = Question.fixture("q", item: item)
    question.provenance = Provenance(origin: .model, backend: "s", model: text, attempts: 1)
    let lines = TestMarkdown.document(test(question), answers: true).split(separator: "\n")
    #expect(lines[1] == "## 1. \(escaped)")
    #expect(lines[2] == "**Answer:** \(escaped)")
    #expect(lines[3...5] == ["- \(escaped)", "- b", escaped[...]])
    #expect(lines.count == 10)
  }

  @Test("Code in a question stays code: between fences that it can't end, or set in")
  func code() {
    let code = "~~~swift\nlet a = \"\"\"\n  ```\n\n  \"\"\"\n~~~"
    let item = choice("What is `a`?\n\(code)\nThink.", "text", ["other:\n\(code)"], rationale: code)
    let question = Question.fixture("q", item: item)
    #expect(
      TestMarkdown.question(question, number: 1, answers: false) == """
        ## 1. What is \\`a\\`?
        ````swift
        let a = \"""
          ```

          \"""
        ````
        Think.

        - A. text
        - B. other:
          ````swift
          let a = \"""
            ```

            \"""
          ````
        """)
    let shown = TestMarkdown.question(question, number: 1, answers: true, code: .indented)
    let lines = "    let a = \"\"\"\n      ```\n\n      \"\"\"\n"
    #expect(shown.hasPrefix("## 1. What is \\`a\\`?\n\n\(lines)\nThink.\n\n- A. text\n- B. other:\n\n      let a"))
    #expect(shown.contains("**Answer:** A. text\n\n\(lines)\n") && !shown.contains("swift"))
    #expect(ExportFormat.markdown.document(test(question)).losses.isEmpty)
  }

  @Test("The quote of a brought question is shown too, and joined lines are named")
  func broughtEvidence() {
    var question = Question.fixture("q", item: choice("Which\ntwo?", "a", ["b"], evidence: "A <quote>."))
    question.grounding = nil
    #expect(TestMarkdown.document(test(question), answers: true).contains("\n> A \\<quote\\>.\n"))
    #expect(ExportFormat.html.document(test(question)).text.contains("<blockquote>A &lt;quote&gt;.</blockquote>"))
    let exported = ExportFormat.markdown.document(test(question))
    #expect(exported.losses.sentences == ["Question 1: lines are joined into one."])
  }

  @Test("A sentence accounts for every slot, with the reasons of what is missing")
  func accounting() {
    #expect(
      Accounting.sentence(test())
        == "Asked 3: 1 built in, 1 not made yet, 1 missing: No \"sentence\" is left.")
  }
}
