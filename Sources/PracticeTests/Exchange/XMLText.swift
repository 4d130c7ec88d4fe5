import LanguageModels

/// Text for XML and HTML.
enum XMLText {
  /// Without characters that XML can't hold, and with those that mean something as entities.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in SafeText.text(text) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
    return result
  }
}
