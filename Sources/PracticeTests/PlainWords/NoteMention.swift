/// A topic whose passages write of something that itself is no topic.
public struct NoteMention: Sendable, Hashable {
  /// The topic.
  public var topic: String
  /// The file of notes, without its folder.
  public var note: String
}
