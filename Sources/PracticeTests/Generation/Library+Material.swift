import GRDB

extension Library {
  /// The other notes of a course that are read for wrong answers: more would take longer than they help.
  private static let mostNeighbours = 40

  /// What versions of notes hold, beside the notes of the course that stand nearest to the first of them by
  /// their paths.
  ///
  /// - Throws: ``LibraryError``.
  public func material(ofVersions ids: [String], course: String) throws(LibraryError) -> TestMaterial {
    let sources = try sources(course: course)
    let own = try Set(sourceIDs(ofVersions: ids))
    let place = sources.firstIndex { own.contains($0.id) } ?? 0
    let others = sources.indices.filter { !own.contains(sources[$0].id) }.sorted {
      (abs($0 - place), $0) < (abs($1 - place), $1)
    }
    let near = others.prefix(Self.mostNeighbours).map { sources[$0].versionID }
    return try lastMaterial.material(of: LastMaterial.Notes(own: ids, besides: near)) { () throws(LibraryError) in
      TestMaterial(try documents(ofVersions: ids), besides: try documents(ofVersions: near).map(\.document))
    }
  }

  /// What the notes of a test hold, as it was planned on them, beside the notes that the course has now.
  ///
  /// - Throws: ``LibraryError``.
  public func material(of test: StoredTest) throws(LibraryError) -> TestMaterial {
    try material(ofVersions: versions(ofTest: test.id), course: test.course)
  }

  private func sourceIDs(ofVersions ids: [String]) throws(LibraryError) -> [String] {
    try read { database in
      try ids.compactMap {
        try String.fetchOne(database, sql: "SELECT sourceID FROM sourceVersion WHERE id = ?", arguments: [$0])
      }
    }
  }
}
