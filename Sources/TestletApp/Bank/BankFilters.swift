import PracticeTests
import Terminal

/// Choosing which questions of the library are listed.
struct BankFilters: Equatable {
  /// A filter.
  struct Line {
    let label: String
    let picker: OptionPicker
    /// The query as an option of the picker makes it.
    fileprivate let narrowed: (Int) -> BankQuery
  }

  /// What is wanted.
  private(set) var query: BankQuery
  /// The letters of a topic, while they are typed.
  private(set) var topicField: TextField?
  private var selection = 0
  private let facets: BankFacets

  private static let origins: [Provenance.Origin] = [.model, .builtin, .imported]
  private static let topicLine = 1
  private static let labelWidth = 12

  /// Whether a key was verified, as a student reads it.
  static func verification(_ isVerified: Bool) -> String { isVerified ? "verified" : "not verified" }

  /// Makes the filters as a query has them.
  init(_ query: BankQuery, _ facets: BankFacets) {
    (self.query, self.facets) = (query, facets)
    // What is gone meanwhile is no more to choose from.
    for index in lines.indices {
      let line = lines[index]
      narrow(to: line.narrowed(line.picker.selection))
    }
  }

  /// The filters, from top to bottom.
  var lines: [Line] {
    [
      line("Course", \.course, facets.courses) { $0 },
      line("Topic", \.topic, topics, all: isCourseMissing ? "choose a course" : "all") { $0 },
      line("Format", \.format, QuestionFormat.allCases, name: \.shownName),
      line("Difficulty", \.difficulty, Difficulty.allCases, name: \.rawValue),
      line("Written by", \.origin, Self.origins, name: \.shownName),
      line("Key", \.isVerified, [true, false], name: Self.verification),
      line("Tag", \.tag, facets.tags) { $0 },
    ]
  }

  private func line<Value: Equatable>(
    _ label: String, _ part: WritableKeyPath<BankQuery, Value?>, _ values: [Value], all: String = "all",
    name: (Value) -> String
  ) -> Line {
    let chosen = query[keyPath: part].flatMap(values.firstIndex)
    let picker = OptionPicker([all] + values.map(name), selection: chosen.map { $0 + 1 } ?? 0)
    return Line(label: label, picker: picker) { [query] option in
      var narrowed = query
      narrowed[keyPath: part] = option == 0 ? nil : values[option - 1]
      return narrowed
    }
  }

  // MARK: - Topics

  /// The course whose topics there are to choose from: the chosen one, or the only one.
  private var course: String? { query.course ?? (facets.courses.count == 1 ? facets.courses.first : nil) }

  private var isCourseMissing: Bool { course == nil && !facets.courses.isEmpty }

  private var topics: [String] { course.flatMap { facets.topics[$0] } ?? [] }

  /// Why there is no topic to find.
  var topicHindrance: String? {
    guard topics.isEmpty else { return nil }
    return isCourseMissing ? "Choose a course first." : "There is no topic to choose."
  }

  /// Begins to find a topic by what is typed of it.
  mutating func beginTopic() {
    (selection, topicField) = (Self.topicLine, TextField(limit: 100))
  }

  /// Keeps the topic that was found.
  mutating func endTopic() { topicField = nil }

  private mutating func type(_ key: Key, in field: TextField) {
    var typed = field
    _ = typed.handle(key)
    topicField = typed
    guard typed.text != field.text else { return }
    let fitting = topics.compactMap { topic in FuzzyMatch(typed.text, in: topic).map { (match: $0, topic: topic) } }
    var narrowed = query
    narrowed.topic = fitting.min { $0.match < $1.match }?.topic
    narrow(to: narrowed)
  }

  // MARK: - Keys

  /// Moves between the filters, or changes one; while a topic is found, types.
  mutating func handle(_ key: Key) {
    if let topicField { return type(key, in: topicField) }
    let lines = lines
    var list = ListView(selection: selection)
    if list.handle(key, count: lines.count, height: lines.count) { selection = list.selection }
    var picker = lines[selection].picker
    if picker.handle(key) { narrow(to: lines[selection].narrowed(picker.selection)) }
  }

  /// A topic goes with its course, and brings it along.
  private mutating func narrow(to narrowed: BankQuery) {
    var narrowed = narrowed
    if narrowed.course != query.course {
      narrowed.topic = nil
    } else if narrowed.topic != nil {
      narrowed.course = course
    }
    query = narrowed
  }

  // MARK: - Drawing

  /// The size of what ``draw(into:in:)`` draws.
  var size: Size { Size(columns: 54, rows: lines.count) }

  /// Draws one filter a line; what is typed of a topic stands in the place of its label.
  func draw(into canvas: inout Canvas, in area: Rect) {
    for (index, line) in lines.enumerated() {
      let place = area.line(index)
      let label = place.left(Self.labelWidth)
      if index == Self.topicLine, let topicField {
        topicField.draw(into: &canvas, in: label.droppingRight(1), isFocused: true, placeholder: "letters")
      } else {
        canvas.draw(line.label, in: label, style: .muted)
      }
      line.picker.draw(into: &canvas, in: place.droppingLeft(Self.labelWidth), isFocused: index == selection)
    }
  }
}
