import Foundation
import TestSupport
import Testing

@testable import LanguageModels

struct SettingsTests {
  private static let text = """
    # My settings
    top = 1
    [backend]   # chosen
    selected = "mock"   # not "ollama"
    fallback = [
      "mock", # first
      "ollama",
    ]
    unknown = 2020-01-01

    [backends.ollama]
    # timeout = 60
    temperature = 1
    note = \"\"\"
    [backend]
    selected = "x\"\"\"

    [other."a.b"]
    x = { y = 1 }

    """

  @Test(
    "One value changes and every other byte stays",
    arguments: [
      ("backend.selected", SettingsValue.string("ollama"), "selected = \"mock\"", "selected = \"ollama\""),
      ("backends.ollama.temperature", .double(0.7), "temperature = 1\n", "temperature = 0.7\n"),
      ("backends.ollama.timeout", .int(30), "# timeout = 60\n", "# timeout = 60\ntimeout = 30\n"),
      (
        "backend.fallback", .strings(["a"]), "[\n  \"mock\", # first\n  \"ollama\",\n]", "[\"a\"]"
      ),
      ("backend.mode", .string("local"), "2020-01-01\n", "2020-01-01\nmode = \"local\"\n"),
      ("top", .int(2), "top = 1", "top = 2"),
    ])
  func oneValueChangesAndEveryOtherByteStays(
    key: String, value: SettingsValue, before: String, after: String
  ) throws {
    let folder = try TemporaryFolder()
    for (ending, bom) in [("\n", ""), ("\r\n", ""), ("\n", "\u{FEFF}")] {
      let text = bom + Self.text.replacing("\n", with: ending)
      var file = try folder.settings(text)
      try file.set(key, to: value)
      let (from, to) = (before.replacing("\n", with: ending), after.replacing("\n", with: ending))
      let expected = text.replacing(from, with: to, maxReplacements: 1)
      #expect(expected != text)
      #expect(try Data(contentsOf: URL(fileURLWithPath: file.path)) == Data(expected.utf8))
      #expect(file.value(for: key) == value)
    }
  }

  @Test("A value of a table that is not there adds the table") func valueOfTableThatIsNotThereAddsTable() throws {
    let folder = try TemporaryFolder()
    var file = try folder.settings("a = 1")
    try file.set("ui.theme", to: .string("dark \"one\"\\"))
    #expect(file.text == "a = 1\n\n[ui]\ntheme = \"dark \\\"one\\\"\\\\\"\n")
    #expect(try file.string(for: "ui.theme") == "dark \"one\"\\")
  }

  @Test("A value inside an inline table is left alone") func valueInsideInlineTableIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    var file = try folder.settings("[backends]\nm = { kind = \"mock\" }\n")
    #expect(throws: SettingsError.notEditable(path: file.path, line: 2, key: "backends.m.parallel")) {
      try file.set("backends.m.parallel", to: .int(2))
    }
    #expect(file.text == "[backends]\nm = { kind = \"mock\" }\n")
  }

  @Test("The file is made at the first change, for its owner only, and says the defaults")
  func fileIsMadeAtFirstChangeForItsOwnerOnlyAndSaysDefaults() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/new/config.toml"
    var file = try SettingsFile(path: path, catalog: SettingsCatalog.backends(in:))
    #expect(!file.exists && file.text.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/new"))
    try file.set("backend.selected", to: .string("mock"))
    #expect(file.exists)
    #expect(file.text.contains("# delay-ms = 0"))
    #expect(try BackendSettings(file).selected == "mock")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/new") == ["config.toml"])
  }

  @Test("A link and the file's own mode survive a change") func linkAndFilesOwnModeSurviveChange() throws {
    let folder = try TemporaryFolder()
    let file = try folder.settings("a = 1\n")
    let link = folder.path + "/link.toml"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file.path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    var linked = try SettingsFile(path: link)
    try linked.set("a", to: .int(2))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file.path)
    #expect(try SettingsFile(path: file.path).int(for: "a") == 2)
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o640)
  }

  @Test("A change by another program is kept") func changeByAnotherProgramIsKept() throws {
    let folder = try TemporaryFolder()
    var file = try folder.settings("a = 1\n")
    try "a = 1\nb = 2\n".write(toFile: file.path, atomically: true, encoding: .utf8)
    try file.set("a", to: .int(3))
    #expect(file.text == "a = 3\nb = 2\n")
  }

  @Test("Tables are added and removed, and comments after them stay")
  func tablesAreAddedAndRemovedAndCommentsAfterThemStay() throws {
    let folder = try TemporaryFolder()
    var file = try folder.settings("[a]\nx = 1\n")
    try file.addTable("backends.new", [("kind", .string("mock")), ("parallel", .int(2))])
    #expect(try BackendSettings(file).backends.last?.parallel == 2)
    #expect(file.tables(in: "backends") == ["new"])
    #expect(throws: SettingsError.tableExists("backends.new")) { try file.addTable("backends.new", []) }
    try file.addTable("c", [("y", .int(1))])
    try file.removeTable("backends.new")
    #expect(file.text == "[a]\nx = 1\n\n\n[c]\ny = 1\n")
    #expect(throws: SettingsError.noTable("backends.new")) { try file.removeTable("backends.new") }
  }

  @Test("A built-in backend goes back to its defaults, which still stand in its table")
  func builtInBackendKeepsItsTable() throws {
    let folder = try TemporaryFolder()
    let text = "[backends.ollama]\n# url = \"http://localhost:11434\"\n# model = \"m\"\n\n[backends.mock]\n"
    var file = try folder.settings(text)
    try file.set("backends.ollama.url", to: .string("http://localhost:1"))
    try file.set("backends.ollama.model", to: .string("other"))
    try file.removeBackend("ollama")
    #expect(file.text == text)
  }
}

struct BackendSettingsTests {
  @Test("A whole number is taken where a fraction may stand") func wholeNumberIsTakenWhereFractionMayStand() throws {
    let folder = try TemporaryFolder()
    let settings = try BackendSettings(folder.settings("[backends.ollama]\ntemperature = 1\n"))
    #expect(settings.backends.first { $0.id == "ollama" }?.temperature == 1)
  }

  @Test("Every parameter of a backend is read") func everyParameterOfBackendIsRead() throws {
    let folder = try TemporaryFolder()
    let settings = try BackendSettings(
      folder.settings(
        """
        [backend]
        selected = "s"
        fallback = ["mock", "s"]
        privacy = "any"
        mode = "byo"
        agreed = ["s https://h.example K"]
        [backends.s]
        kind = "openai-compatible"
        profile = "llama.cpp"
        url = "http://localhost:8080"
        key-env = "K"
        temperature = 0.25
        max-tokens = 500
        timeout = 20
        parallel = 3
        [backends.openai]
        key-env = ""
        [backends.mock]
        delay-ms = 15
        """))
    let expected = LLMBackendConfig(
      id: "s", kind: .openAICompatible, profile: .llamaCpp, url: "http://localhost:8080", keyEnvironmentVariable: "K",
      temperature: 0.25, maxTokens: 500, timeout: 20, parallel: 3)
    #expect(settings.backends.last == expected)
    #expect(settings.backends.first { $0.id == "openai" }?.keyEnvironmentVariable == nil)
    #expect(settings.backends.first { $0.id == "mock" }?.delayMilliseconds == 15)
    #expect(settings.mode == .byo && settings.fallback == ["mock", "s"])
    #expect(settings.egress.mode == .any)
    #expect(settings.egress.agreed == [EgressAgreement(backend: "s", keySource: "K", origin: "https://h.example")])
  }

  @Test(
    "A bad value is told with its file, line and key",
    arguments: [
      ("[backend]\nselected = \"x\"", 2, "backend.selected"), ("[backend]\nselected = 3", 2, "backend.selected"),
      ("\n[backends.ollama]\ntimeout = 5", 3, "backends.ollama.timeout"),
      ("[backends.ollama]\ntemperature = 2.5", 2, "backends.ollama.temperature"),
      ("[backends.ollama]\ntemperature = nan", 2, "backends.ollama.temperature"),
      ("[backends.ollama]\nmax-tokens = \"500\"", 2, "backends.ollama.max-tokens"),
      ("[backends.ollama]\nurl = \"ftp://x\"", 2, "backends.ollama.url"),
      ("[backends.ollama]\nkind = \"gpt\"", 2, "backends.ollama.kind"),
      ("[backends]\nollama = 3", 2, "backends.ollama"), ("backend = 3", 1, "backend"),
      ("[backends.ollama.model]\nx = 1", 1, "backends.ollama.model"),
      ("[backends.\"a b\"]\nkind = \"mock\"", 1, "backends"),
      ("[backends]\nollama = { timeout = 1 }", 2, "backends.ollama.timeout"),
      ("[backends.new]\nmodel = \"m\"", 1, "backends.new.kind"),
      ("a = 1\n[backends.new]\nkind = \"openai-compatible\"", 2, "backends.new.url"),
    ])
  func badValueIsToldWithItsFileLineAndKey(text: String, line: Int, key: String) throws {
    let file = try TemporaryFolder().settings(text)
    let error = #expect(throws: SettingsError.self) { try BackendSettings(file) }
    let sentence = try #require(error?.sentence)
    #expect(sentence.contains(file.path) && sentence.contains("line \(line),"), "\(sentence)")
    #expect(sentence.contains(key), "\(sentence)")
  }

  @Test(
    "What is not TOML is told with its line",
    arguments: [
      ("a = ", 1), ("a = 1\nb = = 2", 2), ("a = 1\na = 2", 2), ("x = 1\n[t\n", 2), ("a = \"\u{0}\"", 1),
      // The parser stops the program at some characters beyond ASCII.
      ("a = 1\n[\u{E9}t]\n", 2), ("[[ \u{7CF}t ]]\n", 1), ("[t.\u{E9}]\n", 1), ("a = [\n  1979-05-27T\u{FFFD}7\n]", 2),
      ("a = 1979-05-27T'07:32:00Z", 1), ("a = 1\nb = [1979-05-27 x:1]", 2),
      ("a = \"\"\"\u{E9}\n# \\\"\"\"\u{E9}\"\"\"\"\n# \u{E9}\nb = 'c'\u{E9}", 4),
    ])
  func whatIsNotTOMLIsToldWithItsLine(text: String, line: Int) throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: SettingsError.self) { try folder.settings(text) }
    guard case .syntax(_, line, let detail)? = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(!detail.isEmpty)
  }

  @Test("Letters of all scripts stand in strings, quoted names and comments, and dates without a time are dates")
  func lettersOfAllScripts() throws {
    let text =
      "# caf\u{E9}\n[\"\u{E9}t\"]\na = '\u{E9}' # \u{7CF}\nb = \"\"\"\u{E9} \\\" \u{E9}\"\"\"\n"
      + "c = 1979-05-27 # d\n"
    #expect(try TemporaryFolder().settings(text).text == text)
  }

  @Test("What is no text file is refused") func whatIsNoTextFileIsRefused() throws {
    let folder = try TemporaryFolder()
    #expect(throws: SettingsError.unreadable(path: folder.path, reason: "it is not a file")) {
      try SettingsFile(path: folder.path)
    }
    let binary = folder.path + "/binary"
    try Data([0xFF, 0xFE, 0x00]).write(to: URL(fileURLWithPath: binary))
    #expect(throws: SettingsError.unreadable(path: binary, reason: "it is not UTF-8 text")) {
      try SettingsFile(path: binary)
    }
    #expect(throws: SettingsError.self) {
      var file = try SettingsFile(path: "/proc/none/config.toml")
      try file.set("a", to: .int(1))
    }
  }
}

struct SettingsCatalogTests {
  @Test("A setting is read, changed and checked by name") func settingIsReadChangedAndCheckedByName() throws {
    let folder = try TemporaryFolder()
    var file = try folder.settings("")
    let catalog = SettingsCatalog.backends(in: file)
    #expect(try catalog.value(of: "backends.ollama.timeout", in: file) == .int(60))
    try catalog.set("backends.ollama.timeout", to: "90", in: &file)
    #expect(try catalog.value(of: "backends.ollama.timeout", in: file)?.text == "90")
    try catalog.set("backends.ollama.temperature", to: "1", in: &file)
    try catalog.set("backend.fallback", to: "ollama, mock", in: &file)
    #expect(file.value(for: "backend.fallback") == .strings(["ollama", "mock"]))
    #expect(try BackendSettings(file).backends[0].temperature == 1)
  }

  @Test(
    "A value that does not fit is refused and the file stays",
    arguments: [
      ("backends.ollama.timeout", "5"), ("backends.ollama.timeout", "x"), ("backend.selected", "nobody"),
      ("backends.ollama.url", "not a url"), ("backend.privacy", "off"), ("backends.ollama.temperature", "nan"),
    ])
  func valueThatDoesNotFitIsRefusedAndFileStays(key: String, value: String) throws {
    var file = try TemporaryFolder().settings("# mine\n")
    let catalog = SettingsCatalog.backends(in: file)
    let error = #expect(throws: SettingsError.self) { try catalog.set(key, to: value, in: &file) }
    #expect(error?.category == .badUsage)
    #expect(file.text == "# mine\n")
  }

  @Test(
    "An unknown setting names the nearest one",
    arguments: [
      ("backend.select", "backend.selected"), ("backends.olama.timeout", "backends.ollama.timeout"),
      ("completely.different.thing.with.no.kin", nil),
    ])
  func unknownSettingNamesNearestOne(key: String, nearest: String?) throws {
    let file = try TemporaryFolder().settings("")
    #expect(throws: SettingsError.unknownKey(key, nearest: nearest)) {
      try SettingsCatalog.backends(in: file).value(of: key, in: file)
    }
  }
}
