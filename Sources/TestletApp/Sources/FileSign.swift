import Terminal

/// How a file's standing is shown.
struct FileSign {
  var shape: String
  var word: String
  var sentence: String
  var style: Style

  init(_ file: SourceFile?, symbols: Symbols) {
    switch file {
    case nil: self.init(" ", "", "The file is being looked at.", .muted)
    case .same: self.init(symbols.yes, "as read", "The file is as it was read.", .success)
    case .changed(let passages):
      self.init(
        "~", "changed", "The file was edited: \(Wording.count(passages, "passage")) new or different.", .warning)
    case .gone: self.init(symbols.no, "gone", "The file is not there any more; its questions stay.", .danger)
    case .sample: self.init(symbols.yes, "sample", "A sample note.", .muted)
    }
  }

  private init(_ shape: String, _ word: String, _ sentence: String, _ style: Style) {
    (self.shape, self.word, self.sentence, self.style) = (shape, word, sentence, style)
  }
}
