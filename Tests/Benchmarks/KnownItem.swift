import ArgumentParser
import LanguageModels
import PracticeTests

/// A multiple-choice question whose key is known, with the passage of its notes that it is about.
struct KnownItem {
  /// The question with its right key.
  var item: Item
  var passage: Passage

  /// The question with a wrong option given out as the key.
  func planted(_ generator: inout SeededGenerator) -> Item {
    let wrong = item.choices.indices.filter { $0 != item.correctIndex }
    var planted = item
    let index = wrong[generator.index(below: wrong.count)]
    (planted.correctIndex, planted.correctAnswer) = (index, item.choices[index])
    return planted
  }

  /// The questions of a file of JSON Lines of {stem, options, correct, notes_file}, in a seeded order. Questions without
  /// notes, or without two options and a key among them, are left out.
  static func read(_ path: String, notes folder: String, seed: UInt64) throws -> [KnownItem] {
    var finders: [String: PassageFinder] = [:]
    let items = try jsonLines(path).compactMap { line -> KnownItem? in
      guard let item = item(line), let file = line["notes_file"]?.string else { return nil }
      let finder = try finders[file] ?? PassageFinder(NoteReader.read(path: "\(folder)/\(file)").passages)
      finders[file] = finder
      return finder.passage(for: item).map { KnownItem(item: item, passage: $0) }
    }
    guard !items.isEmpty else { throw ValidationError("\"\(path)\" holds no question with notes.") }
    var generator = SeededGenerator(seed: seed, stream: "items")
    return generator.shuffled(items)
  }

  private static func item(_ line: JSONValue) -> Item? {
    guard let stem = line["stem"]?.string, let correct = line["correct"]?.int else { return nil }
    let choices = (line["options"]?.elements ?? []).compactMap(\.string)
    guard choices.count > 1, choices.indices.contains(correct) else { return nil }
    return Item(
      format: .multipleChoice, prompt: stem, choices: choices, correctIndex: correct, correctAnswer: choices[correct])
  }
}
