import LanguageModels
import PracticeTests
import Terminal
import TestSupport
import Testing

@testable import TestletApp

@Suite("Command line of the app")
@MainActor
struct CommandLineTests {
  @Test("It lists what can be done with its keys, and why something can't; Escape and Backspace leave it")
  func opens() async throws {
    let app = try await AppDriver.withRivers()
    app.press(.character(":"))
    #expect(app.effects == [.plainWords(.readHistory)])
    for text in ["new test", "review", "stats", "library", "a command, or what you want in plain words"] {
      #expect(app.screen.contains(text), "\(text)")
    }
    #expect(
      app.state.commands.first { $0.name == "delete" }?.disabledReason == "There is no test yet: press n to make one.")
    #expect(app.state.commands.first { $0.name == "settings" }?.keys == "g")
    #expect(Set(app.state.commands.map(\.name)).count == app.state.commands.count)
    app.press(.escape)
    #expect(app.state.overlay == nil)
    app.press(.character(":"), .character("x"), .backspace)
    #expect(app.commandLine?.field.text == "")
    app.press(.backspace)
    #expect(app.state.overlay == nil)
  }

  @Test("A command is chosen by the beginning of its name, from anywhere; a key of the screen is one too")
  func commands() async throws {
    let app = try await AppDriver.withRivers()
    app.say("sta")
    #expect(app.state.stats != nil && app.state.overlay == nil)
    app.say("lib")
    #expect(app.state.bank != nil)
    app.say("set")
    #expect(app.state.settings != nil)
    #expect(app.state.commands.first { $0.name == "new test" }?.keys == "")
    app.say("tests")
    #expect(app.state.screens.count == 1)
    app.say("help")
    #expect(app.screen.contains("Keys of Home"))
    app.press(.escape)
    app.say("quit")
    #expect(app.effects.contains(.quit))
  }

  @Test("A screen that is open already is opened anew, and what lay over it goes")
  func sameScreen() async throws {
    let app = try await AppDriver.withRivers()
    for _ in 0..<2 {
      app.say("stats")
      try await app.wait { if case .stats(let stats) = $0.state.screen { stats.figures != nil } else { false } }
    }
    #expect(app.state.screens.count == 2)
    for _ in 0..<2 {
      app.say("review")
      try await app.wait { if case .review(let review) = $0.state.screen { review.queue != nil } else { false } }
    }
    #expect(app.state.screens.count == 3)
    app.say("settings")
    app.say("stats")
    #expect(app.state.screens.count == 2 && app.state.settings == nil)
    app.say("settings")
    app.say("review")
    app.say("settings")
    #expect(app.state.screens.count == 3)
    #expect(app.state.screen.title == "Settings")
  }

  @Test("A command that can't be done now says why, and stays")
  func disabled() async throws {
    let app = try await AppDriver.withRivers()
    app.say("delete")
    #expect(app.screen.contains("There is no test yet"))
    #expect(app.commandLine?.field.text == "delete" && app.effects.isEmpty)
    app.press(.backspace)
    #expect(app.commandLine?.problem == nil)
  }

  @Test("Tab completes and goes on to the next, Shift-Tab back, and Enter does what stands there")
  func completion() async throws {
    let app = try await AppDriver.withRivers()
    app.press(.character(":"))
    app.type("te")
    app.press(.tab)
    #expect(app.commandLine?.field.text == "tests")
    app.press(.tab)
    #expect(app.commandLine?.field.text == "new test")
    app.press(.backTab, .backTab)
    let last = app.commandLine?.matches(among: app.state.commands).last?.name
    #expect(app.commandLine?.field.text == last)
    app.press(.tab, .tab, .enter)
    #expect(app.state.newTest != nil)
  }

  @Test("Down goes into what fits, Up out of it again; Enter does the marked command, and Tab takes it")
  func list() async throws {
    let app = try await AppDriver.withRivers()
    app.press(.character(":"))
    func marked() -> String? {
      guard let line = app.commandLine else { return nil }
      let matches = line.matches(among: app.state.commands)
      return line.choice(among: matches).map { matches[$0].name }
    }
    #expect(marked() == nil)
    app.press(.down)
    #expect(marked() == "new test" && app.screen.contains("› new test"))
    app.press(.down, .down, .up)
    #expect(marked() == "review" && app.commandLine?.field.text == "")
    app.press(.tab)
    #expect(app.commandLine?.field.text == "review")
    app.press(.down)
    #expect(marked() == "stats" && app.commandLine?.field.text == "")
    app.press(.up, .up, .up)
    #expect(marked() == nil)
    for _ in 0..<200 { app.press(.down) }
    #expect(marked() == app.state.commands.last?.name)
    app.press(.character("t"), .character("e"), .down)
    #expect(marked() == "new test" && app.commandLine?.field.text == "te")
    app.press(.enter)
    #expect(app.state.newTest != nil && app.state.overlay == nil)
  }

  @Test("Its keys stand above what fits, with the way out in every size", arguments: [80, 40])
  func keys(columns: Int) async throws {
    let app = try await AppDriver.withRivers(columns: columns, rows: 12)
    app.press(.character(":"))
    let rule = try #require(app.state.view().lines.first { $0.contains("Tab complete") })
    #expect(rule.contains("Up history") && rule.contains("Esc close"), "\(rule)")
    #expect(app.screen.contains("Make a test from notes.") == (columns == 80))
    #expect(columns == 80 || !app.screen.contains("Make a"))
    try app.click(on: "Esc close")
    #expect(app.state.overlay == nil)
  }

  @Test("F1 shows its keys, in every size, and any key leads back to what was typed and what was found out of it")
  func help() async throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12)] {
      let app = try await AppDriver.withRivers(columns: size.columns, rows: size.rows)
      app.press(.character(":"))
      app.type("show my stats")
      let line = try #require(app.commandLine)
      app.press(.function(1))
      #expect(app.screen.contains("Keys of the command line") && app.screen.contains("Shift-Tab"))
      #expect(app.commandLine == nil)
      app.take(.commandLine(.foretold("show my stats", .showStats(nil))))
      app.press(.down)
      #expect(app.screen.contains("Keys of the command line"))
      app.press(.escape)
      #expect(app.commandLine?.field == line.field && app.commandLine?.foretold == .showStats(nil))
      app.press(.escape)
      #expect(app.state.overlay == nil)
      app.press(.function(1))
      #expect(app.screen.contains("Keys of Home"))
    }
  }

  @Test("While plain words are being found out there is no help, which what is found would close")
  func helpWhileAsking() async throws {
    let app = try await AppDriver.withRivers()
    app.press(.character(":"))
    app.type("how well do I know it")
    app.press(.enter)
    let asked = try #require(app.commandLine?.asked)
    app.press(.function(1))
    #expect(app.commandLine?.asked == asked)
    app.take(.commandLine(.understood(asked, PlainUnderstanding(.showStats(nil)))))
    #expect(app.state.stats != nil && app.state.overlay == nil)
  }

  @Test("A theme is chosen by its name, completed by Tab, and saved; the one there is says so")
  func theme() async throws {
    let app = try await AppDriver.withRivers()
    app.press(.character(":"))
    app.type("the")
    app.press(.tab)
    #expect(app.commandLine?.field.text == "theme auto")
    app.press(.enter)
    #expect(app.screen.contains("That is the theme already."))
    app.press(.tab, .tab, .enter)
    #expect(app.effects.contains(.settings(.setTheme("light"))))
    #expect(app.screen.contains("Theme: light; the choice is saved."))
    try await app.wait { $0.state.interface.theme == .light }
    #expect(app.settingsText.contains("light"))
    app.say("theme mono")
    try await app.wait { $0.state.interface.theme == .monochrome }
    app.press(.escape, .character("g"))
    app.say("theme dark")
    try await app.wait { $0.state.interface.theme == .dark }
  }

  @Test("Of a theme that there is not, the themes that there are are named")
  func unknownTheme() async throws {
    let app = try await AppDriver.withRivers()
    app.say("theme purple")
    #expect(app.words.contains("There is no theme \"purple\"; there are: auto, dark, light, monochrome."))
    #expect(app.effects.isEmpty && app.commandLine?.asked == nil)
  }

  @Test("What was entered comes back by Up, what was being typed by Down, also in the next run")
  func history() async throws {
    let app = try await AppDriver.withRivers()
    app.say("stats")
    app.say("settings")
    app.press(.character(":"))
    try await app.wait { $0.commandLine?.history == ["stats", "settings"] }
    // The file is written without a word; what is read after it comes with one.
    app.runner.run(.plainWords(.readHistory))
    try await app.wait { LogFile(path: $0.folder.file("commands.txt")).lines() == ["stats", "settings"] }
    app.type("li")
    app.press(.up)
    #expect(app.commandLine?.field.text == "settings")
    app.press(.up, .up)
    #expect(app.commandLine?.field.text == "stats")
    app.press(.down, .down, .down)
    #expect(app.commandLine?.field.text == "li")
  }

  @Test(
    "It stands over the screen in every size, with the cursor in it",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 40, rows: 12)])
  func sizes(size: Size) async throws {
    let app = try await AppDriver.withRivers(columns: size.columns, rows: size.rows)
    app.press(.character(":"))
    let empty = app.state.view()
    #expect(empty.lines.last?.contains(":a command") == true)
    #expect(empty.cursor?.row == size.rows - 1)
    #expect(empty.lines.count { $0.contains("new test") } == 1)
    app.type("10 hard questions on something that nobody ever heard of")
    let words = app.screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("Enter finds out what is meant, and asks before it makes or deletes anything"))
    let canvas = app.state.view()
    #expect(canvas.cursor.map { $0.column < size.columns } == true)
    app.press(.enter)
    try await app.wait { $0.commandLine?.problem != nil }
    #expect(app.state.view().lines.count { !$0.isEmpty } > 4)
  }

  @Test("In a field a colon is a colon")
  func typing() async throws {
    let app = try await AppDriver.withRivers()
    app.press(.character("/"), .character(":"))
    #expect(app.state.bank?.search.text == ":" && app.state.overlay == nil)
  }
}
