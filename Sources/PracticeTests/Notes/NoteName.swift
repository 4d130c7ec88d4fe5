/// What the name of a file says about its notes.
struct NoteName {
  /// The name without its ending, "Notes" where there is none.
  let stem: String
  private let ending: String

  init(_ name: String) {
    let name = String(decoding: NoteText.clean(name), as: UTF8.self).replacing("\n", with: " ").replacing(
      "\t", with: " ")
    if let dot = name.lastIndex(of: "."), dot != name.startIndex {
      stem = String(name[..<dot])
      ending = name[name.index(after: dot)...].lowercased()
    } else {
      (stem, ending) = (name.isEmpty ? "Notes" : name, "")
    }
  }

  var isMarkdown: Bool { ["md", "markdown", "mdown", "mkd"].contains(ending) }

  /// The name as words, without the numbers that order the files: "03-sleep_stages" is "Sleep stages". When what is left
  /// says nothing by itself, the numbers follow in brackets: "01-introduction" is "Introduction (01)".
  var readable: String {
    let parts = stem.split { "-_ .".contains($0) }.map(String.init)
    let prefix = parts.prefix { $0.contains(where: \.isNumber) }
    let words = parts.dropFirst(prefix.count)
    guard let first = words.first else { return stem }
    let phrase = ([first.prefix(1).uppercased() + first.dropFirst()] + words.dropFirst()).joined(separator: " ")
    guard !prefix.isEmpty, SectionName.isGeneric(phrase) else { return phrase }
    return "\(phrase) (\(prefix.joined(separator: " ")))"
  }
}
