import Foundation
import GRDB

extension PlainKnowledge {
  /// More files of a folder are not looked at.
  private static let mostFiles = 2000

  /// What a library holds, and the notes of a folder; files that a text names are read, for their topics as they are now.
  ///
  /// - Throws: ``LibraryError``.
  public static func read(for text: String, library: Library, folder: String) throws(LibraryError) -> PlainKnowledge {
    let summaries = try library.tests()
    let numbers = summaries.numbers
    let tests = summaries.map { NamedTest(id: $0.id, title: $0.title, course: $0.course, number: numbers[$0.id]) }
    var notes = try library.knownNotes()
    let words = PlainText(text)
    let said = PlainName(text)
    for path in files(in: folder) + paths(in: words, folder: folder) {
      let known = notes.firstIndex { $0.path == path }
      let isNamed = words.tokens.contains { $0.kind == .file && $0.text.hasSuffix(Words.fold(path.fileName)) }
      guard isNamed || PlainName(NoteName(path.fileName).stem).occurs(in: said) else {
        if known == nil { notes.append(Note(path: path)) }
        continue
      }
      let course = known.flatMap { notes[$0].course }
      let note = described(path, course: course)
      if let known { notes[known] = note } else { notes.append(note) }
    }
    return PlainKnowledge(notes: notes, tests: tests, subjects: try library.subjects())
  }

  /// A file as it is now; one that can't be read is told of where it is used.
  private static func described(_ path: String, course: String?) -> Note {
    guard let document = try? NoteReader.read(path: path) else { return Note(path: path, course: course) }
    var seen = Set<String>()
    let topics = document.passages.map(\.topic).filter { seen.insert($0).inserted }
    return Note(path: path, title: document.title, course: course, topics: topics)
  }

  private static func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().lazy.filter { name in
      !name.hasPrefix(".") && NoteReader.endings.contains(URL(filePath: name).pathExtension.lowercased())
    }.prefix(mostFiles).map { NotePlace.absolute("\(folder)/\($0)") }
  }

  /// The files that a text names by a path, and that are there.
  private static func paths(in words: PlainText, folder: String) -> [String] {
    words.tokens.compactMap(\.path).map { TypedPath.absolute($0.path, in: folder) }
      .filter { FileManager.default.fileExists(atPath: $0) }
  }
}

extension Library {
  /// The sources with the topics of their newest versions.
  fileprivate func knownNotes() throws(LibraryError) -> [PlainKnowledge.Note] {
    let sources = try sources()
    let topics = try read { database in
      try sources.map { source in
        try String.fetchAll(
          database, sql: "SELECT topic FROM passage WHERE versionID = ? GROUP BY topic ORDER BY min(position)",
          arguments: [source.versionID])
      }
    }
    return zip(sources, topics).map { source, topics in
      PlainKnowledge.Note(path: source.path, title: source.title, course: source.course, topics: topics)
    }
  }
}
