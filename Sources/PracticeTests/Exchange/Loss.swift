/// What formats have no place for, in words that are the same for all of them.
enum Loss {
  static let evidence = "the evidence is left out"
  static let rationale = "the rationale is left out"
  static let lines = "lines are joined into one"
  static let topic = "the topic is written otherwise"
  static let placing = "the topic, the Bloom level and the difficulty are left out"
  static let tags = "your tags are left out"
  static let tagWords = "a tag of yours is written otherwise"
  static let blank = "it comes back as a cloze question, because its text holds a blank"

  static func whole(_ reason: String) -> String { "left out, because \(reason)" }
}

extension Item {
  /// Whether a format without a name for cloze questions would take it for one.
  var seemsCloze: Bool { format == .shortAnswer && Blank.count(in: prompt) == 1 }
}
