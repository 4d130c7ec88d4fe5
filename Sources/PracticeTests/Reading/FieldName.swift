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
  private static let answerNames = words(
    """
    answer correctanswer correct correctoption correctchoice correctletter answerletter rightanswer rightoption \
    correctanswers correctoptions correctanswerletter answertext correctanswertext
    """)
  /// These name an answer only where nothing else does.
  private static let vagueNames = words("answerkey key solution")
  /// Beside one of these, a key is an identifier.
  private static let replies = words(
    "reply response expected expectedanswer expectedresponse sampleanswer modelanswer result output back definition")
  /// Of these, another text than the first would be lost.
  private static let rivalPrompts = words("questiontext questionstem stem prompt statement text")

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// The members that a question may have, under our names; the rest is left out. A list or an object called "answers"
  /// holds the options, unless there are others.
  static func members(_ members: [JSONMember]) -> [JSONMember] {
    let members = members.map { JSONMember(plain($0.name), $0.value) }
    func all(_ name: String) -> [JSONValue] { members.filter { $0.name == name }.map(\.value) }
    var known = names.flatMap { field, names -> [JSONMember] in
      let values: [JSONValue]? =
        field == .prompt ? prompts(members).map(\.value) : names.lazy.map(all).first { !$0.isEmpty }
      return (values ?? []).map { JSONMember(field.rawValue, $0) }
    }
    if !hasOptions(members) {
      let lists = all("answers").filter(isCollection)
      let options = lists.isEmpty ? OptionName.options(members).map { [$0] } ?? [] : lists
      known += options.map { JSONMember(FieldName.options.rawValue, $0) }
    }
    return known + answers(members).map { JSONMember(FieldName.answer.rawValue, $0.value) }
  }

  /// What a text calls the members that ``members(_:)`` gives under one of our names, each name once, and of many names
  /// the first few.
  static func written(_ field: String, in members: [JSONMember]) -> [String] {
    func isThere(_ name: String) -> Bool { members.contains { plain($0.name) == name } }
    let plainest = FieldName(rawValue: field).flatMap { names[$0] }?.first(where: isThere) ?? "answers"
    let counted = field == FieldName.prompt.rawValue ? Set(prompts(members).map(\.name)) : [plainest]
    var found: [String] = []
    for name in members.map(\.name) where found.count < mostTold && !found.contains(name) {
      if counted.contains(plain(name)) { found.append(name) }
    }
    return found
  }

  /// How many names of one field are told.
  private static let mostTold = 3

  /// The texts to ask: one, or several that differ where it can't be told which of them is meant. A number or a heading
  /// such as "Question 1" is none where another text is there.
  static func prompts(_ members: [JSONMember]) -> [JSONMember] {
    let members = members.map { JSONMember(plain($0.name), $0.value) }
    let texts = (names[.prompt] ?? []).compactMap { name -> [JSONMember]? in
      let found = members.filter { $0.name == name }
      return found.contains { $0.value.string != nil } ? found : nil
    }
    let asking = texts.filter { $0.contains { !QuestionHeading.isHeading($0.value.string ?? "") } }
    guard let first = asking.first ?? texts.first else { return [] }
    let rivals = asking.dropFirst().joined().filter { rivalPrompts.contains($0.name) && $0.value.string != nil }
    return first + rivals
  }

  /// Everything that names the answer, under its own name in small letters. What names it vaguely does so only where
  /// nothing else does.
  static func answers(_ members: [JSONMember]) -> [JSONMember] {
    let members = members.map { JSONMember(plain($0.name), $0.value) }
    var found = answerNames.flatMap { name in members.filter { $0.name == name } }
    let areOptionsElsewhere = hasOptions(members)
    found += members.filter { $0.name == "answers" && (areOptionsElsewhere || !isCollection($0.value)) }
    guard found.isEmpty else { return found }
    let vague = vagueAnswers(members)
    return vague.filter { $0.name == vague.first?.name }
  }

  /// What names the answer vaguely, the plainest first. Where there are no options, an identifier is no answer.
  static func vagueAnswers(_ members: [JSONMember]) -> [JSONMember] {
    let members = members.map { JSONMember(plain($0.name), $0.value) }
    let areChosen = hasOptions(members) || OptionName.options(members) != nil
    let hasReply = members.contains { replies.contains($0.name) }
    return vagueNames.flatMap { name in
      members.filter { member in
        guard member.name == name, name == "key", !areChosen else { return member.name == name }
        return !hasReply && !QuestionHeading.isIdentifier(member.value.string ?? "")
      }
    }
  }

  /// Every field that says that it holds an index, under its own name in small letters.
  static func indexes(_ members: [JSONMember]) -> [JSONMember] {
    (names[.index] ?? []).flatMap { name in
      members.filter { plain($0.name) == name && $0.value != .null }.map { JSONMember(name, $0.value) }
    }
  }

  private static func hasOptions(_ members: [JSONMember]) -> Bool {
    members.contains { names[.options]?.contains(plain($0.name)) == true }
  }

  private static func isCollection(_ value: JSONValue) -> Bool {
    value.elements != nil || value.members != nil
  }

  /// Whether there is a text to ask.
  static func hasPrompt(_ members: [JSONMember]) -> Bool {
    members.contains { named($0.name) == .prompt && $0.value.string != nil }
  }

  /// The field that a name stands for by itself.
  static func named(_ name: String) -> FieldName? {
    let name = plain(name)
    if answerNames.contains(name) { return .answer }
    return names.first { $0.value.contains(name) }?.key
  }

  /// A name in small letters, without spaces, hyphens and underscores.
  static func plain(_ name: String) -> String {
    // Most names are plain, and each is looked at often.
    guard !name.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else { return name }
    return name.lowercased().filter { $0 != "_" && $0 != "-" && $0 != " " }
  }
}
