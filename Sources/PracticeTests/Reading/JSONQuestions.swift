import LanguageModels

/// Finds the questions in JSON: alone, in lists, in wrappers such as `{"questions": [...]}`, one after the other, and
/// in what is left of a broken text.
struct JSONQuestions {
  private var questions: [WrittenQuestion] = []
  private var lines: ArraySlice<Int> = []
  private var repairs: [String] = []
  /// How many tests there are, each with questions of its own.
  private var tests = 0
  private var title: String?
  private var course: String?

  /// Reads every question of a text.
  static func read(_ text: String) -> WrittenQuestions {
    if text.utf8.count > TolerantJSON.maximumBytes, let value = try? JSONValue(parsing: text) {
      return read(whole: value)
    }
    let findings = JSONFindings(in: text)
    var reader = JSONQuestions()
    for found in findings.values {
      reader.lines = found.objectLines[...]
      reader.repairs = found.repairs.map(\.rawValue)
      reader.visit(found.value)
    }
    let unread = findings.failures.map { QuestionReading.Unread(line: $0.line, reason: reason($0.fault)) }
    return reader.written(unread)
  }

  /// Reads what is too long to be mended and needs no mending.
  private static func read(whole value: JSONValue) -> WrittenQuestions {
    var reader = JSONQuestions()
    reader.visit(value)
    return reader.written([])
  }

  private func written(_ unread: [QuestionReading.Unread]) -> WrittenQuestions {
    WrittenQuestions(
      questions: questions, unread: unread, isCertain: !questions.isEmpty, title: title, course: course)
  }

  private static func reason(_ fault: JSONFault) -> String {
    switch fault {
    case .cutOff: "The text is cut off here: what is missing can't be known."
    case .tooDeep: "Brackets are nested too deep here."
    case .tooLarge: "The text is longer than \(TolerantJSON.maximumBytes >> 20) MB."
    case .malformed, .nothingFound: "This is not valid JSON, and can't be mended without guessing."
    }
  }

  private mutating func visit(_ value: JSONValue) {
    switch value {
    case .array(let elements):
      for element in elements { visit(element) }
    case .object(let members):
      let line = lines.popFirst() ?? 1
      if let question = QuestionShape.question(members, line: line, repairs: repairs) {
        questions.append(question)
        for member in members { skip(member.value) }
      } else {
        takeTest(members)
        for member in members { visit(member.value) }
      }
    case .null, .bool, .number, .string: break
    }
  }

  /// Beside the questions of a test, as in our own files, stand its title and its course. Several tests have none in
  /// common.
  private mutating func takeTest(_ members: [JSONMember]) {
    func text(_ name: String) -> String? { members.first { $0.name == name }?.value.string }
    guard members.contains(where: { $0.name == "questions" && $0.value.elements != nil }) else { return }
    tests += 1
    (title, course) = tests == 1 ? (text("title"), text("course")) : (nil, nil)
  }

  /// Leaves out the lines of the objects in a value.
  private mutating func skip(_ value: JSONValue) {
    switch value {
    case .array(let elements): for element in elements { skip(element) }
    case .object(let members):
      _ = lines.popFirst()
      for member in members { skip(member.value) }
    case .null, .bool, .number, .string: break
    }
  }
}
