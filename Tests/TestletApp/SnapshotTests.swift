import Foundation
import LanguageModels
import PracticeTests
import Terminal
import Testing

@testable import TestletApp

/// The screens of a story in which nothing is left to chance, held against pictures that are stored.
@Suite("Snapshots of the screens")
@MainActor
struct SnapshotTests {
  /// The screens of the walk of which there are pictures.
  private static let walked: Set = [
    "Home", "Command line", "Settings", "New test", "Library", "A question of the library", "Notes",
    "The topics of notes", "A passage of notes", "Test", "A question to be reviewed", "Stats with figures",
  ]
  /// The other pictures.
  private static let others: Set = ["Help", "Generating", "Test in study mode", "Results", "Home with a test"]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
  private static let isWriting = ProcessInfo.processInfo.environment["TESTLET_WRITE_SNAPSHOTS"] != nil
  private static let advice = "If that is as it should be, run .dev/snapshots, and read what it changes."

  @Test("Every screen looks as it is stored")
  func walk() async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault], days: StudyDays(timeZone: .gmt))
    var seen: Set<String> = []
    try await app.visitEveryScreen { name in
      if name == "Home" { try compare("Help", ReadmeKeysTests.helping(app.state)) }
      guard Self.walked.contains(name) else { return }
      try compare(name, app.state)
      seen.insert(name)
    }
    #expect(seen == Self.walked)
  }

  @Test("A first test looks as it is stored: while it is made, while it is studied, and when it was handed in")
  func firstTest() async throws {
    let app = try AppDriver(days: StudyDays(timeZone: .gmt))
    try await app.wait(for: "Welcome to testlet")
    try await app.wait { $0.knowsBackends }
    app.press(.character("s"))
    try await app.wait(wanted: "A question being checked") { app in
      guard let generation = app.state.generations.values.first else { return false }
      return generation.accepted == 4 && generation.rows.contains { $0.progress == .checking }
    }
    try compare("Generating", app.state)
    try await app.wait(for: "Done in")
    app.press(.character("t"))
    try await app.wait { $0.state.taking != nil }
    let right = try #require(app.state.taking?.item?.question.item.correctIndex)
    app.press(.character(Wording.key(right)))
    try await app.settle()
    try compare("Test in study mode", app.state)
    app.press(.character("s"), .tab, .enter)
    try await app.wait { $0.state.results != nil }
    try compare("Results", app.state)
    app.pass(120)
    app.press(.escape)
    try await app.settle()
    try compare("Home with a test", app.state)
  }

  @Test("No picture is stored that no screen is held against")
  func leftOver() throws {
    let stored = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path(percentEncoded: false))
    let known = Self.walked.union(Self.others).map(Self.fileName)
    #expect(stored.filter { $0.hasSuffix(".txt") && !known.contains($0) } == [])
  }

  @Test("A picture has what a canvas says, where its words have a style, and which")
  func picture() {
    var canvas = Canvas(size: Size(columns: 6, rows: 3))
    canvas.draw([Span("a "), Span("b", .accent.bold), Span("c ", .key)], at: Point(column: 0, row: 0))
    canvas.horizontalLine(at: Point(column: 1, row: 2), length: 4)
    #expect(
      ScreenPicture.text(of: canvas) == """
        6x3
        a bc

         ────
        styles of 6x3
        row 1: 3 accent bold "b", 4 key "c "
        row 3: 2 border "─" x4

        """)
  }

  @Test("What differs is shown both ways")
  func difference() {
    #expect(ScreenPicture.difference(from: "a\nb\nc\n", to: "a\nB\nc\nd\n") == "- 2: b\n+ 2: B\n+ 4: d\n")
  }

  nonisolated private static func fileName(_ screen: String) -> String {
    "\(screen.lowercased().replacing(" ", with: "-")).txt"
  }

  /// Holds a screen against its picture. A run that writes pictures tests nothing, so it fails.
  private func compare(_ screen: String, _ state: AppState, _ location: SourceLocation = #_sourceLocation) throws {
    let name = Self.fileName(screen)
    let file = Self.folder.appending(path: name)
    let drawn = ScreenPicture.text(of: state)
    if Self.isWriting {
      try drawn.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(name) was written, not tested.", sourceLocation: location)
      return
    }
    guard let stored = try? String(contentsOf: file, encoding: .utf8) else {
      Issue.record("There is no \(name). \(Self.advice)", sourceLocation: location)
      return
    }
    guard drawn != stored else { return }
    Issue.record(
      """
      "\(screen)" is drawn otherwise than \(name) has it (- stored, + drawn, with the line in the file):
      \(ScreenPicture.difference(from: stored, to: drawn))\(Self.advice)
      """, sourceLocation: location)
  }
}
