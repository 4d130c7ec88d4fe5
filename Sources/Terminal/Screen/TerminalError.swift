/// Why the terminal cannot be used; its description is the one sentence to show.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard input or output is a file, a pipe or nothing.
  case notATerminal
  /// `TERM` is unset or empty.
  case termUnset
  /// `TERM` names a terminal that cannot place the cursor.
  case noCursorAddressing(term: String)
  /// The terminal descriptions lack both this terminal and xterm-256color.
  case unknownTerminal(term: String)
  /// ncurses could not open the screen.
  case openFailed(term: String)

  /// What happened and what to do, in one sentence.
  public var description: String {
    switch self {
    case .notATerminal:
      "The app needs a terminal, but standard input or output is not one; "
        + "run it in a terminal window, use a subcommand (see --help), or add --plain to `take` and `review`."
    case .termUnset:
      "The environment variable TERM is not set, so the terminal's kind is unknown; "
        + "set it, for example with TERM=xterm-256color."
    case .noCursorAddressing(let term):
      "The terminal \"\(Self.safe(term))\" (TERM) cannot place the cursor; "
        + "run the app in another terminal, or use a subcommand (see --help)."
    case .unknownTerminal(let term):
      "No description of the terminal \"\(Self.safe(term))\" (TERM) is installed; "
        + "install the package ncurses-base, or set TERM=xterm-256color."
    case .openFailed(let term):
      "The screen of the terminal \"\(Self.safe(term))\" (TERM) could not be opened; "
        + "try again in another terminal window."
    }
  }

  private static func safe(_ term: String) -> String {
    TextWidth.truncate(term, to: 40)
  }
}
