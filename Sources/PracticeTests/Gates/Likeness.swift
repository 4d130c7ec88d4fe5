/// What of a question is compared with others to find one that was asked before.
///
/// Two items with the same key are alike when the trigrams of their stems have a Jaccard similarity of at least 0.8, or
/// of 0.5 with the words at 0.6. For true/false and explanation, whose keys say little, statements with a similarity of
/// at least 0.8 are.
struct Likeness: Sendable {
  /// The key as it is compared; `nil` for formats whose keys say little.
  private let key: String?
  private let trigrams: [UInt32]
  private let words: [UInt32]

  init(_ item: Item) {
    self.init(format: item.format, prompt: item.prompt, correctAnswer: item.correctAnswer)
  }

  init(format: QuestionFormat, prompt: String, correctAnswer: String) {
    key = Self.key(format, correctAnswer)
    let tokens = Words.tokens(prompt)
    var trigrams: [UInt32] = []
    var last: UInt32 = 0x2020
    for byte in tokens.joined(separator: " ").utf8 {
      last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
      trigrams.append(last)
    }
    self.trigrams = Self.sortedSet(trigrams)
    words = Self.sortedSet(tokens.map { UInt32(truncatingIfNeeded: Self.hash($0)) })
  }

  /// The key of a question as it is compared; `nil` for formats whose keys say little.
  static func key(_ format: QuestionFormat, _ answer: String) -> String? {
    guard [.multipleChoice, .cloze, .shortAnswer].contains(format) else { return nil }
    let tokens = GateText(answer).withoutArticle
    return tokens.isEmpty ? Words.fold(answer) : tokens.joined(separator: " ")
  }

  // MARK: - Comparing

  /// Whether one repeats the other.
  func isAlike(_ other: Likeness) -> Bool {
    guard key == other.key else { return false }
    guard key != nil else { return Self.jaccard(trigrams, other.trigrams, atLeast: 0.8) }
    guard Self.jaccard(trigrams, other.trigrams, atLeast: 0.5) else { return false }
    return Self.jaccard(words, other.words, atLeast: 0.6) || Self.jaccard(trigrams, other.trigrams, atLeast: 0.8)
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

  // MARK: - Marks

  /// Numbers of which two that are alike have at least one in common: the hash of the key, or for statements 16 MinHash
  /// bands (Broder, 1997), which bring a pair at 0.8 together with a probability of 0.9998. They are kept in libraries:
  /// whoever changes them has to make them anew there.
  var marks: [Int64] {
    if let key { return [Int64(bitPattern: Self.hash(key))] }
    return Self.bands(trigrams)
  }

  private static func sortedSet(_ values: [UInt32]) -> [UInt32] {
    var result: [UInt32] = []
    for value in values.sorted() where value != result.last { result.append(value) }
    return result
  }

  /// FNV-1a, the same in every process.
  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private static let bandCount = 16
  private static let rowsPerBand = 4

  /// The seeds of the MinHash functions: odd multipliers.
  private static let multipliers: [UInt64] = {
    var generator = SeededGenerator(seed: 0, stream: "minhash")
    return (0..<(bandCount * rowsPerBand)).map { _ in generator.next() | 1 }
  }()

  private static func bands(_ trigrams: [UInt32]) -> [Int64] {
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
      // The number of the band goes in too: equal rows of other bands say nothing.
      let mixed = ([UInt64(band)] + rows).reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ $1) &* 0x0000_0100_0000_01B3 }
      return Int64(bitPattern: mixed)
    }
  }
}
