import LanguageModels

/// Brings files into the library: notes as sources of a course, questions as a test of their own.
public struct FileImport: Sendable {
  /// What became of a file.
  public enum Outcome: Sendable {
    case notes(ImportedNotes)
    case questions(ImportedQuestions)
  }

  private let library: Library
  /// The course that was named, as it is called already.
  private let course: String?
  private let title: String?
  private let newID: @Sendable () -> String

  /// - Parameters:
  ///   - course: where the files belong; `nil` for what questions say themselves, else for the course that has most of
  ///     them already, else for the name of each file's folder.
  ///   - title: the title of tests; `nil` for what questions say themselves, else for the name of each file.
  /// - Throws: ``LibraryError``, such as where several courses are called nearly so.
  public init(
    library: Library, course: String?, title: String?, newID: @escaping @Sendable () -> String = Library.randomID
  ) throws(LibraryError) {
    self.library = library
    if let course { self.course = try library.course(like: course) } else { self.course = nil }
    self.title = title
    self.newID = newID
  }

  /// Brings one file, or the questions of standard input.
  ///
  /// - Throws: ``NotesError`` or ``LibraryError``.
  public func bring(path: String) throws -> Outcome {
    guard NoteConverter.format(of: path) == nil else { return .notes(try bringNotes(path)) }
    let (reading, text) = try QuestionFile.readWithText(path: path)
    guard path == QuestionFile.standardInput || reading.isQuiz(text, path: path) else {
      var notes = try bringNotes(path)
      notes.questionsInIt = reading.questions.count
      return .notes(notes)
    }
    return .questions(try bring(reading, path))
  }

  /// Most formats have no place for the course: what was taken away comes back to where its questions are.
  private func knowingCourse(_ checked: [QuestionCheck.Checked]) throws(LibraryError) -> String? {
    try library.course(knowing: checked.filter(\.passes).map(\.item))
  }

  private func bringNotes(_ path: String) throws -> ImportedNotes {
    let course = course ?? NotePlace.course(of: path)
    let document = try NoteReader.read(path: path)
    let result = try library.importSource(document, path: NotePlace.absolute(path), course: course)
    return ImportedNotes(document: document, course: course, outcome: result.outcome)
  }

  private func bring(_ reading: QuestionReading, _ path: String) throws -> ImportedQuestions {
    let read = QuestionCheck(notes: nil).check(reading)
    let course = try course ?? reading.course ?? knowingCourse(read) ?? NotePlace.course(of: path)
    let title = title ?? reading.title ?? Self.title(path)
    // Of two programs that bring one file, one keeps its questions, and the other finds them: nothing comes between
    // looking and keeping.
    return try library.write { database in
      let checked = try read.map { checked in
        guard checked.passes, try QuestionMarks.isRepeated(checked.item, in: course, database) else { return checked }
        var repeated = checked
        repeated.violations.append(.askedBefore)
        return repeated
      }
      let kept = checked.filter(\.passes)
      var imported = ImportedQuestions(reading: reading, checked: checked, course: course, testID: nil)
      guard !kept.isEmpty else { return imported }
      let questions = kept.map { question($0, topic: title) }
      let tags = Dictionary(zip(questions, kept).map { ($0.id, $1.question.tags) }) { $1 }
      imported.testID = try library.insert(
        test(questions, title: title, course: course), questions: questions, tags: tags, database)
      return imported
    }
  }

  private static func title(_ path: String) -> String {
    path == QuestionFile.standardInput ? "Brought questions" : NoteName(path.fileName).readable
  }

  private func question(_ checked: QuestionCheck.Checked, topic: String) -> Question {
    let read = checked.question
    return Question(
      id: newID(), item: checked.item, topic: read.topic ?? topic,
      bloom: read.bloom ?? .remember, difficulty: read.difficulty ?? .medium,
      template: read.template ?? .conceptIdentification, grounding: nil,
      provenance: Provenance(origin: .imported, backend: "", model: "", attempts: 1))
  }

  /// A test that asks for exactly what is there.
  private func test(_ questions: [Question], title: String, course: String) -> NewTest {
    let slots = questions.enumerated().map { index, question in
      QuestionSlot(
        index: index, topic: question.topic, passageID: "", bloom: question.bloom, difficulty: question.difficulty,
        format: question.item.format, template: question.template, choices: question.item.choices.count,
        keyPosition: question.item.correctIndex ?? 0)
    }
    let formats = QuestionFormat.allCases.filter { format in slots.contains { $0.format == format } }
    return NewTest(
      title: title, course: course,
      blueprint: TestBlueprint(request: TestRequest(count: slots.count, formats: formats, seed: 0), slots: slots),
      versionIDs: [], backend: "", model: "", allowsFallback: false)
  }
}

/// Notes that were brought.
public struct ImportedNotes: Sendable {
  /// What was read.
  public var document: NoteDocument
  /// The course that they belong to now.
  public var course: String
  /// How they compare with what was there.
  public var outcome: ImportResult.Outcome
  /// How many questions stand in them, which are not brought with notes.
  public var questionsInIt = 0
}

/// Questions that were brought.
public struct ImportedQuestions: Sendable {
  /// What was read.
  public var reading: QuestionReading
  /// What the gates say; what passes was kept.
  public var checked: [QuestionCheck.Checked]
  /// The course that they belong to now.
  public var course: String
  /// The test that holds them; `nil` where none was kept.
  public var testID: String?

  /// Whether nothing about them is new: what could not be read may be.
  public var areAllKnown: Bool {
    !checked.isEmpty && reading.unread.isEmpty
      && checked.allSatisfy { $0.violations.contains { $0.gate == .duplicate } }
  }
}
