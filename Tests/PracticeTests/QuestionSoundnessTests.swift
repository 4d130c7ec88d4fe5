import FuzzSupport
import Testing

@testable import PracticeTests

/// What the measures hold against the questions that they made.
@Suite("Sound questions")
struct QuestionSoundnessTests {
  @Test("Good questions are sound; one that comes twice, or that no passage shows, is found")
  func findings() async throws {
    let fixture = try GenerationFixture()
    let id = try fixture.plan(4)
    try await fixture.run(id, GenerationFixture.builtIn())
    let questions = try fixture.library.test(id).questions
    let passages = fixture.material.passages
    var soundness = QuestionSoundness()
    for question in questions { soundness.look(at: question, in: passages) }
    #expect(questions.count == 4 && soundness.doubled == 0 && soundness.invalid == 0)

    var again = questions[0]
    again.id = "another"
    soundness.look(at: again, in: passages)
    #expect(soundness.doubled == 1 && soundness.invalid == 0)

    again.item.prompt = "Which word for snow is not in any of these notes?"
    again.item.evidence = "Snow is black."
    soundness.look(at: again, in: passages)
    #expect(soundness.doubled == 1 && soundness.invalid == 1)

    soundness.look(at: questions[1], in: [])
    #expect(soundness.doubled == 2 && soundness.invalid == 2)
  }
}
