import PracticeTests
import Terminal

/// The form of a new test.
struct NewTestState: Equatable {
  /// The fields, from top to bottom.
  enum Field: Hashable, Sendable {
    case notes
    case course
    case title
    case topics
    case difficulty
    case count
    case format(QuestionFormat)
    case choices
    case seed
    case make

    static let all: [Field] =
      [.notes, .course, .title, .topics, .difficulty, .count] + QuestionFormat.allCases.map(Field.format)
      + [.choices, .seed, .make]
  }

  /// What lies over the form.
  enum Popup: Equatable {
    case browser(FileBrowserState)
    case topics(CheckList)
  }

  /// What a form starts from.
  struct Start: Equatable, Sendable {
    /// The seed, so that the plan shown is the one made.
    var seed: UInt64
    /// Where the file browser begins.
    var folder: String
    /// The student's own folder.
    var home: String
    /// The names of the sample notes.
    var samples: [String]
  }

  /// Whether it was filled in by what was asked for in plain words, or on the notes' screen.
  var isAskedFor = false
  /// What it starts from; `nil` for a moment.
  var start: Start?
  /// The field that has the focus.
  var focus = Field.notes
  /// The chosen notes.
  var notes: [NoteChoice] = []
  /// What was read from them; `nil` while they are read.
  var outline: NotesOutline? = NotesOutline()
  /// The only topics to use, of notes that are still to be read.
  var wantedTopics: [String] = []
  /// The topics to leave out.
  var leftOut: Set<String> = []
  var course = TextField(limit: 80)
  var title = TextField(limit: 120)
  var difficulty = OptionPicker(TestRequest.standard.difficulty)
  var count = NumberField(TestRequest.standard.count, in: TestRequest.countRange)
  var formats = Set(TestRequest.standard.formats)
  var choices = NumberField(TestRequest.standard.choices, in: TestRequest.choicesRange)
  var seed = NumberField(0, in: 0...UInt64(UInt32.max))
  /// The plan of ``request``, once it is made.
  var blueprint: TestBlueprint?
  /// Why there is no plan.
  var planProblem: String?
  /// What lies over the form.
  var popup: Popup?
  /// Whether the test is being stored.
  var isMaking = false

  /// Whether letters are text.
  var isTyping: Bool {
    switch popup {
    case .browser: true
    case .topics: false
    case nil: focus == .course || focus == .title
    }
  }

  /// What is asked for; `nil` while a field is wrong.
  var request: TestRequest? {
    guard let count = count.value, let choices = choices.value, let seed = seed.value, !formats.isEmpty else {
      return nil
    }
    let known = outline?.topics ?? []
    guard known.isEmpty || hasTopics else { return nil }
    return TestRequest(
      count: Int(count), difficulty: Difficulty.allCases[difficulty.selection],
      formats: QuestionFormat.allCases.filter(formats.contains), choices: Int(choices),
      topics: leftOut.isEmpty ? [] : chosenTopics, seed: seed)
  }

  /// The test as it would be stored; `nil` while a field is wrong.
  var order: NewTestOrder? {
    guard let outline, !outline.notes.isEmpty, let request, planProblem == nil else { return nil }
    return NewTestOrder(
      notes: outline.notes, course: namedCourse, title: Self.given(title), request: request)
  }

  /// The course that was typed, if one was.
  var namedCourse: String? { Self.given(course) }

  /// What is to be found in the chosen notes.
  var outlineOrder: OutlineOrder { OutlineOrder(notes: notes, course: namedCourse, formats: formats) }

  /// Reads the chosen notes.
  var reading: AppEffect { .planning(.readNotes(outlineOrder)) }

  private static func given(_ field: TextField) -> String? {
    let text = field.text.split(separator: " ").joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  /// What a field must be, when it is not.
  func problem(of field: Field) -> String? {
    switch field {
    case .topics: hasTopics || outline?.topics.isEmpty != false ? nil : "choose one or more"
    case .count: count.value == nil ? count.expectation : nil
    case .choices: choices.value == nil ? choices.expectation : nil
    case .seed: seed.value == nil ? "a number, up to \(UInt32.max)" : nil
    case .format: formats.isEmpty ? "choose one or more" : nil
    case .notes, .course, .title, .difficulty, .make: nil
    }
  }

  /// Why the test can't be made now.
  var hindrance: String? {
    if isMaking { return "The test is being made." }
    if notes.isEmpty { return "Choose notes first: press Enter on Notes." }
    if outline == nil { return "The notes are still being read." }
    if outline?.notes.isEmpty == true { return outline?.problems.first ?? "None of the notes can be read." }
    for field in Field.all {
      if let problem = problem(of: field) { return "\(field.label): \(problem)." }
    }
    return planProblem
  }

  /// The topics that are used.
  var chosenTopics: [String] { (outline?.topics ?? []).filter { !leftOut.contains($0) } }

  /// Topics that the student did not leave out, and the plan does: there is nothing to ask about them, and there is about
  /// others.
  var barrenTopics: [String] {
    let rich = Set((outline?.passages ?? []).filter { $0.capacity > 0 }.map(\.topic))
    let barren = chosenTopics.filter { !rich.contains($0) }
    return barren.count < chosenTopics.count ? barren : []
  }

  /// How many things the notes name that a new question can be about, in the topics that are used.
  var foundToAsk: Int {
    let used = Set(chosenTopics)
    return (outline?.passages ?? []).filter { used.contains($0.topic) }.reduce(0) { $0 + $1.capacity }
  }

  private var hasTopics: Bool { !chosenTopics.isEmpty }

  /// The form to come back to, if there is anything in it.
  var asLeft: NewTestState? {
    guard isBegun else { return nil }
    var form = self
    (form.popup, form.isMaking) = (nil, false)
    // Notes that were still being looked for are not found any more.
    if notes.isEmpty { form.outline = NotesOutline() }
    return form
  }

  /// Whether something was chosen or typed; the seed comes by itself.
  private var isBegun: Bool {
    let new = NewTestState()
    return !notes.isEmpty || !course.isEmpty || !title.isEmpty || difficulty != new.difficulty || count != new.count
      || formats != new.formats || choices != new.choices
  }
}

extension OptionPicker {
  /// A choice among difficulties.
  init(_ difficulty: Difficulty) {
    let all = Difficulty.allCases
    self.init(all.map(\.rawValue), selection: all.firstIndex(of: difficulty) ?? all.startIndex)
  }
}

extension NewTestState.Field {
  /// Whether a text or a number is typed into it.
  var takesKeys: Bool {
    switch self {
    case .course, .title, .count, .choices, .seed: true
    case .notes, .topics, .difficulty, .format, .make: false
    }
  }

  /// The name that stands before it.
  var label: String {
    switch self {
    case .notes: "Notes"
    case .course: "Course"
    case .title: "Title"
    case .topics: "Topics"
    case .difficulty: "Difficulty"
    case .count: "Questions"
    case .format: "Formats"
    case .choices: "Options"
    case .seed: "Seed"
    case .make: "Make test"
    }
  }
}

/// What happened on the form.
enum NewTestAction: Equatable, Sendable {
  case prepared(NewTestState.Start)
  case focusMoved(Int)
  case fieldOpened
  case keyTyped(Key)
  /// The notes of a test that was asked for in plain words.
  case notesFound([NoteChoice])
  /// What notes hold beside others of a course.
  case notesRead(OutlineOrder, NotesOutline)
  /// The library could not be asked what notes hold beside others of a course.
  case outlineFailed(OutlineOrder, String)
  case planned(TestRequest, TestBlueprint)
  case planFailed(TestRequest, String)
  case makeAsked
  case makeFailed(String)
  case folderListed(FolderListing)
  case rowOpened
  case rowToggled
  case allToggled
  case browserMoved(Key)
  case parentAsked
  case previewAsked
  case notePreviewed(NotePreview)
  case popupClosed
  case topicsMoved(Key)
}
