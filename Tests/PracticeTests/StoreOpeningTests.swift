import Foundation
import GRDB
import Testing

@testable import PracticeTests

/// What is done with the file of a library before it is used.
@Suite("Opening a library")
struct StoreOpeningTests {
  private let fixture: LibraryFixture

  init() throws {
    fixture = try LibraryFixture()
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  /// A file of that name, and what opening it as a library ends with; the file must not change.
  private func refusal(of content: Data) throws -> LibraryError? {
    let path = "\(fixture.folder)/other.sqlite"
    try content.write(to: URL(filePath: path))
    let error = #expect(throws: LibraryError.self) { try Library(path: path) }
    #expect(try bytes(path) == content)
    #expect(error?.category == .readOrWrite)
    #expect(error?.sentence.contains(path) == true)
    return error
  }

  /// What SQLite would hold in a file of its own.
  private func database(_ sql: String) throws -> Data {
    let path = "\(fixture.folder)/made-\(UUID().uuidString).sqlite"
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: sql) }
      try queue.close()
    }
    return try bytes(path)
  }

  @Test("A new file gets the whole schema, foreign keys, WAL and full syncs, and is the student's alone")
  func fresh() throws {
    let library = fixture.library
    let tables = try library.read { database in
      try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_%' ESCAPE '\\'")
    }
    #expect(
      Set(tables) == [
        "source", "sourceVersion", "passage", "test", "testVersion", "question", "questionRevision", "slot", "attempt",
        "response", "calibration", "bankEntry", "bankSearch", "draftingCalibration", "questionMark",
        "answer", "reviewCard", "suspension",
      ])
    let pragmas = try library.write { database in
      try ["foreign_keys", "synchronous", "application_id"].map {
        try Int.fetchOne(database, sql: "PRAGMA \($0)") ?? -1
      }
    }
    #expect(pragmas == [1, 2, Migrations.applicationID])
    #expect(try library.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") } == "wal")
    #expect(try library.isWhole())
    let modes = try FileManager.default.attributesOfItem(atPath: fixture.path)[.posixPermissions] as? Int
    #expect(modes == 0o600)
  }

  @Test("A row that points nowhere is refused by the database itself")
  func foreignKeys() throws {
    #expect(throws: LibraryError.self) {
      try fixture.library.write {
        try $0.execute(sql: "INSERT INTO slot (testID, position, specification) VALUES ('x', 0, '')")
      }
    }
  }

  @Test("Opening again changes nothing, however many open a new file at once", arguments: 0..<20)
  func again(round: Int) async throws {
    let path = "\(fixture.folder)/new\(round)/testlet.sqlite"
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask { _ = try Library(path: path).createTest(.fixture(slots: 1)) }
      }
      try await group.waitForAll()
    }
    #expect(try Library(path: path).tests().count == 4)
  }

  @Test("Several that open one old library at once bring it up to date once", arguments: 0..<10)
  func oldLibrary(round: Int) async throws {
    _ = try await fixture.filledTest()
    let path = "\(fixture.folder)/old.sqlite"
    try fixture.makeOlder(path, upTo: "marks by which repeated questions are found")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask { _ = try Library(path: path).createTest(.fixture(slots: 1)) }
      }
      try await group.waitForAll()
    }
    let library = try Library(path: path)
    #expect(try library.tests().count == 5 && library.questions().total == 3)
    #expect(try library.isWhole())
  }

  @Test("A library of a newer testlet is refused with its sentence and left alone")
  func newer() throws {
    let path = "\(fixture.folder)/newer.sqlite"
    do {
      let library = try Library(path: path)
      try library.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('2 what is to come')") }
      try library.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
    #expect(try refusal(of: bytes(path))?.sentence.contains("made by a newer testlet") == true)
  }

  @Test("Files that are no library are refused with their sentence and left alone")
  func foreign() throws {
    let files = [
      Data("Just some notes that happen to have this name.\n".utf8), Data(repeating: 0xAA, count: 5000),
      try database("CREATE TABLE song (title TEXT)"),
      try database("PRAGMA journal_mode = WAL; CREATE TABLE song (title TEXT)"),
      try database("PRAGMA user_version = 3; PRAGMA application_id = 99"),
      Data(try bytes(fixture.path).prefix(40)),
    ]
    for file in files {
      #expect(try refusal(of: file)?.sentence.contains("damaged or not a testlet library") == true)
    }
  }

  @Test("Damage that shows only later is told as damage, and nothing is written")
  func damaged() throws {
    let path = "\(fixture.folder)/damaged.sqlite"
    do {
      let library = try Library(path: path)
      for _ in 0..<40 { _ = try library.createTest(.fixture(slots: 5)) }
      try library.pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      try library.pool.close()
    }
    var content = try bytes(path)
    for index in content.count / 2..<content.count { content[index] = 0x5A }
    try content.write(to: URL(filePath: path))
    let error = #expect(throws: LibraryError.self) {
      let library = try Library(path: path)
      _ = try library.tests()
      for test in try library.tests() { _ = try library.test(test.id) }
    }
    #expect(error == .notALibrary(path: path))
    #expect(try bytes(path) == content)
  }

  @Test("An empty file becomes a library")
  func empty() throws {
    let path = "\(fixture.folder)/empty.sqlite"
    try Data().write(to: URL(filePath: path))
    #expect(try Library(path: path).tests().isEmpty)
  }

  @Test("A library whose making was cut short is made to its end")
  func cutShort() throws {
    let states = [
      try database("PRAGMA journal_mode = WAL"),
      try database("PRAGMA application_id = \(Migrations.applicationID)"),
      try database(
        "PRAGMA application_id = \(Migrations.applicationID); CREATE TABLE grdb_migrations (identifier TEXT PRIMARY KEY)"
      ),
    ]
    for (number, state) in states.enumerated() {
      let path = "\(fixture.folder)/short-\(number).sqlite"
      try state.write(to: URL(filePath: path))
      #expect(throws: Never.self) { try Library(path: path).createTest(.fixture(slots: 1)) }
    }
  }

  @Test("What a killed process left half written is taken back")
  func hotJournal() throws {
    let path = "\(fixture.folder)/hot.sqlite"
    try database("PRAGMA user_version = 1").write(to: URL(filePath: path))
    // The journal of the first write to an empty file: its mark, no pages, a nonce, no pages before, sector, page size.
    let header: [UInt32] = [0xD9D5_05F9, 0x20A1_63D7, 0, 1, 0, 512, 4096]
    var journal = Data(header.flatMap { word in withUnsafeBytes(of: word.bigEndian, Array.init) })
    journal.append(Data(count: 512 - journal.count))
    try journal.write(to: URL(filePath: "\(path)-journal"))
    #expect(try Library(path: path).tests().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: "\(path)-journal"))
  }

  @Test("A place where no library can be is told")
  func noPlace() throws {
    let file = fixture.path
    #expect(throws: LibraryError.cannotCreate(path: "\(file)/testlet.sqlite")) {
      try Library(path: "\(file)/testlet.sqlite")
    }
    let folder = fixture.folder
    #expect(throws: LibraryError.notALibrary(path: folder)) { try Library(path: folder) }
  }

  @Test("In a folder that may not be written, a library is told to be so")
  func readOnly() async throws {
    try fixture.library.pool.close()
    let (path, folder) = (fixture.path, fixture.folder)
    chmod(folder, 0o555)
    chmod(path, 0o444)
    defer { chmod(folder, 0o755) }
    // The administrator may write everywhere.
    await #expect(processExitsWith: .exitCode(77)) { [path = path as String] in
      if geteuid() == 0 { setuid(65534) }
      let error = #expect(throws: LibraryError.self) { try Library(path: path).createTest(.fixture(slots: 1)) }
      exit(error == .readOnly(path: path) ? 77 : 1)
    }
  }

  @Test("A library that another process holds is waited for, then told to be in use")
  func busy() throws {
    let other = try DatabaseQueue(path: fixture.path)
    let library = try fixture.reopened(patience: 0.05)
    try other.inDatabase { database in
      try database.execute(sql: "BEGIN IMMEDIATE")
      let error = #expect(throws: LibraryError.self) { try library.createTest(.fixture(slots: 1)) }
      #expect(error == .locked(path: fixture.path))
      #expect(error?.category == .tryLater)
      #expect(try library.tests().isEmpty)
      try database.execute(sql: "COMMIT")
    }
    #expect(throws: Never.self) { try library.createTest(.fixture(slots: 1)) }
  }
}
