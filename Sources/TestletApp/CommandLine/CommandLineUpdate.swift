import LanguageModels
import PracticeTests
import Terminal

extension AppState {
  /// The command line, while it is open, also under its help.
  var commandLine: CommandLineState? {
    get {
      switch overlay {
      case .commandLine(let line): line
      case .help(_, let line): line
      case .attemptForm, .confirmation, nil: nil
      }
    }
    set {
      switch overlay {
      case .commandLine: overlay = newValue.map(Overlay.commandLine)
      case .help(let scroll, over: _?): overlay = .help(scroll, over: newValue)
      case .help, .attemptForm, .confirmation, nil: break
      }
    }
  }

  mutating func updateCommandLine(_ action: CommandLineAction) -> [AppEffect] {
    switch action {
    case .opened:
      overlay = .commandLine(CommandLineState(history: history))
      return history.isEmpty ? [.plainWords(.readHistory)] : []
    case .historyRead(let lines):
      // Something may have been entered while it was read.
      let known = lines + history.filter { !lines.contains($0) }
      history = known
      commandLine?.history = known
    case .foretold(let words, let action):
      if commandLine?.foretelling?.words == words { commandLine?.foretelling?.action = action }
    case .modelAsked(let words, let author):
      if commandLine?.asked == words { commandLine?.author = author }
    case .understood(let words, let understood):
      guard let line = commandLine, line.asked == words else { return [] }
      overlay = nil
      return carryOut(understood, promised: line.promised)
    case .notUnderstood(let words, let sentence): give(words, back: sentence)
    case .hostUnnamed(let words, let unnamed):
      give(words, back: unnamed.sentence, namedHost: unnamed.host)
    }
    return []
  }

  /// Leaves words to be mended or tried again, with the reason.
  private mutating func give(_ words: String, back sentence: String, namedHost: String? = nil) {
    guard var line = commandLine, line.asked == words else { return }
    (line.asked, line.author, line.problem, line.namedHost) = (nil, nil, sentence, namedHost)
    commandLine = line
  }

  mutating func press(_ key: Key, in line: CommandLineState) -> [AppEffect] {
    if key == .enter, line.asked == nil, let words = ExportWords(line.field.text) { return export(words, in: line) }
    let typed = line.field.text
    var line = line
    let outcome = line.handle(key, commands: commands)
    overlay = .commandLine(line)
    let isEdited = line.field.text != typed
    switch outcome {
    case .open: return isEdited ? foretell() : []
    case .cancelled: return [.plainWords(.cancelUnderstanding)] + (isEdited ? foretell() : [])
    case .closed:
      overlay = nil
      return []
    case .said(let words):
      let host = line.namedHost ?? backends.author(of: .intentParsing)?.host
      return [keep(words), .plainWords(.understand(words, namedHost: host))]
    case .chosen(let command):
      overlay = nil
      return [keep(command.name)] + leaving { $0.update(command.action) }
    }
  }

  /// Has it found out what Enter would do with plain words, to be seen before it is pressed; a line that was just
  /// opened knows of no names yet.
  private mutating func foretell() -> [AppEffect] {
    guard var line = commandLine, line.isPlain(choice: line.choice(among: line.matches(among: commands))) else {
      return []
    }
    let isFirst = line.foretelling == nil
    line.foretelling = CommandLineState.Foretelling(words: line.words)
    commandLine = line
    return [.plainWords(.foretell(line.words, anew: isFirst))]
  }

  mutating func keep(_ words: String) -> AppEffect {
    // What is entered again and again is kept once.
    if history.last != words { history.append(words) }
    return .plainWords(.keepInHistory(words))
  }

  /// Does something that may lead away from the screen, so that nothing of it is lost.
  private mutating func leaving(_ body: (inout AppState) -> [AppEffect]) -> [AppEffect] {
    let isTrying = trial?.isRunning == true
    let effects = keepScreen() + body(&self)
    return effects + (isTrying && trial == nil ? [.settings(.cancelTrial)] : [])
  }

  // MARK: - Plain words

  /// Does what was understood. What a model understood is shown first, and so is a file that would be written where it
  /// was not said before Enter: that came too soon, or the rules knew less, as they then read no files. Where something
  /// is made or deleted, the form or the question for that is shown in any case.
  private mutating func carryOut(_ understood: PlainUnderstanding, promised: PlainAction?) -> [AppEffect] {
    let action = understood.action
    switch action {
    case .makeTest, .deleteTest: return perform(action)
    case _ where understood.backend == nil && (!action.writesFile || action == promised): return perform(action)
    default:
      let dialog = Dialog(
        title: "Is this what you mean?", message: action.sentence, buttons: ["No", "Yes"], selection: 1)
      overlay = .confirmation(Confirmation(dialog: dialog, deed: .perform(action)))
      return []
    }
  }

  /// Does what was asked for in plain words, or shows what does it.
  mutating func perform(_ action: PlainAction) -> [AppEffect] {
    switch action {
    case .makeTest(let wanted):
      return leaving {
        $0.show(.newTest(NewTestState(wanted)))
        return [.plainWords(.findNotes(wanted))]
      }
    case .review: return leaving { $0.openReview() }
    case .showStats(let subject): return leaving { $0.openStats(about: subject) }
    case .search(let words): return leaving { $0.openBank(searching: false, for: words) }
    case .openTest(let test): return leaving { $0.bring(.stored, by: .openTest(test.id)) }
    case .deleteTest(let test): return leaving { $0.askDeletion(of: test) }
    case .open(let place): return leaving { $0.update(place.action) }
    case .exportTest(let test, let format, answers: true, file: nil): return askForFile(of: test, format)
    case .exportTest(let test, let format, answers: true, file: let file?):
      return [.exportTest(ExportOrder(testID: test.id, format: format, path: ShellWord.quoted(file)))]
    case .exportTest, .summarise:
      let text =
        "\(action.sentence) The app has no screen for that: run `\(action.commandLine ?? "testlet")` in a shell."
      notice = Notice(kind: .information, text: text)
      return []
    }
  }

  private mutating func askDeletion(of test: NamedTest) -> [AppEffect] {
    guard point(at: test) else { return [] }
    return [.loadHome] + updateHome(.deletionAsked)
  }

  /// Goes to a test, and begins the command that writes it: only the file is left to be typed.
  private mutating func askForFile(of test: NamedTest, _ format: ExportFormat) -> [AppEffect] {
    var effects: [AppEffect] = []
    if testAtHand != test.id {
      effects = leaving { $0.point(at: test) ? [.loadHome] : [] }
      guard testAtHand == test.id else { return effects }
    }
    effects += updateCommandLine(.opened)
    commandLine?.field.text = "export \(format.rawValue) "
    return effects
  }

  /// Points at a test on Home; `false` where it is not there any more.
  private mutating func point(at test: NamedTest) -> Bool {
    guard home.tests?.contains(where: { $0.id == test.id }) == true else {
      fail(LibraryError.noSuchTest(test.id).sentence)
      return false
    }
    showHome()
    home.selectedID = test.id
    return true
  }
}

extension PlainAction {
  /// Whether the app does it by writing a file.
  fileprivate var writesFile: Bool {
    if case .exportTest(_, _, answers: true, file: _?) = self { true } else { false }
  }
}

extension PlainAction.Place {
  /// What going there means.
  fileprivate var action: AppAction {
    switch self {
    case .tests: .homeAsked
    case .newTest: .home(.newTestAsked)
    case .library: .bank(.asked)
    case .notes: .sources(.asked)
    case .settings: .settingsAsked
    case .help: .helpAsked
    }
  }
}

extension NewTestState {
  /// A form filled in with what was asked for; its notes are still to be found.
  init(_ wanted: WantedTest) {
    self.init()
    (isAskedFor, focus, outline, wantedTopics) = (true, .make, nil, wanted.topics)
    course.text = wanted.course ?? ""
    title.text = wanted.title ?? ""
    difficulty = OptionPicker(wanted.difficulty)
    count = NumberField(wanted.count, in: TestRequest.countRange)
    formats = Set(wanted.formats)
    choices = NumberField(wanted.choices, in: TestRequest.choicesRange)
  }
}
