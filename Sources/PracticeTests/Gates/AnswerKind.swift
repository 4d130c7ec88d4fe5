/// Questions whose first word says what kind of thing the answer is.
enum AnswerKind {
  private enum Kind {
    case person
    case time
    case place
    case number
    case share
    case several

    var demand: String {
      switch self {
      case .person: "\"Who\" asks for a person"
      case .time: "\"When\" asks for a time"
      case .place: "\"Where\" asks for a place"
      case .number: "\"How many\" asks for a number"
      case .share: "The question asks for a percentage or a share"
      case .several: "The question asks for several things"
      }
    }
  }

  /// The key is plainly of another kind than the question asks for. Where a text rule can't tell, it lets pass.
  static func check(_ subject: GateSubject) -> [Violation] {
    guard subject.item.prompt.contains("?"), let kind = askedKind(subject.item.prompt), !fits(subject, kind) else {
      return []
    }
    return [
      subject.violation(
        .answerKind, "correctAnswer", .repair,
        "\(kind.demand), and \"\(subject.key.raw)\" is none: change the question or the answer.")
    ]
  }

  private static let shares = WordPattern("what|which percentage|percent|proportion|fraction|share of")
  private static let counts = WordPattern("how many")
  private static let several = WordPattern("what|which|name are|were? the? two|three|four|some")
  private static let years = WordPattern("what|which year|century|decade")

  private static func askedKind(_ stem: String) -> Kind? {
    guard let question = StemGates.sentences(stem).last, let first = questionStart(stem, question) else { return nil }
    if shares.firstMatch(in: question) != nil { return .share }
    if several.firstMatch(in: question)?.lowerBound == 0 { return .several }
    if counts.firstMatch(in: question) != nil { return .number }
    if years.firstMatch(in: question) != nil { return .time }
    return switch first {
    case "who", "whom": .person
    case "when": .time
    case "where": .place
    default: nil
    }
  }

  /// The word that asks: after a clause with a comma ("In 1859, who ...", "When you look for trends, which ..."), else
  /// the first one.
  private static func questionStart(_ stem: String, _ question: [String]) -> String? {
    if let comma = stem.lastIndex(of: ","), let word = Words.tokens(String(stem[comma...].prefix(40))).first,
      StemGates.questionWords.contains(word)
    {
      return word
    }
    return question.first
  }

  private static func fits(_ subject: GateSubject, _ kind: Kind) -> Bool {
    let key = subject.key
    switch kind {
    case .number: return hasNumber(key) || isFormula(key) || key.tokens.contains(where: amounts.contains)
    case .several: return key.tokens.contains("and") || key.raw.contains(where: { ",;/&".contains($0) })
    case .share:
      return hasNumber(key) || isFormula(key) || key.tokens.contains { amounts.contains($0) || parts.contains($0) }
    case .time:
      return hasNumber(key) || key.tokens.count > 4 || key.tokens.contains(where: isTime) || isName(key, subject)
    case .place: return !isOnlyNumber(key) && !["because", "by"].contains(key.tokens.first ?? "")
    case .person:
      return !isOnlyNumber(key)
        && (key.tokens.count > 6 || key.tokens.contains(where: isPerson) || isName(key, subject))
    }
  }

  private static func hasNumber(_ text: GateText) -> Bool {
    text.raw.contains(where: \.isNumber) || text.tokens.contains { NumberWords.value($0) != nil }
  }

  /// Whether a text is a formula, such as "n!" or "k log n": it stands for a number.
  private static func isFormula(_ text: GateText) -> Bool {
    let names = text.raw.split { !$0.isLetter }
    return !names.isEmpty
      && names.allSatisfy { name in
        name.count == 1 || functions.contains(name.lowercased()) || text.raw[..<name.startIndex].last == "\\"
      }
  }

  private static func isOnlyNumber(_ text: GateText) -> Bool {
    !text.tokens.isEmpty
      && text.tokens.allSatisfy { NumberWords.value($0) != nil || $0.first?.isNumber == true || $0 == "percent" }
  }

  /// Whether a text has a capital that the notes do not take away.
  private static func isName(_ text: GateText, _ subject: GateSubject) -> Bool {
    guard text.raw.contains(where: \.isUppercase) else { return false }
    let small = text.raw.lowercased()
    return small.isEmpty || !subject.passage.raw.contains(small)
  }

  private static let functions = words("log ln exp sqrt min max mod choose factorial squared cubed")
  private static let amounts = words(
    """
    none no many few several some most all both half pair couple dozen dozens hundreds thousands millions billions \
    single double triple twice once infinite infinitely countless hundred thousand million billion zero neither \
    multiple
    """
  )
  private static let parts = words(
    """
    half third thirds quarter quarters fourth fifth sixth tenth hundredth majority minority most all none nearly \
    almost little percent percentage everything nothing
    """
  )

  private static let times = words(
    """
    during after before when while once until since upon at in on by as between from every daily weekly monthly yearly \
    annually immediately always never today yesterday tomorrow now then later earlier recently early late first last \
    morning noon afternoon evening night midnight dawn dusk day days week weeks month months year years decade century \
    hour hours minute minutes second seconds january february march april may june july august september october \
    november december monday tuesday wednesday thursday friday saturday sunday spring summer autumn fall winter \
    childhood adolescence adulthood infancy infant puberty pregnancy birth death age ages era period stage phase \
    epoch war renaissance revolution antiquity trimester season time times toddlerhood sleep lifetime simultaneously
    """)

  private static func isTime(_ word: String) -> Bool {
    times.contains(word) || word.hasSuffix("hood") || word.hasSuffix("phase")
  }

  private static let people = words(
    """
    man men woman women person people child children infant infants adult adults boy boys girl girls mother mothers \
    father fathers parent parents king queen prince wife husband group groups team family families jury court police \
    government company council committee society army nation students student patients patient citizens congress \
    parliament senate everyone anyone nobody someone he she they it we you slaves peasants monks nuns jews christians \
    nobility public church department agency court nurse wives males females male female teenagers adolescents
    """)
  private static let personEndings = [
    "er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ant", "ants", "ent", "ents", "ee", "ees", "eur", "ese",
    "man", "men", "folk", "ry",
  ]

  private static func isPerson(_ word: String) -> Bool {
    people.contains(word) || word.count > 4 && personEndings.contains { word.hasSuffix($0) }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
