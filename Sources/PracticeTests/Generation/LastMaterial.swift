import Synchronization

/// The material that was read last. A generation that is begun again, another question for a test, a form that is
/// opened again ask for the same once more, and reading it anew takes seconds in a large course.
final class LastMaterial: Sendable {
  private let kept = Mutex<(notes: Notes, material: TestMaterial)?>(nil)

  /// Notes with their names, as they were read or as they are kept, and versions of others, which never change.
  struct Notes: Sendable, Equatable {
    var own: [(name: String, document: NoteDocument)]
    var besides: [String]

    static func == (one: Notes, other: Notes) -> Bool {
      one.besides == other.besides && one.own.elementsEqual(other.own, by: ==)
    }
  }

  /// The material of these notes, read where it is not the last one.
  func material(of notes: Notes, read: () throws(LibraryError) -> TestMaterial) throws(LibraryError) -> TestMaterial {
    if let last = kept.withLock({ $0 }), last.notes == notes { return last.material }
    // Two at once would be twice the memory.
    kept.withLock { $0 = nil }
    let material = try read()
    kept.withLock { $0 = (notes, material) }
    return material
  }
}
