import LanguageModels

/// HTML as it stands in the fields of other programs, taken apart without being believed: anything is read.
enum HTMLText {
  /// A piece of it.
  enum Token: Equatable {
    case text(String)
    case open(name: String, classes: [String])
    case close(name: String)
  }

  /// The text without the markup; what breaks a line does so here, and what stands above or below it says so.
  static func plain(_ html: String) -> String {
    var text = ""
    var script: (tag: String, text: String)?
    for token in tokens(html) {
      switch token {
      case .text(let piece):
        if script == nil { text += piece } else { script?.text += piece }
      case .open(let name, _) where script == nil && scripts.contains(name): script = (name, "")
      case .close(let name) where name == script?.tag:
        text += ScriptText.written(script?.text ?? "", tag: name, before: text.last)
        script = nil
      case .open(let name, _), .close(let name):
        if breaking.contains(name), text.last != "\n" { text += "\n" }
      }
    }
    return DraftFields.clean(text + (script?.text ?? ""))
  }

  /// Whether it shows something that is no text.
  static func hasMedia(_ html: String) -> Bool {
    tokens(html).contains { token in
      if case .open(let name, _) = token { media.contains(name) } else { false }
    }
  }

  private static let media: Set = ["img", "audio", "video", "iframe", "object", "embed", "svg", "math", "table"]
  private static let breaking: Set = [
    "br", "p", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote",
  ]
  private static let scripts: Set = ["sup", "sub"]
  private static let longestTag = 4096
  private static let commentEnd = Array("-->".utf8)
  private static let unseen: Set = ["script", "style", "title", "head"]

  /// The pieces in their order, without scripts, styles and comments.
  static func tokens(_ html: String) -> [Token] {
    var tokens: [Token] = []
    let bytes = Array(html.utf8)
    var index = 0
    var hidden: String?
    while index < bytes.count {
      let end = bytes[index...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      if end > index, hidden == nil { tokens.append(.text(decoded(bytes[index..<end]))) }
      guard end < bytes.count else { break }
      let (token, next) = tag(bytes, at: end)
      index = next
      if case .open(let name, _)? = token, unseen.contains(name), hidden == nil { hidden = name }
      if let token, hidden == nil { tokens.append(token) }
      if case .close(let name)? = token, name == hidden { hidden = nil }
    }
    return tokens
  }

  /// The tag at a "<", and where it ends; a "<" that begins no tag is text.
  private static func tag(_ bytes: [UInt8], at start: Int) -> (Token?, Int) {
    let rest = bytes[(start + 1)...]
    if rest.starts(with: Array("!--".utf8)) {
      var end = start + 4
      while end + 2 < bytes.count, !bytes[end...].starts(with: commentEnd) { end += 1 }
      return (nil, min(bytes.count, end + 3))
    }
    let isClosing = rest.first == UInt8(ascii: "/")
    let name = rest.drop { $0 == UInt8(ascii: "/") }.prefix { $0.isLetter || $0.isDigit }
    guard !name.isEmpty, let close = rest.prefix(longestTag).firstIndex(of: UInt8(ascii: ">")) else {
      return (.text("<"), start + 1)
    }
    let lowercased = String(decoding: name, as: UTF8.self).lowercased()
    let token: Token =
      isClosing ? .close(name: lowercased) : .open(name: lowercased, classes: classes(bytes[name.endIndex..<close]))
    return (token, close + 1)
  }

  private static func classes(_ attributes: ArraySlice<UInt8>) -> [String] {
    let text = String(decoding: attributes, as: UTF8.self)
    guard let start = text.firstRange(of: "class=\"")?.upperBound else { return [] }
    return text[start...].prefix { $0 != "\"" }.split(separator: " ").map(String.init)
  }

  /// A text with its entities as characters.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var rest = bytes
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      result += rest[..<mark]
      rest = rest[mark...]
      let name = rest.dropFirst().prefix(10).prefix { $0 != UInt8(ascii: ";") }
      if name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: ";"), let text = HTMLEntity.text(name) {
        result += text.utf8
        rest = rest[(name.endIndex + 1)...]
      } else {
        result.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    return String(decoding: result + rest, as: UTF8.self)
  }
}
