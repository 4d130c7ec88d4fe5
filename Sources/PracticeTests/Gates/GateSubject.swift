/// An item as the gates see it: with its words taken apart once.
public struct GateSubject: Sendable {
  /// The item.
  public let item: Item
  /// What else is known.
  public let context: GateContext
  let prompt: GateText
  let options: [GateText]
  let key: GateText
  let passage: GateText

  /// Takes an item apart.
  public init(_ item: Item, _ context: GateContext) {
    self.init(item, context, passage: GateText(context.passage?.text ?? ""))
  }

  private init(_ item: Item, _ context: GateContext, passage: GateText) {
    self.item = item
    self.context = context
    self.passage = passage
    prompt = GateText(item.prompt)
    options = item.choices.map(GateText.init)
    key = GateText(item.correctAnswer)
  }

  /// The same context with a mended item.
  func replacing(_ item: Item) -> GateSubject {
    GateSubject(item, context, passage: passage)
  }

  /// The wrong options.
  var distractors: [GateText] {
    options.indices.filter { $0 != item.correctIndex }.map { options[$0] }
  }

  /// Makes a violation of a gate.
  func violation(_ gate: GateID, _ field: String, _ action: Violation.Action, _ message: String) -> Violation {
    Violation(gate: gate, field: field, action: action, message: message)
  }
}

/// A text with its words.
struct GateText: Sendable {
  let raw: String
  let tokens: [String]

  init(_ raw: String) {
    self.raw = raw
    tokens = Words.tokens(raw)
  }

  /// Whether the words of another text stand in this one, in a row; a hyphen parts words as a space does.
  func contains(_ other: [String]) -> Bool {
    let wanted = other.flatMap(Self.parts)
    guard !wanted.isEmpty else { return false }
    return tokens.indices.contains { begins(at: $0, with: wanted) }
  }

  private func begins(at start: Int, with wanted: [String]) -> Bool {
    var rest = wanted[...]
    for token in tokens[start...] {
      let parts = Self.parts(token)
      guard rest.starts(with: parts) else { return false }
      rest = rest.dropFirst(parts.count)
      if rest.isEmpty { return true }
    }
    return false
  }

  private static func parts(_ token: String) -> [String] {
    token.contains("-") ? token.split(separator: "-").map(String.init) : [token]
  }

  /// The words without a leading article.
  var withoutArticle: [String] {
    guard let first = tokens.first, ["a", "an", "the"].contains(first) else { return tokens }
    return Array(tokens.dropFirst())
  }

  /// The stems of the words that carry meaning, of at least `minimum` letters.
  func contentStems(minimum: Int) -> Set<String> {
    Set(tokens.filter { $0.count >= minimum && !Words.stopWords.contains($0) }.map(Words.stem))
  }
}
