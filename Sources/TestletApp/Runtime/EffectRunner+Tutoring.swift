import LanguageModels
import PracticeTests

extension EffectRunner {
  /// Effects that a model is asked for, whom the router picks.
  func runTutoring(_ effect: TutoringEffect) {
    switch effect {
    case .askTutor(let number, let question, let chat, let host):
      tutor(.chat, number, about: chat.question, host) { [self] model, passage in
        let answer = try await QuestionTutor(model: model, passage: passage).answer(question, in: chat) { [self] text in
          send(.chat(.textArrived(number, text)))
        }
        return .answered(number, answer)
      }
    case .simplify(let number, let explanation, let question, let host):
      tutor(.rewriting, number, about: question, host) { model, passage in
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
    }
  }

  private func tutor(
    _ kind: AITaskKind, _ number: Int, about question: Question, _ namedHost: String?,
    _ body: @escaping @Sendable (AIAssignment, Passage?) async throws -> ChatAction
  ) {
    work(failed: { .chat(.failed(number, $0)) }) { [self] library in
      let passage = try question.grounding.flatMap { try library.passage($0.passageID) }
      let tutoring: Task<Void, Never> = Task { [self] in
        do {
          let model = try await model(for: kind)
          try UnnamedHost.check(model, named: namedHost)
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
        let model = try await model(for: .studyQuestions)
        send(.keyPoints(answer, .running(by: ModelSignature(model))))
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

  /// Whom the router picks for a task.
  private func model(for kind: AITaskKind) async throws -> AIAssignment {
    // The settings may have been changed elsewhere since they were told.
    tellRules()
    let router = try environment.settings.router(over: environment.service, log: environment.choices)
    return try await router.assign(AITask(kind))
  }
}
