import Synchronization

/// What servers have proved able and unable to do, for each server, model and version, kept from run to run.
///
/// It only saves questions: a file that is lost, damaged or can't be written costs a few refused requests.
public final class ServerMemory: Sendable {
  /// A server with the model that is asked for; no name where the server decides.
  struct Subject: Sendable, Hashable {
    var server: String
    var model: String
  }

  /// What is known, the latest first.
  typealias Records = [Subject: [ServerRecord]]

  private struct State {
    var records: Records?
    /// What this process has learnt, and no other may have overwritten.
    var learnt = Set<Subject>()
  }

  /// The most versions of a server that are kept: large services alternate between a few.
  private static let mostVersions = 4
  /// The time after which a record is forgotten, in seconds: not every server names its version, and all get better.
  private static let lifetime = 14 * 86_400

  private let file: MemoryFile?
  private let now: @Sendable () -> Int
  private let state = Mutex(State())

  /// Makes a memory.
  ///
  /// - Parameters:
  ///   - path: the file; `nil` to remember for this run only.
  ///   - now: the seconds since 1970.
  public init(path: String? = nil, now: @escaping @Sendable () -> Int = HTTPDate.now) {
    file = path.map(MemoryFile.init)
    self.now = now
  }

  /// What is known of a server with a model, in the version that answered last.
  func record(of server: ServerURL, model: String?) -> ServerRecord {
    let subject = Subject(server: server.text, model: model ?? "")
    return state.withLock { state in load(&state)[subject]?.first ?? ServerRecord() }
  }

  /// Notes what an answer has shown. Of a version that is new, nothing is taken over: it may do what the one before
  /// could not, and gets asked for everything again.
  func note(_ server: ServerURL, model: String?, version: String, _ change: (inout ServerRecord) -> Void) {
    let subject = Subject(server: server.text, model: model ?? "")
    state.withLock { state in
      var versions = load(&state)[subject] ?? []
      let before = versions.first
      var record: ServerRecord
      if let index = versions.firstIndex(where: { $0.version == version }) {
        record = versions.remove(at: index)
        change(&record)
      } else {
        record = ServerRecord(version: version)
        if versions.isEmpty { change(&record) }
      }
      guard record != before else { return }
      record.noted = now()
      versions.insert(record, at: 0)
      state.records?[subject] = Array(versions.prefix(Self.mostVersions))
      state.learnt.insert(subject)
      save(state)
    }
  }

  private func load(_ state: inout State) -> Records {
    if let records = state.records { return records }
    let earliest = now() - Self.lifetime
    let records = (file?.read() ?? [:]).mapValues { $0.filter { $0.noted >= earliest } }
    state.records = records
    return records
  }

  /// Writes what this process has learnt over what others have written meanwhile.
  private func save(_ state: State) {
    guard let file, let records = state.records else { return }
    let own = records.filter { state.learnt.contains($0.key) }
    file.write(file.read().merging(own) { $1 })
  }
}
