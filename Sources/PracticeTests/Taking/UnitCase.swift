/// Capitals in the units of measures: "MW" is no "mW", but "KG" can be nothing else than "kg".
enum UnitCase {
  /// Whether two measures that are the same but for capitals have different units: both are known, and not one.
  static func differs(_ one: String, _ other: String) -> Bool {
    guard let mine = units(one), let theirs = units(other) else { return false }
    return mine != theirs
  }

  /// The units of a measure; `nil` where it has none, or anything else behind its number.
  private static func units(_ text: String) -> String? {
    let plain = Array(WrittenAnswer.plain(text))
    guard let start = plain.firstIndex(where: \.isLetter), plain[..<start].contains(where: \.isNumber) else {
      return nil
    }
    let words = plain[start...]
    // A digit of a unit is an exponent: in "2 H2S" no letter is a unit.
    let isMeasure = words.indices.allSatisfy { place in
      !words[place].isNumber || place > words.startIndex && "^+-\u{2212}0123456789".contains(words[place - 1])
    }
    guard isMeasure else { return nil }
    let parts = words.split { !$0.isLetter }
    let known = parts.compactMap { unit(String($0)) }
    return known.count == parts.count ? known.joined() : nil
  }

  /// A known unit in one spelling; `nil` for anything else.
  private static func unit(_ word: String) -> String? {
    if alone.contains(word) { return word }
    for (prefixes, units) in prefixed {
      guard let unit = units.first(where: { word.hasSuffix($0) }) else { continue }
      let prefix = String(word.dropLast(unit.count))
      guard prefix.isEmpty || prefixes.contains(prefix) else { continue }
      // The litre is written both ways, and micro too.
      return (prefix == "u" ? "\u{3BC}" : prefix) + (unit == "L" ? "l" : unit)
    }
    return nil
  }

  private static let alone: Set<String> = ["h", "d", "min", "Nm", "t"]

  /// Units, the longer ones first, with the prefixes in use.
  private static let prefixed: [(prefixes: Set<String>, units: [String])] = [
    (["k", "M", "G", "T"], ["bit", "cal", "B", "b"]),
    (["p", "n", "\u{3BC}", "u", "m"], ["M"]),
    (
      ["p", "n", "\u{3BC}", "u", "m", "c", "d", "h", "k", "M", "G", "T"],
      [
        "mol", "bar", "eV", "Wh", "Pa", "Hz", "Gy", "Sv", "Bq", "m", "g", "s", "l", "L", "A", "K", "V", "W", "J", "N",
        "F", "C", "H", "T", "S", "\u{3A9}",
      ]
    ),
  ]
}
