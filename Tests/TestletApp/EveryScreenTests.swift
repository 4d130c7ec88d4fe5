import Assets
import Foundation
import LanguageModels
import Terminal
import Testing

@testable import TestletApp

/// What holds on every screen.
@Suite("Every screen")
@MainActor
struct EveryScreenTests {
  @Test("Draws in each size, with a title, the ways out and the help in its footer", arguments: AppDriver.sizes)
  func sizes(size: Size) async throws {
    let app = try AppDriver(columns: size.columns, rows: size.rows, backends: [.mock, .ollamaDefault])
    try await app.visitEveryScreen { name in
      let canvas = app.state.view()
      #expect(canvas.size == size)
      #expect(canvas.lines.first?.contains("testlet") == true, "\(name)")
      let footer = canvas.lines.last ?? ""
      if app.state.overlay == nil { #expect(footer.contains("?") || footer.contains("F1"), "\(name): \(footer)") }
      #expect(canvas.lines.count { !$0.isEmpty } > 3, "\(name)")
    }
  }

  @Test("Every screen but Home has its way out in the footer, in each size", arguments: AppDriver.sizes)
  func waysOut(size: Size) async throws {
    func look(_ state: AppState, _ name: String) {
      // The command line has no footer: its keys stand on its rule.
      let lines = state.view().lines
      let footer = name == "Command line" ? lines.joined() : lines.last ?? ""
      let ways = state.bindings.filter { $0.footer == .pinned && $0.keys.contains(.escape) }
      #expect(ways.contains { footer.contains("\($0.name) \($0.label)") }, "\(name): \(footer)")
    }
    let app = try AppDriver(columns: size.columns, rows: size.rows, backends: [.mock, .ollamaDefault])
    try await app.visitEveryScreen { name in
      if name != "Home" { look(app.state, name) }
      if name == "Test" { look(try ReadmeKeysTests.writing(app.state), "An answer in words") }
      guard name == "A question to be reviewed" else { return }
      var writing = app.state
      writing.review?.asked?.entry.isInField = true
      look(writing, "A reviewed answer in words")
    }
  }

  @Test("While a window is open the footer has its keys, and none of the screen behind it", arguments: AppDriver.sizes)
  func windows(size: Size) async throws {
    let app = try AppDriver(columns: size.columns, rows: size.rows)
    var footer: String { app.state.view().lines.last ?? "" }
    try await app.makeSampleTest()
    app.press(.escape)
    try await app.wait(for: "10 questions")
    #expect(footer.contains("n new"))
    app.press(.character("d"))
    #expect(footer.contains("Enter keep it") && footer.contains("Esc close") && !footer.contains("n new"))
    app.press(.tab)
    #expect(footer.contains("Enter yes, delete"))
    try app.click(on: "Esc close")
    #expect(app.state.overlay == nil && app.state.home.tests?.count == 1)
    app.press(.character("?"))
    #expect(footer.contains("Esc close") && !footer.contains("n new"))
    // Moving is shown where there is more of the help than fits.
    #expect(footer.contains("scroll") == (app.state.helpRows.count > app.state.helpHeight))
    app.press(.character("q"), .character("e"))
    try await app.wait { $0.state.overlay != nil }
    #expect(footer.contains("Enter begin") && footer.contains("Esc leave") && !footer.contains("n new"))
  }

  @Test("A resize is drawn at once, and a terminal that is too small says so in one line")
  func resize() async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    try await app.visitEveryScreen { name in
      app.take(.resized(Size(columns: 30, rows: 5)))
      let lines = app.state.view().lines.filter { !$0.isEmpty }
      #expect(lines.count == 1 && lines[0].hasSuffix(" testlet needs 40x12"), "\(name)")
      app.take(.resized(Size(columns: 1, rows: 1)))
      #expect(app.state.view().size == Size(columns: 1, rows: 1))
      app.take(.resized(Size(columns: 80, rows: 24)))
      #expect(app.state.view().lines.count { !$0.isEmpty } > 3, "\(name)")
    }
  }

  @Test("In ASCII nothing else is drawn but what notes and questions have")
  func ascii() async throws {
    // Questions quote the notes in these marks.
    let notes = Set(Assets.samples.map(\.text).joined() + "\u{201C}\u{201D}")
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    var interface = InterfaceSettings()
    interface.isASCII = true
    app.take(.interfaceChanged(interface))
    try await app.visitEveryScreen { name in
      let others = app.screen.filter { !$0.isASCII && !notes.contains($0) }
      #expect(others.isEmpty, "\(name): \(others)")
    }
  }

  @Test("No key means two things, the footer says nothing twice, and the help lists every key")
  func bindings() async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    try await app.visitEveryScreen { name in
      let bindings = app.state.bindings
      let keys = bindings.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(name)")
      let shown = bindings.filter { $0.footer != .hidden }.map(\.label)
      #expect(Set(shown).count == shown.count, "\(name): \(shown)")
      #expect(bindings.allSatisfy { !$0.label.isEmpty && $0.help.hasSuffix(".") || $0.help.hasSuffix(").") }, "\(name)")
      guard app.state.overlay == nil, !app.state.isTyping else { return }
      app.press(.character("?"))
      let help = app.state.helpRows.map { $0.map(\.text).joined() }.joined(separator: "\n")
      for binding in bindings { #expect(help.contains(binding.allKeys), "\(name): \(binding.allKeys)") }
      app.press(.escape)
      #expect(app.state.overlay == nil, "\(name)")
    }
  }

  @Test("Any keys in any order leave a screen that can be drawn", arguments: [1, 2, 3] as [UInt64])
  func randomKeys(seed: UInt64) async throws {
    let app = try AppDriver(backends: [.mock, .ollamaDefault])
    try await app.makeSampleTest()
    var random = Linear(state: seed)
    let keys: [Key] =
      "abcdefghijklmnopqrstuvwxyz12345?/ :".map(Key.character) + [
        .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace,
        .delete,
        .wordLeft, .wordRight, .function(1), .mouse(MouseEvent(.wheelUp, at: Point(column: 1, row: 1))),
        .mouse(MouseEvent(.wheelDown, at: Point(column: 1, row: 1))), .control("g"), .control("l"), .control("a"),
        .paste("x\u{1B}[31m\ny"),
      ]
    for _ in 0..<1500 {
      app.press(keys[Int(random.next() % UInt64(keys.count))])
      if random.next() % 20 == 0 {
        let point = Point(column: Int(random.next() % 200) - 20, row: Int(random.next() % 60) - 10)
        app.press(.mouse(MouseEvent(.click, at: point)))
      }
      if random.next() % 50 == 0 {
        app.take(.resized(Size(columns: Int(random.next() % 130), rows: Int(random.next() % 45))))
      }
      #expect(app.state.view().size == app.state.size)
    }
  }

  /// A small generator with a seed (Knuth's constants for a linear congruence).
  private struct Linear: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
  }
}
