import ArgumentParser
import Foundation
import LanguageModels
import PracticeTests

/// `testlet edit TEST NUMBER`.
struct Edit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a question in your editor; it is kept when it passes every check.",
    discussion: """
      The editor is that of $VISUAL or $EDITOR, else vi; it needs a terminal. Earlier versions of the question are kept.
      """)

  @OptionGroup var question: OneQuestion

  @OptionGroup var output: JSONOption

  @OptionGroup var options: GlobalOptions

  func run() async throws {
    guard isatty(STDIN_FILENO) == 1 else {
      throw UsageError(
        "`testlet edit` opens your editor, which needs a terminal, but standard input is none: run it in a terminal.")
    }
    let workspace = try Workspace(options)
    let library = try workspace.library()
    let (test, slot) = try question.find(in: library)
    guard case .accepted(let old) = slot.state else { throw GenerationError.noQuestion }
    let editor = workspace.textEditor(for: try BackendSettings(workspace.settings))
    let draft = try editor.open(EditableQuestion.text(old.item))
    do {
      let item = try EditableQuestion.item(draft.text(), changing: old.item)
      let new = try library.edit(old, to: item, slot: slot.slot.index, of: test.id)
      draft.remove()
      if new == old { return Output.note("Nothing was changed.") }
      OneQuestion.show(new, of: try library.test(test.id), json: output.json)
    } catch let error as any ReportableError {
      throw EditNotKept(error: error, path: draft.path)
    }
  }
}

/// A change that was not kept; what was typed is.
struct EditNotKept: ReportableError {
  var error: any ReportableError
  var path: String
  var sentence: String { "\(error.sentence) What you wrote is in \(path)." }
  var category: FailureCategory { error.category }
}
