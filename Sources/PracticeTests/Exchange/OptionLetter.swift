/// The letters of options.
package enum OptionLetter {
  /// "A" to "Z".
  static let all = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")

  /// "A" for the first option; a number where the letters are used up.
  package static func letter(_ index: Int) -> String {
    all.indices.contains(index) ? String(all[index]) : "\(index + 1)"
  }

  /// The key with the letter of its option, where it has one.
  static func key(of item: Item) -> String {
    item.correctIndex.map { "\(letter($0)). \(item.correctAnswer)" } ?? item.correctAnswer
  }
}
