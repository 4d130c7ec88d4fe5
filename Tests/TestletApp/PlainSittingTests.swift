import Foundation
import Testing

@testable import PracticeTests
@testable import TestletApp

@Suite("A test line by line")
struct PlainSittingTests {
  private let fixture: PlainLibrary
  private var library: Library { fixture.library }
  private var test: String { fixture.test }

  init() throws { fixture = try PlainLibrary() }

  /// Takes the test with lines as answers, and gives what was said; `look` sees the attempt before each line.
  private func take(
    _ lines: [String], isTyped: Bool = false, in fixture: PlainLibrary? = nil,
    look: @escaping (Int, Attempt) -> Void = { _, _ in }
  ) throws -> String {
    let (library, test) = (fixture?.library ?? library, fixture?.test ?? test)
    var said: [String] = []
    var left = lines[...]
    var sitting = try PlainSitting(
      test: test, in: library, isTyped: isTyped, seconds: { 0 },
      read: {
        // Another opening of the file sees what is on the disk.
        if let attempt = try? Library(path: library.path).openAttempt(test: test) {
          look(lines.count - left.count, attempt)
        }
        return left.popFirst()
      }, write: { said.append($0) })
    try sitting.run()
    return said.joined(separator: "\n")
  }

  @Test("Each answer is kept before the next question is asked; at the end come score and explanations")
  func whole() throws {
    let said = try take(["2", "water molecules", "Because the vacuoles lose water."]) { line, attempt in
      #expect(attempt.answered == line)
    }
    #expect(said.contains("Question 1 of 3. Multiple choice, medium.") && said.contains("B. a ribosome"))
    #expect(said.contains("Answer with one letter, A to C, or ? for help:"))
    #expect(said.contains("Right is: B. a ribosome") && said.contains("Why: It links amino acids."))
    #expect(said.contains("The notes: \"It builds.\" (cells.md, Parts, line 3)"))
    #expect(said.contains("Built in, without a model."))
    #expect(said.contains("Score: 3 of 3, 100%.") && said.contains("  Cells: 3 of 3"))
    #expect(try library.test(test).shownStatus == "submitted")
    #expect(said.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
  }

  @Test("In an exam nothing says what is right before it is handed in")
  func silence() throws {
    let said = try take(["1", "u", "oxygen", "q"])
    #expect(!said.contains("Right") && !said.contains("Not right") && !said.contains("Why:"))
    #expect(!said.contains("water molecules") && !said.contains("cells.md"))
  }

  @Test("A test that was left goes on at its open question, here and in the app")
  func leaving() throws {
    let first = try take(["B", "s"])
    #expect(first.contains("Everything is kept: `testlet take \(test) --plain`"))
    let attempt = try #require(try library.openAttempt(test: test))
    #expect(attempt.answered == 1 && attempt.position == 2)
    #expect(try library.openAttempt(test: test)?.items[0].response.answer == .choice(1))
    let second = try take(["q"])
    #expect(second.contains("3 questions, 1 answered") && second.contains("Why does a plant wilt?"))
    #expect(!second.contains("What builds proteins?"))
  }

  @Test("At the end the open questions are named, and a number goes to one of them")
  func open() throws {
    let said = try take(["s", "water molecules", "s", "4", "-9223372036854775808", "1", "b", "s", "h"])
    #expect(said.contains("Without an answer: 1, 3.") && said.contains("Type one of the numbers, h or q:"))
    #expect(said.contains("Without an answer: 3.") && said.contains("No answer given."))
    #expect(said.contains("Score: 2 of 3, 67%."))
  }

  private let everything = ["b", "water molecules", "The vacuoles lose water."]

  @Test("With every question answered it is asked before the test is handed in, and an answer can be changed")
  func asking() throws {
    let first = try take(everything + ["q"])
    #expect(first.contains("All are answered: a number changes one, h hands the test in, q leaves it:"))
    #expect(first.contains("Everything is kept") && !first.contains("Handed in."))
    let unasked = try take([])
    #expect(unasked.contains("All are answered") && !unasked.contains("Handed in."))
    let second = try take(["1", "u", "a", "h"])
    #expect(second.contains("You chose: B\nAnswer with one letter") && second.contains("Handed in."))
    let attempt = try #require(try library.attempts(test: test).first)
    #expect(attempt.state == .submitted && attempt.items[0].response.answer == .choice(0))
  }

  @Test("The end of lines that a program gave hands in after the last answer, and that of typed ones never")
  func endOfInput() throws {
    #expect(!(try take(everything, isTyped: true)).contains("Handed in."))
    #expect(!(try take(["1"])).contains("Handed in."))
    #expect(!(try take(["1", "a", "?"])).contains("Handed in."))
    #expect(try take(["1", "b"]).contains("Handed in."))
  }

  @Test("While questions are still to be made it is said so, and the end of the lines hands nothing in")
  func unmade() throws {
    let fixture = try PlainLibrary(unmade: 1)
    let said = try take(everything + [""], in: fixture)
    #expect(said.components(separatedBy: "1 question is still to be made: Enter asks what is ready.").count == 3)
    #expect(!(try take(["1", "b"], in: fixture)).contains("Handed in."))
    #expect(try take(["h"], in: fixture).contains("Handed in."))
  }

  @Test("In study mode a graded answer stays at the end too")
  func studyEnd() throws {
    _ = try library.startAttempt(test: test, mode: .study)
    let said = try take(["b", "water molecules", "The vacuoles lose water.", "", "1", "h"])
    #expect(said.contains("All are answered: h hands the test in, q leaves it:") && said.contains("Type h or q:"))
    #expect(said.contains("Handed in."))
  }

  @Test("Help, doubts and lines that say nothing ask again")
  func commands() throws {
    let said = try take(["?", "", "9", "u", "b", "u", "u", "water molecules", "q"])
    #expect(said.contains("s skips the question.") && said.contains("Unsure.\n") && said.contains("Sure.\n"))
    let items = try #require(try library.openAttempt(test: test)).items
    #expect(items.map(\.response.isUnsure) == [true, false, false])
    #expect(items[0].response.answer == .choice(1))
  }

  @Test("Several options, and what is no option, are no answer, and it is said what is expected")
  func oneOption() throws {
    for line in ["A, B", "1 and 3", "ac", "a or b", "c b"] {
      let said = try take([line, "q"])
      #expect(said.contains("Only one option is the answer.\nAnswer with one letter, A to C"), "\(line)")
    }
    let said = try take(["D", "x, a", "b", "", "q"])
    #expect(said.components(separatedBy: "That is none of the options.\nAnswer with one letter").count == 3)
    #expect(said.contains("An empty line is no answer; s skips the question.\nWrite your answer in one line"))
    #expect(try library.openAttempt(test: test)?.items[0].response.answer == .choice(1))
  }

  @Test("An option that is typed in full is chosen, where only one reads so")
  func wholeOption() throws {
    let said = try take(["A  Ribosome", "q"])
    #expect(!said.contains("That is none of the options."))
    #expect(try library.openAttempt(test: test)?.items[0].response.answer == .choice(1))
    let truth = Item(
      format: .trueFalse, prompt: "Ribosomes build proteins.", choices: ["True", "False"], correctIndex: 0,
      correctAnswer: "True")
    #expect(PlainLine("false", to: truth) == .answer(.choice(1)))
    let alike = Item(
      format: .multipleChoice, prompt: "Which is a number?", choices: ["Na", "NA", "1.0"], correctIndex: 2,
      correctAnswer: "1.0")
    #expect(PlainLine("na", to: alike) == .unclear && PlainLine("", to: alike) == .unclear)
  }

  @Test("A command with = before it is an answer in words")
  func escaped() throws {
    _ = try take(["b", "=s", "q"])
    #expect(try library.openAttempt(test: test)?.items[1].response.answer == .text("s"))
  }

  @Test("What only the student can tell is asked when the test is handed in")
  func selfGrading() throws {
    let said = try take(["b", "water molecales", "It was hot.", "h", "y", "n"])
    #expect(said.contains("Close, maybe a typing error") && said.contains("Compare with the model answer"))
    #expect(said.contains("y if you were right, Enter to go on:") && said.contains("Score: 2 of 3, 67%."))
    let attempt = try #require(try library.attempts(test: test).first)
    #expect(attempt.items.map(\.response.outcome) == [.right, .selfGradedRight, .ungraded])
  }

  @Test("An explanation that was accepted is the student's to refuse")
  func refusing() throws {
    let said = try take(["b", "water molecules", "Because the vacuoles lose water.", "h", "n"])
    #expect(said.contains("n if you were not right, Enter to go on:") && said.contains("Score: 2 of 3, 67%."))
    let attempt = try #require(try library.attempts(test: test).first)
    #expect(attempt.items.map(\.response.outcome) == [.right, .right, .selfGradedWrong])
  }

  @Test("In study mode each answer is graded at once, and stays")
  func study() throws {
    _ = try library.startAttempt(test: test, mode: .study)
    let said = try take(["a", "water molecales", "y", "q"])
    let parts = said.components(separatedBy: "Question 2 of 3")
    #expect(parts[0].contains("Not right.") && parts[0].contains("Right is: B. a ribosome"))
    let items = try #require(try library.openAttempt(test: test)).items
    #expect(items.map(\.response.outcome) == [.wrong, .selfGradedRight, nil])
  }

  /// Takes the test within a minute, each line after some seconds; the clock on the wall goes wrong meanwhile.
  private func takeMinute(_ lines: [String], each seconds: Int) throws -> (said: [String], attempt: Attempt) {
    _ = try library.startAttempt(test: test, mode: .exam, limitSeconds: 60)
    var (date, now) = (Date(timeIntervalSince1970: 1_000_000), 0.0)
    var (left, said) = (lines[...], [String]())
    var sitting = try PlainSitting(
      test: test, in: library, isTyped: true, clock: { date }, seconds: { now },
      read: {
        date += 86_400
        now += Double(seconds)
        return left.popFirst()
      }, write: { said.append($0) })
    try sitting.run()
    return (said, try #require(try library.attempts(test: test).first))
  }

  @Test("When the time is up, the test is handed in as it is, with the answer that was being written")
  func timeUp() throws {
    let (said, attempt) = try takeMinute(["b", "water molecules"], each: 40)
    #expect(said.contains { $0.contains("20 s left.") })
    #expect(said.contains("The time is up: the test is handed in as it is."))
    #expect(attempt.state == .submitted && attempt.answered == 2 && attempt.activeSeconds == 80)
    #expect(attempt.items[1].response.answer == .text("water molecules"))
  }

  @Test("Time also runs while it is asked what to do with open questions")
  func timeAtTheEnd() throws {
    let (said, attempt) = try takeMinute(["b", "s", "s", "2"], each: 15)
    #expect(said.contains { $0.contains("Without an answer: 2, 3.") })
    #expect(said.contains("The time is up: the test is handed in as it is."))
    #expect(attempt.state == .submitted && attempt.answered == 1 && attempt.activeSeconds == 60)
  }

  @Test("A pause ends where the test is gone on with")
  func paused() throws {
    let attempt = try library.startAttempt(test: test, mode: .exam)
    try library.setPaused(true, attempt: attempt.id)
    _ = try take(["q"])
    #expect(try library.openAttempt(test: test)?.isPaused == false)
  }

  @Test("An exam with a time is paused where it is left")
  func leftExam() throws {
    let (_, attempt) = try takeMinute(["b", "q"], each: 10)
    #expect(attempt.state == .inProgress && attempt.isPaused && attempt.activeSeconds == 20)
  }

  @Test("A test whose questions were all reported as bad is not asked")
  func everythingReported() throws {
    for question in try library.test(test).questions { try library.setReported(true, question: question.id) }
    #expect(throws: LibraryError.everythingReported) { try take([]) }
    #expect(try library.openAttempt(test: test) == nil)
  }

  @Test("A test without a question says how to go on making it")
  func noQuestions() throws {
    let empty = try library.createTest(
      NewTest(
        title: "Empty", course: "Biology",
        blueprint: TestBlueprint(request: TestRequest(count: 0, seed: 7), slots: []), versionIDs: [], backend: "mock",
        model: "built-in", allowsFallback: false))
    #expect(throws: EmptyTest.self) {
      _ = try PlainSitting(test: empty, in: library, isTyped: true, seconds: { 0 }, read: { nil }, write: { _ in })
    }
    #expect(try library.openAttempt(test: empty) == nil)
  }
}
