import LanguageModels

/// Why plain words did not become an action.
public enum PlainWordsError: ReportableError, Hashable {
  /// There are no words.
  case nothingSaid
  /// These words are not understood.
  case notUnderstood(String)
  /// Something that belongs to it is not said.
  case missing(String, example: String)
  /// Nothing that is known has this name.
  case unknownName(String, known: [String])
  /// Nothing that is known has this name, but notes write of it.
  case onlyMentioned(String, [NoteMention])
  /// No test has this name.
  case unknownTest(String)
  /// There is no test yet.
  case noTests
  /// A PDF is wanted, which is not written.
  case noPDF
  /// A name fits more than one thing.
  case ambiguousName(String, candidates: [String])
  /// It can't be told whether an export is to leave the answers out.
  case answersUnclear
  /// An export is to leave the answers out, and its format always has them.
  case answersKept(ExportFormat)
  /// A test can't be planned so.
  case planning(PlanningError)

  /// What is said to a person.
  public var sentence: String {
    switch self {
    case .nothingSaid: "Nothing was said: say what you want, such as \(Self.example)."
    case .notUnderstood(let words): "\"\(Self.shown(words))\" was not understood: say it like \(Self.example)."
    case .missing(let what, let example): "It is not said \(what): say it like \"\(example)\"."
    case .unknownName(let name, let known):
      "There is no topic, course or file of notes called \"\(Self.shown(name))\"\(Self.list(known))."
    case .onlyMentioned(let name, let mentions):
      "\"\(Self.shown(name))\" is no topic, but notes write of it under \(Self.list(mentions)): name a topic or a file."
    case .unknownTest(let name):
      "There is no test called \"\(Self.shown(name))\": `testlet list` shows the tests."
    case .noTests: "There is no test yet: make one first, such as with \(Self.example)."
    case .noPDF:
      "PDF is not written, but HTML is, which a browser prints, also as PDF: say it like \"\(Self.htmlExample)\"."
    case .ambiguousName(let name, let candidates):
      "\"\(Self.shown(name))\" can be \(Self.alternatives(candidates)): say which."
    case .answersUnclear:
      "It is not clear whether the answers are to be left out, which only Markdown and HTML can do: say it like "
        + "\"export my last test as html without answers\"."
    case .answersKept(let format): "\(format.name) always has the answers: take HTML or Markdown to leave them out."
    case .planning(let error): error.sentence
    }
  }

  /// What kind of failure it is.
  public var category: FailureCategory {
    switch self {
    case .nothingSaid, .notUnderstood, .missing, .noPDF, .ambiguousName, .answersUnclear, .answersKept: .badUsage
    case .unknownName, .onlyMentioned, .unknownTest, .noTests: .inputMissing
    case .planning(let error): error.category
    }
  }

  /// Whether other words could say the same, so that a model may find out what was meant.
  var isAboutWording: Bool {
    switch self {
    case .notUnderstood, .unknownName, .unknownTest, .missing: true
    case .nothingSaid, .onlyMentioned, .noTests, .noPDF, .ambiguousName, .answersUnclear, .answersKept, .planning: false
    }
  }

  private static let example = "\"10 hard questions on glycolysis from bio.md, no true/false\""
  private static let htmlExample = "export my last test as html"
  private static let most = 8

  private static func shown(_ words: String) -> String { SafeText.line(words, limit: 60) }

  private static func list(_ known: [String]) -> String {
    guard !known.isEmpty else { return ": bring notes first, or name a file" }
    let more = known.count > most ? " and \(known.count - most) more" : ""
    return "; there are \(known.prefix(most).map { SafeText.line($0, limit: 40) }.joined(separator: ", "))\(more)"
  }

  private static func list(_ mentions: [NoteMention]) -> String {
    let more = mentions.count > most ? " and \(mentions.count - most) more" : ""
    return mentions.prefix(most).map { mention in
      "\"\(SafeText.line(mention.topic, limit: 40))\" (\(SafeText.line(mention.note, limit: 40)))"
    }.joined(separator: ", ") + more
  }

  private static func alternatives(_ candidates: [String]) -> String {
    let names = candidates.prefix(most).map { "\"\(SafeText.line($0, limit: 40))\"" }
    let more = candidates.count > most ? ["\(candidates.count - most) others"] : []
    return (names + more).listed(with: "or")
  }
}
