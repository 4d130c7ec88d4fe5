import LanguageModels

/// How the tokens of a model's context are shared out among notes and answers.
struct SummaryRoom: Sendable, Hashable {
  /// What is taken for the context of a model that does not say; Ollama's own default.
  static let usualContext = 4096
  /// More is not used: a model that reads a book at once still leaves most of it out.
  private static let mostContext = 16_384

  /// Tokens of notes that go into one request.
  var notes: Int
  /// Tokens of the answer about one part.
  var part: Int
  /// Tokens of one section of the sheet.
  var section: Int

  /// Shares out a context, of which the prompt without notes takes a part.
  init(context: Int?, frame: Int) {
    let context = min(context ?? Self.usualContext, Self.mostContext)
    section = min(600, context / 4)
    part = min(350, context / 8)
    // Chat templates add a few tokens to every turn.
    notes = context - section - frame - 40
  }

  /// Whether parts shrink: each has to hold the answers about at least two others.
  var suffices: Bool { notes >= 2 * part && part >= 60 }

  /// Points that the answer about one part may have, at some 25 tokens each.
  var points: Int { max(part / 25, 3) }
}
