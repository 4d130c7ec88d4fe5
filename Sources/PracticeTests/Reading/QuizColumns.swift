/// Options in columns: "A) Lyon      C) Nice" above "B) Paris     D) Lille".
enum QuizColumns {
  /// The options with those in further columns in their places; as they are where that gives no whole sequence of
  /// labels.
  static func parted(_ options: [WrittenQuestion.Option]) -> [WrittenQuestion.Option] {
    // A mark on the line may belong to either column.
    guard options.allSatisfy({ $0.label != nil && $0.isMarked == nil }), options.contains(where: { hasGap($0.text) })
    else { return options }
    let parts = options.flatMap(columns)
    let sorted = parts.sorted { $0.label ?? "" < $1.label ?? "" }
    guard parts.count > options.count, WrittenQuestion.areInSequence(sorted.map(\.label)),
      !sorted.contains(where: { $0.text.isBlank })
    else { return options }
    return sorted
  }

  /// Whether options that are in their places seem to hold another one.
  static func areHidden(in options: [WrittenQuestion.Option]) -> Bool {
    let labels = Set(options.map(\.label))
    return options.contains { option in
      guard option.label != nil, hasGap(option.text) else { return false }
      // In "for (a)  (b)" the other option is only named: it is there by itself.
      return columns(option).dropFirst().contains { !$0.text.isBlank || !labels.contains($0.label) }
    }
  }

  private static func hasGap(_ text: String) -> Bool {
    text.contains("  ") || text.contains("\t")
  }

  /// An option and those behind it on its line: a label stands behind two spaces or a tab.
  private static func columns(_ option: WrittenQuestion.Option) -> [WrittenQuestion.Option] {
    var result: [WrittenQuestion.Option] = []
    var (current, gap) = (option, "")
    current.text = ""
    for piece in pieces(option.text) {
      let isWide = !gap.contains("\n") && (gap.count > 1 || gap.contains("\t"))
      if isWide, let label = AnswerLabel(piece), isLabel(piece), "ABCDEFGH".contains(label.label) {
        result.append(current)
        current = .init(label: label.label, text: "")
        gap = ""
        continue
      }
      if piece.first?.isWhitespace == true {
        gap = piece
        continue
      }
      current.text += current.text.isEmpty ? piece : gap + piece
      gap = ""
    }
    return result + [current]
  }

  /// The words of a text and the white space between them.
  private static func pieces(_ text: String) -> [String] {
    var result: [String] = []
    var isSpace = false
    for character in text {
      if let last = result.indices.last, character.isWhitespace == isSpace {
        result[last].append(character)
      } else {
        result.append(String(character))
        isSpace = character.isWhitespace
      }
    }
    return result
  }

  /// "C)", "(c)" or "C.".
  private static func isLabel(_ word: String) -> Bool {
    (2...3).contains(word.count) && (word.last == ")" || word.last == "." && word.count == 2)
  }
}
