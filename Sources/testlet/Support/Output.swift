import Foundation
import LanguageModels

/// Standard output and standard error.
enum Output {
  /// Writes a line to standard output.
  static func line(_ text: String) {
    write(text + "\n", to: .standardOutput)
  }

  /// Writes a text as it is to standard output.
  static func text(_ text: String) {
    write(text, to: .standardOutput)
  }

  /// Writes a line to standard error.
  static func note(_ text: String) {
    write(text + "\n", to: .standardError)
  }

  /// Writes over the line that a terminal is on, on standard error.
  static func status(_ text: String) {
    write("\r\(text)\u{1B}[K", to: .standardError)
  }

  /// Writes a value as JSON to standard output, its members in their order.
  static func json(_ value: JSONValue) {
    line(value.text)
  }

  /// A reader that has gone away (`testlet list | head -1`) is no fault of ours.
  private static func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data(text.utf8))
  }

  /// Text from notes, models and files without what a terminal would take as a command.
  static func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !isControl($0) }))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
