import LanguageModels

/// Whether notes are in English, the only language in which what there is to ask about is found.
public enum NotesLanguage {
  /// What is to be said of notes that do not seem to be in English; `nil` where they do, or are too short to tell.
  public static func doubt(about passages: [Passage]) -> String? {
    isDoubted(passages) ? sentence("These notes", isOne: false) : nil
  }

  /// Whether notes do not seem to be in English.
  static func isDoubted(_ passages: [Passage]) -> Bool {
    let words = passages.flatMap(\.blocks).filter(\.holdsWords).flatMap { self.words(of: $0.text) }
    let known = words.count { common.contains($0) }
    return words.count >= fewestWords && known * leastCommon < words.count
  }

  /// The same of several notes: where only some of them are doubted, these are named.
  public static func doubt(about notes: [(name: String, passages: [Passage])]) -> String? {
    let doubted = notes.filter { isDoubted($0.passages) }.map { SafeText.line($0.name, limit: 40) }
    guard let last = doubted.last, doubted.count < notes.count else { return doubt(about: notes.flatMap(\.passages)) }
    guard doubted.count > 1 else { return sentence(last, isOne: true) }
    let named = Array(doubted.dropLast().prefix(mostNamed - 1))
    let left = doubted.count - named.count
    return sentence((named + [left == 1 ? last : "\(left) more"]).listed(), isOne: false)
  }

  private static func sentence(_ notes: String, isOne: Bool) -> String {
    """
    \(notes) \(isOne ? "does" : "do") not seem to be in English: testlet finds what to ask about in English sentences \
    only, so little may come of \(isOne ? "it" : "them").
    """
  }

  /// Of more notes the last ones are counted.
  private static let mostNamed = 4

  /// One word in so many is common at least. In English prose one in five is, and in headwords without sentences about
  /// one in fifteen; in other languages, which have a few of the words by chance, at most one in fifty.
  private static let leastCommon = 40
  /// Fewer words say nothing: not one common word has to be among them.
  private static let fewestWords = leastCommon

  /// Words without which no English is written. Those that are common in another language too are left out, such as
  /// "in", "is", "was" and "for".
  private static let common = English.list(
    """
    the of and to that are were with by it this these from be been which have not they has can its their when how into \
    than but there such between through during before after each other both more two
    """)

  /// The words of a text, in lower case; a letter with an accent stays one, as no common word has any. Single letters,
  /// as formulas have them, are no words.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.filter { $0.count > 1 }.map(String.init)
  }
}

extension Block {
  /// Whether it is of words: code and tables are alike in every language.
  fileprivate var holdsWords: Bool { isProse || kind == .definition }
}
