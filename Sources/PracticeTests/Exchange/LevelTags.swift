/// The Bloom level and the difficulty of a question as tags, for programs that have a place for tags only.
enum LevelTags {
  private static let bloom = "bloom::"
  private static let difficulty = "difficulty::"

  static func tags(_ question: Question) -> [String] {
    [bloom + question.bloom.rawValue, difficulty + question.difficulty.rawValue]
  }

  /// Gives a question what its tags say, and returns the other tags.
  static func read(_ tags: [String], into question: inout WrittenQuestion) -> [String] {
    tags.filter { tag in
      if tag.hasPrefix(bloom), let level = BloomLevel(rawValue: String(tag.dropFirst(bloom.count))) {
        question.bloom = level
        return false
      }
      if tag.hasPrefix(difficulty), let level = Difficulty(rawValue: String(tag.dropFirst(difficulty.count))) {
        question.difficulty = level
        return false
      }
      return true
    }
  }
}
