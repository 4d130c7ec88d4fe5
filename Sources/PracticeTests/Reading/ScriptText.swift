/// Superscripts and subscripts in plain text: 10³ is not 103.
enum ScriptText {
  /// A text that stands above ("sup") or below ("sub") the line: in Unicode's own signs where there is one for each
  /// character, else as "^(...)" or "_(...)". `before` is what it stands behind.
  static func written(_ text: String, tag: String, before: Character?) -> String {
    let text = text.trimming(\.isWhitespace)
    if text.isEmpty { return "" }
    if tag == "sup", before?.isNumber == true, ordinals.contains(text.lowercased()) { return String(text) }
    let signs = text.map { (tag == "sup" ? above : below)[$0] }
    if signs.allSatisfy({ $0 != nil }) { return String(signs.compactMap(\.self)) }
    return "\(tag == "sup" ? "^" : "_")(\(text))"
  }

  private static let ordinals: Set<String> = ["st", "nd", "rd", "th"]
  private static let above = table("0123456789+-\u{2212}=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
  private static let below = table("0123456789+-\u{2212}=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ")

  private static func table(_ plain: String, _ signs: String) -> [Character: Character] {
    Dictionary(zip(plain, signs)) { first, _ in first }
  }
}
