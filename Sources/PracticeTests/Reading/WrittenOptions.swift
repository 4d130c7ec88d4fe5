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
    let areLabelled =
      options.count >= 2 && labels.allSatisfy { $0?.rest.isEmpty == false && $0?.hasDash == false }
      && (Set(labels.map { $0?.label }) == Set(expected.map(Optional.some)) || isNumbered)
    guard areLabelled else {
      (self.options, hadLabels) = (options, false)
      return
    }
    self.options = zip(options, labels).map { option, label in
      WrittenQuestion.Option(
        label: label?.label ?? option.label, text: label?.rest ?? option.text, isMarked: option.isMarked)
    }
    hadLabels = true
    try Self.checkLabels(self.options)
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
    func first(_ names: String) -> JSONValue? {
      let names = names.split(separator: " ")
      return members.first { member in names.contains { $0 == member.name.lowercased().replacing("_", with: "") } }?
        .value
    }
    guard let written = first("text option value content answer choice answertext optiontext") else {
      throw Doubt("An option is an object without a text.")
    }
    let label = first("label letter key id")?.string.map { Self.label($0) }
    return .init(
      label: label, text: try text(written), isMarked: first("iscorrect correct isright right isanswer")?.bool)
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
