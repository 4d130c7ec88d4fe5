/// The letters of options.
enum OptionLetter {
  /// "A" for the first option.
  static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return letters.indices.contains(index) ? String(letters[index]) : "\(index + 1)"
  }

  /// The key with the letter of its option, where it has one.
  static func key(of item: Item) -> String {
    item.correctIndex.map { "\(letter($0)). \(item.correctAnswer)" } ?? item.correctAnswer
  }
}
