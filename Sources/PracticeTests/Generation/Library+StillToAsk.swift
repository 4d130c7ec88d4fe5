import GRDB

/// What there is still to ask about notes in a course: questions that repeat others of it are refused.
extension Library {
  /// The candidates of notes of which no question can be made in some formats that the course does not have.
  ///
  /// Each is worded as the built-in writer would, and held against the questions of the course as what it writes is.
  func exhausted(
    of lexicon: Lexicon, course: String, formats: [QuestionFormat]
  ) throws(LibraryError) -> Set<Int> {
    // What an explanation asks is known only once a model has written it.
    let formats = formats.filter { $0 != .explanation }
    guard !formats.isEmpty else { return [] }
    let writer = ItemWriter(lexicon: lexicon)
    return try read { database in
      guard try QuestionMarks.hasAny(in: course, database) else { return [] }
      let candidates = lexicon.candidates
      return Set(
        try candidates.indices.filter { index in
          try !Self.canAsk(about: candidates[index], writer, formats, in: course, database)
        })
    }
  }

  private static func canAsk(
    about candidate: Candidate, _ writer: ItemWriter, _ formats: [QuestionFormat], in course: String,
    _ database: Database
  ) throws -> Bool {
    let isKnown = try writer.answers(to: candidate).contains { answer in
      try QuestionMarks.isKnown(answer: answer, in: course, database)
    }
    for format in formats {
      // Statements are compared without their answers.
      if !isKnown, format != .trueFalse { return true }
      var isWritten = false
      for round in 0..<BuiltInWriter.rewordings {
        guard let item = writer.item(of: candidate, as: format, round: round) else { continue }
        if try !QuestionMarks.isRepeated(item, in: course, database) { return true }
        isWritten = true
      }
      // Only a model can word it.
      if !isKnown, !isWritten { return true }
    }
    return false
  }
}

extension ItemWriter {
  /// The answers that questions about a candidate have, where they are not statements.
  func answers(to candidate: Candidate) -> Set<String> {
    switch candidate.key {
    case .quantity(let quantity): return [quantity.text]
    case .term(let index):
      let term = lexicon.terms[index]
      let answers = [term.name.shown, term.form(plural: false), term.form(plural: true), candidate.blank?.surface]
      return Set(answers.compactMap(\.self))
    }
  }

  /// A question about a candidate in a format, or the one that stands in for it, worded anew in each round.
  fileprivate func item(of candidate: Candidate, as format: QuestionFormat, round: Int) -> Item? {
    let slot = QuestionSlot(
      index: 0, topic: "", passageID: "", bloom: .remember, difficulty: .easy, format: format,
      template: .conceptIdentification, choices: TestRequest.standard.choices, keyPosition: 0)
    var random = SeededGenerator(seed: 0, stream: "wording \(round)")
    return draft(of: candidate, for: slot, using: &random).flatMap { try? Items.assemble(draft: $0, slot: slot).get() }
  }
}
