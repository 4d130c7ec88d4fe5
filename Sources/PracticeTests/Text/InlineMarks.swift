/// The marks within a text, as people and models write them: backticks around code, and two stars around what is bold.
/// What only looks like one (`2**3`, a lone backtick) is none.
public struct InlineMarks: Sendable {
  /// A mark, and the characters that it takes.
  public struct Mark: Sendable, Equatable {
    /// What it does.
    public enum Kind: Sendable {
      /// It is code, with its backticks.
      case code
      /// It begins something bold, or ends it.
      case bold
    }

    /// What it does.
    public let kind: Kind
    /// Where it stands among the characters.
    public let range: Range<Int>
  }

  /// The text.
  public let characters: [Character]
  /// The marks in their order. Those of bold come in pairs.
  public let marks: [Mark]

  /// Finds the marks of a text, in time linear in it.
  public init(_ text: some StringProtocol) {
    characters = Array(text)
    let code = CodeSpans(characters).ranges
    let bold = StarRuns(characters, outside: code).marks
    marks = (code.map { Mark(kind: .code, range: $0) } + bold.map { Mark(kind: .bold, range: $0) })
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// What code says: without its backticks, and without the one space on each side that keeps backticks within it apart
  /// from these.
  public func code(_ range: Range<Int>) -> String {
    let length = characters[range].prefix { $0 == "`" }.count
    let code = characters[range].dropFirst(length).dropLast(length)
    let isPadded = code.count > 2 && code.first == " " && code.last == " "
    return String(isPadded ? code.dropFirst().dropLast() : code)
  }
}

/// Code between two runs of as many backticks.
struct CodeSpans {
  private(set) var ranges: [Range<Int>] = []

  init(_ text: [Character]) {
    let runs = text.runs(of: "`")
    // Where the last run of so many backticks begins: one that nothing ends is not looked for in the rest.
    let lastRuns = Dictionary(runs.map { ($0.count, $0.lowerBound) }) { $1 }
    var open: Range<Int>?
    for run in runs {
      if let begin = open {
        guard run.count == begin.count else { continue }
        ranges.append(begin.lowerBound..<run.upperBound)
        open = nil
      } else if lastRuns[run.count, default: run.lowerBound] > run.lowerBound {
        open = run
      }
    }
  }
}

/// Two stars are marks of bold at the edges of words; between letters and digits they are an operator. Bold has two of
/// them, bold and emphasis three.
struct StarRuns {
  private let text: [Character]
  /// The stars that can be marks.
  let runs: [Range<Int>]

  init(_ text: [Character], outside code: [Range<Int>]) {
    self.text = text
    var rest = code[...]
    runs = text.runs(of: "*").filter { run in
      rest = rest.drop { $0.upperBound <= run.lowerBound }
      return (2...3).contains(run.count) && rest.first?.contains(run.lowerBound) != true
    }
  }

  /// The two stars of each mark that begins something bold or ends it.
  var marks: [Range<Int>] {
    var found: [Range<Int>] = []
    let lastEnd = runs.last(where: canEnd)?.lowerBound ?? -1
    var begin: Range<Int>?
    for run in runs {
      if let start = begin, canEnd(run) {
        found += [start.upperBound - 2..<start.upperBound, run.lowerBound..<run.lowerBound + 2]
        begin = nil
      } else if begin == nil, canBegin(run), run.lowerBound < lastEnd {
        begin = run
      }
    }
    return found
  }

  func canBegin(_ run: Range<Int>) -> Bool {
    let before = run.lowerBound > 0 ? text[run.lowerBound - 1] : " "
    // Behind a bracket they raise to a power, but behind that of a label.
    let isFree = !isWord(before) && (!")]".contains(before) || run.lowerBound < 3)
    return isFree && run.upperBound < text.count && !text[run.upperBound].isWhitespace
  }

  /// Behind a sign such as the colon of "**Answer:**B" the text may go on at once.
  func canEnd(_ run: Range<Int>) -> Bool {
    guard let before = text[..<run.lowerBound].last(where: { !$0.isWhitespace }) else { return false }
    if ":.)?!".contains(before), text[run.lowerBound - 1] == before || before == ":" { return true }
    guard !text[run.lowerBound - 1].isWhitespace else { return false }
    return run.upperBound == text.count || !isWord(text[run.upperBound])
  }

  /// Chinese and Japanese write no spaces between words.
  private func isWord(_ character: Character) -> Bool {
    (character.isLetter || character.isNumber) && character.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
  }
}

extension [Character] {
  /// Where a character stands once or several times in a row.
  fileprivate func runs(of character: Character) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var place = 0
    while place < count {
      var end = place
      while end < count, self[end] == character { end += 1 }
      if end > place { runs.append(place..<end) }
      place = Swift.max(end, place + 1)
    }
    return runs
  }
}
