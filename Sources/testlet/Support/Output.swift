import Foundation
import LanguageModels

/// Standard output and standard error.
enum Output {
  /// Writes a line to standard output.
  static func line(_ text: String) {
    self.text(text + "\n")
  }

  /// Writes lines from notes, models and files to standard output, without what a terminal would take as a command.
  static func plainLines(_ text: String) { line(plain(text)) }

  /// Writes a text as it is to standard output. Where that can't be written, the program ends: what it was asked for
  /// can't be had.
  static func text(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      let failure = OutputError(error)
      // A reader that has gone away (`testlet list | head -1`) is no failure.
      if !failure.isReaderGone { Ending(failure).take() }
    }
  }

  /// Writes a line to standard error; where that can't be written, there is nobody to tell.
  static func note(_ text: String) {
    tell(text + "\n")
  }

  /// Writes over the line that a terminal is on, on standard error.
  static func status(_ text: String) {
    tell("\r\(text)\u{1B}[K")
  }

  private static func tell(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  /// Writes a value as JSON to standard output, its members in their order.
  static func json(_ value: JSONValue) {
    line(value.text)
  }

  /// Text from notes, models and files without what a terminal would take as a command.
  static func plain(_ text: String) -> String {
    SafeText.text(text)
  }

  /// The same in one line and one column, for rows that scripts read line by line. Spaces stay as they are: they may be
  /// those of a path, or a command's.
  static func cell(_ text: String) -> String {
    String(plain(text).map { $0.isNewline ? " " : $0 })
  }
}

/// Standard output can't be written: the disk behind it is full, or it is closed.
struct OutputError: ReportableError {
  private let code: Int32

  init(_ error: any Error) {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
    code = cause.domain == NSPOSIXErrorDomain ? Int32(cause.code) : EIO
  }

  /// Whether nobody reads what is written.
  var isReaderGone: Bool { code == EPIPE }

  var sentence: String {
    "The result can't be written to standard output (\(String(cString: strerror(code)))): send it elsewhere."
  }

  var category: FailureCategory { .readOrWrite }
}
