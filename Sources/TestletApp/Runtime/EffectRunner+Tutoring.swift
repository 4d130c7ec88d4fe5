import LanguageModels
import PracticeTests

extension EffectRunner {
  /// Effects that a model is asked for, whom the router picks.
  func runTutoring(_ effect: AppEffect) {
    switch effect {
    case .askTutor(let number, let question, let chat):
      tutor(.chat, number, about: chat.question) { [self] model, passage in
        let answer = try await QuestionTutor(model: model, passage: passage).answer(question, in: chat) { [self] text in
          send(.chat(.textArrived(number, text)))
        }
        return .answered(number, answer)
      }
    case .simplify(let number, let explanation, let question):
      tutor(.rewriting, number, about: question) { model, passage in
        let simplifier = ExplanationSimplifier(model: model, passage: passage)
        return .simplified(number, try await simplifier.simplify(explanation, of: question))
      }
    // In turn, so that what was asked before has begun and can be ended.
    case .cancelTutor:
      work { [self] _ in
        held.withLock { $0.tutoring }?.cancel()
        return []
      }
    case .findKeyPoints(let answer, let item): findKeyPoints(of: answer, item)
    default: break
    }
  }

  private func tutor(
    _ kind: AITaskKind, _ number: Int, about question: Question,
    _ body: @escaping @Sendable (AIAssignment, Passage?) async throws -> ChatAction
  ) {
    work(failed: { .chat(.failed(number, $0)) }) { [self] library in
      let passage = try question.grounding.flatMap { try library.passage($0.passageID) }
      let tutoring: Task<Void, Never> = Task { [self] in
        do {
          let model = try await router().assign(AITask(kind))
          send(.chat(.began(number, by: ModelSignature(model))))
          send(.chat(try await body(model, passage)))
        } catch  where Task.isCancelled {
          return
        } catch {
          send(.chat(.failed(number, Self.sentence(error))))
        }
      }
      held.withLock { held in
        held.tutoring?.cancel()
        held.tutoring = tutoring
      }
      return []
    }
  }

  private func findKeyPoints(of answer: GivenAnswer, _ item: Item) {
    let search: Task<Void, Never> = Task { [self] in
      do {
        let model = try await router().assign(AITask(.studyQuestions))
        send(.keyPoints(answer, .ended(try await KeyPointGrader(model: model).grade(answer.text, to: item))))
      } catch is NoProvider {
        send(.keyPoints(answer, nil))
      } catch  where Task.isCancelled {
        return
      } catch {
        send(.keyPoints(answer, .failed(Self.sentence(error))))
      }
    }
    held.withLock { $0.keyPointSearches.append(search) }
  }

  private func router() throws -> AIRouter {
    try environment.settings.router(over: environment.service, log: environment.choices)
  }
}
