import Foundation
import Testing

@testable import PracticeTests
@testable import TestletApp

@Suite("A review line by line")
struct PlainReviewTests {
  private let clock: AppDriver.Clock
  private let fixture: PlainLibrary
  private var library: Library { fixture.library }

  init() throws {
    let clock = AppDriver.Clock()
    fixture = try PlainLibrary(clock: { clock.now })
    self.clock = clock
  }

  /// Hands the test in without an answer, and waits until all of it is due.
  private func missAll() throws {
    let attempt = try library.startAttempt(test: fixture.test, mode: .exam)
    _ = try library.submit(attempt: attempt.id)
    clock.pass(120)
  }

  /// Reviews with lines as answers, and gives what was said; `look` sees the count of answers before each line.
  private func review(
    _ lines: [String], look: @escaping (Int, Int?) -> Void = { _, _ in }
  ) throws -> String {
    var said: [String] = []
    var left = lines[...]
    var sitting = PlainReview(
      in: library, clock: { clock.now }, seconds: { 0 },
      read: {
        // Another opening of the file sees what is on the disk.
        look(lines.count - left.count, try? Library(path: library.path).statistics().answers)
        return left.popFirst()
      }, write: { said.append($0) })
    try sitting.run()
    return said.joined(separator: "\n")
  }

  @Test("What is due is asked until nothing is, each answer kept before the next question, and what comes back is said")
  func whole() throws {
    try missAll()
    // After the word comes the question whether it was right, and after the sentence whether it was not.
    let said = try review(["2", "oxygen", "", "Because the vacuoles lose water.", ""]) { line, answers in
      #expect(answers == [0, 1, 2, 2, 3][line])
    }
    #expect(said.contains("3 due. Multiple choice, Cells.") && said.contains("1 due. Explanation, Cells."))
    #expect(said.contains("B. a ribosome\nC. a vacuole\nAnswer with one letter, A to C, or ? for help:"))
    let parts = said.components(separatedBy: " due. ")
    #expect(parts[1].contains("Right.\nRight is: B. a ribosome\nWhy: It links amino acids."))
    #expect(parts[1].contains("Built in, without a model.\nIt comes back in 10 min."))
    #expect(parts[2].contains("Not right.") && parts[2].contains("It comes back in 1 min."))
    #expect(said.contains("Nothing is due now.\n3 answers in this sitting.\nThe next question comes in 1 min."))
    #expect(try library.reviewQueue().due == 0)
  }

  @Test("Doubt brings a question back sooner, and what is skipped is shown and counts as missed")
  func doubt() throws {
    try missAll()
    let said = try review(["u", "b", "s", "q"])
    #expect(said.contains("Unsure.\nAnswer with one letter") && said.contains("It comes back in 5 min."))
    #expect(said.contains("Not right.\nRight is: water molecules") && said.contains("It comes back in 1 min."))
    #expect(try library.reviewQueue().due == 1 && library.statistics().unsure.total == 1)
  }

  @Test("The student's own word on a written answer takes the place of the grade")
  func selfGrading() throws {
    try missAll()
    let said = try review(["b", "water molecales", "y", "It was hot.", ""])
    #expect(said.contains("Close, maybe a typing error") && said.contains("Compare with the model answer"))
    #expect(said.components(separatedBy: "y if you were right, Enter to go on:").count == 3)
    #expect(said.components(separatedBy: "It comes back in 10 min.").count == 3)
    let figures = try library.statistics()
    #expect((figures.answers, figures.right) == (3, 2))
  }

  @Test("It ends with the input, or where it is left, and goes on with what is still due", arguments: ["q", ":q"])
  func leaving(line: String) throws {
    try missAll()
    for lines in [["b", line], ["u"]] {
      #expect(try review(lines).hasSuffix("`testlet review --plain` goes on, and so does the app."))
      #expect(try library.reviewQueue().due == 2 && library.statistics().answers == 1)
    }
  }

  @Test("Help and lines that say nothing ask again")
  func commands() throws {
    try missAll()
    let said = try review(["?", "9", "a, b", "b", "", "=q", ":q"])
    #expect(said.contains("s shows the answer, and the question counts as missed.\nu says that you are unsure"))
    #expect(said.contains("q leaves the review; everything is kept."))
    #expect(said.contains("That is none of the options.\nAnswer") && said.contains("Only one option is the answer.\n"))
    #expect(said.contains("An empty line is no answer; s shows the answer, and the question counts as missed.\nWrite"))
    #expect(said.contains("1 due. Explanation") && said.hasSuffix("and so does the app."))
  }

  @Test("Where nothing is due it says so, and what comes later")
  func nothing() throws {
    #expect(try review([]) == "\nNothing is due now.")
    try missAll()
    for question in ["q0", "q1"] { try library.setSuspended(true, question: question) }
    let said = try review(["Because the vacuoles lose water."])
    #expect(said.hasSuffix("2 questions put away, to be brought back in the app."))
    #expect(!said.contains("ribosome"))
  }
}
