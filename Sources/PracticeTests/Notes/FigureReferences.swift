/// Takes out what is left of references to figures and tables when a textbook is turned into text: "((figure))" and
/// "(figure)". Where the reference is a part of the sentence ("(figure) lists ...") it becomes "the figure".
struct FigureReferences {
  private let bytes: [UInt8]
  private var output: [UInt8] = []
  private var index = 0

  static func removed(from bytes: [UInt8]) -> [UInt8] {
    guard hasReference(bytes) else { return bytes }
    var references = FigureReferences(bytes: bytes)
    references.run()
    return references.output
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count)
  }

  private static let open = UInt8(ascii: "(")
  private static let close = UInt8(ascii: ")")
  private static let comma = UInt8(ascii: ",")

  private static func hasReference(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while let place = bytes[...].firstIndex(of: "(", from: start) {
      if reference(bytes, at: place) != nil { return true }
      start = place + 1
    }
    return false
  }

  /// The noun and the end of "(figure)" or "(table)" at an index.
  private static func reference(_ bytes: [UInt8], at index: Int) -> (noun: String, end: Int)? {
    let head = bytes[index...].prefix(8)
    guard head.first == open, let end = head.firstIndex(of: close) else { return nil }
    let noun = String(decoding: head[(index + 1)..<end].map(\.lowered), as: UTF8.self)
    return noun == "figure" || noun == "table" ? (noun, end + 1) : nil
  }

  private mutating func run() {
    while index < bytes.count {
      if bytes[index] != Self.open {
        output.append(bytes[index])
        index += 1
      } else if let end = parenthesisEnd() {
        dropSpaces()
        index = end
      } else if let (noun, end) = Self.reference(bytes, at: index) {
        replace(noun, end)
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
  }

  /// The end of a bracket that holds references only: "((figure) and (table))", "(see (figure))".
  private func parenthesisEnd() -> Int? {
    var (position, count) = (index + 1, 0)
    while position < bytes.count, position - index < 200 {
      if let (_, end) = Self.reference(bytes, at: position) {
        (position, count) = (end, count + 1)
      } else if bytes[position] == Self.close {
        return count > 0 ? position + 1 : nil
      } else {
        let word = bytes[position...].prefix(12).prefix { $0.isLetter }
        let isFiller =
          word.isEmpty
          ? " ,;&".utf8.contains(bytes[position])
          : ["see", "and", "or", "also", "as", "in", "shown"].contains(word.string.lowercased())
        guard isFiller else { return nil }
        position += max(1, word.count)
      }
    }
    return nil
  }

  /// Takes out "(figure)", or puts "the figure" where the sentence needs a noun.
  private mutating func replace(_ noun: String, _ end: Int) {
    index = end
    if removeClause() { return }
    let words = lastWords()
    let next = nextByte()
    if words.isEmpty, next == nil { return }
    let endsClause = next.map { ".,;:!?)(".utf8.contains($0) } ?? true
    if let last = words.last, endsClause, !Self.prepositions.contains(last) {
      dropSpaces()
    } else if words.suffix(3) == ["the", noun, "and"] {
      output.removeLast(" and ".utf8.count)
      output += Array("s".utf8)
    } else {
      output += Array((words.isEmpty ? "The " : "the ").utf8) + Array(noun.utf8)
    }
  }

  /// Takes out ", as shown in (figure)": the reference, the words that lead to it and the comma before them.
  private mutating func removeClause() -> Bool {
    guard let next = nextByte(), ".,;:)(".utf8.contains(next) else { return false }
    let tail = output.suffix(60)
    guard let comma = tail.lastIndex(of: Self.comma) else { return false }
    let words = tail[(comma + 1)...].split(separator: .space).map { $0.string.lowercased() }
    guard !words.isEmpty, words.allSatisfy(Self.clauseWords.contains), words.last == "in" || words.last == "see" else {
      return false
    }
    output.removeSubrange(comma...)
    // A subject that the clause stood after is followed by its verb, without a comma.
    if next == Self.comma, Self.verbs.contains(wordAfterComma()) {
      index = (bytes[index...].firstIndex(of: next) ?? index) + 1
    }
    return true
  }

  private static let prepositions: Set<String> = [
    "in", "see", "by", "of", "from", "with", "to", "and", "or", "as", "at", "on", "for", "the", "than", "through",
    "into",
  ]
  private static let clauseWords: Set<String> = [
    "as", "is", "are", "shown", "in", "seen", "see", "illustrated", "depicted", "presented", "listed", "outlined", "a",
    "portion", "of", "which", "described", "summarized", "can", "be",
  ]
  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "can", "may", "will", "shows", "show", "clearly",
  ]

  private mutating func dropSpaces() {
    while let last = output.last, last.isBlank { output.removeLast() }
  }

  /// The word before this place, if the sentence has begun.
  private func lastWords() -> [String] {
    let tail = output.suffix(40).trimmedEnd
    guard let last = tail.last, !".!?".utf8.contains(last) else { return [] }
    return tail.split { !$0.isLetter && $0 < 0x80 }.map { $0.string.lowercased() }
  }

  private func nextByte() -> UInt8? { bytes[index...].first { !$0.isBlank } }

  private func wordAfterComma() -> String {
    bytes[index...].prefix(40).drop { $0.isBlank || $0 == Self.comma }.prefix { $0.isLetter }.string.lowercased()
  }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmedEnd: ArraySlice<UInt8> {
    var rest = self
    while let last = rest.last, last.isBlank { rest.removeLast() }
    return rest
  }
}
