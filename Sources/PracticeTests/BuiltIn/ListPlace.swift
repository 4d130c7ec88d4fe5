/// Where a term stands in a list of the notes.
struct ListPlace: Sendable {
  /// The list, counted over all notes.
  var list: Int
  /// Its place among the terms of the list; `nil` in the order of the alphabet, where neighbours have nothing in common.
  var place: Int?
  /// Whether the list is a glossary, which has words of all sorts.
  var isGlossary = false

  /// How many places another of the same list is away.
  func distance(to other: ListPlace) -> Int? {
    guard list == other.list, let place, let there = other.place else { return nil }
    return abs(place - there)
  }
}

/// Counts the lists of the notes and the terms in them.
struct ListCounter {
  private var list = 0
  private var count = 0
  private var headings: [String]?

  /// Goes to the next block, which goes on with a list if it is an item below the same headings as the one before it.
  mutating func next(isItem: Bool, below headings: [String]) {
    if isItem, headings == self.headings { return }
    self.headings = isItem ? headings : nil
    (list, count) = (list + 1, 0)
  }

  /// The place of the next term of the list.
  mutating func place() -> ListPlace {
    count += 1
    return ListPlace(list: list, place: count)
  }

  /// The places of the terms of a glossary.
  mutating func glossary(of names: [String]) -> [ListPlace] {
    next(isItem: false, below: [])
    let isInOrder = zip(names, names.dropFirst()).allSatisfy { $0 <= $1 }
    return names.indices.map { ListPlace(list: list, place: isInOrder ? nil : $0, isGlossary: true) }
  }
}
