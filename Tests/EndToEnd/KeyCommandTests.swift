import Foundation
import TestSupport
import Testing

/// `testlet backends key`, with the stand-in for the keyring in front of any real one.
struct KeyCommandTests {
  private let program: Program
  private let tool: SecretToolStandIn
  private var file: String { program.home.file(".config/testlet/keys/keys.json") }

  init() throws {
    program = Program(home: try TemporaryFolder())
    tool = try SecretToolStandIn()
  }

  /// Runs the program with a text on standard input.
  private func run(
    _ arguments: String..., input: String, environment: [String: String] = [:]
  ) throws -> Program.Result {
    let environment = ["PATH": tool.searchPath].merging(environment) { $1 }
    let script = "printf '%s' \"$INPUT\" | \"$@\""
    return try program.start(
      ["-c", script, "sh", Program.path] + arguments, environment: environment.merging(["INPUT": input]) { $1 },
      executable: "/bin/sh"
    ).wait()
  }

  @Test("A key is stored in the keyring, listed by its end alone, and removed") func keyring() throws {
    let stored = try run("backends", "key", "openai", input: "sk-first-key-1234\n")
    #expect(stored.code == 0 && stored.output.isEmpty, "\(stored.errors)")
    #expect(stored.errors.contains("for https://api.openai.com: …1234, in the desktop keyring"), "\(stored.errors)")
    #expect(tool.items == ["sk-first-key-1234"])
    let listed = try run("backends", "key", "--json", input: "")
    let rows = try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]]
    let row = try #require(rows?.first { $0["id"] as? String == "openai" })
    #expect(row["key"] as? String == "…1234" && row["source"] as? String == "keyring")
    #expect(rows?.first { $0["id"] as? String == "ollama" }?["key"] is NSNull)
    #expect(!listed.output.contains("sk-"))
    let removed = try run("backends", "key", "openai", "--remove", input: "")
    #expect(removed.code == 0 && tool.items.isEmpty, "\(removed.errors)")
    #expect(try run("backends", "key", input: "").output.contains(/openai +https:\S+ +no key/))
  }

  @Test("Without a keyring it is a file for its owner alone, which is refused once others can read it")
  func withoutKeyring() throws {
    try tool.setBroken(true)
    let stored = try run("backends", "key", "openai", input: "sk-first-key-1234")
    #expect(stored.code == 0 && stored.errors.contains("…1234, in \(file)"), "\(stored.errors)")
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
    let refused = try run("backends", "key", "openai", input: "sk-second-key-5678")
    #expect(refused.code == 77 && refused.errors.contains("chmod 600"), "\(refused.errors)")
    let list = try run("backends", input: "")
    #expect(list.code == 0 && list.output.contains("chmod 600"), "\(list.output)")
  }

  @Test("The environment variable goes first, and is said to") func variable() throws {
    let stored = try run(
      "backends", "key", "openai", input: "sk-first-key-1234", environment: ["OPENAI_API_KEY": "sk-variable-key"])
    #expect(stored.code == 0 && stored.errors.contains("OPENAI_API_KEY is set, and goes before"), "\(stored.errors)")
    #expect(!tool.environments.contains("sk-variable-key"))
  }

  @Test(
    "What can't be done ends with one sentence and its exit code",
    arguments: [
      (["openai"], "", 64), (["openai"], "two words\n", 64), (["mock"], "sk-first-key-1234", 64),
      (["nobody"], "sk-first-key-1234", 64), (["--remove"], "", 64), (["openai", "sk-first-key-1234"], "", 64),
    ])
  func failures(arguments: [String], input: String, code: Int) throws {
    let environment = ["PATH": tool.searchPath, "INPUT": input]
    let result = try program.start(
      ["-c", "printf '%s' \"$INPUT\" | \"$@\"", "sh", Program.path, "backends", "key"] + arguments,
      environment: environment, executable: "/bin/sh"
    ).wait()
    #expect(result.code == Int32(code) && result.errors.hasPrefix("testlet: "), "\(result.errors)")
    #expect(!result.errors.contains("sk-first"), "\(result.errors)")
    #expect(tool.items.isEmpty)
  }

  @Test("Removing a backend removes its key") func removal() throws {
    try program.run("backends", "add", "cloud", "--kind", "openai-compatible", "--url", "https://api.example.com")
    #expect(try run("backends", "key", "cloud", input: "sk-first-key-1234").code == 0)
    #expect(tool.items.count == 1)
    let removed = try run("backends", "remove", "cloud", input: "")
    #expect(removed.code == 0 && tool.items.isEmpty, "\(removed.errors)")
  }
}

/// The same in a real terminal.
struct KeyTypingTests {
  private let program: Program
  private let tool: SecretToolStandIn

  init() throws {
    program = Program(home: try TemporaryFolder())
    tool = try SecretToolStandIn()
  }

  /// A terminal in which the command runs, and then says how the terminal is set.
  private func window() throws -> TerminalWindow {
    let environment = program.baseEnvironment.merging(["PATH": tool.searchPath]) { $1 }
    let script = "trap : INT; '\(Program.path)' backends key openai; echo \"code $?\"; stty -a"
    return try TerminalWindow(["sh", "-c", script], environment: environment)
  }

  @Test("A key is not shown as it is typed, and the terminal is as before") func typing() throws {
    let window = try window()
    try window.wait(for: "The API key of \"openai\" for https://api.openai.com:")
    try window.type("sk-typed-key-1234")
    try window.press("Enter")
    let screen = try window.wait(for: "echoctl")
    #expect(screen.contains("…1234, in the desktop key") && screen.contains("code 0"), "\(screen)")
    #expect(!screen.contains("sk-typed") && screen.contains(/[ \n]echo\s/), "\(screen)")
    #expect(tool.items == ["sk-typed-key-1234"])
  }

  @Test("Ctrl-C leaves the terminal as it was") func interrupt() throws {
    let window = try window()
    try window.wait(for: "The API key of")
    try window.press("C-c")
    let screen = try window.wait(for: "echoctl")
    #expect(screen.contains("code 130") && screen.contains(/[ \n]echo\s/), "\(screen)")
    #expect(tool.items.isEmpty)
  }
}
