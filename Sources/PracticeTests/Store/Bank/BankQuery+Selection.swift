import GRDB

extension BankQuery {
  /// The parts of a statement that finds the questions.
  struct Selection {
    var tables = "bankEntry"
    /// The newest first, by the number of the index of words where it is asked, so that nothing has to be sorted.
    var order = "number DESC"
    var condition = "isDeleted = 0"
    var arguments = StatementArguments()
    /// The words by which those that fit best come first; without any, the newest do.
    var ranking: [Substring] = []

    init() {}

    /// Questions that were found, by how well words fit them. At most ``BankPage/mostCounted`` of them are sorted.
    ///
    /// The weights are those of stem, key, options, topic, course and tags: so far apart that a word in the stem or the
    /// key goes before one elsewhere, also where the stem is long. A word of the options counts least: most of them say
    /// what the answer is not.
    init(ranking found: [Int], by words: [Substring]) {
      tables = Self.searched
      // The plus keeps SQLite from asking the index once for each of the numbers.
      condition = "bankSearch MATCH :match AND +number IN (SELECT value FROM json_each(:found))"
      order = "bm25(bankSearch, 100, 100, 0.2, 1, 1, 2), number DESC"
      arguments = ["match": BankQuery.match(words), "found": "[\(found.map(String.init).joined(separator: ","))]"]
      ranking = words
    }

    /// The index of words goes first, which finds the few that are looked for.
    static let searched = "bankSearch CROSS JOIN bankEntry ON number = bankSearch.rowid"

    mutating func want(_ part: String, _ name: String, _ value: (any DatabaseValueConvertible)?) {
      guard let value else { return }
      condition += " AND " + part
      arguments += [name: value]
    }
  }

  var selection: Selection {
    var selection = Selection()
    let match = Self.match(words)
    if match != nil {
      selection.tables = Selection.searched
      selection.order = "bankSearch.rowid DESC"
    }
    selection.want("bankSearch MATCH :match", "match", match)
    selection.want("bankEntry.course = :course", "course", course)
    selection.want("bankEntry.topic = :topic", "topic", topic)
    selection.want("format = :format", "format", format?.rawValue)
    selection.want("difficulty = :difficulty", "difficulty", difficulty?.rawValue)
    selection.want("origin = :origin", "origin", origin?.rawValue)
    selection.want("coalesce(verified, FALSE) = :verified", "verified", isVerified)
    selection.want("instr(char(10) || bankEntry.tags || char(10), char(10) || :tag || char(10)) > 0", "tag", tag)
    return selection
  }
}
