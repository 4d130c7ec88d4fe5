import PracticeTests
import Terminal

/// The form in which an attempt is begun with a time, or at some of the questions.
struct AttemptForm: Equatable, Sendable {
  /// A choice of questions.
  struct Part: Equatable, Sendable {
    /// What it is called.
    var name: String
    /// Which questions they are.
    var scope: Attempt.Scope
    /// The minutes that they should take.
    var minutes: UInt64
  }

  /// The parts of the form, from top to bottom.
  private enum Field: Int, CaseIterable {
    case questions
    case mode
    case minutes
  }

  /// What a key did.
  enum Outcome {
    case open
    case begun(AttemptOrder)
    case dismissed
  }

  /// The test.
  let testID: String
  private let parts: [Part]
  private var questions: OptionPicker
  private var mode = OptionPicker(Self.modes.map(\.rawValue))
  private var minutes: NumberField
  private var focus: Field

  private static let modes: [Attempt.Mode] = [.exam, .study]
  private static let longest: UInt64 = 600

  /// Makes a form with the time that the test should take; without one where only what was missed is wanted.
  ///
  /// - Parameter last: the attempt whose missed questions can be chosen.
  init(_ test: StoredTest, last: Attempt?, wantsMissed: Bool) {
    testID = test.id
    var parts = [Part(name: "the whole test", scope: .whole, minutes: Self.allowed(test.blueprint.minutes))]
    if let last, !last.missed.isEmpty {
      let minutes = last.missed.reduce(0) { $0 + $1.question.difficulty.minutes }
      parts.append(
        Part(
          name: "\(last.missed.count) missed or unsure", scope: .missed(in: last.id), minutes: Self.allowed(minutes)))
    }
    self.parts = parts
    questions = OptionPicker(parts.map(\.name), selection: wantsMissed ? 1 : 0)
    minutes = NumberField(wantsMissed ? 0 : parts[0].minutes, in: 0...Self.longest)
    focus = wantsMissed ? .mode : .minutes
  }

  private static func allowed(_ minutes: Int) -> UInt64 { min(longest, UInt64(max(0, minutes))) }

  /// What is asked for, as the form stands; `nil` where the minutes of an exam are not allowed.
  private var order: AttemptOrder? {
    guard let limit = isStudy ? 0 : minutes.value else { return nil }
    return AttemptOrder(
      mode: Self.modes[mode.selection], scope: parts[questions.selection].scope,
      limitSeconds: limit == 0 ? nil : Double(limit) * 60)
  }

  /// Enter begins or goes to what is wrong, arrows and Tab move, left and right change, Escape and `q` leave.
  mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .enter:
      if let order { return .begun(order) }
      focus = .minutes
    case .escape, .character("q"): return .dismissed
    case .up, .backTab, .character("k"): move(-1)
    case .down, .tab, .character("j"): move(1)
    default: change(key)
    }
    return .open
  }

  private mutating func move(_ step: Int) {
    let count = Field.allCases.count
    focus = Field(rawValue: (focus.rawValue + step + count) % count) ?? focus
  }

  private mutating func change(_ key: Key) {
    switch focus {
    case .questions:
      let wasSuggested = minutes.value == parts[questions.selection].minutes
      _ = questions.handle(key)
      if wasSuggested { minutes = NumberField(parts[questions.selection].minutes, in: 0...Self.longest) }
    case .mode: _ = mode.handle(key)
    case .minutes: _ = minutes.handle(key)
    }
  }

  // MARK: - Drawing

  /// Draws the form in the middle of a rectangle, over what is there.
  func draw(into canvas: inout Canvas, in area: Rect) {
    let inside = canvas.popup(Size(columns: 46, rows: 3), title: "Take the test", in: area)
    for (field, label) in zip(Field.allCases, ["Questions", "Mode", "Minutes"]) {
      canvas.draw(label, in: inside.line(field.rawValue), style: .muted)
    }
    let values = inside.droppingLeft(11)
    questions.draw(into: &canvas, in: values.line(0), isFocused: focus == .questions)
    mode.draw(into: &canvas, in: values.line(1), isFocused: focus == .mode)
    minutes.draw(into: &canvas, in: values.line(2), isFocused: focus == .minutes)
    let notes = [(mode.selected, isStudy ? "each answer at once" : "results at the end"), (minutes.text, limitNote)]
    for (row, (value, note)) in zip(1..., notes) {
      canvas.draw(note, in: values.line(row).droppingLeft(TextWidth.of(value) + 6), style: .muted)
    }
  }

  private var isStudy: Bool { Self.modes[mode.selection] == .study }

  /// What the minutes mean.
  private var limitNote: String {
    if isStudy { return "only in an exam" }
    guard let value = minutes.value else { return "up to \(Self.longest)" }
    if value == 0 { return "no limit" }
    return value == parts[questions.selection].minutes ? "suggested" : ""
  }
}

extension AppState {
  /// Shows the form, unless the student has gone elsewhere or opened something meanwhile.
  mutating func open(_ form: AttemptForm) {
    defer { arrival = nil }
    guard arrival != nil, overlay == nil else { return }
    overlay = .attemptForm(form)
  }

  mutating func fill(_ form: AttemptForm, _ key: Key) -> [AppEffect] {
    var form = form
    switch form.handle(key) {
    case .open:
      overlay = .attemptForm(form)
      return []
    case .dismissed:
      overlay = nil
      return []
    case .begun(let order):
      overlay = nil
      return bring(.stored, by: .takeTest(form.testID, order))
    }
  }
}
