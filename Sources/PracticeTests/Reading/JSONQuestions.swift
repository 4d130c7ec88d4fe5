import LanguageModels

/// Finds the questions in JSON: alone, in lists, in wrappers such as `{"questions": [...]}`, one after the other, and
/// in what is left of a broken text.
struct JSONQuestions {
  private var questions: [WrittenQuestion] = []
  private var unread: [QuestionReading.Unread] = []
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
      questions: questions, unread: self.unread + unread, isCertain: !questions.isEmpty, title: title, course: course)
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
      let options = elements.compactMap(\.members).filter(QuestionParts.isOption)
      guard options.count < 2 || options.count < elements.count else {
        // The options of one question, which is broken: they are named once.
        unread.append(.init(line: lines.first ?? 1, reason: "These options have no question that can be read."))
        for element in elements { skip(element) }
        return
      }
      for element in elements { visit(element) }
    case .object(let members): visit(members)
    case .null, .bool, .number, .string: break
    }
  }

  private mutating func visit(_ members: [JSONMember]) {
    let line = lines.popFirst() ?? 1
    if let fault = QuestionParts.fault(of: members) {
      unread.append(.init(line: line, reason: fault))
      for member in members { skip(member.value) }
      return
    }
    let question = QuestionShape.question(members, line: line, repairs: repairs)
    if let question, !QuestionParts.holdQuestions(members) {
      questions.append(question)
      for member in members { skip(member.value) }
      return
    }
    if let question { takeContainer(question, members) }
    takeTest(members)
    for member in members {
      if question != nil, QuestionParts.isOwn(member) { skipOwn(member) } else { visit(member.value) }
    }
  }

  /// What holds other questions is one itself only where it has options.
  private mutating func takeContainer(_ question: WrittenQuestion, _ members: [JSONMember]) {
    if !question.options.isEmpty || !question.distractors.isEmpty {
      questions.append(question)
    } else if QuestionParts.hasCertainPrompt(members) {
      unread.append(
        .init(line: question.line, reason: "This holds other questions, and its own text and answer are not read."))
    }
  }

  /// Leaves out the options and the answer of what holds other questions, unless these are the questions.
  private mutating func skipOwn(_ member: JSONMember) {
    if QuestionParts.holdQuestions([member]) { visit(member.value) } else { skip(member.value) }
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
