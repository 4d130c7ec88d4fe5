import PracticeTests
import Terminal

/// Who wrote a question and whether its key was verified, wherever it stands: a shape, a word and a style, so that
/// colour is never the only signal.
struct ProvenanceSign: Equatable {
  /// The columns that the shape with the longest words takes.
  static let width = 15

  /// One column wide.
  var shape: String
  /// One word or two.
  var word: String
  /// Colours both.
  var style: Style

  /// The sign of a question that somebody wrote, and whose key a model confirmed, or not; `nil` when none could tell.
  init(_ origin: Provenance.Origin, verified: Bool?, symbols: Symbols) {
    switch origin {
    case .builtin: self.init(shape: "=", word: origin.shownName, style: .muted)
    case .imported: self.init(shape: "<", word: "from a file", style: .muted)
    case .model:
      switch verified {
      case true: self.init(shape: symbols.yes, word: "verified", style: .success)
      case false: self.init(shape: "!", word: "not confirmed", style: .warning)
      case nil: self.init(shape: "?", word: "not verified", style: .muted)
      }
    }
  }

  /// The sign of a question.
  init(_ question: Question, symbols: Symbols) {
    self.init(question.provenance.origin, verified: question.provenance.verified, symbols: symbols)
  }

  private init(shape: String, word: String, style: Style) {
    self.shape = shape
    self.word = word
    self.style = style
  }

  /// The shape and the word.
  var text: String { "\(shape) \(word)" }
}

extension AppState {
  /// The sign of a question among the marks of its header, where there is room for it.
  func provenanceMark(_ question: Question, in header: Rect) -> Row {
    guard header.columns >= 80 else { return [] }
    let sign = ProvenanceSign(question, symbols: symbols)
    return [Span(sign.text, sign.style), Span("  ")]
  }
}
