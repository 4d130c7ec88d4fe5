/// What the name of a section says about its content.
enum SectionName {
  enum Role {
    /// Text to ask about.
    case body
    /// Text to ask about, but no topic of its own.
    case summary
    /// Terms with definitions.
    case glossary
    /// Nothing to ask about: references, questions.
    case skipped
  }

  static func role(of heading: String) -> Role {
    let name = plain(heading)
    if skipped.contains(name) { return .skipped }
    if glossaries.contains(name) { return .glossary }
    return summaries.contains(name) ? .summary : .body
  }

  /// Whether many files have a section of this name, so that it needs the title beside it.
  static func isGeneric(_ heading: String) -> Bool {
    let name = plain(heading)
    if generic.contains(name) || summaries.contains(name) { return true }
    let words = name.split(separator: " ")
    guard let first = words.first, words.count <= 2, parts.contains(String(first)) else { return false }
    return words.count == 1 || words[1].allSatisfy { $0.isNumber || "ivx".contains($0) }
  }

  /// Folded, without a number before it and a colon after it.
  private static func plain(_ heading: String) -> String {
    let name = Words.fold(heading)
    let start = name.firstIndex(where: \.isLetter) ?? name.startIndex
    let isNumbered = name[..<start].allSatisfy { $0.isNumber || ".): ".contains($0) }
    return String((isNumbered ? name[start...] : name[...]).drop { $0 == " " }.trimmingSuffix { ":. ".contains($0) })
  }

  private static let skipped: Set<String> = [
    "references", "reference list", "bibliography", "further reading", "suggested reading", "suggested readings",
    "recommended reading", "works cited", "sources", "citations", "review questions", "exercises", "practice questions",
    "practice problems", "discussion questions", "critical thinking questions", "personal application questions",
    "questions for review", "self-test", "quiz", "table of contents", "contents",
  ]
  private static let glossaries: Set<String> = [
    "key terms", "glossary", "vocabulary", "key vocabulary", "key terms and definitions", "glossary of terms",
    "glossary of key terms", "terms to know", "terminology",
  ]
  private static let summaries: Set<String> = [
    "summary", "chapter summary", "section summary", "in summary", "recap", "key points", "key takeaways", "takeaways",
    "main points",
  ]
  private static let generic: Set<String> = [
    "introduction", "intro", "overview", "background", "conclusion", "conclusions", "preface", "abstract", "basics",
    "definition", "definitions", "discussion", "methods", "results", "examples", "example", "history", "review",
    "objectives", "learning objectives", "learning outcomes", "notes", "lecture notes", "class notes", "untitled",
    "applications", "terms", "key concepts", "main ideas",
  ]
  private static let parts: Set<String> = [
    "chapter", "lecture", "week", "part", "unit", "section", "module", "lesson", "class", "session", "day", "notes",
  ]
}

extension Substring {
  fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> Substring {
    var result = self
    while let last = result.last, isTrimmed(last) { result.removeLast() }
    return result
  }
}
