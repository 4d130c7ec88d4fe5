import Foundation
import GRDB

/// Everything that testlet keeps: notes, tests, questions, attempts. One SQLite file.
///
/// Every function returns when what it writes is durable, and can be called from any thread. All throw ``LibraryError``.
public final class Library: Sendable {
  /// Where the file is.
  public let path: String
  let pool: DatabasePool
  let clock: @Sendable () -> Date
  let newID: @Sendable () -> String

  /// Opens the library, making it where there is none.
  ///
  /// - Throws: ``LibraryError``; a file that is not ours, damaged, or from a newer testlet is left as it is.
  public init(
    path: String, clock: @escaping @Sendable () -> Date = { Date() },
    newID: @escaping @Sendable () -> String = Library.randomID
  ) throws(LibraryError) {
    self.path = path
    self.clock = clock
    self.newID = newID
    do {
      try Self.makeFolder(of: path)
      try Self.recognise(path)
      pool = try DatabasePool(path: path, configuration: Self.configuration)
      if try pool.read({ try !Migrations.all.hasCompletedMigrations($0) }) { try Migrations.all.migrate(pool) }
      try Self.protect(path)
    } catch let error as LibraryError {
      throw error
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Twelve random characters of lower-case base 32 (60 bits).
  public static let randomID: @Sendable () -> String = {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567")
    return String((0..<12).map { _ in alphabet[Int.random(in: 0..<32)] })
  }

  // MARK: - Opening

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      // An answer that was shown as kept must survive a power cut too, not only a kill: FULL syncs the WAL at every
      // commit.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    return configuration
  }

  private static func makeFolder(of path: String) throws {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw LibraryError.cannotCreate(path: path)
    }
  }

  /// Looks at a file before anything is written to it.
  private static func recognise(_ path: String) throws {
    guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size > 0 else { return }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.read { database in
      let id = try Int.fetchOne(database, sql: "PRAGMA application_id")
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      if tables == 0 { return }
      guard id == Migrations.applicationID else { throw LibraryError.notALibrary(path: path) }
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

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try pool.read(body)
    } catch let error as DatabaseError {
      throw LibraryError(error, path: path)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try pool.write(body)
    } catch let error as DatabaseError {
      throw LibraryError(error, path: path)
    }
  }

  /// Checks that the file is whole (`PRAGMA integrity_check` and foreign keys).
  public func isWhole() throws -> Bool {
    try read { database in
      let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check")
      let strays = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
      return integrity == ["ok"] && strays.isEmpty
    }
  }
}

/// Values that are kept as JSON in a column.
enum JSONColumn {
  static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
