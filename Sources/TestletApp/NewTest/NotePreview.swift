/// The beginning of notes, to tell them apart by.
struct NotePreview: Equatable, Sendable {
  /// Which notes they are.
  var choice: NoteChoice
  /// How they begin, or why that can't be shown; `nil` while it is read.
  var text: String?
}
