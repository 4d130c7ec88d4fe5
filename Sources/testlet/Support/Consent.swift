import Foundation

/// A yes to what can't be taken back, from whoever sits at the terminal.
enum Consent {
  /// Whether a person is there to be asked.
  static var canBeAsked: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1 }

  /// Asks once; anything but a yes is a no.
  static func isGiven(to question: String) -> Bool {
    Output.status("\(question) [y/N] ")
    return ["y", "yes"].contains(readLine()?.trimmingCharacters(in: .whitespaces).lowercased())
  }
}
