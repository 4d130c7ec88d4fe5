import Foundation

/// A sentence of the notes, or a clause of one that could be a sentence.
struct NoteClause: Sendable, Hashable {
  /// As the passage has it.
  var evidence: String
  /// The same as a sentence: a clause begins with a capital and ends with a stop.
  var told: String
  /// Whether the sentence goes on with another clause.
  var goesOn = false

  /// The sentences of a text. Those whose clauses, between semicolons, could all be sentences are divided.
  static func all(in text: String) -> [NoteClause] {
    Sentences.split(text).flatMap { sentence in
      clauses(of: sentence) ?? [NoteClause(evidence: sentence, told: sentence)]
    }
  }

  private static func clauses(of sentence: String) -> [NoteClause]? {
    guard sentence.utf8.contains(UInt8(ascii: ";")) else { return nil }
    let parts = sentence.components(separatedBy: "; ")
    guard parts.count > 1, parts.allSatisfy(isClause) else { return nil }
    return parts.enumerated().map { index, part in
      let isLast = index == parts.count - 1
      let told = index == 0 ? part : part.prefix(1).uppercased() + part.dropFirst()
      return NoteClause(evidence: part, told: isLast ? told : told + ".", goesOn: !isLast)
    }
  }

  private static func isClause(_ part: String) -> Bool {
    let words = WordSpan.words(of: part)
    // "... two sides: the right one pumps ...; the left one pumps ..." is one sentence with a list.
    return words.count >= shortest && !part.contains(":") && DefinitionParser.clauseVerb(words, from: 1) != nil
      && part.count { $0 == "(" } == part.count { $0 == ")" }
  }

  /// The words of the shortest clause that says anything.
  private static let shortest = 5
}
