/// An HTML tag inside a text. Only names that HTML has are tags, so that "x<y and y>z" is none.
struct HTMLTag {
  let isClosing: Bool
  let isStrong: Bool
  let breaksLine: Bool

  /// `content` is what stands between the angle brackets.
  init?(_ content: ArraySlice<UInt8>) {
    isClosing = content.first == UInt8(ascii: "/")
    let name = content.drop { $0 == UInt8(ascii: "/") }.prefix { $0.isLetter || $0.isDigit }.string.lowercased()
    guard Self.names.contains(name) else { return nil }
    isStrong = name == "b" || name == "strong" || name == "mark" || name == "dfn"
    breaksLine = Self.breaking.contains(name)
  }

  private static let breaking: Set<String> = [
    "br", "p", "div", "hr", "li", "tr", "td", "th", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "summary",
    "details", "section", "blockquote", "figure", "figcaption", "img", "center",
  ]
  private static let names: Set<String> = breaking.union([
    "a", "abbr", "article", "aside", "b", "cite", "code", "col", "dd", "del", "dfn", "dl", "dt", "em", "font", "footer",
    "header", "i", "iframe", "ins", "kbd", "main", "mark", "nav", "pre", "q", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "tbody", "tfoot", "thead", "tt", "u", "var", "video", "audio", "source",
  ])
}

/// A character by its HTML name or number.
enum HTMLEntity {
  /// The character of "amp", "#8212" or "#x2014"; nil when there is none.
  static func text(_ name: ArraySlice<UInt8>) -> String? {
    guard name.first == UInt8(ascii: "#") else { return names[name.string] }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X")
    let number = UInt32((isHexadecimal ? digits.dropFirst() : digits).string, radix: isHexadecimal ? 16 : 10)
    return number.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
  }

  private static let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ",
    "shy": "", "ndash": "\u{2013}", "mdash": "\u{2014}", "hellip": "\u{2026}", "bull": "\u{2022}", "middot": "\u{B7}",
    "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}", "rdquo": "\u{201D}", "laquo": "\u{AB}",
    "raquo": "\u{BB}", "times": "\u{D7}", "divide": "\u{F7}", "plusmn": "\u{B1}", "minus": "\u{2212}", "deg": "\u{B0}",
    "micro": "\u{B5}", "frac12": "\u{BD}", "frac14": "\u{BC}", "sup2": "\u{B2}", "sup3": "\u{B3}", "le": "\u{2264}",
    "ge": "\u{2265}", "ne": "\u{2260}", "asymp": "\u{2248}", "infin": "\u{221E}", "rarr": "\u{2192}",
    "larr": "\u{2190}",
    "harr": "\u{2194}", "alpha": "\u{3B1}", "beta": "\u{3B2}", "gamma": "\u{3B3}", "delta": "\u{3B4}",
    "lambda": "\u{3BB}", "mu": "\u{3BC}", "pi": "\u{3C0}", "sigma": "\u{3C3}", "theta": "\u{3B8}", "omega": "\u{3C9}",
    "Delta": "\u{394}", "Sigma": "\u{3A3}", "Omega": "\u{3A9}", "eacute": "\u{E9}", "egrave": "\u{E8}",
    "agrave": "\u{E0}", "ccedil": "\u{E7}", "auml": "\u{E4}", "ouml": "\u{F6}", "uuml": "\u{FC}", "szlig": "\u{DF}",
    "ntilde": "\u{F1}", "copy": "\u{A9}", "reg": "\u{AE}", "trade": "\u{2122}", "sect": "\u{A7}", "euro": "\u{20AC}",
    "pound": "\u{A3}",
  ]
}
