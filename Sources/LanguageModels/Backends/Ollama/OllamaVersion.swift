/// A version of Ollama, such as `0.12.6` or `0.5.0-rc1`.
struct OllamaVersion: Sendable, Hashable, Comparable {
  /// The first that takes a schema in `format`.
  static let least = OllamaVersion(numbers: [0, 5, 0])

  /// The numbers, the most significant first.
  private let numbers: [Int]

  private init(numbers: [Int]) {
    self.numbers = numbers
  }

  /// Reads a version; `nil` when it is none.
  init?(_ text: String) {
    let release = text.drop { $0 == "v" }.prefix { $0.isNumber || $0 == "." }
    let numbers = release.split(separator: ".").map { Int($0) }
    guard numbers.count >= 2, !numbers.contains(nil) else { return nil }
    self.numbers = numbers.compactMap { $0 }
  }

  /// Whether a schema works. A build of one's own calls itself 0.0.0, and is taken as it is.
  var takesSchema: Bool { self >= Self.least || numbers.allSatisfy { $0 == 0 } }

  static func < (a: OllamaVersion, b: OllamaVersion) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }

  /// The text of it.
  var text: String { numbers.map(String.init).joined(separator: ".") }
}
