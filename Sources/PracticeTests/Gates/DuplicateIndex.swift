/// Finds questions that were asked before, in this test or in the course's bank.
///
/// Two items with the same key are duplicates when the trigrams of their stems have a Jaccard similarity of at least
/// 0.8, or of 0.5 with the words at 0.6. For true/false and explanation, whose keys say little, statements with a
/// similarity of at least 0.8 are. Items with a key are looked up by it; statements by MinHash bands (Broder, 1997),
/// which find a pair at 0.8 with a probability of 0.9998.
public struct DuplicateIndex: Sendable {
  private var entries: [Entry] = []
  private var byKey: [String: [Int]] = [:]
  private var byBand: [Band: [Int]] = [:]

  private struct Entry: Sendable {
    var id: String
    var trigrams: [UInt32]
    var words: [UInt32]
  }

  private struct Band: Hashable, Sendable {
    var number: Int
    var hash: UInt64
  }

  /// Makes an empty index.
  public init() {}

  /// Adds an item under an id.
  public mutating func insert(_ item: Item, id: String) {
    let entry = Self.entry(item, id: id)
    entries.append(entry)
    let index = entries.count - 1
    if let key = Self.key(of: item) {
      byKey[key, default: []].append(index)
    } else {
      for band in Self.bands(entry.trigrams) { byBand[band, default: []].append(index) }
    }
  }

  /// The id of the first item inserted that this one repeats; `nil` when it is new.
  public func duplicate(of item: Item) -> String? {
    let entry = Self.entry(item, id: "")
    if let key = Self.key(of: item) {
      return byKey[key]?.first { isAlike(entry, entries[$0]) }.map { entries[$0].id }
    }
    let candidates = Set(Self.bands(entry.trigrams).flatMap { byBand[$0] ?? [] })
    let match = candidates.sorted().first { Self.jaccard(entry.trigrams, entries[$0].trigrams, atLeast: 0.8) }
    return match.map { entries[$0].id }
  }

  /// The violation of an item that repeats another; `nil` when it is new.
  public func violation(of item: Item) -> Violation? {
    guard duplicate(of: item) != nil else { return nil }
    return Violation(
      gate: .duplicate, field: "prompt", action: .repair,
      message: "This question was asked before: ask about another point of the passage.")
  }

  // MARK: - Comparing

  private func isAlike(_ a: Entry, _ b: Entry) -> Bool {
    guard Self.jaccard(a.trigrams, b.trigrams, atLeast: 0.5) else { return false }
    return Self.jaccard(a.words, b.words, atLeast: 0.6) || Self.jaccard(a.trigrams, b.trigrams, atLeast: 0.8)
  }

  /// Whether two sorted sets have at least a Jaccard similarity; gives up as soon as they can't.
  private static func jaccard(_ a: [UInt32], _ b: [UInt32], atLeast threshold: Double) -> Bool {
    let (small, large) = (min(a.count, b.count), max(a.count, b.count))
    guard large > 0 else { return true }
    guard Double(small) >= threshold * Double(large) else { return false }
    // |A and B| / |A or B| >= t exactly when |A and B| >= t / (1 + t) * (|A| + |B|).
    let needed = threshold / (1 + threshold) * Double(a.count + b.count) - 1e-9
    var (i, j, common) = (0, 0, 0)
    while i < a.count, j < b.count {
      guard Double(common + min(a.count - i, b.count - j)) >= needed else { return false }
      if a[i] == b[j] {
        common += 1
        i += 1
        j += 1
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(common) >= needed
  }

  // MARK: - Signatures

  /// The key as it is compared; `nil` for formats whose keys say little.
  private static func key(of item: Item) -> String? {
    guard [.multipleChoice, .cloze, .shortAnswer].contains(item.format) else { return nil }
    let tokens = GateText(item.correctAnswer).withoutArticle
    return tokens.isEmpty ? Words.fold(item.correctAnswer) : tokens.joined(separator: " ")
  }

  private static func entry(_ item: Item, id: String) -> Entry {
    let tokens = Words.tokens(item.prompt)
    var trigrams: [UInt32] = []
    var last: UInt32 = 0x2020
    for byte in tokens.joined(separator: " ").utf8 {
      last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
      trigrams.append(last)
    }
    return Entry(id: id, trigrams: sortedSet(trigrams), words: sortedSet(tokens.map(hash)))
  }

  private static func sortedSet(_ values: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    for value in values.sorted() where value != result.last { result.append(value) }
    return result
  }

  /// FNV-1a, the same in every process.
  private static func hash(_ word: String) -> UInt32 {
    word.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  private static let bandCount = 16
  private static let rowsPerBand = 4

  /// The seeds of the MinHash functions: odd multipliers.
  private static let multipliers: [UInt64] = {
    var generator = SeededGenerator(seed: 0, stream: "minhash")
    return (0..<(bandCount * rowsPerBand)).map { _ in generator.next() | 1 }
  }()

  private static func bands(_ trigrams: [UInt32]) -> [Band] {
    var minima = [UInt64](repeating: .max, count: multipliers.count)
    for trigram in trigrams {
      let mixed = (UInt64(trigram) &+ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
      for (index, multiplier) in multipliers.enumerated() {
        let product = (mixed ^ (mixed >> 29)) &* multiplier
        minima[index] = min(minima[index], product ^ (product >> 32))
      }
    }
    return (0..<bandCount).map { band in
      let rows = minima[(band * rowsPerBand)..<((band + 1) * rowsPerBand)]
      return Band(number: band, hash: rows.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x0000_0100_0000_01B3 })
    }
  }
}
