import LanguageModels

/// Tags in GIFT: Moodle keeps them in the comment above a question, as `[tag:exam]`, with `\]` for a bracket of theirs.
enum GIFTTags {
  private static let opening = "[tag:"
  /// What Moodle takes for no part of a tag, and a backslash, which it would leave before a bracket.
  private static let foreign: Set<Character> = ["<", ">", "`", "\\"]

  /// A comment with tags; of each it has what a tag of Moodle's can hold.
  static func comment(_ tags: [String]) -> String {
    (["//"] + tags.map { "\(opening)\(held($0).replacing("]", with: "\\]"))]" }).joined(separator: " ")
  }

  /// What a tag of Moodle's can hold of a tag.
  static func held(_ tag: String) -> String { SafeText.line(tag.filter { !foreign.contains($0) }) }

  /// The tags in a comment.
  static func read(_ comment: Substring) -> [String] {
    var tags: [String] = []
    var rest = comment
    while let start = rest.firstRange(of: opening) {
      let (tag, end) = tag(in: rest[start.upperBound...])
      if let tag { tags.append(tag) }
      rest = rest[end...]
    }
    return tags
  }

  /// A tag up to its bracket, and where it ends; `nil` where it is empty or has no end.
  private static func tag(in text: Substring) -> (String?, Substring.Index) {
    var (tag, isEscaped) = ("", false)
    for index in text.indices {
      let character = text[index]
      if character == "]", !isEscaped { return (tag.isEmpty ? nil : tag, text.index(after: index)) }
      if character == "]" { tag.removeLast() }
      tag.append(character)
      isEscaped = character == "\\"
    }
    return (nil, text.endIndex)
  }
}
