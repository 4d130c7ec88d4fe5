import Dispatch
import Foundation
import LanguageModels
import PracticeTests
import Synchronization

/// Does what the state asks for, off the main actor, and reports what came of it.
final class EffectRunner: Sendable {
  /// What is reported.
  enum Event: Sendable {
    case action(AppAction)
    /// There is no going on.
    case fatal(any Error)
  }

  struct Held {
    var library: Library?
    var shelf: NotesShelf?
    var generations: [String: Task<Void, Never>] = [:]
    var listening: Task<Void, Never>?
    var isProbing = false
  }

  let environment: AppEnvironment
  let held = Mutex(Held())
  private let report: @Sendable (Event) -> Void
  /// The library does one thing after the other, in the order asked: an answer is kept before its test is handed in.
  private let desk = DispatchQueue(label: "testlet.library", qos: .userInitiated)

  /// Opens the library and begins to listen to the backends.
  init(environment: AppEnvironment, report: @escaping @Sendable (Event) -> Void) {
    self.environment = environment
    self.report = report
    desk.async { [self] in
      do {
        let library = try environment.openLibrary()
        held.withLock { $0.library = library }
      } catch {
        report(.fatal(error))
      }
    }
    // Before anything is asked of the backends, so that no answer is missed.
    let changes = environment.service.changes()
    let listening: Task<Void, Never> = Task { [weak self] in await self?.listen(to: changes) }
    held.withLock { $0.listening = listening }
  }

  /// Begins an effect; what comes of it is reported.
  func run(_ effect: AppEffect) {
    switch effect {
    case .loadHome: work { [.homeLoaded(try $0.tests())] }
    case .openTest(let id): work { try TestDoor.open(id, in: $0) }
    case .takeTest(let id, let mode): work { try TestDoor.take(id, mode, in: $0) }
    case .deleteTest(let id):
      work {
        try $0.deleteTest(id)
        return []
      }
    case .prepareNewTest, .listFolder, .readNotes, .planTest, .createTest, .createSampleTest: runPlanning(effect)
    case .generate(let id, let reopensMissing): generate(id, reopensMissing: reopensMissing)
    case .cancelGeneration(let id): held.withLock { $0.generations[id] }?.cancel()
    case .extendAttempt, .respond, .keepPlace, .submit, .regrade: runTaking(effect)
    case .probeBackends: probe()
    case .selectBackend(let id): select(id)
    case .redraw, .quit: break
    }
  }

  /// Ends what is being made, and returns when all that was asked to be kept is.
  func finish() async {
    let running = held.withLock { held in
      held.listening?.cancel()
      return held.generations.values.map(\.self)
    }
    for task in running { task.cancel() }
    for task in running { await task.value }
    await withCheckedContinuation { continuation in
      desk.async { continuation.resume() }
    }
  }

  func send(_ action: AppAction) {
    report(.action(action))
  }

  /// Has the library do something when it has done what was asked before.
  func work(
    failed: @escaping @Sendable (String) -> AppAction = AppAction.failed,
    _ body: @escaping @Sendable (Library) throws -> [AppAction]
  ) {
    desk.async { [self] in
      guard let library = held.withLock({ $0.library }) else { return }
      do {
        for action in try body(library) { send(action) }
      } catch {
        send(failed(Self.sentence(error)))
      }
    }
  }

  static func sentence(_ error: any Error) -> String {
    (error as? any ReportableError)?.sentence ?? "Something failed (\(error)): try again."
  }

  // MARK: - Taking

  private func runTaking(_ effect: AppEffect) {
    switch effect {
    case .extendAttempt(let id): work { [.taking(.attemptExtended(try $0.extend(attempt: id)))] }
    case .respond(let id, let position, let response):
      work(failed: { .taking(.responseFailed(attemptID: id, position: position, $0)) }) {
        try $0.respond(attempt: id, position: position, response)
        return [.taking(.responseStored(attemptID: id, position: position, response))]
      }
    case .keepPlace(let id, let position, let seconds):
      work {
        try $0.keepPlace(attempt: id, position: position, activeSeconds: seconds)
        return []
      }
    case .submit(let id):
      work(failed: { .taking(.submissionFailed($0)) }) { [.taking(.submitted(try $0.submit(attempt: id)))] }
    case .regrade(let id, let position, let outcome):
      work { [.results(.regraded(try $0.regrade(attempt: id, position: position, outcome)))] }
    default: break
    }
  }

  // MARK: - Backends

  private func listen(to changes: AsyncStream<ServiceChange>) async {
    send(.backends(.listed(await environment.service.backends, selected: await environment.service.selected.id)))
    for await change in changes {
      switch change {
      case .selected(let id): send(.backends(.selected(id)))
      case .availability(let id, let availability):
        send(.backends(.probed(id, availability, at: environment.clock())))
      case .standIn(let id, let standIn, _): send(.backends(.replaced(id, by: standIn)))
      case .isBack(let id): send(.backends(.replaced(id, by: nil)))
      }
    }
  }

  private func probe() {
    let isFirst = held.withLock { held in
      defer { held.isProbing = true }
      return !held.isProbing
    }
    guard isFirst else { return }
    Task { [self] in
      // Each answer comes as a change.
      _ = await environment.service.refreshAll()
      held.withLock { $0.isProbing = false }
    }
  }

  private func select(_ id: String) {
    Task { [self] in
      do {
        try await environment.service.select(id)
        send(.settings(.choiceSaved(id)))
      } catch {
        send(.settings(.choiceFailed(Self.sentence(error))))
      }
    }
  }
}
