import LanguageModels
import Testing

@testable import PracticeTests

struct QuestionTrialTests {
  @Test("The built-in writer's question on the sample passes every gate") func builtInQuestionPasses() async throws {
    let trial = try await QuestionTrial.ask(GenerationFixture.builtIn())
    #expect(trial.isKept)
    #expect(trial.item != nil)
    #expect(trial.prompt.map(\.role) == [.system, .user])
  }

  @Test("A bad answer is shown with what is wrong") func badAnswerIsShownWithWhatIsWrong() async throws {
    let prose = try await QuestionTrial.ask(GenerationFixture.model { _ in "I would rather not." })
    #expect(!prose.isKept)
    #expect(prose.item == nil)
    #expect(prose.response.text == "I would rather not.")
    #expect(!prose.violations.isEmpty)
    let invented = #"""
      {"evidence":"This stands nowhere.","prompt":"What is the cell's power plant?","correctAnswer":"mitochondrion",
       "distractors":["nucleus","ribosome","vacuole"],"rationale":"Because it releases energy from sugar by respiration, every day."}
      """#
    let ungrounded = try await QuestionTrial.ask(GenerationFixture.model { _ in invented })
    #expect(!ungrounded.isKept)
    #expect(ungrounded.violations.contains { $0.gate == .evidence })
  }
}
