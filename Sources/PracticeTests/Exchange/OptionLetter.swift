/// The letters of options.
package enum OptionLetter {
  /// "A" to "Z".
  static let all = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  /// "A" for the first option; a number where the letters are used up.
  package static func letter(_ index: Int) -> String {
    all.indices.contains(index) ? String(all[index]) : "\(index + 1)"
  }

  /// The key with the letter of its option, where it has one; code keeps its own lines.
  static func key(of item: Item) -> String {
    guard let letter = item.correctIndex.map(OptionLetter.letter) else { return item.correctAnswer }
    return "\(letter).\(TextBlock.hasCode(item.correctAnswer) ? "\n" : " ")\(item.correctAnswer)"
  }
}
