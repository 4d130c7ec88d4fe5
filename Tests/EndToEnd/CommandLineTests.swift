import Foundation
import TestSupport
import Testing

@Suite("Command line, without a terminal")
struct CommandLineTests {
  let folder: TemporaryFolder
  let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(home: folder)
  }

  static let notes = """
    # Cells

    ## Parts

    A **ribosome** is a particle of RNA and protein that links amino acids into a protein chain. The **nucleus** is the \
    compartment that holds the chromosomes and controls which genes are read. A **mitochondrion** is an organelle that \
    releases energy from sugar by respiration. The **cell membrane** is a double layer of lipids that separates the \
    inside of the cell from its surroundings. A **chloroplast** is an organelle that captures light and stores its \
    energy in sugar. A **vacuole** is a large bubble that stores water and keeps a plant cell firm. The **cytoskeleton** \
    is a network of protein fibres that gives the cell its shape. A **lysosome** is a small sac whose enzymes digest \
    worn-out parts of the cell.
    """

  static let otherNotes = """
    ## Ways of a cell

    **Osmosis** is the movement of water through a membrane towards the side with more dissolved particles. \
    **Mitosis** is the division of a nucleus into two nuclei with the same chromosomes. **Respiration** is the release \
    of energy from sugar with the help of oxygen. **Diffusion** is the spreading of particles from where there are many \
    to where there are few. **Meiosis** is the division of a nucleus into four nuclei with half of the chromosomes each. \
    **Fermentation** is the release of energy from sugar without oxygen.
    """

  @Test("Notes become a test that is stored, listed, shown, exported and deleted")
  func wholeLife() throws {
    let notes = try folder.write(Self.notes, to: "cells.md")
    let made = try program.run("generate", notes, "--count", "4", "--seed", "7", "--backend", "mock", "--json")
    #expect(made.code == 0, "\(made.errors)")
    let test = try made.object()
    let id = try #require(test["id"] as? String)
    let questions = try #require(test["questions"] as? [[String: Any]])
    #expect(questions.count == 4)
    #expect(questions.allSatisfy { $0["origin"] as? String == "builtin" && $0["verified"] is NSNull })
    #expect(try program.run("list").output.contains(id))
    #expect(try program.run("show", String(id.prefix(4)), "--json").output == made.output)
    let markdown = try program.run("export", "latest", "--to", "markdown", "--no-answers").output
    #expect(markdown.contains("## 1.") && !markdown.contains("**Answer:**"))
    #expect(try program.run("delete", id).code == 0)
    #expect(try program.run("show", id).code == 66)
  }

  @Test("One question is replaced, added or changed in an editor, and the rest stays")
  func oneQuestion() throws {
    let notes = try folder.write(Self.notes, to: "cells.md")
    let made = try program.run("generate", notes, "--count", "3", "--seed", "7", "--backend", "mock", "--json")
    func prompts(_ result: Program.Result) throws -> [String] {
      let questions = try #require(try result.object()["questions"] as? [[String: Any]])
      return questions.map { $0["prompt"] as? String ?? "" }
    }
    let first = try prompts(made)
    let replaced = try program.run("replace", "latest", "2", "--backend", "mock")
    #expect(replaced.code == 0 && replaced.output.contains("**Answer:**"), "\(replaced.errors)")
    #expect(try program.run("another", "latest", "1", "--backend", "mock", "--json").code == 0)
    let second = try prompts(program.run("show", "latest", "--json"))
    #expect(second.count == 4 && Set(first).subtracting(second).count == 1)
    #expect(try program.run("replace", "latest", "9", "--backend", "mock").code == 66)

    // An editor that changes an explanation, does nothing, breaks the question, writes what can't be read, empties its
    // file, fails, is not there; it never sees a key.
    let why = "Because the notes say so in the sentence that is quoted below the question."
    func edit(_ script: String, with editor: String = "sh") throws -> TerminalWindow {
      let path = try folder.write("#!/bin/sh\n\(script)\n", to: "editor.sh")
      let variables = ["EDITOR": "\(editor) \(path)", "OPENAI_API_KEY": "sk-secret"]
      return try TerminalWindow(
        [Program.path, "edit", "latest", "1"], environment: program.baseEnvironment.merging(variables) { $1 },
        columns: 300, rows: 50)
    }
    let changed = try edit(#"[ -z "$OPENAI_API_KEY" ] && sed -i 's/^Explanation: .*/Explanation: \#(why)/' "$1""#)
    #expect(try changed.exitCode() == 0, "\(changed.screen)")
    let questions = try program.run("show", "latest", "--json").object()["questions"] as? [[String: Any]]
    #expect(questions?.contains { $0["rationale"] as? String == why } == true)
    try edit("true").wait(for: "Nothing was changed.")
    let broken = try edit(#"sed -i '/^Quote:/,$d' "$1"; echo "Quote: Not in the notes at all." >>"$1""#)
    try broken.wait(for: "What you wrote is in")
    #expect(try broken.exitCode() == 65)
    let stray = try edit(#"sed -i '1i Stray words' "$1""#)
    try stray.wait(for: #"Line 1 can't be read ("Stray words")"#)
    #expect(try stray.exitCode() == 65)
    let emptied = try edit(#": >"$1""#)
    try emptied.wait(for: #"No line begins with "Question:" any more: write one."#)
    #expect(try emptied.exitCode() == 65)
    let failed = try edit("exit 3")
    try failed.wait(for: "ended with 3: set EDITOR to one that works.")
    #expect(try failed.exitCode() == 69)
    let gone = try edit("true", with: "no-such-editor")
    try gone.wait(for: "is not there: set EDITOR")
    #expect(try gone.exitCode() == 69)
    let piped = try program.run(
      "edit", "latest", "1", environment: ["EDITOR": "touch \(folder.file("started"))"])
    #expect(piped.code == 64 && piped.errors.contains("needs a terminal"), "\(piped.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.file("started")))
    #expect(try prompts(program.run("show", "latest", "--json")) == second)
  }

  @Test("The same request and seed in an empty library give the same test")
  func reproducible() throws {
    let other = Program(home: try TemporaryFolder())
    let notes = try folder.write(Self.notes, to: "cells.md")
    func questions(_ program: Program) throws -> [[String]] {
      let made = try program.run("generate", notes, "--count", "4", "--seed", "7", "--backend", "mock", "--json")
        .object()
      let questions = try #require(made["questions"] as? [[String: Any]])
      return questions.map { [$0["prompt"] as? String ?? ""] + ($0["choices"] as? [String] ?? []) }
    }
    let first = try questions(program)
    #expect(first == (try questions(other)))
    #expect(!first.isEmpty)
  }

  @Test("A pipe is written to, and a link stays one, when a test is exported to it")
  func exportTargets() throws {
    let notes = try folder.write(Self.notes, to: "cells.md")
    try program.run("generate", notes, "--count", "2", "--quiet")
    let (pipe, target, link) = (folder.file("pipe"), folder.file("target.json"), folder.file("link.json"))
    #expect(mkfifo(pipe, 0o600) == 0)
    let unread = try program.run("export", "latest", "--to", "json", "-o", pipe)
    #expect(unread.code == 73 && unread.errors.contains("Nobody reads from"))
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    #expect(try program.run("export", "latest", "--to", "json", "-o", pipe).code == 0)
    var first: UInt8 = 0
    #expect(read(reader, &first, 1) == 1 && first == UInt8(ascii: "{"))
    _ = try folder.write("old", to: "target.json")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    let refused = try program.run("export", "latest", "--to", "json", "-o", link)
    #expect(refused.code == 73 && refused.errors.contains("--force"))
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "old")
    #expect(try program.run("export", "latest", "--to", "json", "-o", link, "--force").code == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    #expect(try String(contentsOfFile: target, encoding: .utf8).hasPrefix("{"))
    #expect(try program.run("export", "latest", "--to", "json", "-o", folder.path).code == 73)
  }

  @Test("A settings file that was named has to be there, but where it is made")
  func namedSettings() throws {
    let none = folder.file("none.toml")
    for arguments in [[], ["review"], ["take", "latest"]] {
      let app = try program.start(arguments + ["--config", none]).wait()
      #expect(app.code != 0 && !app.errors.contains("settings file"), "\(app.errors)")
    }
    for arguments in [["list"], ["config"], ["backends"], ["show", "latest"], ["take", "latest", "--plain"]] {
      let result = try program.start(arguments + ["--config", none]).wait()
      #expect(result.code == 66 && result.output.isEmpty)
      #expect(result.errors.hasPrefix("testlet: There is no settings file \(none)"), "\(result.errors)")
      #expect(result.errors.filter { $0 == "\n" }.count == 1)
    }
    let doctor = try program.run("doctor", "--config", none)
    #expect(doctor.code == 74 && doctor.output.contains("There is no settings file"))
    #expect(try program.run("config", "path", "--config", none).output == "\(none)\n")
    #expect(try program.run("config", "set", "backend.selected", "mock", "--config", none).code == 0)
    #expect(try program.run("config", "get", "backend.selected", "--config", none).output == "mock\n")
    #expect(try program.run("list").code == 0)
  }

  @Test("A result that can't be written ends with 74, and one that nobody reads to its end is no failure")
  func outputGone() throws {
    let (full, closed) = (
      "\(Program.path) config >/dev/full", "trap '' PIPE; { \(Program.path) config; echo $? >&2; } | :"
    )
    let failed = try program.start(["-c", full], executable: "/bin/sh").wait()
    #expect(failed.code == 74)
    #expect(failed.errors.hasPrefix("testlet: The result can't be written") && failed.errors.hasSuffix("elsewhere.\n"))
    #expect(try program.start(["-c", closed], executable: "/bin/sh").wait().errors == "0\n")
  }

  @Test("A test is one line of the list, whatever its title holds")
  func oneLine() throws {
    let notes = try folder.write(Self.notes, to: "cells.md")
    try program.run("generate", notes, "--count", "1", "--quiet", "--title", "a\nb\tc")
    let lines = try program.run("list").output.split(separator: "\n")
    #expect(lines.count == 1 && lines[0].split(separator: "\t").last == "a b c", "\(lines)")
  }

  @Test("The built-in writer says in words that it answers no prompts")
  func builtInPrompt() throws {
    let result = try program.run("backends", "test", "mock", "--prompt", "Hello")
    #expect(result.code == 0 && result.output.hasPrefix("The built-in writer only writes questions"))
  }

  @Test(
    "What can't be done ends with one sentence and its exit code",
    arguments: [
      (["generate"], 64), (["generate", "missing.md"], 66), (["generate", "/"], 65), (["show", "zzzzzz"], 66),
      (["nonsense"], 64), (["generate", "notes.md", "--backend", "nobody"], 64),
      (["generate", "notes.md", "--count", "0"], 64), (["generate", "notes.md", "--topic", "Nothing"], 64),
      (["generate", "notes.md", "--title", " "], 64), (["generate", "notes.md", "--course", ""], 64),
      (["generate", "--course", "Nobody's"], 66), (["generate", "--resume", "latest", "--count", "3"], 64),
    ])
  func failures(arguments: [String], code: Int) throws {
    let notes = try folder.write(Self.notes, to: "notes.md")
    let result = try program.start(arguments.map { $0 == "notes.md" ? notes : $0 }).wait()
    #expect(result.code == Int32(code), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(!result.errors.isEmpty)
    if code != 64 { #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)") }
  }
}
