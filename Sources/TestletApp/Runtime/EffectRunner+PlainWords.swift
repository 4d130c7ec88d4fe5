import LanguageModels
import PracticeTests

extension EffectRunner {
  /// Effects of the command line.
  func runPlainWords(_ effect: PlainWordsEffect) {
    switch effect {
    case .readHistory:
      work { [environment] _ in environment.history.map { [.commandLine(.historyRead($0.lines()))] } ?? [] }
    case .keepInHistory(let line):
      work { [environment] _ in
        if environment.history?.lines().last != line { environment.history?.append(line) }
        return []
      }
    case .foretell(let words, let anew): foretell(words, anew: anew)
    case .understand(let words, let namedHost):
      let understanding = Task { [self] in await understand(words, namedHost) }
      held.withLock { held in
        held.understanding?.cancel()
        held.understanding = understanding
      }
    case .cancelUnderstanding: held.withLock { $0.understanding }?.cancel()
    case .findNotes(let wanted):
      work { [self] library in
        let knowledge = try PlainKnowledge.read(for: "", library: library, folder: environment.currentFolder)
        let notes = knowledge.paths(for: wanted).map(NoteChoice.init(storedPath:))
        // The browser opens by itself where the form has no notes when it begins.
        send(.newTest(.notesFound(notes)))
        runPlanning(.prepareNewTest)
        return []
      }
    }
  }

  /// Asks the fixed rules alone, without a look into the files that the words name: so it can be done at every key.
  private func foretell(_ words: String, anew: Bool) {
    let number = held.withLock { held in
      held.foretellings += 1
      return held.foretellings
    }
    work(failed: { _ in .commandLine(.foretold(words, nil)) }) { [self] library in
      if anew || held.withLock({ $0.grammar == nil }) {
        let knowledge = try PlainKnowledge.read(for: "", library: library, folder: environment.currentFolder)
        held.withLock { $0.grammar = PlainGrammar(knowledge) }
      }
      let (grammar, latest) = held.withLock { ($0.grammar, $0.foretellings) }
      // Of keys that came quicker than answers, only the last is answered.
      guard let grammar, latest == number else { return [] }
      return [.commandLine(.foretold(words, try? grammar.action(for: words)))]
    }
  }

  @concurrent
  private func understand(_ words: String, _ namedHost: String?) async {
    guard let library = held.withLock({ $0.library }) else {
      return send(.commandLine(.notUnderstood(words, "The library is still being opened: try again in a moment.")))
    }
    do {
      let knowledge = try PlainKnowledge.read(for: words, library: library, folder: environment.currentFolder)
      tellRules()
      let router = try environment.settings.router(over: environment.service, log: environment.choices)
      let reader = PlainWords(knowledge, router: router, library: library)
      let understood = try await reader.understand(words) { [self] model in
        try UnnamedHost.check(model, named: namedHost)
        send(.commandLine(.modelAsked(words, by: ModelSignature(model))))
      }
      send(.commandLine(.understood(words, understood)))
    } catch  where Task.isCancelled {
      return
    } catch let unnamed as UnnamedHost {
      send(.commandLine(.hostUnnamed(words, unnamed)))
    } catch {
      send(.commandLine(.notUnderstood(words, Self.sentence(error))))
    }
  }
}
