/// The parts of a note, as they are marked in its HTML.
enum AnkiPart: String {
  case question
  case options
  case answer
  case accepted
  case points
  case rationale
  case evidence

  /// Whether it is a list of texts.
  var isList: Bool { self == .options || self == .accepted || self == .points }
}
