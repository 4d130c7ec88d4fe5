/// The marks of bold (`**`) in a line of a quiz.
enum BoldMarks {
  /// The line without them. A lone one at an edge of the line may belong to the line above or below.
  static func removed(_ line: Substring) -> String {
    let text = Array(line)
    let stars = StarRuns(text, outside: CodeSpans(text).ranges)
    if stars.runs.count == 1, let run = stars.runs.first, isAtEdge(run, of: text, stars) {
      return without([run.upperBound - 2..<run.upperBound], text)
    }
    return without(stars.marks, text)
  }

  private static func isAtEdge(_ run: Range<Int>, of text: [Character], _ stars: StarRuns) -> Bool {
    if run.count == text.count { return true }
    if run.lowerBound == 0 { return stars.canBegin(run) }
    return run.upperBound == text.count && stars.canEnd(run) && !text[run.lowerBound - 1].isWhitespace
  }

  private static func without(_ marks: [Range<Int>], _ text: [Character]) -> String {
    var (result, place) = ("", 0)
    for mark in marks {
      result += String(text[place..<mark.lowerBound])
      place = mark.upperBound
    }
    return result + String(text[place...])
  }
}
