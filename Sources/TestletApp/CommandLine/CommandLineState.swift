import PracticeTests
import Terminal

/// The command line.
struct CommandLineState: Equatable {
  /// What a key led to.
  enum Outcome: Equatable {
    case open
    case closed
    /// What was being understood is not wanted any more.
    case cancelled
    case chosen(Command)
    /// Something in plain words.
    case said(String)
  }

  /// What fixed rules make of words that are being typed.
  struct Foretelling: Equatable {
    /// The words.
    var words: String
    /// What they ask for; `nil` where the rules don't know, or have not said yet.
    var action: PlainAction?
  }

  private struct Completion: Equatable {
    /// What was typed.
    var typed: String
    /// The place among the commands that fit it.
    var index: Int
  }

  /// What is typed.
  var field = TextField(limit: 300)
  /// What was typed at other times, the oldest first.
  var history: [String]
  /// The words of which it is being found out what they mean.
  var asked: String?
  /// The model that is asked about them.
  var author: ModelSignature?
  /// The host that they would have gone to, had it been named; now it is.
  var namedHost: String?
  /// What Enter would do, as far as it was found out.
  var foretelling: Foretelling?
  /// What it was said that Enter would do, when it was pressed.
  private(set) var promised: PlainAction?
  /// Why the last words led to nothing.
  var problem: String?
  /// A command that was put in the place of what was typed.
  private var completion: Completion?
  /// The place of the command that was gone to among those that fit; `nil` while the keys are the line's.
  private var pointed: Int?
  /// How far back in the history.
  private var recalled = 0
  /// What was typed before anything was recalled.
  private var draft = ""

  /// Opens an empty line.
  init(history: [String]) {
    self.history = history
  }

  /// Whether something that was entered before stands in the line.
  var isRecalling: Bool { recalled > 0 }

  /// What is typed, with single blanks.
  var words: String { field.text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// What fixed rules make of what is typed; `nil` where they don't know, or have not said yet.
  var foretold: PlainAction? { foretelling?.words == words ? foretelling?.action : nil }

  /// Whether Enter takes what is typed as plain words.
  ///
  /// - Parameter choice: the place of the command that it chooses.
  func isPlain(choice: Int?) -> Bool { choice == nil && !words.isEmpty && ExportWords(field.text) == nil }

  /// The commands that fit what is typed, the best first; all of them before anything is.
  func matches(among commands: [Command]) -> [Command] {
    let typed = completion?.typed ?? field.text
    guard !typed.allSatisfy(\.isWhitespace) else { return commands }
    let fitting = commands.enumerated().compactMap { index, command in
      FuzzyMatch(typed, in: command.name).map { (match: $0, index: index, command: command) }
    }
    return fitting.sorted { ($0.match, $0.index) < ($1.match, $1.index) }.map(\.command)
  }

  /// The place of the command that Enter chooses among those that fit; `nil` where it takes the words as they are.
  func choice(among matches: [Command]) -> Int? {
    if let place = pointed ?? completion?.index, !matches.isEmpty { return place % matches.count }
    guard let first = matches.first, let match = FuzzyMatch(field.text, in: first.name) else { return nil }
    return match.isClear ? 0 : nil
  }

  /// Types, completes, goes about among the commands, recalls, chooses.
  ///
  /// - Parameter commands: only looked up for the keys that need them.
  mutating func handle(_ key: Key, commands: @autoclosure () -> [Command]) -> Outcome {
    switch key {
    case .escape: return asked == nil ? .closed : stopped()
    case .enter: return entered(commands())
    case .tab: complete(1, commands())
    case .backTab: complete(-1, commands())
    case .up: goUp()
    case .down where isRecalling: recall(-1)
    case .down: goDown(commands())
    case .mouse(let event): turn(event.kind, commands())
    case .backspace where field.isEmpty: return asked == nil ? .closed : stopped()
    default: return edited(key)
    }
    return .open
  }

  private mutating func stopped() -> Outcome {
    (asked, author) = (nil, nil)
    return .cancelled
  }

  private mutating func edited(_ key: Key) -> Outcome {
    let before = field.text
    _ = field.handle(key)
    guard field.text != before else { return .open }
    (completion, pointed, problem, namedHost, recalled) = (nil, nil, nil, nil, 0)
    return asked == nil ? .open : stopped()
  }

  private mutating func entered(_ commands: [Command]) -> Outcome {
    guard asked == nil else { return .open }
    let matches = matches(among: commands)
    if let index = choice(among: matches) {
      problem = matches[index].disabledReason
      return problem == nil ? .chosen(matches[index]) : .open
    }
    let words = words
    problem = themeProblem
    guard !words.isEmpty, problem == nil else { return .open }
    (asked, problem, promised) = (words, nil, foretold)
    return .said(words)
  }

  private mutating func complete(_ step: Int, _ commands: [Command]) {
    let matches = matches(among: commands)
    guard !matches.isEmpty, asked == nil else { return }
    let first = step > 0 ? 0 : matches.count - 1
    // Tab takes the command that was gone to.
    let index =
      pointed.map { $0 % matches.count }
      ?? completion.map { ($0.index + step + matches.count) % matches.count } ?? first
    let typed = completion?.typed ?? field.text
    field.text = matches[index].name
    (completion, pointed, problem) = (Completion(typed: typed, index: index), nil, nil)
  }

  // MARK: - Going about

  /// Goes up among what fits; from its top back to the line, and then to what was entered before.
  private mutating func goUp() {
    if let pointed {
      self.pointed = pointed > 0 ? pointed - 1 : nil
    } else if let completion, completion.index > 0 {
      point(at: completion.index - 1)
    } else {
      recall(1)
    }
  }

  private mutating func goDown(_ commands: [Command]) {
    let matches = matches(among: commands)
    guard !matches.isEmpty else { return }
    point(at: min((choice(among: matches) ?? -1) + 1, matches.count - 1))
  }

  /// Marks a command; what was typed stands in the line again.
  private mutating func point(at index: Int) {
    guard asked == nil else { return }
    if let completion { field.text = completion.typed }
    (completion, pointed, problem) = (nil, index, nil)
  }

  /// The wheel goes about among what fits, and brings nothing back.
  private mutating func turn(_ kind: MouseEvent.Kind, _ commands: [Command]) {
    switch kind {
    case .wheelDown: goDown(commands)
    case .wheelUp where pointed != nil || completion.map({ $0.index > 0 }) == true: goUp()
    case .wheelUp, .click: break
    }
  }

  private mutating func recall(_ step: Int) {
    guard asked == nil, (0...history.count).contains(recalled + step) else { return }
    if recalled == 0 { draft = field.text }
    recalled += step
    field.text = recalled == 0 ? draft : history[history.count - recalled]
    (completion, pointed, problem) = (nil, nil, nil)
  }
}
