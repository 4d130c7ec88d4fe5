import PracticeTests
import Terminal

extension AppState {
  /// The test that is pointed at, made, taken or looked back on.
  var testAtHand: String? {
    switch screen {
    case .home: home.selected?.id
    case .generating(let generating): generating.testID
    case .taking(let taking): taking.attempt.testID
    case .results(let results): results.attempt.testID
    case .newTest, .bank, .sources, .review, .stats, .chat, .settings, .models, .parameters, .trial: nil
    }
  }

  /// The same test, by its title.
  var namedTestAtHand: NamedTest? {
    let title: String? =
      switch screen {
      case .home(let home): home.selected?.title
      case .generating(let generating): generations[generating.testID]?.title
      case .taking(let taking): taking.title
      case .results(let results): results.title
      case .newTest, .bank, .sources, .review, .stats, .chat, .settings, .models, .parameters, .trial: nil
      }
    guard let testAtHand, let title else { return nil }
    return NamedTest(id: testAtHand, title: title, course: "")
  }

  /// A command for each format; it is done once a file is typed after it.
  var exports: [Command] {
    ExportFormat.allCases.map { format in
      Command(
        name: "export \(format.rawValue)", help: "Write the test to a file.",
        disabledReason: exportHindrance ?? "Type a file after it: export \(format.rawValue) ~/test.\(format.ending)",
        action: .commandLine(.opened))
    }
  }

  private var exportHindrance: String? {
    testAtHand == nil ? "Go to a test first: point at it in the list of tests, or open its results." : nil
  }

  /// Has a test written as it was typed on the command line, or says there why it can't be.
  mutating func export(_ words: ExportWords, in line: CommandLineState) -> [AppEffect] {
    var line = line
    guard let testID = testAtHand else {
      line.problem = exportHindrance
      overlay = .commandLine(line)
      return []
    }
    overlay = nil
    return [keep(line.field.text), .exportTest(ExportOrder(testID: testID, format: words.format, path: words.path))]
  }

  mutating func updateExport(_ action: ExportAction) -> [AppEffect] {
    switch action {
    case .fileExists(var order, let path):
      // The answer comes late: a window under keys that were meant for something else might take one for a yes.
      guard overlay == nil, !isTyping else {
        let text = "Not written: \(path) is there already. Export it once more to replace it."
        notice = Notice(kind: .problem, text: text)
        return []
      }
      order.isReplacing = true
      let dialog = Dialog(
        title: "Replace the file?", message: "\(path) is there already.", buttons: ["Keep it", "Yes, replace it"])
      overlay = .confirmation(Confirmation(dialog: dialog, deed: .export(order)))
    case .written(let path, let losses):
      notice = written(path, losses)
    }
    return []
  }
}

extension AppState {
  /// Tells of a file, and of what it lacks: by its count where all of it would not be seen.
  private func written(_ path: String, _ losses: [String]) -> Notice {
    let rest = losses.isEmpty ? "" : " What the format could not hold: " + losses.joined(separator: " ")
    let whole = Notice(kind: .information, text: "Written to \(path).\(rest)")
    guard !losses.isEmpty, !fits(whole) else { return whole }
    let count = "The format could not hold \(Wording.count(losses.count, "thing")), named by `testlet export`."
    return Notice(kind: .information, text: "Written to \(path). \(count)")
  }
}

extension ExportFormat {
  /// How the name of a file usually ends.
  var ending: String {
    switch self {
    case .gift: "gift"
    case .aiken, .anki: "txt"
    case .moodleXML: "xml"
    case .csv: "csv"
    case .json: "json"
    case .markdown: "md"
    case .html: "html"
    }
  }
}
