import LanguageModels

/// Options as models write them: a list of texts, with labels or without; a map from labels to texts; a list of objects.
struct WrittenOptions {
  /// The options in their order.
  let options: [WrittenQuestion.Option]
  /// Whether labels were taken off the texts.
  let hadLabels: Bool

  /// Reads a field.
  init(_ value: JSONValue) throws(Doubt) {
    var options: [WrittenQuestion.Option] = []
    switch value {
    case .array(let elements):
      for element in elements { options.append(try Self.option(element)) }
    case .object(let members):
      for member in members { options.append(.init(label: Self.label(member.name), text: try Self.text(member.value))) }
      try Self.checkLabels(options)
    default: throw Doubt("The options are neither a list nor a map.")
    }
    guard options.count <= DraftFields.longestList else { throw Doubt("There are \(options.count) options.") }
    try self.init(options)
  }

  /// Takes labels off options that carry them in their texts: all of them, in whatever order.
  init(_ options: [WrittenQuestion.Option]) throws(Doubt) {
    let labels = options.map { AnswerLabel($0.text) }
    let expected = Set(options.indices.map { OptionLetter.letter($0) })
    let isNumbered = Set(labels.map { $0?.label }) == Set(options.indices.map { "\($0 + 1)" })
    let starts = options.map { OptionStart($0.text) }
    let areBracketed =
      starts.allSatisfy { $0?.hasBracket == true } && Set(starts.map { $0?.label }).count == starts.count
    let areLabelled =
      options.count >= 2 && labels.allSatisfy { $0?.rest.isEmpty == false && $0?.hasDash == false }
      && (Set(labels.map { $0?.label }) == Set(expected.map(Optional.some)) || isNumbered || areBracketed)
      // "1. Mai" and "2. Mai" are no options "Mai".
      && Set(labels.map { $0?.rest }).count == options.count
    guard areLabelled else {
      hadLabels = false
      self.options = zip(options, starts).map { option, start in
        var option = option
        option.beginning = start?.label
        return option
      }
      return
    }
    // From A on in their order they are labels, whatever stands behind them.
    let areInOrder = options.count > 2 && labels.map { $0?.label } == options.indices.map { OptionLetter.letter($0) }
    let areInitials = !areInOrder && zip(options, labels).allSatisfy { Self.isInitial($0.text, rest: $1?.rest ?? "") }
    self.options = zip(options, labels).map { option, label in
      WrittenQuestion.Option(
        label: label?.label ?? option.label, text: label?.rest ?? option.text, isMarked: option.isMarked,
        whole: areInitials ? option.text : nil)
    }
    hadLabels = true
    try Self.checkLabels(self.options)
  }

  /// Whether a label may as well be the initial of a name, as in "A. aegypti".
  private static func isInitial(_ text: String, rest: String) -> Bool {
    text.first?.isUppercase == true && text.dropFirst().hasPrefix(". ") && !rest.isEmpty
      && rest.allSatisfy(\.isLowercase)
  }

  private static func checkLabels(_ options: [WrittenQuestion.Option]) throws(Doubt) {
    let labels = options.compactMap(\.label)
    guard Set(labels).count == labels.count else { throw Doubt("Two options have the same label.") }
  }

  private static func option(_ value: JSONValue) throws(Doubt) -> WrittenQuestion.Option {
    guard let members = value.members else { return .init(text: try text(value)) }
    return try labelled(members)
  }

  /// An option as an object: `{"B": "..."}`, or text, label and a mark under their usual names.
  static func labelled(_ members: [JSONMember]) throws(Doubt) -> WrittenQuestion.Option {
    if members.count == 1, let only = members.first, only.name.count <= 2 {
      return .init(label: label(only.name), text: try text(only.value))
    }
    func all(_ names: String) -> [JSONValue] {
      names.split(separator: " ").flatMap { name in
        members.filter { FieldName.plain($0.name) == name }.map(\.value)
      }
    }
    let mark = all("iscorrect correct isright right isanswer").first
    var option = WrittenQuestion.Option(text: "")
    option.isMarked = mark?.bool ?? mark?.string.flatMap(WrittenQuestion.truth)
    let named = all("option choice answer value")
    let written = all("text optiontext answertext content")
    let texts = written + named
    let plain = written.first ?? named.first { !isLone($0) && $0.int == nil && $0.string.flatMap(Int.init) == nil }
    guard let first = plain ?? texts.first else { throw Doubt("An option is an object without a text.") }
    option.text = try text(first)
    var label = texts.first { isLone($0) && $0 != first } ?? all("option choice").first { $0.int != nil && $0 != first }
    if texts == all("value"), let shown = all("label").first(where: { !isLone($0) && $0.string?.isBlank == false }) {
      // A value beside a label is either the option or its name in code.
      let shownText = try text(shown)
      if plain == nil {
        option.text = shownText
        label = first
      } else if option.text.lowercased() != shownText.lowercased() {
        throw Doubt("An option has a value and a label, and either may be its text.")
      }
    }
    option.label = (label ?? all("label letter key id").first).flatMap(labelText).map { Self.label($0) }
    return option
  }

  /// Whether a value is nothing but a letter, as labels are: "B", "(b)", "Option B".
  private static func isLone(_ value: JSONValue) -> Bool {
    guard let text = value.string, let label = AnswerLabel(text) else { return false }
    return label.rest.isEmpty && label.label.first?.isLetter == true
  }

  /// The text of a label, which may be a number.
  private static func labelText(_ value: JSONValue) -> String? {
    value.string ?? value.int.map { "\($0)" }
  }

  private static func label(_ name: String) -> String {
    AnswerLabel(name)?.label ?? name.uppercased()
  }

  private static func text(_ value: JSONValue) throws(Doubt) -> String {
    switch value {
    case .string(let text):
      let text = DraftFields.clean(text)
      guard text.count <= DraftFields.longestAnswer else { throw Doubt("An option is too long to be one.") }
      return text
    case .number(let digits): return digits
    case .bool(let isTrue): return isTrue ? "true" : "false"
    case .null: return ""
    case .array, .object: throw Doubt("An option is neither a text nor a number.")
    }
  }
}
