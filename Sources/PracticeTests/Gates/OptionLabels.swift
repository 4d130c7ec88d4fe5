/// Labels that were written into options: `A) ...`, `b. ...`, `2: ...`.
enum OptionLabels {
  /// A label and what follows it.
  private struct Labelled {
    var label: Character
    var isBracketed: Bool
    var rest: String
  }

  private static func split(_ option: String) -> Labelled? {
    var rest = option.trimming(\.isWhitespace)
    let opens = rest.first == "(" || rest.first == "["
    if opens { rest.removeFirst() }
    guard let label = rest.popFirst(), "ABCDEabcde12345".contains(label), let mark = rest.popFirst(),
      opens ? ")]".contains(mark) : ").:".contains(mark), rest.first?.isWhitespace == true
    else { return nil }
    let text = rest.trimming(\.isWhitespace)
    guard !text.isEmpty else { return nil }
    return Labelled(
      label: Character(label.lowercased()), isBracketed: opens || mark == ")", rest: String(text))
  }

  /// The options without labels, or `nil` when they have none. `A)` is a label wherever it stands; `A.` and `A:` only
  /// where all options are labelled with the first letters or numbers, for "C. elegans" is a worm.
  static func stripped(_ options: [String]) -> [String]? {
    let parts = options.map(split)
    let labels = Set(parts.compactMap { $0?.label })
    let expected = [Set("abcde".prefix(options.count)), Set("12345".prefix(options.count))]
    let areAllLabelled = parts.allSatisfy { $0 != nil } && expected.contains(labels)
    let stripped = zip(options, parts).map { option, part in
      guard let part, areAllLabelled || part.isBracketed else { return option }
      return part.rest
    }
    return stripped == options ? nil : stripped
  }

  /// Where a list of labelled options begins in a stem: "... a. isize b. usize c. i32".
  static func listStart(in stem: String) -> String.Index? {
    ["ABC", "abc", "123"].lazy.compactMap { start(of: Array($0), in: stem) }.first
  }

  private static func start(of labels: [Character], in stem: String) -> String.Index? {
    var first: String.Index?
    var found = 0
    var before: Character = " "
    for index in stem.indices {
      let character = stem[index]
      defer { before = character }
      guard found < labels.count, character == labels[found], before.isWhitespace || before == "(" else { continue }
      let mark = stem.index(after: index)
      guard mark < stem.endIndex, ").:".contains(stem[mark]) else { continue }
      let text = stem.index(after: mark)
      guard text < stem.endIndex, stem[text].isWhitespace else { continue }
      first = first ?? index
      found += 1
    }
    return found == labels.count ? first : nil
  }
}
