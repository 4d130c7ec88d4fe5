import Foundation
import GRDB

extension Library {
  /// Writes a copy of everything to a file that is empty or not there yet: one SQLite file, whole, for its owner only.
  /// Others may go on writing to the library meanwhile.
  public func backUp(to copy: String) throws(LibraryError) {
    do {
      try Self.makePrivate(copy)
      let queue = try DatabaseQueue(path: copy)
      try pool.backup(to: queue)
      // The library's own way of writing needs more files than one.
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      guard try queue.read(Self.isWhole) else { throw LibraryError.notALibrary(path: copy) }
      try queue.close()
    } catch {
      throw LibraryError(error, path: copy)
    }
  }

  /// Takes everything back from a copy, in one transaction: either all of it is there, or what was there before.
  ///
  /// - Parameter former: where what was there before is kept, in the place of what was kept there last.
  /// - Throws: ``LibraryError`` for a file that is no library, damaged, or from a newer testlet; nothing is changed then.
  public func restore(from copy: String, keeping former: String) throws(LibraryError) {
    let scratch = "\(path)-restore-\(newID())"
    defer { for file in [scratch, "\(scratch)-wal", "\(scratch)-shm"] { unlink(file) } }
    do {
      try Self.makePrivate(scratch)
      try Self.copy(copy, to: scratch)
    } catch {
      throw LibraryError(error, path: copy)
    }
    // A copy from an older testlet is brought up to date before it replaces anything.
    let updated = try Library(path: scratch)
    let fresh = "\(former)-\(newID())"
    defer { unlink(fresh) }
    try backUp(to: fresh)
    guard rename(fresh, former) == 0 else { throw .cannotCreate(path: former) }
    do {
      try updated.pool.backup(to: pool)
      try updated.pool.close()
    } catch {
      throw LibraryError(error, path: path)
    }
  }

  /// Copies a library that is whole, without writing to it.
  private static func copy(_ source: String, to target: String) throws {
    guard FileManager.default.fileExists(atPath: source) else { throw LibraryError.noCopy(path: source) }
    try recognise(source, 5)
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: source, configuration: configuration)
    guard try queue.read({ try $0.tableExists("question") && isWhole($0) }) else {
      throw LibraryError.notALibrary(path: source)
    }
    let copy = try DatabaseQueue(path: target)
    try queue.backup(to: copy)
    try copy.close()
  }

  private static func makePrivate(_ path: String) throws(LibraryError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else { throw .cannotCreate(path: path) }
    close(descriptor)
  }
}
