import LanguageModels

/// Reading is strict: what can't be understood is named with its line, and nothing is guessed.
extension QuestionForm {
  /// Reads a text.
  init(_ text: String, of format: QuestionFormat) throws(EditError) {
    let names = Name.all(of: format)
    var entries: [Entry] = []
    // By bytes, as a mark above a letter would make one character with the space before it.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let (line, number) = (Substring(bytes), index + 1)
      if let (name, rest) = Self.named(line, names) {
        try Self.check(name, after: entries, line: number)
        entries.append(Entry(name: name, text: String(rest), line: number))
      } else if entries.isEmpty {
        guard line.utf8.first == UInt8(ascii: "#") || String(line).isBlank else {
          throw .unread(line, number, "above the question only lines that begin with # may stand.")
        }
      } else if let more = Self.goingOn(line) {
        entries[entries.count - 1].text += "\n\(more)"
      } else {
        throw .unread(
          line, number, "begin it with two spaces if it belongs to the text above, and take it out if not.")
      }
    }
    self.entries = entries.map { Entry(name: $0.name, text: DraftFields.clean($0.text), line: $0.line) }
  }

  /// The name that a line begins with, and what stands behind it.
  private static func named(_ line: Substring, _ names: [Name]) -> (Name, Substring)? {
    for name in names {
      guard let rest = line.behind(name.mark) else { continue }
      return (name, rest.behind(" ") ?? rest)
    }
    return nil
  }

  /// What a line adds to the text above it; `nil` where it does not belong to that.
  private static func goingOn(_ line: Substring) -> Substring? {
    line.behind("  ") ?? line.behind("\t") ?? (String(line).isBlank ? "" : nil)
  }

  private static func check(_ name: Name, after entries: [Entry], line: Int) throws(EditError) {
    switch name {
    case .option:
      let next = Name.option(entries.count(where: \.isOption))
      guard name == next else {
        throw .unread("Line \(line): the options are lettered in order, and \(next.mark) comes next.")
      }
    case .alsoRight, .keyPoint: break
    default:
      guard !entries.contains(where: { $0.name == name }) else {
        throw .unread("Line \(line): \"\(name.mark)\" stands further up, too. Write it once.")
      }
    }
  }
}

extension Substring {
  /// What stands behind a beginning; `nil` where the line has another one.
  fileprivate func behind(_ beginning: String) -> Substring? {
    guard utf8.starts(with: beginning.utf8) else { return nil }
    return Substring(utf8.dropFirst(beginning.utf8.count))
  }
}

extension EditError {
  fileprivate static func unread(_ line: Substring, _ number: Int, _ advice: String) -> EditError {
    .unread("Line \(number) can't be read (\"\(SafeText.line(String(line), limit: 60))\"): \(advice)")
  }
}
