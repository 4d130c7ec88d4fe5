import Assets
import LanguageModels

/// The requests that a study sheet is made with. What several of them share, the notes included, comes first, byte for
/// byte, so that a server pays for it once.
enum SummaryPrompt {
  /// What is asked of one part of long notes.
  static func taskOfPart(points: Int) -> String {
    Assets.Prompt.summaryPart.replacing("{points}", with: String(points))
  }

  /// The longest prompt without its notes, to know how much of them fits.
  static var frame: String {
    let tasks = [taskOfPart(points: 99)] + StudySheet.Section.allCases.map(\.task)
    let longest = tasks.max { $0.utf8.count < $1.utf8.count } ?? ""
    return messages("", task: longest).map(\.content).joined()
  }

  /// Asks for something about notes.
  static func messages(_ notes: String, task: String) -> [LLMMessage] {
    [LLMMessage(.system, Assets.Prompt.summary), LLMMessage(.user, "Notes:\n\(PromptFence.around(notes))\n\n\(task)")]
  }
}

extension StudySheet.Section {
  /// What is asked for it.
  var task: String {
    switch self {
    case .ideas: Assets.Prompt.summaryIdeas
    case .terms: Assets.Prompt.summaryTerms
    }
  }

  /// A line as it is kept: the meaning of a term is one sentence, however much a model goes on to tell.
  func kept(_ line: String) -> String {
    guard self == .terms, let first = Sentences.split(line).first else { return line }
    return first + "\n"
  }
}
