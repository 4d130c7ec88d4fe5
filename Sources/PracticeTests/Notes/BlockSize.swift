/// The length of text in words, where writing without spaces counts too.
enum BlockSize {
  /// No language with spaces has longer words on average, so this only counts where spaces are missing.
  private static let bytesPerWord = 16

  static func of(_ block: Block) -> Int { of(block.text) }

  static func of(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var (words, isInside) = (0, false)
      for byte in bytes {
        let isBlank = byte.isBlank
        if !isBlank, !isInside { words += 1 }
        isInside = !isBlank
      }
      return max(words, bytes.count / bytesPerWord)
    }
  }

  /// A sentence in parts of at most `maximum` words: cut between words, or within a word that never ends.
  static func cut(_ text: String, to maximum: Int) -> [String] {
    guard of(text) > maximum else { return [text] }
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var (start, words, lastBlank) = (0, 0, 0)
    for index in bytes.indices {
      if bytes[index].isBlank {
        words += 1
        lastBlank = index
      }
      let isBoundary = bytes[index] & 0xC0 != 0x80
      guard isBoundary, words >= maximum || index - start >= (maximum - 1) * bytesPerWord else { continue }
      let end = lastBlank > start ? lastBlank : index
      parts.append(bytes[start..<end].trimmed.string)
      (start, words) = (end, 0)
      for byte in bytes[end...index] where byte.isBlank { words += 1 }
    }
    parts.append(bytes[start...].trimmed.string)
    return parts.filter { !$0.isEmpty }
  }
}
