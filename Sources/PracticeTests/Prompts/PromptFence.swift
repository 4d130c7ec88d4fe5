import LanguageModels

/// Sets text that others wrote apart in a prompt, so that nothing in it can pass for a part of the prompt itself.
enum PromptFence {
  /// The text between two lines of quotation marks, of which it has no run so long.
  static func around(_ text: String) -> String {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "\"") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "\"", count: max(3, longest + 1))
    return "\(fence)\n\(withoutTurnMarks(text))\n\(fence)"
  }

  /// The text as one line of a list.
  static func line(_ text: String) -> String {
    withoutTurnMarks(SafeText.text(text).split(whereSeparator: \.isNewline).joined(separator: " "))
  }

  /// The text with the marks parted by which chat templates end one turn and begin another: servers take them for such
  /// also within a message.
  static func withoutTurnMarks(_ text: String) -> String {
    turnMarks.reduce(text) { text, mark in
      text.contains(mark) ? text.replacing(mark, with: "\(mark.prefix(1)) \(mark.dropFirst())") : text
    }
  }

  private static let turnMarks = [
    "<|", "<\u{FF5C}", "<s>", "</s>", "<start_of_turn>", "<end_of_turn>", "[INST]", "[/INST]",
  ]
}
