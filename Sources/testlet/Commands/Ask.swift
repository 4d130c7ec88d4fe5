import ArgumentParser
import Foundation
import LanguageModels
import PracticeTests
import TestletApp

/// `testlet ask TEXT`.
struct Ask: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Say in plain words what you want, and see how it is understood.",
    discussion: """
      It shows what would be done, and the command for it. In a terminal it does that, and asks first where something \
      is made or deleted; elsewhere only with --yes. Words that the grammar does not know are understood by a model, \
      where one can be used.
      """)

  @Argument(help: "What you want, such as \"10 hard questions on glycolysis from bio.md, no true/false\".")
  var text: [String]

  @Flag(help: "Do it, without a question; but delete nothing because of what a model understood.")
  var yes = false

  @Flag(help: "Ask no model.")
  var noModel = false

  @Flag(help: "Print how it is understood as JSON, and do nothing.")
  var json = false

  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if json, yes { throw ValidationError("--json shows how it is understood, and --yes does it: give one of them.") }
  }

  func run() async throws {
    let workspace = try Workspace(options)
    let understood = try await understand(workspace)
    let action = understood.action
    if json { return Output.json(Self.object(understood)) }
    if yes { try Self.checkDeletion(understood) }
    if isatty(STDOUT_FILENO) == 1 { try Self.checkPage(action) }
    guard yes || Consent.canBeAsked else {
      for line in Self.lines(action) { Output.line(line) }
      return
    }
    // What the command prints has standard output for itself.
    for line in Self.lines(action) { Output.note(line) }
    let needsConsent = action.needsConsent || understood.backend != nil
    guard yes || !needsConsent || Consent.isGiven(to: "Do it?") else { return Output.note("Nothing was done.") }
    if let arguments = action.arguments {
      try await Testlet.perform(arguments + Self.agreement(to: action) + options.arguments)
    } else {
      try await TestletApp.run(environment: workspace.app(), start: .action(action))
    }
  }

  private func understand(_ workspace: Workspace) async throws -> PlainUnderstanding {
    let words = text.joined(separator: " ")
    let library = try workspace.library()
    let knowledge = try PlainKnowledge.read(
      for: words, library: library, folder: FileManager.default.currentDirectoryPath)
    let router = noModel ? nil : try workspace.router(over: workspace.service())
    let interrupt = InterruptSignal()
    // The command that is performed has its own way with Ctrl-C.
    defer { signal(SIGINT, SIG_DFL) }
    let understanding = Task {
      try await PlainWords(knowledge, router: router, library: library).understand(words) { model in
        Output.note(Output.plain("Asking \(ModelSignature(model).text) what is meant."))
      }
    }
    interrupt.onSignal { understanding.cancel() }
    return try await understanding.value
  }

  /// A model may be wrong, and what is deleted does not come back.
  private static func checkDeletion(_ understood: PlainUnderstanding) throws {
    guard understood.backend != nil, case .deleteTest = understood.action, let command = understood.action.commandLine
    else { return }
    throw UsageError("A model understood this as a deletion, which --yes does not do: run `\(command)`.")
  }

  /// A page for a browser is nothing to read in a terminal.
  private static func checkPage(_ action: PlainAction) throws {
    guard case .exportTest(_, .html, _, file: nil) = action else { return }
    throw UsageError("HTML is for a browser: name a file too, as in \"print the answers to answers.html\".")
  }

  /// What keeps the command from asking what was agreed to already.
  private static func agreement(to action: PlainAction) -> [String] {
    if case .deleteTest = action { ["--yes"] } else { [] }
  }

  private static func lines(_ action: PlainAction) -> [String] {
    [Output.cell(action.sentence), action.commandLine.map(Output.cell) ?? "Only the app does this: open `testlet`."]
  }

  private static func object(_ understood: PlainUnderstanding) -> JSONValue {
    .members([
      ("action", understood.action.json), ("sentence", .string(understood.action.sentence)),
      ("command", understood.action.commandLine.map(JSONValue.string) ?? .null),
      ("backend", understood.backend.map(JSONValue.string) ?? .null),
    ])
  }
}
