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
    case .readNotes(let order): outline(order) { [self] in read(order.notes) }
    case .outlineNotes(let order): outline(order) { [self] in shelf(of: order.notes) }
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

  /// Notes as they were read last, where they are these.
  private func shelf(of choices: [NoteChoice]) -> NotesShelf {
    held.withLock { $0.shelf }.flatMap { $0.holds(choices) ? $0 : nil } ?? read(choices)
  }

  /// Finds what there is to ask about in notes, beside others of the course. A course is typed quicker than that: only
  /// the last one asked for counts, and one is done after the other.
  private func outline(_ order: OutlineOrder, _ shelf: @escaping @Sendable () -> NotesShelf) {
    work { [self] library in
      held.withLock { held in
        let before = held.outlining
        before?.cancel()
        held.outlining = Task { [self] in
          await before?.value
          if Task.isCancelled { return }
          let hasModel = await environment.service.selected.kind != .mock
          do throws(LibraryError) {
            let outline = try shelf().outline(in: library, order, hasModel: hasModel)
            send(.newTest(.notesRead(order, outline)))
          } catch {
            send(.newTest(.outlineFailed(order, error.sentence)))
          }
        }
      }
      return []
    }
  }

  private func plan(_ request: TestRequest, _ passages: [PassageOutline]) {
    do throws(PlanningError) {
      send(.newTest(.planned(request, try TestBlueprint.plan(request, passages: passages))))
    } catch {
      send(.newTest(.planFailed(request, error.sentence)))
    }
  }

  private func create(_ order: NewTestOrder, failed: @escaping @Sendable (String) -> AppAction) async {
    let shelf = shelf(of: order.notes)
    let writer = await environment.service.selected
    work(failed: failed) { library in
      let id = try shelf.preparation(in: library, course: order.course).createTest(
        order.request, title: order.title, writer: writer, allowsFallback: false)
      return [.testOpened(try library.test(id), .generating)]
    }
  }
}
