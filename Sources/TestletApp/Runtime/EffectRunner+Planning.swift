import PracticeTests

extension EffectRunner {
  /// Effects of the form of a new test.
  func runPlanning(_ effect: PlanningEffect) {
    switch effect {
    case .prepareNewTest:
      send(
        .newTest(
          .prepared(
            NewTestState.Start(
              seed: environment.newSeed(), folder: environment.currentFolder, home: environment.homeFolder,
              samples: environment.samples.map(\.name)))))
    case .listFolder(let folder): Task { [self] in send(.newTest(.folderListed(FolderReader.list(folder)))) }
    case .previewNote(let choice):
      Task { [self] in send(.newTest(.notePreviewed(PreviewReader.read(choice, samples: environment.samples)))) }
    case .readNotes(let choices):
      Task { [self] in
        let hasModel = await environment.service.selected.kind != .mock
        send(.newTest(.notesRead(choices, read(choices).outline(hasModel: hasModel))))
      }
    case .planTest(let request, let passages): Task { [self] in plan(request, passages) }
    case .createTest(let order):
      keep { [self] in await create(order) { .newTest(.makeFailed($0)) } }
    case .createSampleTest:
      let notes = environment.samples.prefix(1).map { NoteChoice.sample($0.name) }
      let order = NewTestOrder(notes: notes, request: TestRequest(seed: environment.newSeed()))
      keep { [self] in await create(order, failed: AppAction.failed) }
    }
  }

  /// Reads notes, and holds them for the test that is made of them.
  private func read(_ choices: [NoteChoice]) -> NotesShelf {
    let shelf = NotesShelf(choices, samples: environment.samples)
    held.withLock { $0.shelf = shelf }
    return shelf
  }

  private func plan(_ request: TestRequest, _ passages: [PassageOutline]) {
    do throws(PlanningError) {
      send(.newTest(.planned(request, try TestBlueprint.plan(request, passages: passages))))
    } catch {
      send(.newTest(.planFailed(request, error.sentence)))
    }
  }

  private func create(_ order: NewTestOrder, failed: @escaping @Sendable (String) -> AppAction) async {
    // The form leaves out notes that can't be read; the shelf holds what was chosen.
    let known = held.withLock { $0.shelf }.flatMap { $0.notes.map(\.choice) == order.notes ? $0 : nil }
    let shelf = known ?? read(order.notes)
    let writer = await environment.service.selected
    work(failed: failed) { library in
      let id = try shelf.createTest(order, in: library, writer: writer)
      return [.testOpened(try library.test(id), .generating)]
    }
  }
}
