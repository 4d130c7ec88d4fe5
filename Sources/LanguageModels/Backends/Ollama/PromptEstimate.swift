/// How many tokens a prompt has, judged from its text: Ollama has no counter to ask.
///
/// The lower bound holds by what tokenizers are made of: no token spans two words. The upper one takes each byte for a
/// token, but three letters or spaces for one: that is an estimate, which holds for notes in English and in other
/// scripts, usually with much to spare, and does not hold for random letters.
struct PromptEstimate: Sendable, Hashable {
  /// Surely not fewer.
  var least = 0
  /// Surely not more, the marks between the messages included.
  var most = 64

  /// Judges a conversation.
  init(_ messages: [LLMMessage]) {
    for message in messages {
      let count = Self.count(message.content)
      least += count.words
      most += count.tokens + 16
    }
  }

  private static func count(_ text: String) -> (words: Int, tokens: Int) {
    var (words, letters, others) = (0, 0, 0)
    var isInWord = false
    for byte in text.utf8 {
      switch byte {
      case 0x20, 0x0A, 0x09, 0x0D:
        letters += 1
        isInWord = false
        continue
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): letters += 1
      // Digits and signs may be tokens of their own, and so may the bytes of rare characters.
      default: others += 1
      }
      if !isInWord { words += 1 }
      isInWord = true
    }
    return (words, letters / 3 + others)
  }
}

/// The size of the context that a model is loaded with, in tokens.
enum ContextSize {
  /// What Ollama takes by itself; less saves little.
  static let smallest = 4096
  /// What requests are best fitted to, where they can be: memory grows with the size.
  static let comfortable = 16_384
  /// More than any model that a machine at home runs.
  private static let largest = 1 << 20

  /// The smallest step that holds this many tokens, but not more than the model does. Steps double, because each other
  /// size makes the server load the model anew.
  static func step(for tokens: Int, limit: Int?) -> Int {
    var size = smallest
    while size < tokens, size < largest { size *= 2 }
    return min(size, limit ?? largest)
  }
}
