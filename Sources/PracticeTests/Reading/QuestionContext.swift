import LanguageModels

/// What a question in JSON has beside its text and its answer.
enum QuestionContext {
  /// Puts a scenario or a piece of code before the question's text; false where there is one that is no text.
  static func add(_ members: [JSONMember], to prompt: inout String) -> Bool {
    var parts: [String] = []
    for member in members where member.value != .null {
      let name = FieldName.plain(member.name)
      let isCode = name == "code" || name == "codesnippet"
      guard isCode || name == "scenario" || name == "context" else { continue }
      guard let raw = member.value.string else {
        if name == "context" { continue }
        return false
      }
      let text = DraftFields.clean(raw)
      if text.isBlank || prompt.contains(text) || isCode && !isProgram(text) { continue }
      // What a question doesn't speak of is where it comes from, and may hold its answer.
      if name == "context", !speaksOfText(prompt) || Words.count(text) < 4 { continue }
      parts.append(isCode && !TextBlock.hasCode(text) ? "```\n\(text)\n```" : text)
    }
    prompt = (parts + [prompt]).joined(separator: "\n\n")
    return true
  }

  /// A code without any sign of a program is a name: "BIO 101".
  private static func isProgram(_ text: String) -> Bool {
    text.contains { "{}=;\n".contains($0) } || text.hasSuffix(")") && text.first?.isLowercase == true
  }

  private static func speaksOfText(_ prompt: String) -> Bool {
    !Set(Words.tokens(prompt)).isDisjoint(with: [
      "passage", "text", "above", "context", "scenario", "case", "this", "these", "following", "described",
    ])
  }

  /// Whether a question's type says that it is to be answered with true or false.
  static func isTrueFalse(_ type: String?) -> Bool {
    let letters = (type ?? "").lowercased().filter(\.isLetter)
    return ["truefalse", "trueorfalse", "tf", "boolean", "bool"].contains(letters)
  }

  /// Fields in another shape than usual that can only mean one thing: one accepted answer without a list, and an
  /// explanation of each option.
  static func simplified(_ known: [JSONMember]) -> [JSONMember] {
    known.map { member in
      switch (FieldName(rawValue: member.name), member.value) {
      case (.acceptedAnswers, .string(let text)):
        return JSONMember(member.name, text.isBlank ? .null : .array([.string(text)]))
      case (.rationale, .object(let parts)) where !parts.isEmpty && parts.allSatisfy { $0.value.string != nil }:
        let lines = parts.map { "\($0.name): \($0.value.string ?? "")" }
        return JSONMember(member.name, .string(lines.joined(separator: "\n")))
      default: return member
      }
    }
  }
}
