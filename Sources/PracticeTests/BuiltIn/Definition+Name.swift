/// What the notes say that a thing is, fitted to its name.
extension Definition {
  /// The same said of what has a name; `nil` where it can't be: "compensation states that ..." tells what a law says.
  func fitted(to name: TermName) -> Definition? {
    if shape == .predicate, text.prefixMatch(of: /(?:states|claims|holds|reports|means) that\b/) != nil {
      return name.canState ? self : nil
    }
    if let one = text.prefixMatch(of: /one (?=(?:whose|who|that|which|in which)\b)/) {
      guard name.words.count > 1 else { return nil }
      let head = name.words[name.headIndex]
      let whole = English.indefiniteArticle(before: head) + " " + head + " " + text[one.range.upperBound...]
      return Definition(text: whole, shape: .thing, genus: [head])
    }
    // "in the chest, left of the midline" says how something is, as an adjective does, and not what.
    if shape == .fragment, opensWithPreposition, !Term.Traits(name).isAdjective { return nil }
    return withoutTelltale(of: name)?.withoutKin(of: name)
  }

  /// Whether it begins with a preposition, and not with a measure: "over 100 beats per minute".
  private var opensWithPreposition: Bool {
    let words = WordSpan.words(of: text)
    guard let first = words.first?.folded, first != "to", English.prepositions.contains(first) || first == "if" else {
      return false
    }
    return words.count < 2 || words[1].folded.first?.isNumber == false
  }

  /// The same without its noun, where that is kin to a word of the name and what it does is said behind it: "breaks the
  /// chain" for "an act that breaks the chain", of "novus actus".
  private func withoutKin(of name: TermName) -> Definition {
    guard shape == .thing || shape == .fragment, isPlural == Term.Traits(name).isPlural, let noun = genus.last,
      name.words.contains(where: { $0 != noun && WordKin.areKin(Words.stem($0), Words.stem(noun)) }),
      let deed = deed(ofWhat: noun)
    else { return self }
    let shorter = Definition(text: deed, shape: .predicate, isPlural: isPlural, genus: genus)
    return shorter.isSpecific ? shorter : self
  }

  /// "anchor the valves" of "tendons that anchor the valves", "is guided by power" of "politics guided by power".
  private func deed(ofWhat noun: String) -> String? {
    let words = WordSpan.words(of: text)
    guard let place = words.firstIndex(where: { $0.normal == noun }), place + 3 < words.count else { return nil }
    let (next, second, third) = (words[place + 1].folded, words[place + 2].folded, words[place + 3].folded)
    if next.hasSuffix("ed"), English.prepositions.contains(second) {
      return (isPlural ? "are " : "is ") + text[words[place + 1].range.lowerBound...]
    }
    // "a tube that the body uses" does nothing.
    let isVerb =
      isPlural
      ? !English.determiners.contains(second) && !English.pronouns.contains(second)
        && (English.determiners.contains(third) || English.prepositions.contains(third))
      : English.isFiniteVerb(second)
    guard ["that", "which", "who"].contains(next), isVerb else { return nil }
    return String(text[words[place + 2].range.lowerBound...])
  }

  private func withoutTelltale(of name: TermName) -> Definition? {
    let cut = name.withoutTelltale(text)
    guard cut != text else { return self }
    let shorter = Definition(
      text: cut, shape: shape, isPlural: isPlural, genus: genus,
      relative: relative.map { Relative(noun: $0.noun, predicate: name.withoutTelltale($0.predicate)) })
    return shorter.isSpecific ? shorter : nil
  }
}

extension TermName {
  /// Whether it can state something: a theorem, a doctrine, "Occam's razor", a case at law.
  fileprivate var canState: Bool {
    let head = words[headIndex]
    return AskedKind.claims.contains(head) || Self.statements.contains(head) || head.hasSuffix("ism")
      || words.contains { $0.hasSuffix("'s") } || shown.dropFirst().contains(where: \.isUppercase)
  }

  private static let statements = English.list(
    "theorem view thesis paradox axiom postulate lemma conjecture maxim criterion clause article act")

  /// A text without the formula or the bracket at its end, where a part of the name stands in it: ": $z = ...$" of
  /// "z-score", "(min-heap)" of "heap".
  func withoutTelltale(_ text: String) -> String {
    guard let tail = text.firstRange(of: /(?:: \$[^$]*\$| \([^()]*\))(?=\.?$)/),
      !Self.parts(of: String(text[tail])).isDisjoint(with: Self.parts(of: shown))
    else { return text }
    return text.replacingCharacters(in: tail, with: "")
  }

  private static func parts(of text: String) -> Set<String> {
    Set(WordSpan.words(of: text).flatMap { $0.normal.split(separator: "-").map(String.init) })
      .subtracting(Words.stopWords)
  }
}
