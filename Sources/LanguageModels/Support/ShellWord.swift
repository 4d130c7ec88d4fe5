/// Texts as words of a shell's command, for commands that a person is told to run.
public enum ShellWord {
  /// The text as one word, in quotation marks where it needs them.
  public static func quoted(_ text: String) -> String {
    let isPlain = !text.isEmpty && text.utf8.allSatisfy { $0.isTOMLBareKey || "/.".utf8.contains($0) }
    return isPlain ? text : "'" + text.replacing("'", with: #"'\''"#) + "'"
  }
}
