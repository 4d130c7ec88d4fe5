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
  /// - Parameter former: where what was there before is kept; what is there already stays, and a number tells them apart.
  /// - Returns: where it is kept.
  /// - Throws: ``LibraryError`` for a file that is no library, damaged, or from a newer testlet; nothing is changed then.
  @discardableResult
  public func restore(from copy: String, keeping former: String) throws(LibraryError) -> String {
    let updated: DatabaseQueue
    do {
      updated = try Self.upToDate(copy)
    } catch {
      throw LibraryError(error, copy: copy)
    }
    let fresh = "\(former)-\(newID())"
    defer { unlink(fresh) }
    try backUp(to: fresh)
    let kept = try Self.unusedName(like: former)
    guard rename(fresh, kept) == 0 else {
      unlink(kept)
      throw .cannotCreate(path: kept)
    }
    do {
      try updated.backup(to: pool)
    } catch {
      // Nothing was replaced: each further attempt would leave one more copy of what is still there.
      unlink(kept)
      throw LibraryError(error, path: path)
    }
    return kept
  }

  /// Takes the first of "name.sqlite", "name-2.sqlite", "name-3.sqlite" that no file has, by making an empty one.
  private static func unusedName(like path: String) throws(LibraryError) -> String {
    let url = URL(filePath: path)
    let ending = url.pathExtension.isEmpty ? "" : ".\(url.pathExtension)"
    let stem = path.dropLast(ending.count)
    var (name, number) = (path, 1)
    while true {
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        close(descriptor)
        return name
      }
      guard errno == EEXIST else { throw .cannotCreate(path: name) }
      number += 1
      name = "\(stem)-\(number)\(ending)"
    }
  }

  /// What a whole copy holds, brought up to date where it is from an older testlet: in a file without a name, which is gone
  /// with this process however that ends. The copy is not written to.
  private static func upToDate(_ copy: String) throws -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: copy) else { throw LibraryError.noCopy(path: copy) }
    try recognise(copy, 5)
    let queue = try DatabaseQueue.temporaryCopy(fromPath: copy)
    guard try queue.read({ try $0.tableExists("question") && isWhole($0) }) else {
      throw LibraryError.notALibrary(path: copy)
    }
    try Migrations.all.migrate(queue)
    return queue
  }

  private static func makePrivate(_ path: String) throws(LibraryError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else { throw .cannotCreate(path: path) }
    close(descriptor)
  }
}
