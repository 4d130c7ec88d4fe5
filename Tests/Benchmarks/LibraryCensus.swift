import Foundation
import GRDB
import TestSupport

/// What a library holds, of whatever version it is.
struct LibraryCensus {
  var isWhole: Bool
  var questions = 0
  /// Answers in tests.
  var responses = 0
  /// Answers in reviews, and those of them without a later time at which the question comes back.
  var reviews = 0
  var unscheduled = 0

  /// Looks at a file.
  init(_ path: String) throws {
    self = try DatabaseQueue(path: path).read { try LibraryCensus($0) }
  }

  /// Looks at a copy of the folder of a file: whoever opens what a kill has left takes in its log, and so changes it.
  init(copyOf path: String) throws {
    let (file, folder) = (URL(filePath: path), try TemporaryFolder())
    let copy = URL(filePath: folder.file("copy"))
    try FileManager.default.copyItem(at: file.deletingLastPathComponent(), to: copy)
    self = try withExtendedLifetime(folder) {
      try LibraryCensus(copy.appending(path: file.lastPathComponent).path(percentEncoded: false))
    }
  }

  private init(_ database: Database) throws {
    func count(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: "SELECT count(*) FROM \(sql)") ?? 0 }
    let integrity = try String.fetchAll(database, sql: "PRAGMA integrity_check")
    let strays = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
    isWhole = integrity == ["ok"] && strays.isEmpty
    guard try database.tableExists("question") else { return }
    questions = try count("question JOIN questionRevision ON questionID = id WHERE revision = 1")
    responses = try count("response WHERE choice IS NOT NULL OR text IS NOT NULL")
    guard try database.tableExists("answer") else { return }
    reviews = try count("answer WHERE position IS NULL")
    unscheduled = try count(
      """
      answer WHERE position IS NULL AND NOT EXISTS (
        SELECT 1 FROM reviewCard
        WHERE reviewCard.question = answer.question AND reviewedAt > answeredAt - 1 AND due > answeredAt)
      """)
  }
}
