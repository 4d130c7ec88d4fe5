import Foundation
import TestSupport
import Testing

/// A library that can't be used as it is: one sentence, its exit code, a way out, and nothing of it is lost.
@Suite("Trouble with the library")
struct LibraryTroubleTests {
  let program: Program
  let notes: String
  let library: LibraryFile

  init() throws {
    (program, notes) = try Program.withTest()
    library = LibraryFile(of: program)
    try library.execute()
  }

  private func expectSentence(
    _ result: Program.Result, _ code: Int32, _ parts: String..., place: SourceLocation = #_sourceLocation
  ) {
    #expect(result.code == code && result.output.isEmpty, "\(result)", sourceLocation: place)
    #expect(result.errors.hasPrefix("testlet: "), "\(result.errors)", sourceLocation: place)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)", sourceLocation: place)
    for part in parts { #expect(result.errors.contains(part), "\(result.errors)", sourceLocation: place) }
  }

  /// Every command refuses a library that is there, and leaves each byte of it.
  private func expectLeftAlone(_ parts: String..., place: SourceLocation = #_sourceLocation) throws {
    let bytes = try library.bytes()
    for arguments in [["list"], ["generate", notes, "--backend", "mock"], ["import", notes], ["delete", "latest"]] {
      let result = try program.start(arguments).wait()
      expectSentence(result, 74, library.path, "was left as it is", "--data-dir", place: place)
      for part in parts { #expect(result.errors.contains(part), "\(result.errors)", sourceLocation: place) }
    }
    #expect(try library.bytes() == bytes, sourceLocation: place)
  }

  /// Ways in which a file loses what it held.
  enum Damage: CaseIterable {
    case header
    case behindTheFirstPage
    case cutInTheMiddle
    case cutInItsHeader
    case zeros
    case text
  }

  @Test("A damaged library is refused with a way out, and left as it is", arguments: Damage.allCases)
  func damaged(_ damage: Damage) throws {
    var bytes = try library.bytes()
    switch damage {
    case .header: bytes.replaceSubrange(0..<100, with: (0..<100).map { UInt8(truncatingIfNeeded: $0 * 37 + 11) })
    case .behindTheFirstPage:
      bytes.replaceSubrange(4_096..<bytes.count, with: Data(repeating: 0x5A, count: bytes.count - 4_096))
    case .cutInTheMiddle: bytes = bytes.prefix(bytes.count / 2)
    case .cutInItsHeader: bytes = bytes.prefix(60)
    case .zeros: bytes = Data(count: bytes.count)
    case .text: bytes = Data("Some notes that happen to have this name.\n".utf8)
    }
    try library.replace(with: bytes)
    try expectLeftAlone("is damaged or not a testlet library", "move it away")
    // The way out that the sentence names.
    try FileManager.default.moveItem(atPath: library.path, toPath: program.home.file("away"))
    #expect(try program.run("generate", notes, "--count", "2", "--backend", "mock", "--quiet").code == 0)
  }

  @Test("A library of a newer testlet is refused with a way out, and left as it is")
  func newer() throws {
    try library.execute("INSERT INTO grdb_migrations VALUES ('what is to come')")
    try expectLeftAlone("made by a newer testlet", "use that version")
  }

  @Test("A folder in the place of the library is refused with a way out")
  func folder() throws {
    try FileManager.default.removeItem(atPath: library.path)
    try FileManager.default.createDirectory(atPath: library.path, withIntermediateDirectories: false)
    expectSentence(try program.run("list"), 74, library.path, "move it away, or give another --data-dir")
    #expect(try program.run("list", "--data-dir", program.home.file("other")).code == 0)
  }

  @Test("A library that another program writes to is read; to write, it is waited for, and then told to be in use")
  func locked() throws {
    let holder = try library.hold()
    #expect(try program.run("list").output.contains("4/4"))
    expectSentence(
      try program.run("delete", "latest"), 75, library.path, "Another program holds the library", "try again")
    holder.send(SIGKILL)
    _ = holder.wait()
    #expect(try program.run("list").output.contains("4/4"))
    #expect(try program.run("delete", "latest").code == 0)
  }

  // MARK: - Permissions

  /// Runs the program so that permissions hold for it, for the administrator too.
  private func runBoundByPermissions(_ arguments: String...) throws -> Program.Result {
    guard geteuid() == 0 else { return try program.start(arguments).wait() }
    let rights = "-dac_override,-dac_read_search"
    let without = ["setpriv", "--inh-caps=\(rights)", "--bounding-set=\(rights)", Program.path]
    return try program.start(without + arguments, executable: "/usr/bin/env").wait()
  }

  @Test("A library whose folder may not be written is refused with a way out, and is there afterwards")
  func readOnlyFolder() throws {
    let bytes = try library.bytes()
    chmod(library.folder, 0o555)
    defer { chmod(library.folder, 0o700) }
    for command in ["list", "stats"] {
      expectSentence(
        try runBoundByPermissions(command), 77, library.path, "check its permissions and those of its folder")
    }
    #expect(try library.bytes() == bytes)
    chmod(library.folder, 0o700)
    #expect(try runBoundByPermissions("list").output.contains("4/4"))
  }

  @Test("A library that may not be written is refused with a way out, and is there afterwards")
  func readOnlyFile() throws {
    let bytes = try library.bytes()
    chmod(library.path, 0o444)
    expectSentence(
      try runBoundByPermissions("generate", notes, "--backend", "mock"), 77, library.path, "check its permissions")
    #expect(try library.bytes() == bytes)
    // What SQLite laid beside it has its permissions.
    for suffix in ["", "-wal", "-shm"] { chmod(library.path + suffix, 0o600) }
    #expect(try runBoundByPermissions("list").output.contains("4/4"))
  }

  @Test("Where no library can be made, that is told with a way out")
  func noPlace() throws {
    let closed = program.home.file("closed")
    try FileManager.default.createDirectory(
      atPath: closed, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
    let data = "\(closed)/data"
    expectSentence(
      try runBoundByPermissions("generate", notes, "--backend", "mock", "--data-dir", data), 73, data,
      "give another --data-dir")
    #expect(!FileManager.default.fileExists(atPath: data))
  }
}
