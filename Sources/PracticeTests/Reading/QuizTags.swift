/// The tags of HTML that quizzes are set with. In an option they may be what it is about.
enum QuizTags {
  /// Tags that stand alone, or hide answers.
  private static let breaks: Set<String> = ["details", "summary", "br"]
  /// Tags around words or lines; one without its partner is text, but at the edge of a line.
  private static let pairs: Set<String> = ["p", "b", "strong", "i", "em"]
  private static let longestTag = 12
  /// How many may stand at one edge of a line.
  private static let mostTags = 8

  /// A line without its tags; of an option, only those around the whole line.
  static func removed(_ line: Substring) -> String {
    let inner = withoutOuter(line)
    return isOption(inner) ? withoutBreaks(inner) : withoutTags(line)
  }

  /// Options without the tags around their words, where that makes none of them blank and no two the same.
  static func removed(from options: [WrittenQuestion.Option]) -> [WrittenQuestion.Option] {
    guard options.contains(where: { $0.text.last == ">" }) else { return options }
    let texts = options.map { $0.text.last == ">" ? withoutTags($0.text[...]) : $0.text }
    guard Set(texts).count == texts.count, !texts.contains(where: \.isBlank) else { return options }
    return zip(options, texts).map { option, text in
      var option = option
      option.text = String(text.trimming(\.isWhitespace))
      return option
    }
  }

  private static func isOption(_ line: Substring) -> Bool {
    let hasBullet = line.first.map { "-*+\u{2022}".contains($0) } == true && line.dropFirst().first == " "
    let rest = hasBullet ? line.dropFirst(2) : line
    let label = AnswerLabel(String(rest)).map { $0.label.first?.isLetter == true && !$0.rest.isEmpty }
    return hasBullet || label == true
  }

  // MARK: - Around a line

  /// The line without the tags that it begins with, and without the first end of each of them.
  private static func withoutOuter(_ line: Substring) -> Substring {
    var (line, names) = (line, [String]())
    while let (name, end) = tag(line), names.count < mostTags {
      names.append(name)
      line = line[end...].trimming(\.isWhitespace)
    }
    var text = String(line)
    for name in names {
      if let range = text.firstRange(of: "</\(name)>") { text.removeSubrange(range) }
    }
    return text[...].trimming(\.isWhitespace)
  }

  /// An option without what breaks the line behind it.
  private static func withoutBreaks(_ line: Substring) -> String {
    var line = line
    for _ in 0..<mostTags {
      guard line.last == ">", let start = line.lastIndex(of: "<"), let (name, _) = tag(line[start...]) else { break }
      let isBreak = breaks.contains(String(name.trimming { $0 == "/" }))
      let rest = line[..<start].trimming(\.isWhitespace)
      guard isBreak, AnswerLabel(String(rest))?.rest.isEmpty != true else { break }
      line = rest
    }
    return String(line)
  }

  // MARK: - All tags

  private static func withoutTags(_ text: Substring) -> String {
    var names: [String: Int] = [:]
    forEachTag(in: text) { name, _ in names[name, default: 0] += 1 }
    var (result, place) = ("", text.startIndex)
    forEachTag(in: text) { name, range in
      let isEnd = name.hasPrefix("/")
      let partner = isEnd ? String(name.dropFirst()) : "/\(name)"
      let isAtEdge = isEnd ? range.upperBound == text.endIndex : range.lowerBound == text.startIndex
      guard breaks.contains(isEnd ? partner : name) || names[partner] != nil || isAtEdge else { return }
      result += text[place..<range.lowerBound]
      place = range.upperBound
      // What a summary hides is told behind it.
      if name == "/summary", text[place...].contains(where: { $0 != " " }), text[place...].first != "<" {
        result += result.last == ":" ? " " : ": "
      }
    }
    return result + text[place...]
  }

  private static func forEachTag(in text: Substring, _ body: (String, Range<Substring.Index>) -> Void) {
    var rest = text
    while let open = rest.firstIndex(of: "<") {
      if let (name, end) = tag(rest[open...]) {
        body(name, open..<end)
        rest = rest[end...]
      } else {
        rest = rest[rest.index(after: open)...]
      }
    }
  }

  /// The name of the known tag that a text begins with, with the "/" of an end, and where the tag ends.
  private static func tag(_ text: Substring) -> (name: String, end: Substring.Index)? {
    guard text.first == "<" else { return nil }
    let inner = text.dropFirst()
    guard let close = inner.prefix(longestTag).firstIndex(of: ">") else { return nil }
    let isEnd = inner.first == "/"
    let name = inner[..<close].trimming { $0 == "/" || $0 == " " }.lowercased()
    guard breaks.contains(name) || pairs.contains(name) else { return nil }
    return (isEnd ? "/\(name)" : name, inner.index(after: close))
  }
}
