import LanguageModels

/// The fields of a written question under the names that people and models give them.
enum FieldName: String {
  case prompt
  case options
  case distractors
  case answer
  case index
  case rationale
  case evidence
  case acceptedAnswers
  case keyPoints
  case correction
  case format
  case topic
  case bloom
  case difficulty
  case template
  case tags

  /// The names in small letters, without spaces, hyphens and underscores, the plainest first: where a question has
  /// several, the plainest counts.
  private static let names: [FieldName: [String]] = [
    .prompt: words("question questiontext questionstem stem prompt statement sentence q text"),
    .options: words(
      "options choices answeroptions answerchoices possibleanswers alternatives optionlist variants multiplechoice"),
    .distractors: words("distractors incorrectanswers wronganswers incorrectoptions incorrect"),
    .index: words(
      "correctindex answerindex correctanswerindex correctoptionindex correctchoiceindex answeridx correctidx keyindex"),
    .rationale: words("rationale explanation answerexplanation justification reason reasoning feedback why"),
    .evidence: words("evidence quote sourcequote supportingquote"),
    .acceptedAnswers: words("acceptedanswers acceptableanswers alternativeanswers"),
    .keyPoints: words("keypoints"),
    .correction: words("correction"),
    .format: words("format questionformat questiontype type"),
    .topic: words("topic category"),
    .bloom: words("bloom bloomlevel"),
    .difficulty: words("difficulty"),
    .template: words("template"),
    .tags: words("tags"),
  ]
  /// All of these that a question has must name the same answer.
  private static let answers = words(
    """
    answer correctanswer correct correctoption correctchoice correctletter answerletter rightanswer rightoption \
    correctanswers correctoptions correctanswerletter answertext correctanswertext
    """)
  /// These name an answer only where nothing else does.
  private static let vagueAnswers = words("answerkey key solution")

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The members that a question may have, under our names; the rest is left out. A list or an object called "answers"
  /// holds the options, unless there are others.
  static func members(_ members: [JSONMember]) -> [JSONMember] {
    let members = members.map { JSONMember(plain($0.name), $0.value) }
    func all(_ name: String) -> [JSONValue] { members.filter { $0.name == name }.map(\.value) }
    var known = names.flatMap { field, names -> [JSONMember] in
      let values = names.lazy.map(all).first { values in
        field == .prompt ? values.contains { $0.string != nil } : !values.isEmpty
      }
      return (values ?? []).map { JSONMember(field.rawValue, $0) }
    }
    var answers = Self.answers.flatMap(all)
    let hasOptions = known.contains { $0.name == FieldName.options.rawValue }
    for value in all("answers") {
      if !hasOptions, value.elements != nil || value.members != nil {
        known.append(JSONMember(FieldName.options.rawValue, value))
      } else {
        answers.append(value)
      }
    }
    if answers.isEmpty { answers = vagueAnswers.lazy.map(all).first { !$0.isEmpty } ?? [] }
    known += answers.map { JSONMember(FieldName.answer.rawValue, $0) }
    if !known.contains(where: { $0.name == FieldName.options.rawValue }), let lettered = letteredOptions(members) {
      known.append(JSONMember(FieldName.options.rawValue, lettered))
    }
    return known
  }

  /// Options that are members of their own: "A", "B", "C", or "option_a", "option_b", "option_c".
  private static func letteredOptions(_ members: [JSONMember]) -> JSONValue? {
    let options = members.compactMap { member -> JSONMember? in
      var name = member.name
      for prefix in ["option", "choice"] where name.hasPrefix(prefix) { name.removeFirst(prefix.count) }
      guard name.count == 1, let letter = name.first, letter.isASCII, "abcdef12345".contains(letter) else { return nil }
      return JSONMember(name.uppercased(), member.value)
    }
    return options.count >= 2 ? .object(options) : nil
  }

  /// Whether there is a text to ask.
  static func hasPrompt(_ members: [JSONMember]) -> Bool {
    members.contains { named($0.name) == .prompt && $0.value.string != nil }
  }

  /// The field that a name stands for by itself.
  static func named(_ name: String) -> FieldName? {
    let name = plain(name)
    if answers.contains(name) { return .answer }
    return names.first { $0.value.contains(name) }?.key
  }

  /// A name in small letters, without spaces, hyphens and underscores.
  static func plain(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  }
}
