import Foundation
import GRDB
import LanguageModels

/// Everything that testlet keeps: notes, tests, questions, attempts. One SQLite file.
///
/// Every function returns when what it writes is durable, and can be called from any thread.
public final class Library: Sendable {
  /// Where the file is.
  public let path: String
  let pool: DatabasePool
  let clock: @Sendable () -> Date
  let newID: @Sendable () -> String
  let reviewSettings: @Sendable () -> ReviewSettings
  private let days: StudyDays
  let lastMaterial = LastMaterial()

  /// Opens the library, making it where there is none.
  ///
  /// - Parameters:
  ///   - patience: seconds to wait for another process that writes.
  ///   - reviewSettings: how questions come back, asked anew each time.
  ///   - days: the days that reviews are counted in.
  /// - Throws: ``LibraryError``; a file that is not ours, damaged, or from a newer testlet is left as it is.
  public init(
    path: String, patience: TimeInterval = 5, clock: @escaping @Sendable () -> Date = { Date() },
    newID: @escaping @Sendable () -> String = Library.randomID,
    reviewSettings: @escaping @Sendable () -> ReviewSettings = { ReviewSettings() }, days: StudyDays = StudyDays()
  ) throws(LibraryError) {
    self.path = path
    self.clock = clock
    self.newID = newID
    self.reviewSettings = reviewSettings
    self.days = days
    do {
      try Self.makeFolder(of: path)
      Self.makeFile(path)
      pool = try Self.openedPool(path, patience)
      try Self.protect(path)
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Says when questions come back.
  var scheduler: ReviewScheduler { ReviewScheduler(retention: reviewSettings().retention, days: days) }

  /// Twelve random characters of lower-case base 32 (60 bits).
  public static let randomID: @Sendable () -> String = {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
    return String((0..<12).map { _ in alphabet[Int.random(in: 0..<32)] })
  }

  // MARK: - Opening

  /// Where two processes make one library, SQLite tells one of them at once that it is busy, without its usual
  /// patience: two that waited for each other would wait for ever. Nothing tells when the other one is done, so this
  /// tries again.
  private static func openedPool(_ path: String, _ patience: TimeInterval) throws -> DatabasePool {
    let deadline = Date(timeIntervalSinceNow: patience)
    while true {
      do {
        try recognise(path, patience)
        let pool = try DatabasePool(path: path, configuration: configuration(patience))
        try syncEveryCommit(pool)
        try migrate(pool)
        return pool
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && Date() < deadline {
        Thread.sleep(forTimeInterval: 0.01)
      }
    }
  }

  private static func configuration(_ patience: TimeInterval) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.foreignKeysEnabled = true
    return configuration
  }

  /// An answer that was shown as kept must survive a power cut too, not only a kill: FULL syncs the WAL at every commit.
  /// A pool begins with less, so this is asked for once its one writing connection is there.
  private static func syncEveryCommit(_ pool: DatabasePool) throws {
    try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
  }

  /// Takes the steps that are missing. Of several processes that do so at once, one that finds a step taken meanwhile
  /// begins anew.
  private static func migrate(_ pool: DatabasePool) throws {
    while try pool.read({ try !Migrations.all.hasCompletedMigrations($0) }) {
      try mark(pool)
      let before = try pool.read { try Migrations.all.appliedIdentifiers($0) }
      do {
        try Migrations.all.migrate(pool)
      } catch {
        let after = try pool.read { try Migrations.all.appliedIdentifiers($0) }
        guard after.count > before.count else { throw error }
      }
    }
  }

  /// Marks a file as ours before there is any table in it: a process that is killed while it makes a library must leave
  /// one that the next process knows again.
  private static func mark(_ pool: DatabasePool) throws {
    try pool.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA application_id = \(Migrations.applicationID)")
    }
  }

  private static func makeFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    guard AtomicFile.makeFolders(folder) == nil else { throw LibraryError.cannotCreate(path: path) }
  }

  /// Makes the file for its owner alone, where there is none: what SQLite makes is open to whomever the mask of the
  /// process lets in, until it is protected. What SQLite lays beside it (`-wal`, `-shm`) gets the file's permissions.
  ///
  /// Without a descriptor: to close one would give up the locks that another thread has on the file meanwhile. Where
  /// the system makes no file this way, SQLite makes it.
  private static func makeFile(_ path: String) {
    _ = mknod(path, S_IFREG | 0o600, 0)
  }

  /// Looks at a file before anything is written to it.
  static func recognise(_ path: String, _ patience: TimeInterval) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    // Opening a pipe would wait for a writer.
    guard status.st_mode & S_IFMT == S_IFREG else { throw LibraryError.notALibrary(path: path) }
    if status.st_size == 0 { return }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(patience)
    do {
      try recognise(path, configuration)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
      // A process was killed while it wrote. SQLite takes back what was half written, if it may write.
      configuration.readonly = false
      try recognise(path, configuration)
    }
  }

  private static func recognise(_ path: String, _ configuration: Configuration) throws {
    try DatabaseQueue(path: path, configuration: configuration).read { database in
      let id = try Int.fetchOne(database, sql: "PRAGMA application_id")
      // A process that was killed right after it had made the file left one without tables.
      let isUntouched = try id == 0 && Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
      guard id == Migrations.applicationID || isUntouched else { throw LibraryError.notALibrary(path: path) }
      if try Migrations.all.hasBeenSuperseded(database) { throw LibraryError.newer(path: path) }
    }
  }

  /// The library holds what a student got wrong: nobody else's business.
  private static func protect(_ path: String) throws {
    for file in [path, "\(path)-wal", "\(path)-shm"] where FileManager.default.fileExists(atPath: file) {
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    }
  }

  // MARK: - Access

  func read<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try pool.read(body)
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try pool.write(body)
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Checks that the file is whole (`PRAGMA integrity_check` and foreign keys).
  public func isWhole() throws(LibraryError) -> Bool {
    try read(Self.isWhole)
  }

  static func isWhole(_ database: Database) throws -> Bool {
    let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check")
    let strays = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
    return integrity == ["ok"] && strays.isEmpty
  }
}
