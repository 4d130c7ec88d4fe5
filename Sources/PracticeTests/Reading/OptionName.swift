import LanguageModels

/// Options that are members of their own: "A", "B", "C", or "option_a", "option_b", or "choice 1", "choice 2".
enum OptionName {
  /// The options as a map from labels; `nil` where there are fewer than two.
  ///
  /// - Parameter members: with their names in small letters, without spaces, hyphens and underscores.
  static func options(_ members: [JSONMember]) -> JSONValue? {
    let names = Set(members.map(\.name))
    let options = members.compactMap { member in
      label(member.name, among: names).map { JSONMember($0.uppercased(), member.value) }
    }
    return options.count >= 2 ? .object(options) : nil
  }

  private static func label(_ name: String, among names: Set<String>) -> String? {
    for prefix in ["option", "choice", "answer"] where name.hasPrefix(prefix) {
      let label = String(name.dropFirst(prefix.count))
      // "options" is no option S.
      return isLabel(label) && label != "s" ? label : nil
    }
    return isLabel(name) && isReached(name, among: names) ? name : nil
  }

  private static func isLabel(_ label: String) -> Bool {
    let isNumber = (1...2).contains(label.count) && label.allSatisfy { $0.isASCII && $0.isNumber }
    return isNumber || label.count == 1 && label.allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// Whether a bare name goes on with the labels before it: a "q" or an "x" by itself is something else.
  private static func isReached(_ name: String, among names: Set<String>) -> Bool {
    if let number = Int(name) {
      return number == 0 ? names.contains("1") : number <= 5 || (1..<number).allSatisfy { names.contains("\($0)") }
    }
    let letters = "abcdefghijklmnopqrstuvwxyz"
    guard let letter = name.first, letter > "f" else { return true }
    return letters.prefix { $0 < letter }.allSatisfy { names.contains(String($0)) }
  }
}
