/// LaTeX commands that begin like a JSON escape: in `"\frac{1}{2}"` a model means the command, not a form feed.
enum LaTeXCommand {
  /// Commands whose first letter, after a backslash, is a JSON escape that texts do use (`\n`, `\r`, `\t`).
  private static let lookalikes: Set<String> = [
    "nabla", "ne", "neg", "neq", "ngeq", "nleq", "not", "notin", "nu", "rangle", "rceil", "rfloor", "rho", "right",
    "rightarrow", "rightleftharpoons", "tan", "tanh", "tau", "text", "textbf", "textit", "textrm", "tfrac", "theta",
    "tilde", "times", "to", "triangle",
  ]
  private static let longest = 18

  /// Whether a command, and not an escape, begins at a backslash. Backspace and form feed never belong to a question,
  /// so `\b` and `\f` before a letter are always commands.
  static func begins(at backslash: Int, in bytes: [UInt8]) -> Bool {
    guard backslash + 2 < bytes.count, isLetter(bytes[backslash + 2]) else { return false }
    switch bytes[backslash + 1] {
    case UInt8(ascii: "b"), UInt8(ascii: "f"): return true
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      let name = bytes[(backslash + 1)...].prefix(longest + 1).prefix(while: isLetter)
      return !isOption(name, in: bytes) && lookalikes.contains(String(decoding: name, as: UTF8.self))
    default: return false
    }
  }

  /// Whether it is a line end and the label of an option, as in `d) four\ne) five`: behind the sign for "not equal"
  /// something else follows.
  private static func isOption(_ name: ArraySlice<UInt8>, in bytes: [UInt8]) -> Bool {
    guard name.elementsEqual("ne".utf8), name.endIndex + 1 < bytes.count else { return false }
    let (mark, next) = (bytes[name.endIndex], bytes[name.endIndex + 1])
    return (mark == UInt8(ascii: ")") || mark == UInt8(ascii: ".")) && next == UInt8(ascii: " ")
  }

  /// Whether strict JSON would misread a command somewhere in the text as an escape.
  static func hidesInEscapes(_ bytes: [UInt8]) -> Bool {
    var index = 0
    while let backslash = bytes[index...].firstIndex(of: UInt8(ascii: "\\")) {
      if begins(at: backslash, in: bytes) { return true }
      index = min(backslash + 2, bytes.count)
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}
