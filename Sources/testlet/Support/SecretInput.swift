import Foundation
import LanguageModels

/// One line of standard input that nobody is to see.
enum SecretInput {
  /// Longer than any secret.
  private static let mostBytes = 8192

  /// Reads the line. On a terminal it is asked for, and not shown as it is typed.
  ///
  /// - Throws: ``UsageError`` where nothing is given.
  static func line(asking question: String) throws -> String {
    let line = isatty(STDIN_FILENO) == 1 ? hidden(asking: question) : read()
    guard let line, !line.isEmpty else { throw UsageError("Nothing was given: give one line on standard input.") }
    return line
  }

  private static func hidden(asking question: String) -> String? {
    var shown = termios()
    guard tcgetattr(STDIN_FILENO, &shown) == 0 else { return read() }
    var hidden = shown
    hidden.c_lflag &= ~tcflag_t(ECHO)
    // Ctrl-C must not leave a terminal behind that shows nothing.
    let interrupt = InterruptSignal()
    let restored = shown
    interrupt.onSignal {
      var restored = restored
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &restored)
      Output.note("")
      Foundation.exit(FailureCategory.interrupted.exitCode)
    }
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    Output.status(question)
    let line = read()
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown)
    Output.note("")
    return line
  }

  /// The bytes up to the end of the line, or of what there is.
  private static func read() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < mostBytes {
      let count = Foundation.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, byte != UInt8(ascii: "\n") else { break }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
