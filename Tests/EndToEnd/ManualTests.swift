import Foundation
import TestSupport
import Testing

/// What the commands say about themselves: to shells, to the man page, and in a word.
@Suite("Completions, man page, version")
struct ManualTests {
  let folder: TemporaryFolder
  let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(home: folder)
  }

  /// The completions of a shell, in a file.
  private func completions(_ shell: Shell) throws -> String {
    let script = try program.run("--generate-completion-script", shell.rawValue)
    #expect(script.code == 0 && script.errors.isEmpty)
    #expect(script.output.contains("restore") && script.output.contains("moodle-xml"))
    return try folder.write(script.output, to: "completions.\(shell.rawValue)")
  }

  private func run(_ shell: Shell, _ arguments: String...) throws -> Program.Result {
    let path = try #require(shell.path, "\(shell.skipReason)")
    return try program.start(arguments, executable: path).wait()
  }

  /// Has a shell read a script without running it.
  private func check(_ shell: Shell, _ script: String) throws {
    let result = try run(shell, "-n", script)
    #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
  }

  @Test("bash reads its completions, and completes a command by them", .enabled(if: Shell.bash.isWanted))
  func bash() throws {
    let script = try completions(.bash)
    try check(.bash, script)
    let typed = """
      source "$0"; COMP_WORDS=(testlet exp); COMP_CWORD=1; COMP_LINE="testlet exp"; COMP_POINT=11
      _testlet testlet exp testlet; echo "${COMPREPLY[@]}"
      """
    let completed = try run(.bash, "-c", typed, script)
    #expect(completed.output == "export\n", "\(completed)")
  }

  @Test("zsh reads its completions", .enabled(if: Shell.zsh.isWanted, "\(Shell.zsh.skipReason)"))
  func zsh() throws {
    try check(.zsh, completions(.zsh))
  }

  @Test(
    "fish reads its completions, and completes a command by them",
    .enabled(if: Shell.fish.isWanted, "\(Shell.fish.skipReason)"))
  func fish() throws {
    let script = try completions(.fish)
    try check(.fish, script)
    let completed = try run(.fish, "-c", "source \"\(script)\"; complete -C 'testlet exp'")
    #expect(completed.output.hasPrefix("export\t"), "\(completed)")
  }

  /// A command as the man page is made from it.
  private struct Described: Decodable {
    struct Argument: Decodable {
      var abstract: String?
      var valueName: String?
      var shouldDisplay: Bool
    }
    var commandName: String
    var abstract: String?
    var arguments: [Argument]?
    var subcommands: [Described]?
  }

  private struct Description: Decodable {
    var command: Described
  }

  @Test("The man page finds words for every command and every option")
  func manual() throws {
    let dump = try program.run("--experimental-dump-help")
    let command = try JSONDecoder().decode(Description.self, from: Data(dump.output.utf8)).command
    let commands = command.subcommands ?? []
    #expect(Set(commands.map(\.commandName)).isSuperset(of: ["generate", "review", "import", "export", "restore"]))
    let help = try program.run("--help").output
    func look(at command: Described) {
      #expect(command.abstract?.isEmpty == false, "\(command.commandName)")
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        #expect(argument.abstract?.isEmpty == false, "\(command.commandName): \(argument.valueName ?? "")")
      }
      command.subcommands?.forEach(look)
    }
    // The library describes its own command, `help`, as it likes.
    for command in commands where command.commandName != "help" {
      #expect(help.contains("\n  \(command.commandName) "))
      look(at: command)
    }
  }

  @Test("The version is said in a line")
  func version() throws {
    let version = try program.run("--version")
    #expect(version.code == 0 && version.errors.isEmpty)
    #expect(version.output.wholeMatch(of: /testlet [0-9]+\.[0-9]+\.[0-9]+\n/) != nil, "\(version.output)")
  }
}
