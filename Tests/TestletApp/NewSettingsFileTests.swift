import LanguageModels
import PracticeTests
import TestSupport
import Testing

@testable import TestletApp

@Suite("A new settings file")
struct NewSettingsFileTests {
  private let folder: TemporaryFolder
  private let empty: SettingsFile
  /// The file as it is made at the first change.
  private let made: SettingsFile

  init() throws {
    folder = try TemporaryFolder()
    empty = try SettingsFile(path: folder.file("none.toml"))
    var file = try SettingsFile(path: folder.file("config.toml"), catalog: SettingsCatalog.all(in:))
    try file.set("backend.selected", to: .string("mock"))
    made = file
  }

  /// The file without the marks before its defaults.
  private func uncommented() throws -> SettingsFile {
    let lines = made.text.split(separator: "\n", omittingEmptySubsequences: false)
    let head = lines.prefix { !$0.isEmpty }.count
    // One setting was saved.
    let shown = lines.dropFirst(head).filter { $0 != "selected = \"mock\"" }.map { line in
      line.hasPrefix("# ") ? line.dropFirst(2) : line
    }
    return try SettingsFile(path: folder.write(shown.joined(separator: "\n"), to: "full.toml"))
  }

  @Test("It shows every setting that a backend or testlet goes by, and what each is for")
  func whole() throws {
    let full = try uncommented()
    let catalog = SettingsCatalog.all(in: empty)
    let backends = try BackendSettings(empty).backends
    let idle = Set(
      backends.flatMap { backend in
        let used = Set(catalog.parameters(of: backend).map(\.name) + ["backends.\(backend.id).kind"])
        return catalog.keys.map(\.name).filter { $0.hasPrefix("backends.\(backend.id).") && !used.contains($0) }
      })
    #expect(idle.contains("backends.mock.url") && !idle.contains("backends.ollama.url"))
    for key in catalog.keys where !idle.contains(key.name) {
      #expect(full.value(for: key.name) != nil, "\(key.name)")
      #expect(made.text.contains("\n## \(key.about)\n"), "\(key.name)")
      if key.kind != .text { #expect(made.text.contains("# \(key.expectation)\n"), "\(key.name)") }
    }
    for name in idle { #expect(full.value(for: name) == nil, "\(name)") }
  }

  @Test("What it shows are the defaults")
  func defaults() throws {
    let full = try uncommented()
    let expected = try BackendSettings(empty)
    var found = try BackendSettings(full)
    #expect(found.isSelectionSaved && !expected.isSelectionSaved)
    found.isSelectionSaved = false
    #expect(found == expected && expected.backends == LLMBackendConfig.builtIn)
    #expect(try GenerationSettings(full) == GenerationSettings() && ReviewSettings(full) == ReviewSettings())
    #expect(try InterfaceSettings(full, environment: [:]) == InterfaceSettings())
  }

  @Test("A setting is saved below the line that shows its default")
  func place() throws {
    var file = made
    try file.set("review.per-day", to: .int(50))
    let lines = file.text.split(separator: "\n")
    let saved = try #require(lines.firstIndex(of: "per-day = 50"))
    #expect(lines[saved - 1].hasPrefix("# per-day = 200 "))
  }
}
