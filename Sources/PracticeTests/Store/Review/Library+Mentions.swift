import GRDB

extension Library {
  /// The topics of the notes in whose text some words stand in a row, whatever their endings.
  func mentions(of name: String) throws(LibraryError) -> [NoteMention] {
    let said = PlainName(name).words
    // The end of a stem may be written otherwise: "theori" is of "theory".
    let longest = said.max { $0.count < $1.count }.map { $0.count > 5 ? String($0.dropLast()) : $0 } ?? ""
    guard longest.count > 3, !Words.stopWords.contains(longest) else { return [] }
    let sources = try sources()
    // Names are compared without accents and capitals, which SQL does in ASCII alone: other passages are read.
    let found: [NoteMention] = try read { database in
      try sources.flatMap { source -> [NoteMention] in
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT topic, blocks FROM passage
            WHERE versionID = ? AND (instr(lower(blocks), ?) > 0 OR blocks GLOB '*[^ -~]*') ORDER BY position
            """, arguments: [source.versionID, longest])
        return try rows.filter { row in
          try JSONColumn.value([Block].self, row["blocks"]).contains { PlainName($0.text).holds(said) }
        }.map { NoteMention(topic: $0["topic"], note: source.path.fileName) }
      }
    }
    var seen = Set<NoteMention>()
    return found.filter { seen.insert($0).inserted }
  }
}

extension PlainName {
  /// Whether some words stand in it in a row.
  fileprivate func holds(_ some: [String]) -> Bool {
    words.indices.contains { words[$0...].starts(with: some) }
  }
}
