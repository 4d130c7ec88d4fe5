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
    return withoutTelltale(of: name)
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
