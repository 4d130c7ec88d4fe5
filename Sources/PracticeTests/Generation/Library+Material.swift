extension Library {
  /// The other notes of a course that are read for wrong answers: more would take longer than they help.
  private static let mostNeighbours = 40

  /// What notes hold that need not be kept yet, beside the notes of the course that stand nearest to the first of them
  /// by their paths.
  func material(
    of notes: [(path: String, document: NoteDocument)], course: String
  ) throws(LibraryError) -> TestMaterial {
    let near = try neighbours(of: notes.map(\.path), course: course)
    let named = notes.map { (name: $0.path.fileName, document: $0.document) }
    return try lastMaterial.material(of: LastMaterial.Notes(own: named, besides: near)) { () throws(LibraryError) in
      TestMaterial(named, besides: try documents(ofVersions: near).map(\.document))
    }
  }

  /// What the notes of a test hold, as it was planned on them, beside the notes that the course has now.
  ///
  /// - Throws: ``LibraryError``.
  public func material(of test: StoredTest) throws(LibraryError) -> TestMaterial {
    try material(of: notes(ofVersions: versions(ofTest: test.id)), course: test.course)
  }

  /// The newest versions of the other notes of a course, those first that stand nearest to the first of some paths.
  func neighbours(of paths: [String], course: String) throws(LibraryError) -> [String] {
    let own = Set(paths)
    let others = try sources(course: course).filter { !own.contains($0.path) }
    // The library orders paths by their bytes. The notes need not be in it, or may be in another course.
    let first = paths.min { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? ""
    let place = others.count { $0.path.utf8.lexicographicallyPrecedes(first.utf8) }
    // The first of the paths lies between two of them.
    let byDistance = others.indices.sorted {
      let (one, other) = (abs(2 * ($0 - place) + 1), abs(2 * ($1 - place) + 1))
      return (one, $0) < (other, $1)
    }
    return byDistance.prefix(Self.mostNeighbours).map { others[$0].versionID }
  }
}
