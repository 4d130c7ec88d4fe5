import Dispatch
import Foundation
import LanguageModels
import PracticeTests
import Synchronization

/// Has an editor use the terminal until it is closed.
typealias ScreenLeaver =
  @Sendable (_ body: @escaping @Sendable () async throws -> EditedText) async throws -> EditedText

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
    /// Finding what there is to ask about in the notes of a form.
    var outlining: Task<Void, Never>?
    /// Counting what there is to ask about in the notes of the library.
    var counting: Task<Void, Never>?
    var generations: [String: Task<Void, Never>] = [:]
    /// Whether the student has left: nothing is begun any more.
    var isFinishing = false
    var listening: Task<Void, Never>?
    var isProbing = false
    /// The models that are being brought, by backend.
    var pulls: [String: Task<Void, Never>] = [:]
    var trial: Task<Void, Never>?
    /// The fixed rules, over the names that there were when the command line was opened.
    var grammar: PlainGrammar?
    /// How often the rules were asked while words were being typed.
    var foretellings = 0
    /// Plain words of which it is found out what they mean.
    var understanding: Task<Void, Never>?
    /// A question that is made because of another.
    var making: [Task<Void, Never>] = []
    /// What a model is asked about a question.
    var tutoring: Task<Void, Never>?
    /// Looking for the key points of answers.
    var keyPointSearches: [Task<Void, Never>] = []
    /// What is being kept: files, settings, keys, and tests that are made.
    var keeping: [Task<Void, any Error>] = []
    /// How often the library was searched.
    var searches = 0
  }

  let environment: AppEnvironment
  let held = Mutex(Held())
  private let report: @Sendable (Event) -> Void
  /// Gives the terminal away while something runs.
  let leavingScreen: ScreenLeaver
  /// The library does one thing after the other, in the order asked: an answer is kept before its test is handed in.
  private let desk = DispatchQueue(label: "testlet.library", qos: .userInitiated)

  /// Opens the library and begins to listen to the backends.
  init(
    environment: AppEnvironment, leavingScreen: @escaping ScreenLeaver, report: @escaping @Sendable (Event) -> Void
  ) {
    self.environment = environment
    self.leavingScreen = leavingScreen
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
    case .loadHome:
      work {
        [
          // First what can be put back, so that the key for it works as soon as the test is gone.
          .home(.deletedRead(try $0.lastDeletedTest())), .homeLoaded(try $0.tests()),
          .reviewsCounted(try $0.reviewQueue().due),
        ]
      }
    case .openTest(let id): work { try TestDoor.open(id, in: $0) }
    case .takeTest(let id, let order): work { try TestDoor.take(id, order, in: $0) }
    case .prepareAttempt(let id, let missedIn): work { try TestDoor.prepare(id, missedIn: missedIn, in: $0) }
    case .openResults(let id): work { try TestDoor.results(id, in: $0) }
    case .deleteTest(let id):
      work {
        try $0.deleteTest(id)
        return []
      }
    case .putBackTest(let test):
      work {
        try $0.putBackTest(test.id)
        return [.home(.putBack(test))]
      }
    case .generate(let id, let reopensMissing, let allowsFallback):
      generate(id, reopensMissing: reopensMissing, allowsFallback: allowsFallback)
    case .cancelGeneration(let id): held.withLock { $0.generations[id] }?.cancel()
    case .exportTest(let order): runExport(order)
    case .planning(let effect): runPlanning(effect)
    case .taking(let effect): runTaking(effect)
    case .sources(let effect): runSources(effect)
    case .bank(let effect): runBank(effect)
    case .review(let effect): runReview(effect)
    case .tutoring(let effect): runTutoring(effect)
    case .plainWords(let effect): runPlainWords(effect)
    case .settings(let effect): runSettings(effect)
    // Those of the terminal are done before they come here.
    case .redraw, .useInterface, .quit: break
    }
  }

  /// Ends what is being made, and returns when all that was asked to be kept is.
  func finish() async {
    let running = held.withLock { held in
      held.listening?.cancel()
      held.counting?.cancel()
      held.isFinishing = true
      return held.generations.values.map(\.self) + held.pulls.values.map(\.self)
        + held.making + held.keyPointSearches + [held.trial, held.tutoring, held.understanding].compactMap(\.self)
    }
    for task in running { task.cancel() }
    for task in running { await task.value }
    await finishAtDesk()
    // Only now are all of them begun; what fails has told so itself.
    for task in held.withLock({ $0.keeping }) { _ = await task.result }
    // Some of it ends in the library.
    await finishAtDesk()
  }

  /// The same when the screen is closed already: where it takes longer than a moment, it is told what it may be.
  func finish(after moment: Duration = .seconds(1), tell: @escaping @Sendable (String) -> Void) async {
    let telling = Task {
      try await Task.sleep(for: moment)
      tell("Keeping what you changed: the keyring may be asking for its password in another window.")
    }
    await finish()
    telling.cancel()
  }

  private func finishAtDesk() async {
    await withCheckedContinuation { continuation in
      desk.async { continuation.resume() }
    }
  }

  /// Begins something that the student wants kept: when the app is left, it is waited for.
  @discardableResult
  func keep(_ body: @escaping @Sendable () async throws -> Void) -> Task<Void, any Error> {
    let task = Task { try await body() }
    held.withLock { $0.keeping.append(task) }
    return task
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
}
