import LanguageModels
import Testing

@testable import PracticeTests

/// Brought questions under the gates.
struct QuestionCheckTests {
  private let notes = NoteDocument(
    title: "Cells", contentHash: "",
    passages: [
      Passage(
        id: "sky", headings: ["Sky"], topic: "Sky",
        blocks: [Block(kind: .paragraph, text: "The sky is blue because air scatters short waves.", line: 1)]),
      cellPassage,
    ], glossary: [])

  private func gates(_ text: String, notes: NoteDocument? = nil) -> [[GateID]] {
    QuestionCheck(notes: notes).check(QuestionReader.read(text)).map { $0.violations.map(\.gate) }
  }

  private func question(_ prompt: String, _ options: [String], _ more: String = "") -> String {
    let list = options.map { "\"\($0)\"" }.joined(separator: ", ")
    return "{\"question\": \"\(prompt)\", \"options\": [\(list)], \"answer\": \"A\"\(more)}"
  }

  @Test func `Flaws are named, and a sound question has none`() {
    let sound = question("What builds proteins in a cell?", ["ribosomes", "vacuoles", "nuclei"])
    let flawed = question("Which is not an organelle?", ["sugar", "vacuole", "all of the above"])
    #expect(gates("[\(sound), \(flawed)]") == [[], [.allOfTheAbove, .negativeStem]])
  }

  @Test func `Questions of one text are compared with each other`() {
    let asked = question("What builds proteins in a cell?", ["ribosomes", "vacuoles", "nuclei"])
    let other = question("What do ribosomes use to store energy?", ["fat", "salt", "iron"])
    #expect(gates("[\(asked), \(asked), \(other)]") == [[], [.duplicate], [.crossCue]])
  }

  @Test func `With notes, the passage that fits best shows what does not rest on it`() {
    let quote = ", \"evidence\": \"Ribosomes build proteins - they don't store energy.\""
    let invented = ", \"evidence\": \"Ribosomes burn all of the fat\""
    let grounded = question("What builds proteins in a cell?", ["ribosomes", "vacuoles", "nuclei"], quote)
    let ungrounded = question("What burns fat in a cell?", ["ribosomes", "vacuoles", "nuclei"], invented)
    let strange = question("Who won Waterloo?", ["Wellington", "Hooke", "Blair"])
    #expect(gates("[\(grounded), \(ungrounded), \(strange)]", notes: notes) == [[], [.evidence], [.offTopic]])
    #expect(gates("[\(ungrounded), \(strange)]") == [[], []])
  }

  @Test func `The JSON has the documented members in their order`() {
    let reading = QuestionReader.read("[\(question("Which is not so?", ["a b", "c d", "e f"]))]")
    let checked = QuestionCheck(notes: nil).check(reading)
    let json = CheckJSON.object(file: "a\u{1B}.json", reading: reading, checked: checked)
    #expect(json.members?.map(\.name) == ["file", "format", "items", "unread"])
    #expect(json["file"] == .string("a.json"))
    let item = json["items"]?.elements?.first
    #expect(
      item?.members?.map(\.name) == [
        "prompt", "choices", "correctIndex", "correctAnswer", "rationale", "repaired", "violations",
      ])
    #expect(item?["violations"]?.elements?.first?.members?.map(\.name) == ["gate", "field", "action", "message"])
  }
}
