import Foundation

/// How a term is written: its name without abbreviations, and the other names given in brackets.
struct TermName: Sendable, Hashable {
  /// The name as shown: "magnetic resonance imaging".
  var shown: String
  /// Other names: "MRI".
  var others: [String]
  /// The words of the name, folded and in the singular.
  var words: [String]

  /// Reads a name as a glossary or a bold passage gives it; `nil` where it isn't one (too long, a sentence, a lone
  /// function word).
  init?(_ raw: String) {
    var text = raw.trimmingCharacters(in: CharacterSet(charactersIn: " .,;:*_\n\t"))
    var others: [String] = []
    while let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")") {
      others.append(String(text[text.index(after: open)..<close]).trimmingCharacters(in: .whitespaces))
      text.removeSubrange(open...close)
    }
    text = DefinitionParser.withoutArticle(StandAlone.tidied(text))
    let words = WordSpan.words(of: text)
    guard (1...6).contains(words.count), text.count <= 60, text.count >= 2 else { return nil }
    guard text.first?.isLetter == true, !text.contains(where: { ".?!:;\"()=<>".contains($0) }) else { return nil }
    guard words.first.map({ !Self.imperatives.contains($0.folded) || words.count == 1 }) == true else { return nil }
    guard let first = words.first, let last = words.last, !Words.stopWords.contains(last.folded) else { return nil }
    let isAdverb = words.count == 1 && first.folded.hasSuffix("ly") && !Self.nounsInLy.contains(first.folded)
    guard !Words.stopWords.contains(first.folded), !isAdverb else { return nil }
    shown = text
    self.others = others.filter { $0.count > 1 && $0.count <= 60 }
    self.words = words.map(\.normal)
  }

  private static let nounsInLy = English.list(
    """
    monopoly oligopoly duopoly anomaly assembly supply family reply homily jelly rally ally belly fly butterfly \
    dragonfly melancholy panoply folly bully lily
    """)

  /// Verbs that begin an advice in bold rather than a name.
  private static let imperatives = English.list(
    "use make get take keep try avoid be do go talk rehearse minimize ask choose")

  /// Its words as one string, to find it by.
  var key: String { words.joined(separator: " ") }

  /// The last word of the name's own noun phrase: "theory" of "theory of emotion".
  var headIndex: Int {
    let stop = words.firstIndex { English.prepositions.contains($0) } ?? words.count
    return max(0, stop - 1)
  }
}
