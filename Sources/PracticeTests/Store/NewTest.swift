/// What is needed to store a new test.
public struct NewTest: Sendable {
  /// The title.
  public var title: String
  /// The course.
  public var course: String
  /// The plan.
  public var blueprint: TestBlueprint
  /// The versions of notes that it was planned on.
  public var versionIDs: [String]
  /// The id of the backend chosen to write it.
  public var backend: String
  /// The model chosen to write it.
  public var model: String
  /// Whether the backends of `backend.fallback` stand in, in their order, when the backend is gone.
  public var allowsFallback: Bool

  /// Makes a description.
  public init(
    title: String, course: String, blueprint: TestBlueprint, versionIDs: [String], backend: String, model: String,
    allowsFallback: Bool
  ) {
    self.title = title
    self.course = course
    self.blueprint = blueprint
    self.versionIDs = versionIDs
    self.backend = backend
    self.model = model
    self.allowsFallback = allowsFallback
  }
}
