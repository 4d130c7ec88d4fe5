import LanguageModels

/// The formats that a test can be written in.
public enum ExportFormat: String, Sendable, Hashable, CaseIterable {
  case gift
  case aiken
  case moodleXML = "moodle-xml"
  case anki
  case csv
  case json
  case markdown
  case html

  /// The format in words.
  public var name: String {
    switch self {
    case .gift: "GIFT"
    case .aiken: "Aiken"
    case .moodleXML: "Moodle XML"
    case .anki: "Anki text"
    case .csv: "CSV"
    case .json: "JSON"
    case .markdown: "Markdown"
    case .html: "HTML"
    }
  }

  /// Whether the answers can be left out: in what people read, not in what programs grade by.
  public var canOmitAnswers: Bool { self == .markdown || self == .html }

  /// A test in this format.
  public func document(_ test: StoredTest, answers: Bool = true) -> ExportedTest {
    switch self {
    case .gift: TestGIFT.document(test)
    case .aiken: TestAiken.document(test)
    case .moodleXML: TestMoodleXML.document(test)
    case .anki: TestAnki.document(test)
    case .csv: TestCSV.document(test)
    case .json: ExportedTest(text: TestJSON.object(test).text + "\n")
    case .markdown: TestMarkdown.exported(test, answers: answers)
    case .html: ExportedTest(text: TestHTML.document(test, answers: answers), losses: TestMarkdown.tagLosses(test))
    }
  }

  /// A test in this format, as a file holds it: Markdown is shown as it is, and may not command a terminal.
  public func fileText(_ test: StoredTest, answers: Bool = true) -> ExportedTest {
    var exported = document(test, answers: answers)
    if self == .markdown { exported.text = SafeText.text(exported.text) }
    return exported
  }
}
