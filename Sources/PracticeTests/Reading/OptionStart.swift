/// What looks like a label at the beginning of an option: "B) Paris", "B. Paris", "B - Paris", "B:Paris".
struct OptionStart {
  /// The letter in capitals, or the digits.
  let label: String
  /// Whether only a closing bracket parts it from the text, as no text that is not labelled begins.
  let hasBracket: Bool

  /// Reads a beginning; `nil` where there is nothing like a label.
  init?(_ text: String) {
    if let read = AnswerLabel(text) {
      guard !read.rest.isEmpty else { return nil }
      label = read.label
      let head = text.dropLast(read.rest.count)
      hasBracket = head.first != "(" && head.first != "[" && head.contains(")")
      return
    }
    // Without a space, two letters must follow: "1.5", "e.g." and "A:B" have no labels.
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let name = digits.isEmpty ? text.prefix(1) : digits
    let rest = text.dropFirst(name.count)
    let next = rest.dropFirst().prefix(2)
    guard name.count <= 2, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
      rest.first == "." || rest.first == ":", next.count == 2, next.allSatisfy(\.isLetter)
    else { return nil }
    (label, hasBracket) = (name.uppercased(), false)
  }
}
