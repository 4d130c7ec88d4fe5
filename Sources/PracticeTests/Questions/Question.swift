import Foundation

/// A draft that passed every gate, with where it came from. Immutable: an edit makes a new revision.
public struct Question: Sendable, Hashable, Codable, Identifiable {
  /// The question's id, the same for all its revisions.
  public var id: String
  /// Counted from 1.
  public var revision: Int
  /// What the student sees, and the key.
  public var item: Item
  /// What it is about.
  public var topic: String
  /// The planned Bloom level (`remember` for the built-in writer's).
  public var bloom: BloomLevel
  /// The planned difficulty.
  public var difficulty: Difficulty
  /// The kind of task.
  public var template: QuestionTemplate
  /// Where in the notes the evidence stands.
  public var grounding: Grounding?
  /// Who wrote it, and how.
  public var provenance: Provenance

  /// Makes a question.
  public init(
    id: String, revision: Int = 1, item: Item, topic: String, bloom: BloomLevel, difficulty: Difficulty,
    template: QuestionTemplate, grounding: Grounding?, provenance: Provenance
  ) {
    self.id = id
    self.revision = revision
    self.item = item
    self.topic = topic
    self.bloom = bloom
    self.difficulty = difficulty
    self.template = template
    self.grounding = grounding
    self.provenance = provenance
  }
}

/// Where in the notes a question's evidence stands.
public struct Grounding: Sendable, Hashable, Codable {
  /// The source's name as shown, such as `biology.md`.
  public var source: String
  /// The headings above the passage, joined by " > ".
  public var heading: String
  /// The passage.
  public var passageID: String
  /// The passage's own words.
  public var quote: String
  /// The line in the source, counted from 1.
  public var line: Int

  /// Makes a grounding.
  public init(source: String, heading: String, passageID: String, quote: String, line: Int) {
    self.source = source
    self.heading = heading
    self.passageID = passageID
    self.quote = quote
    self.line = line
  }
}

/// Who wrote a question, and how.
public struct Provenance: Sendable, Hashable, Codable {
  /// Who wrote the text, whichever way it came.
  public enum Origin: String, Sendable, Hashable, Codable {
    case model
    case builtin
    /// Somebody else: the question was brought from a file.
    case imported
  }

  /// Who wrote the text.
  public var origin: Origin
  /// The id of the backend that answered.
  public var backend: String
  /// The model that answered, as its server names it.
  public var model: String
  /// Drafts that it took, this one included.
  public var attempts: Int
  /// Whether a model confirmed the key; `nil` when nobody was asked or could tell.
  public var verified: Bool?

  /// Makes a provenance.
  public init(origin: Origin, backend: String, model: String, attempts: Int, verified: Bool? = nil) {
    self.origin = origin
    self.backend = backend
    self.model = model
    self.attempts = attempts
    self.verified = verified
  }
}
