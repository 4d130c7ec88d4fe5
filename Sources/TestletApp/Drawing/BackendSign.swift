import LanguageModels
import Terminal

/// How a backend's availability is shown: a shape, a word and a style, so that colour is never the only signal.
struct BackendSign: Equatable {
  /// One column wide.
  var shape: String
  /// One word or two.
  var word: String
  /// Colours both.
  var style: Style

  /// The sign of an availability.
  init(_ availability: BackendAvailability, symbols: Symbols) {
    switch availability {
    case .available(_, proven: true): self.init(shape: symbols.dot, word: "ready", style: .success)
    case .available(_, proven: false): self.init(shape: "~", word: "not proven yet", style: .warning)
    case .loading: self.init(shape: "~", word: "loading", style: .warning)
    case .unavailable: self.init(shape: symbols.no, word: "not available", style: .danger)
    case .unknown: self.init(shape: "?", word: "checking", style: .muted)
    }
  }

  private init(shape: String, word: String, style: Style) {
    self.shape = shape
    self.word = word
    self.style = style
  }
}
