import PracticeTests

extension EffectRunner {
  /// Effects of the library's screen.
  func runBank(_ effect: BankEffect) {
    switch effect {
    case .searchBank(let query, let place, let limit):
      let number = held.withLock { held in
        held.searches += 1
        return held.searches
      }
      work { [self] in
        // Of keys that came quicker than answers, only the last is answered.
        guard held.withLock({ $0.searches }) == number else { return [] }
        return [
          // First what must not be told, so that no key of the list does so.
          .bank(.examsRead(try $0.questionsInOpenExams())),
          .bank(.read(query, try $0.questions(query, limit: limit, from: place), isMore: place != nil)),
        ]
      }
    case .readFacets:
      work {
        [.bank(.facetsRead(try $0.bankFacets())), .bank(.lastDeletedRead(try $0.lastDeletedQuestion()))]
      }
    case .readQuestion(let id):
      work { [.bank(.examsRead(try $0.questionsInOpenExams())), .bank(.questionRead(try $0.question(id)))] }
    case .setQuestionDeleted(let isDeleted, let id):
      work {
        try $0.setDeleted(isDeleted, question: id)
        return [.bank(.changed)]
      }
    case .setQuestionReported(let isReported, let id):
      work {
        try $0.setReported(isReported, question: id)
        return [.bank(.changed), .results(.reportKept(id, isReported))]
      }
    case .setTags(let tags, let id):
      work {
        try $0.setTags(tags, question: id)
        return [.bank(.changed)]
      }
    case .editQuestion(let id): Task { [self] in await edit(id) }
    case .makeQuestion(let kind, let id): make(kind, for: id)
    case .takeBackReplacement(let old, let new):
      let question = DeletedQuestion(id: old, replacement: new)
      work(failed: { .bank(.takingBackFailed(question, $0)) }) {
        do throws(LibraryError) {
          try $0.takeBackReplacement(of: old, by: new)
        } catch .noSuchQuestion {
          return [.bank(.failed("The question can't be put back: the one in its place is in no test any more."))]
        }
        return [.bank(.changed)]
      }
    }
  }

  /// Opens a question in the student's editor, and keeps what comes of it when it passes every gate.
  @concurrent
  private func edit(_ id: String) async {
    await reporting { [self] library in
      let old = try library.question(id)
      guard let place = try library.place(ofQuestion: id) else { throw GenerationError.noQuestion }
      let text = EditableQuestion.text(old.item)
      let draft = try await leavingScreen { [environment] in try await environment.edit(text) }
      do {
        let item = try EditableQuestion.item(draft.text, changing: old.item)
        let new = try library.edit(old, to: item, slot: place.slot, of: place.testID)
        draft.remove()
        return new == old ? .changed : .edited(new)
      } catch {
        return .failed("\(Self.sentence(error)) What you wrote is in \(draft.path).")
      }
    }
  }

  private func make(_ kind: OneMore, for id: String) {
    let making: Task<Void, Never> = Task { [self] in
      await reporting(failed: BankAction.makingFailed) { [self] library in
        guard let place = try library.place(ofQuestion: id) else { throw GenerationError.noQuestion }
        let generator = TestGenerator(
          library: library, service: environment.service, settings: try environment.settings.generation(),
          newID: Library.randomID)
        let question =
          switch kind {
          case .replacement: try await generator.replace(place.slot, of: place.testID) { _ in }
          case .another: try await generator.another(like: place.slot, in: place.testID) { _ in }
          }
        return .made(question, id, kind)
      }
    }
    held.withLock { $0.making.append(making) }
  }

  private func reporting(
    failed: (String) -> BankAction = BankAction.failed, _ body: (Library) async throws -> BankAction
  ) async {
    guard let library = held.withLock({ $0.library }) else { return }
    do {
      send(.bank(try await body(library)))
    } catch  where Task.isCancelled {
      return
    } catch {
      send(.bank(failed(Self.sentence(error))))
    }
  }
}
