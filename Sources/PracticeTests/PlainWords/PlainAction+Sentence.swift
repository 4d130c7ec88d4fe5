import LanguageModels

extension PlainAction {
  /// What is about to be done, in one sentence.
  public var sentence: String {
    switch self {
    case .makeTest(let wanted): wanted.sentence
    case .review: "Review what is due."
    case .showStats(nil): "Show your progress."
    case .showStats(let subject?): "Show your progress in \(subject.name)."
    case .search(let words): "Search the library for \"\(words)\"."
    case .openTest(let test): "Open the test \"\(test.title)\"."
    case .deleteTest(let test): "Delete the test \"\(test.title)\" (\(test.id)) and its attempts."
    case .exportTest(let test, let format, answers: let answers, file: nil):
      "Export the test \"\(test.title)\" as \(format.saidName)\(answers ? "" : ", without answers")."
    case .exportTest(let test, let format, answers: let answers, file: let file?):
      "Write the test \"\(test.title)\" as \(format.saidName)\(answers ? "" : ", without answers,") to the file \(file)."
    case .summarise(let notes): "Write a study sheet from \(notes.map(\.fileName).listed()), with a model."
    case .open(.tests): "Show all tests."
    case .open(.newTest): "Open the form of a new test."
    case .open(.help): "Show all keys."
    case .open(let place): "Open the \(place.rawValue)."
    }
  }
}

extension ExportFormat {
  /// The format, with what can be done with it where few know that.
  fileprivate var saidName: String { self == .html ? "HTML (a browser prints it)" : name }
}

extension WantedTest {
  fileprivate var sentence: String {
    let questions = Counted.text(count, "\(difficulty.rawValue) question")
    let about = topics.isEmpty ? "" : " about \(topics.listed())"
    let forms = formats.map { format in
      let name = format.shownName.lowercased()
      return format == .multipleChoice && choices != 4 ? "\(name) with \(choices) options" : name
    }
    let named = title.map { ", called \"\($0)\"" } ?? ""
    return "Make \(questions)\(about) \(source)\(named): \(forms.joined(separator: ", "))."
  }

  private var source: String {
    if !notes.isEmpty { return "from \(notes.map(\.fileName).listed())" }
    return course.map { "from the notes of \($0)" } ?? "from notes still to be chosen"
  }
}
