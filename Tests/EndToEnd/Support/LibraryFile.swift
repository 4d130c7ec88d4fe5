import Foundation

/// The file of a program's library, as other programs see it.
struct LibraryFile {
  private let program: Program

  init(of program: Program) {
    self.program = program
  }

  /// Its folder.
  var folder: String { program.home.file(".local/share/testlet") }
  var path: String { "\(folder)/testlet.sqlite" }

  /// All bytes of the file.
  func bytes() throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  /// Puts other bytes into its place.
  func replace(with bytes: Data) throws {
    try FileManager.default.removeItem(atPath: path)
    try bytes.write(to: URL(filePath: path))
  }

  /// Changes it, and brings everything into the one file.
  func execute(_ statement: String = "SELECT 1") throws {
    let script = """
      import sqlite3, sys
      library = sqlite3.connect(sys.argv[1])
      with library: library.execute(sys.argv[2])
      library.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
      library.close()
      """
    let run = try python(script, statement).wait()
    guard run.code == 0 else { throw TerminalWindow.Failure(description: run.errors) }
  }

  /// Another program, which has written to the library and now holds it until it is stopped.
  func hold() throws -> RunningProgram {
    let script = """
      import signal, sqlite3, sys
      library = sqlite3.connect(sys.argv[1], isolation_level=None)
      library.execute("CREATE TABLE held (x)")
      library.execute("DROP TABLE held")
      library.execute("BEGIN IMMEDIATE")
      print("held", file=sys.stderr, flush=True)
      signal.pause()
      """
    let holder = try python(script)
    try holder.wait { $0.contains("held") }
    return holder
  }

  private func python(_ script: String, _ arguments: String...) throws -> RunningProgram {
    try program.start(["python3", "-c", script, path] + arguments, executable: "/usr/bin/env")
  }
}
