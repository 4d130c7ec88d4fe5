/// "... is an example of an ____": the article rules options out.
enum ArticleCue {
  /// A final article fits only some of the options.
  static func check(_ subject: GateSubject) -> [Violation] {
    guard let article = finalArticle(subject.item.prompt) else { return [] }
    let wantsVowel = subject.item.prompt[article].lowercased() == "an"
    let fitting = subject.item.choices.filter { startsWithVowelSound($0) == wantsVowel }
    guard !fitting.isEmpty, fitting.count < subject.item.choices.count else { return [] }
    return [
      subject.violation(
        .articleCue, "prompt", .fix, "The article before the blank fits only some of the options: write a(n).")
    ]
  }

  /// The item with the article as "a(n)".
  static func mended(_ subject: GateSubject) -> Item {
    var item = subject.item
    guard !check(subject).isEmpty, let article = finalArticle(item.prompt) else { return item }
    let isCapital = item.prompt[article.lowerBound].isUppercase
    item.prompt.replaceSubrange(article, with: isCapital ? "A(n)" : "a(n)")
    return item
  }

  /// Where the article stands: the last word, or the last before the only blank.
  private static func finalArticle(_ stem: String) -> Range<String.Index>? {
    let blanks = Blank.runs(in: stem)
    guard blanks.count <= 1 else { return nil }
    let blank = blanks.first
    var end = blank?.lowerBound ?? stem.endIndex
    while end > stem.startIndex, !stem[stem.index(before: end)].isLetter {
      // Between article and blank stand only spaces; after a final article there may be a colon or dots.
      guard blank == nil || stem[stem.index(before: end)].isWhitespace else { return nil }
      end = stem.index(before: end)
    }
    let start = stem[..<end].lastIndex { !$0.isLetter }.map(stem.index(after:)) ?? stem.startIndex
    guard start < end, ["a", "an"].contains(stem[start..<end].lowercased()) else { return nil }
    return start..<end
  }

  private static let soundedLikeConsonants = [
    "eu", "uni", "use", "usu", "uti", "ura", "ubi", "ure", "one", "once", "ewe",
  ]
  private static let soundedLikeVowels = ["hour", "honest", "honor", "honour", "heir"]

  /// Whether a word begins with a vowel sound: "hour" and "MRI" do, "unit" does not.
  private static func startsWithVowelSound(_ option: String) -> Bool {
    guard let word = option.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).first, let first = word.first else {
      return false
    }
    if first.isNumber { return first == "8" || word == "11" || word == "18" }
    let letters = word.prefix(while: \.isLetter)
    if letters.count >= 2, letters.allSatisfy(\.isUppercase) { return "AEFHILMNORSX".contains(first) }
    let small = letters.lowercased()
    if soundedLikeVowels.contains(where: small.hasPrefix) { return true }
    if soundedLikeConsonants.contains(where: small.hasPrefix), !small.hasPrefix("unin"), !small.hasPrefix("unim") {
      return false
    }
    return "aeiou".contains(small.prefix(1))
  }
}
