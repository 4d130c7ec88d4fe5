/// Takes the marks of bold (`**`) off a line. They are marks at the edges of words; between letters and digits, and
/// in code, two stars are an operator.
struct BoldMarks {
  private let text: [Character]
  private var runs: [Range<Int>] = []

  /// The line without its marks of bold.
  static func removed(_ line: Substring) -> String {
    let marks = BoldMarks(line)
    return marks.without(marks.paired)
  }

  private init(_ line: Substring) {
    text = Array(line)
    findRuns()
  }

  /// Bold has two stars, bold and emphasis three.
  private mutating func findRuns() {
    let hasCode = text.count(where: { $0 == "`" }) % 2 == 0
    var (place, isCode) = (0, false)
    while place < text.count {
      var end = place + 1
      if text[place] == "`", hasCode { isCode.toggle() }
      if text[place] == "*" {
        while end < text.count, text[end] == "*" { end += 1 }
        if !isCode, (2...3).contains(end - place) { runs.append(place..<end) }
      }
      place = end
    }
  }

  /// The marks that begin something bold and end it; a lone one at an edge of the line may belong to the line above or
  /// below.
  private var paired: [Range<Int>] {
    var found: [Range<Int>] = []
    let lastEnd = runs.last(where: canEnd)?.lowerBound ?? -1
    var begin: Range<Int>?
    for run in runs {
      if let start = begin, canEnd(run) {
        found += [start, run]
        begin = nil
      } else if begin == nil, canBegin(run), run.lowerBound < lastEnd {
        begin = run
      }
    }
    if runs.count == 1, let run = runs.first, isAlone(run) { return [run] }
    return found
  }

  private func isAlone(_ run: Range<Int>) -> Bool {
    if run.count == text.count { return true }
    if run.lowerBound == 0 { return canBegin(run) }
    return run.upperBound == text.count && canEnd(run) && !text[run.lowerBound - 1].isWhitespace
  }

  private func canBegin(_ run: Range<Int>) -> Bool {
    let before = run.lowerBound > 0 ? text[run.lowerBound - 1] : " "
    // Behind a bracket they raise to a power, but behind that of a label.
    let isFree = !isWord(before) && (!")]".contains(before) || run.lowerBound < 3)
    return isFree && run.upperBound < text.count && !text[run.upperBound].isWhitespace
  }

  /// Behind a sign such as the colon of "**Answer:**B" the text may go on at once.
  private func canEnd(_ run: Range<Int>) -> Bool {
    guard let before = text[..<run.lowerBound].last(where: { !$0.isWhitespace }) else { return false }
    if ":.)?!".contains(before), text[run.lowerBound - 1] == before || before == ":" { return true }
    guard !text[run.lowerBound - 1].isWhitespace else { return false }
    return run.upperBound == text.count || !isWord(text[run.upperBound])
  }

  /// Chinese and Japanese write no spaces between words.
  private func isWord(_ character: Character) -> Bool {
    (character.isLetter || character.isNumber) && character.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
  }

  private func without(_ marks: [Range<Int>]) -> String {
    var (result, place) = ("", 0)
    for mark in marks {
      result += String(text[place..<mark.lowerBound + mark.count - 2])
      place = mark.upperBound
    }
    return result + String(text[place...])
  }
}
