import Foundation
import TestSupport
import Testing

@Suite("Bringing and taking away")
struct ExchangeCommandTests {
  let folder: TemporaryFolder
  let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(home: folder)
  }

  private static let gift = """
    What builds proteins in a cell? {=ribosomes ~vacuoles ~nuclei ####They link amino acids.}

    Which is not an organelle? {=sugar ~vacuole ~all of the above}

    The powerhouse is the {=mitochondrion} of a cell.
    """

  @Test("Questions are brought, the flawed ones named, and go out in every format")
  func questions() throws {
    let brought = try program.run("import", folder.write(Self.gift, to: "cells.gift"), "--course", "Biology")
    #expect(brought.code == 0, "\(brought.errors)")
    #expect(brought.output.contains("(GIFT): 2 kept as test") && brought.output.contains("repair allOfTheAbove"))
    let shown = try program.run("show", "latest", "--json").object()
    let id = try #require(shown["id"] as? String)
    let questions = try #require(shown["questions"] as? [[String: Any]])
    #expect(questions.map { $0["origin"] as? String } == ["imported", "imported"])
    for format in ["gift", "aiken", "moodle-xml", "anki", "csv", "json", "markdown", "html"] {
      let file = folder.file("out.\(format)")
      let exported = try program.run("export", id, "--to", format, "-o", file)
      #expect(exported.code == 0 && exported.output.isEmpty, "\(exported.errors)")
      #expect(exported.errors.isEmpty != (format == "aiken"), "\(exported.errors)")
      #expect(try String(contentsOfFile: file, encoding: .utf8).contains("ribosomes"))
      let copy = try program.run("import", file, "--course", format, "--json")
      if format == "html" || format == "markdown" { continue }
      #expect(copy.code == 0, "\(format): \(copy.errors)")
      #expect(try copy.object()["kept"] as? Int == (format == "aiken" ? 1 : 2))
    }
    #expect(try program.run("export", id, "--to", "aiken").errors.contains("left out, because Aiken"))
    #expect(try program.run("export", id, "--to", "gift", "--no-answers").code == 64)
    #expect(try !program.run("export", id, "--to", "html", "--no-answers").output.contains("link amino"))
    let again = try program.run("import", folder.file("cells.gift"), "--course", "Biology")
    #expect(again.code == 65 && again.output.contains("repair duplicate"))
    let copy = try folder.write("What builds proteins in a cell? {=ribosomes ~vacuoles ~nuclei}", to: "copy.gift")
    let known = try program.run("import", copy)
    #expect(known.code == 65 && known.errors.contains("are in the library already: nothing was brought."), "\(known)")
  }

  @Test("Questions are brought from standard input")
  func standardInput() throws {
    let quiz = try folder.write(Self.gift, to: "quiz")
    let piped = try program.start(
      ["-c", "\"$0\" import - --course Biology < \"$1\"", Program.path, quiz], executable: "/bin/sh"
    ).wait()
    #expect(piped.code == 0 && piped.output.contains("(GIFT): 2 kept as test"), "\(piped.errors)")
    #expect(try program.run("list").output.contains("Brought questions"))
    #expect(try program.run("import", "-").code == 65)
  }

  @Test("A file is written whole or not at all, and never in the place of the library")
  func outputs() throws {
    try program.run("import", folder.write(Self.gift, to: "cells.gift"))
    let library = folder.file(".local/share/testlet/testlet.sqlite")
    for arguments in [["export", "latest", "--to", "csv", "--force", "-o", library], ["backup", "--force", library]] {
      let result = try program.start(arguments).wait()
      #expect(result.code == 73 && result.errors.contains("is your library"), "\(result.errors)")
    }
    #expect(try program.run("list").output.contains("Cells"))
    // A link is followed, also to what is not there yet.
    try FileManager.default.createSymbolicLink(atPath: folder.file("link.csv"), withDestinationPath: "behind.csv")
    #expect(try program.run("export", "latest", "--to", "csv", "-o", folder.file("link.csv")).code == 0)
    #expect(try String(contentsOfFile: folder.file("behind.csv"), encoding: .utf8).contains("ribosomes"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link.csv")) == "behind.csv")
    let full = try program.run("export", "latest", "--to", "csv", "-o", "/dev/full")
    #expect(full.code == 74 && full.errors.contains("no space left on device"))
    try program.run("import", folder.write("What stores water in a plant cell? {=vacuoles}", to: "water.gift"))
    let none = try program.run("export", "latest", "--to", "aiken", "-o", folder.file("none.txt"))
    #expect(none.code == 65 && !FileManager.default.fileExists(atPath: folder.file("none.txt")))
    let strange = try program.run("restore", folder.write("x", to: "a\nb\u{1B}[31m"))
    #expect(strange.code == 74 && strange.errors.filter { $0 == "\n" }.count == 1 && !strange.errors.contains("\u{1B}"))
  }

  @Test("Notes are brought to a course, and a test is made from them")
  func notes() throws {
    let notes = try folder.write(CommandLineTests.notes, to: "cells.md")
    #expect(try program.run("import", notes, "--course", "Biology").output.contains("notes of the course \"Biology\""))
    #expect(try program.run("import", notes, "--course", "Biology").output.contains("as before"))
    #expect(try program.run("generate", "--course", "Biology", "--count", "2", "--quiet").code == 0)
    let json = folder.file("made.json")
    #expect(try program.run("export", "latest", "--to", "json", "-o", json).errors.isEmpty)
    let copied = try program.run("import", json, "--course", "Copied")
    let left = "Not taken over from the file: where the quotes stand, who wrote the questions, and whether they were"
    #expect(copied.code == 0 && copied.output.contains("\(left) verified."), "\(copied)")
    #expect(try program.run("export", "latest", "--to", "json", "-o", json, "--force").code == 0)
    #expect(try !program.run("import", json, "--course", "Again").output.contains("Not taken over"))
    #expect(try program.run("import", "missing.md").code == 66)
    #expect(try program.run("import", notes, "--course", " ").code == 64)
  }

  @Test("Of notes that are not in English it is said when they are brought, and when a test is made from them")
  func otherLanguage() throws {
    let sentence = "La photosynthèse est le processus par lequel les plantes transforment la lumière en énergie. "
    let notes = try folder.write("# Biologie\n\n" + String(repeating: sentence, count: 5), to: "biologie.md")
    let brought = try program.run("import", notes)
    #expect(brought.code == 0 && brought.output.contains("These notes do not seem to be in English"), "\(brought)")
    #expect(try program.run("generate", notes).errors.contains("These notes do not seem to be in English"))
    #expect(try !program.run("generate", notes, "--quiet").errors.contains("do not seem to be in English"))
  }

  @Test("The whole library goes to one file and comes back")
  func backup() throws {
    try program.run("import", folder.write(Self.gift, to: "cells.gift"))
    let list = try program.run("list").output
    let copy = folder.file("copy.sqlite")
    #expect(try program.run("backup", copy).code == 0)
    #expect(try program.run("backup", copy).code == 73)
    #expect(try program.run("backup", copy, "--force").code == 0)
    #expect(try program.run("delete", "latest").code == 0)
    let restored = try program.run("restore", copy)
    #expect(restored.code == 0 && restored.errors.contains("with 1 test."), "\(restored.errors)")
    #expect(try program.run("list").output == list)
    let again = try program.run("restore", copy)
    #expect(restored.errors.contains("/testlet-before-restore.sqlite"), "\(restored.errors)")
    #expect(again.errors.contains("/testlet-before-restore-2.sqlite"), "\(again.errors)")
    #expect(try program.run("restore", folder.file("none")).code == 66)
    #expect(try program.run("restore", folder.file("cells.gift")).code == 74)
    #expect(try program.run("list").output == list)
    let other = Program(home: try TemporaryFolder())
    #expect(try other.run("restore", copy).code == 0)
    #expect(try other.run("list").output == list)
  }
}
