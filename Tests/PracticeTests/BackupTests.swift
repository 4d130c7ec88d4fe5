import Foundation
import GRDB
import TestSupport
import Testing

@testable import PracticeTests

@Suite("Copies of the whole library")
struct BackupTests {
  let folder: TemporaryFolder
  let fixture: LibraryFixture
  var library: Library { fixture.library }
  var former: String { folder.file("former") }

  init() throws {
    folder = try TemporaryFolder()
    fixture = try LibraryFixture()
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func run(_ statement: String, on path: String) throws {
    try DatabaseQueue(path: path).write { try $0.execute(sql: statement) }
  }

  /// Has the library's own file hold everything.
  private func emptyLog() throws {
    _ = try library.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
  }

  @Test("A copy is one file for its owner only, and gives everything back, also to who has the library open")
  func roundTrip() async throws {
    let id = try await fixture.filledTest()
    let before = try library.test(id)
    let copy = folder.file("copy")
    try library.backUp(to: copy)
    #expect(try mode(copy) == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["copy"])
    let other = try fixture.reopened()
    try library.deleteTest(id)
    let later = try fixture.test(title: "Later")
    try library.restore(from: copy, keeping: former)
    #expect(try library.test(id) == before && other.test(id) == before)
    #expect(try other.tests().map(\.id) == [id])
    #expect(try library.questions().total == 3)
    #expect(try library.isWhole())
    // What was there before can be taken back too.
    #expect(try mode(former) == 0o600)
    try library.restore(from: former, keeping: former)
    #expect(try library.tests().map(\.id) == [later])
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder).allSatisfy { !$0.contains("restore") })
  }

  @Test("What a restoration keeps stays when there is another one")
  func severalRestorations() throws {
    let copy = folder.file("copy")
    try library.backUp(to: copy)
    let first = try fixture.test(title: "First")
    let path = folder.file("former.sqlite")
    #expect(try library.restore(from: copy, keeping: path) == path)
    let second = try fixture.test(title: "Second")
    let bytes = try Data(contentsOf: URL(filePath: path))
    let next = try library.restore(from: copy, keeping: path)
    #expect(next == folder.file("former-2.sqlite"))
    #expect(try library.restore(from: copy, keeping: path) == folder.file("former-3.sqlite"))
    #expect(try Data(contentsOf: URL(filePath: path)) == bytes && mode(next) == 0o600)
    let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("former") }
    #expect(kept.sorted() == ["former-2.sqlite", "former-3.sqlite", "former.sqlite"])
    #expect(try Library(path: path).tests().map(\.id) == [first])
    #expect(try Library(path: next).tests().map(\.id) == [second])
    #expect(try library.tests().isEmpty)
  }

  @Test("A restoration that fails in the end leaves no copy of what is still there")
  func heldLibrary() throws {
    let copy = folder.file("copy")
    try library.backUp(to: copy)
    let id = try fixture.test()
    let (other, hasty) = (try DatabaseQueue(path: fixture.path), try fixture.reopened(patience: 0.05))
    try other.inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      for _ in 0..<2 {
        #expect(throws: LibraryError.locked(path: fixture.path)) { try hasty.restore(from: copy, keeping: former) }
      }
      try database.execute(sql: "COMMIT")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["copy"])
    #expect(try library.tests().map(\.id) == [id])
    #expect(try hasty.restore(from: copy, keeping: former) == former && library.tests().isEmpty)
  }

  @Test("Writing goes on while a copy is made")
  func whileWriting() async throws {
    let library = library
    _ = try fixture.test()
    let writing = Task {
      for number in 0..<50 { _ = try library.createTest(.fixture(slots: 1, title: "\(number)")) }
    }
    for number in 0..<5 { try library.backUp(to: folder.file("copy\(number)")) }
    try await writing.value
    for number in 0..<5 {
      let copy = try Library(path: folder.file("copy\(number)"))
      #expect(try copy.isWhole() && !copy.tests().isEmpty)
    }
  }

  @Test("A file that is no whole library of ours changes nothing")
  func refusals() throws {
    let id = try fixture.test()
    let copy = folder.file("copy")
    try library.backUp(to: copy)
    func refusal(_ path: String) -> LibraryError? {
      #expect(throws: LibraryError.self) { try library.restore(from: path, keeping: former) }
    }
    #expect(refusal(folder.file("none")) == .noCopy(path: folder.file("none")))
    for text in ["", "not a database at all, whatever its name says"] {
      let path = try folder.write(text, to: "foreign")
      #expect(refusal(path) == .notACopy(path: path))
    }
    // A pipe would wait for ever.
    let pipe = folder.file("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    for path in [pipe, folder.path, "/dev/null"] { #expect(refusal(path) == .notACopy(path: path)) }
    let foreign = folder.file("foreign.sqlite")
    try run("CREATE TABLE song (title TEXT)", on: foreign)
    #expect(refusal(foreign) == .notACopy(path: foreign))
    let newer = folder.file("newer")
    try library.backUp(to: newer)
    try run("INSERT INTO grdb_migrations VALUES ('z')", on: newer)
    #expect(refusal(newer) == .newerCopy(path: newer))
    var bytes = try Data(contentsOf: URL(filePath: copy))
    for place in 4096..<min(bytes.count, 40_000) { bytes[place] = 0x5A }
    let damaged = folder.file("damaged")
    try bytes.write(to: URL(filePath: damaged))
    #expect(refusal(damaged) == .notACopy(path: damaged))
    #expect(try library.tests().map(\.id) == [id])
    #expect(!FileManager.default.fileExists(atPath: former))
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder).allSatisfy { !$0.contains("restore") })
  }

  @Test("A library's own file, copied by hand, is taken back too")
  func copiedByHand() async throws {
    let id = try await fixture.filledTest()
    let before = try library.test(id)
    try emptyLog()
    let copy = folder.file("by hand")
    try FileManager.default.copyItem(atPath: library.path, toPath: copy)
    try library.deleteTest(id)
    try library.restore(from: copy, keeping: former)
    #expect(try library.test(id) == before && library.isWhole())
  }

  @Test("A copy from an older testlet is brought up to date before it replaces anything")
  func older() async throws {
    let id = try await fixture.filledTest()
    let before = try library.test(id)
    let copy = folder.file("copy")
    try fixture.makeOlder(copy, upTo: "answers and reviews")
    try library.deleteTest(id)
    try library.restore(from: copy, keeping: former)
    #expect(try library.test(id) == before && library.isWhole())
    #expect(try library.questions(BankQuery(text: "nucleus")).total == 1)
  }
}
