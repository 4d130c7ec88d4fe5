import GRDB

extension Library {
  /// Keeps a changed item as a new revision of a question, and puts that into the slot of its test. It has to pass the
  /// gates that every question passes; one that was brought in, those that it passed then, as it rests on no notes. The
  /// old revisions stay, and so does what sittings and other tests show.
  ///
  /// - Parameter question: the revision that was changed.
  /// - Returns: the new revision; the old one where nothing was changed.
  /// - Throws: ``EditError`` or ``LibraryError``.
  public func edit(_ question: Question, to item: Item, slot: Int, of testID: String) throws -> Question {
    guard item != question.item else { return question }
    let material = GroundedPassages(try documents(ofTest: testID))
    let passage = question.grounding.flatMap { material[$0.passageID] }
    let isBrought = question.provenance.origin == .imported
    guard isBrought || passage != nil else { throw EditError.passageGone }
    let report = Gates.check(
      item,
      isBrought ? GateContext(requiresGrounding: false) : GateContext(passage: passage, topic: question.topic))
    var changed = question
    changed.item = report.item
    changed.revision += 1
    let violations = report.violations.filter { !$0.isKept } + item.contradictions(to: question.item)
    changed.grounding = passage.flatMap { material.grounding(of: report.item.evidence ?? "", in: $0) }
    guard item.format == question.item.format, violations.isEmpty, isBrought || changed.grounding != nil else {
      throw EditError.refused(violations)
    }
    if !changed.item.asksTheSame(as: question.item) { changed.provenance.verified = nil }
    try keep(changed, after: question, slot: slot, of: testID)
    return changed
  }

  /// The revisions of a question, the first first.
  public func revisions(of questionID: String) throws(LibraryError) -> [Question] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT content FROM questionRevision WHERE questionID = ? ORDER BY revision",
        arguments: [questionID]
      ).map { try JSONColumn.value(Question.self, $0) }
    }
  }

  private func keep(_ changed: Question, after old: Question, slot: Int, of testID: String) throws {
    let failure: EditError? = try write { database in
      guard try isFilled(slot, with: old, test: testID, database), try isNewest(old, database) else {
        return .overtaken
      }
      let course = try course(of: testID, database)
      guard try !QuestionMarks.isRepeated(changed.item, in: course, besides: changed.id, database) else {
        return .refused([.askedBefore])
      }
      try insertRevision(changed, course: course, database)
      try database.execute(
        sql: "UPDATE slot SET revision = ? WHERE testID = ? AND position = ?",
        arguments: [changed.revision, testID, slot])
      return nil
    }
    if let failure { throw failure }
  }

  private func isNewest(_ question: Question, _ database: Database) throws -> Bool {
    try Int.fetchOne(
      database, sql: "SELECT max(revision) FROM questionRevision WHERE questionID = ?", arguments: [question.id])
      == question.revision
  }
}

extension Item {
  /// Another key, where the evidence still names the old one and not the new.
  fileprivate func contradictions(to old: Item) -> [Violation] {
    let evidence = " \(Words.tokens(evidence ?? "").joined(separator: " ")) "
    func isNamed(_ key: String) -> Bool { evidence.contains(" \(Words.tokens(key).joined(separator: " ")) ") }
    guard format != .trueFalse, correctAnswer != old.correctAnswer, isNamed(old.correctAnswer),
      !isNamed(correctAnswer)
    else { return [] }
    return [
      Violation(
        gate: .evidence, field: "correctAnswer", action: .repair,
        message: "The quoted sentence names \"\(old.correctAnswer)\" and not \"\(correctAnswer)\": quote one that does."
      )
    ]
  }

  /// Whether a verified key holds for the other too: nothing that a student sees, or is graded by, differs.
  fileprivate func asksTheSame(as other: Item) -> Bool {
    var plain = self
    (plain.rationale, plain.evidence) = (other.rationale, other.evidence)
    return plain == other
  }
}
