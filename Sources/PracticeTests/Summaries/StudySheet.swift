import LanguageModels

/// A study sheet as it was written.
public struct StudySheet: Sendable, Hashable {
  /// The sections, in their order. Each is asked for by itself: a small model does one thing at a time.
  public enum Section: String, Sendable, Hashable, CaseIterable {
    case ideas = "Main ideas"
    case terms = "Terms"
  }

  /// The whole sheet, in Markdown.
  public var text: String
  /// The model that wrote it, as its server names it.
  public var model: String
  /// Whether a section was ended by the token limit, or because the model only repeated itself.
  public var isCutShort: Bool
}

/// What happens while a study sheet is written.
public enum StudySheetEvent: Sendable, Hashable {
  /// A part of long notes is read, counted from 1.
  case part(Int, of: Int)
  /// A piece of the sheet arrived: one or more lines.
  case text(String)
}

/// Why a study sheet could not be written.
public enum StudySheetError: ReportableError, Hashable {
  /// The model's context does not hold two parts of anything.
  case contextTooSmall(Int)

  /// What is said to a person.
  public var sentence: String {
    switch self {
    case .contextTooSmall(let tokens):
      "The model takes \(tokens) tokens at once, which is too few for these notes: start its server with a longer context."
    }
  }

  /// What kind of failure it is.
  public var category: FailureCategory { .unavailable }
}
