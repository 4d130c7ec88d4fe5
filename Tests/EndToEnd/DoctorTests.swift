import Foundation
import TestSupport
import Testing

@Suite("Doctor, summaries and the log of choices, without a terminal")
struct DoctorTests {
  let folder: TemporaryFolder
  let program: Program

  init() throws {
    folder = try TemporaryFolder()
    program = Program(home: folder)
  }

  /// Ports of the tests' own: a server of the machine must not make a difference.
  private static let nothingThere = """
    [backends.ollama]
    url = "http://127.0.0.1:1"

    """

  private func settings(_ text: String) throws -> String {
    try folder.write(text, to: "config.toml")
  }

  private func findings(_ result: Program.Result) throws -> [[String: Any]] {
    try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]] ?? []
  }

  @Test("In a clean home nothing is broken, and neither settings nor a library are made") func cleanHome() throws {
    let result = try program.run("doctor", "--json")
    #expect(result.code == 0, "\(result.errors)")
    let findings = try findings(result)
    let subjects = findings.compactMap { $0["subject"] as? String }
    for wanted in ["settings", "library", "log", "cache", "terminal", "ollama", "mlx-lm"] {
      #expect(subjects.contains(wanted))
    }
    #expect(
      findings.contains { $0["subject"] as? String == "backend mock (selected)" && $0["state"] as? String == "ok" })
    #expect(!FileManager.default.fileExists(atPath: folder.file(".config")))
    #expect(!FileManager.default.fileExists(atPath: folder.file(".local/share")))
  }

  @Test("What is broken is named with what to do, and decides the exit code") func brokenThings() throws {
    let config = try settings("[backend]\nselected = 7\n")
    let result = try program.run("doctor", "--config", config)
    #expect(result.code == 74)
    #expect(result.output.contains("broken") && result.output.contains("line 2"))
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    let data = try folder.write("not a database, but long enough to be taken for one", to: "testlet.sqlite")
    let damaged = try program.run("doctor", "--data-dir", folder.path, "--json")
    #expect(damaged.code == 74)
    #expect(
      try findings(damaged).contains { $0["subject"] as? String == "library" && $0["state"] as? String == "broken" })
    #expect(try String(contentsOfFile: data, encoding: .utf8).hasPrefix("not a database"))
  }

  @Test("Permissions that are too wide, and a backend that is gone, are no reason to fail") func degradedThings() throws
  {
    let config = try settings("[backend]\nselected = \"ollama\"\n" + Self.nothingThere)
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: config)
    let result = try program.run("doctor", "--config", config, "--json")
    #expect(result.code == 0, "\(result.errors)")
    let degraded = try findings(result).filter { $0["state"] as? String == "degraded" }
    #expect(degraded.compactMap { $0["subject"] as? String }.contains("settings"))
    #expect(degraded.compactMap { $0["subject"] as? String }.contains("backend ollama (selected)"))
    #expect(degraded.allSatisfy { $0["nextStep"] is String })
  }

  private func finding(_ subject: String, _ result: Program.Result) throws -> [String: Any] {
    try #require(try findings(result).first { $0["subject"] as? String == subject })
  }

  @Test("MLX in testlet's own environment is found, also where the configured Python is none")
  func ownMLX() throws {
    let config = try settings("[backends.mlx]\npython = \"/nowhere/python\"\n" + Self.nothingThere)
    let missing = try finding("mlx-lm", program.run("doctor", "--config", config, "--json"))
    #expect(missing["state"] as? String == "absent")
    try FileManager.default.createDirectory(
      atPath: folder.file(".local/share/testlet/mlx/bin"), withIntermediateDirectories: true)
    let python = try folder.write("#!/bin/sh\necho mlx True\n", to: ".local/share/testlet/mlx/bin/python")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python)
    let found = try finding("mlx-lm", program.run("doctor", "--config", config, "--json"))
    #expect(found["state"] as? String == "ok" && found["detail"] as? String == "\(python) has it")
  }

  @Test("A locale without UTF-8 is told with what the app draws in it, and none is taken for UTF-8")
  func locales() throws {
    let plain = try finding("language", program.run("doctor", "--json", environment: ["LC_ALL": "POSIX"]))
    #expect(plain["state"] as? String == "degraded" && plain["nextStep"] as? String == "export LC_ALL=C.UTF-8")
    #expect((plain["detail"] as? String)?.contains("signs in ASCII") == true)
    let none = try finding("language", program.run("doctor", "--json", environment: ["LANG": ""]))
    #expect(none["state"] as? String == "ok" && none["nextStep"] is NSNull)
  }

  @Test("Without a model a study sheet is refused in one sentence, and the choice can be read") func withoutModel()
    throws
  {
    let notes = try folder.write(CommandLineTests.notes, to: "cells.md")
    let config = try settings(Self.nothingThere)
    let result = try program.run("summarize", notes, "--backend", "mock", "--config", config)
    #expect(result.code == 69)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    #expect(result.errors.contains("testlet backends"))
    let log = try program.run("backends", "log", "--json")
    let choices = try findings(log)
    #expect(choices.count == 1)
    #expect(choices.first?["task"] as? String == "summarising")
    #expect(choices.first?["backend"] is NSNull)
    #expect(try program.run("backends", "log").output.contains("not mock: it has no model"))
    #expect(try program.run("summarize", "missing.md").code == 66)
  }

  @Test("A backend is tested with a real question, or with a prompt") func backendTest() throws {
    let result = try program.run("backends", "test", "mock")
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.output.contains("Prompt\n") && result.output.contains("Gates\n"))
    #expect(result.output.contains("It would be kept."))
    #expect(try program.run("backends", "test", "mock", "--json").object()["kept"] as? Bool == true)
    #expect(try program.run("backends", "test", "nobody").code == 64)
  }

  @Test(
    "A real model writes a study sheet of long notes", .enabled(if: LlamaServer.isWanted, "\(LlamaServer.skipReason)"))
  func realModel() throws {
    let server = try LlamaServer(slots: 1, context: 1024)
    let config = try settings(
      "[backend]\nselected = \"local\"\n[backends.local]\nkind = \"openai-compatible\"\nurl = \"\(server.url)\"\n"
        + Self.nothingThere)
    let long = (0..<4).map { "\(CommandLineTests.notes.replacing("Cells", with: "Cells \($0)"))" }
    let notes = try folder.write(long.joined(separator: "\n\n"), to: "long.md")
    let result = try program.run("summarize", notes, "--config", config)
    #expect(result.code == 0, "\(result.errors)")
    // How much a model of this size has to say is chance.
    #expect(!result.output.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty)
    #expect(result.errors.contains("Reading part 1 of"))
    #expect(try program.run("backends", "log", "--config", config).output.contains("it is selected"))
  }
}
