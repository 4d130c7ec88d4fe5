/// A word of a sentence and where it stands.
struct WordSpan: Sendable {
  /// Where it stands in the text that it was read from.
  var range: Range<String.Index>
  /// In lower case, with plain apostrophes and hyphens.
  var folded: String
  /// As `folded`, a plural as its singular, so that "glial cells" is found as "glial cell".
  var normal: String

  /// The words of a text in one pass. A word is a run of letters and digits with inner apostrophes and hyphens, and
  /// with inner dots and commas between digits.
  static func words(of text: String) -> [WordSpan] {
    var text = text
    // Contiguous UTF-8 makes an index of an offset in constant time.
    text.makeContiguousUTF8()
    var reader = Reader(bytes: Array(text.utf8))
    var result: [WordSpan] = []
    result.reserveCapacity(reader.bytes.count / 6 + 1)
    while let (start, end, folded) = reader.next() {
      let from = text.utf8.index(text.startIndex, offsetBy: start)
      let range = from..<text.utf8.index(from, offsetBy: end - start)
      result.append(WordSpan(range: range, folded: folded, normal: English.singular(folded)))
    }
    return result
  }

  /// The words that hyphens join in a folded one.
  static func parts(of word: String) -> [String] {
    word.contains("-") ? word.split(separator: "-").map(String.init) : [word]
  }

  /// Walks over the bytes of a text from word to word.
  private struct Reader {
    let bytes: [UInt8]
    private var offset = 0

    init(bytes: [UInt8]) {
      self.bytes = bytes
    }

    mutating func next() -> (start: Int, end: Int, folded: String)? {
      while offset < bytes.count {
        let (scalar, length) = scalar(at: offset)
        if isLetterOrDigit(scalar) { return word() }
        offset += length
      }
      return nil
    }

    private mutating func word() -> (start: Int, end: Int, folded: String) {
      let start = offset
      var folded: [UInt8] = []
      while offset < bytes.count {
        let (current, length) = scalar(at: offset)
        if isLetterOrDigit(current) {
          appendLowercased(current, to: &folded)
        } else if let joint = joint(current), offset + length < bytes.count,
          joins(joint, after: folded.last, before: offset + length)
        {
          folded.append(joint)
        } else {
          break
        }
        offset += length
      }
      return (start, offset, String(decoding: folded, as: UTF8.self))
    }

    private func joins(_ joint: UInt8, after last: UInt8?, before next: Int) -> Bool {
      let following = scalar(at: next).scalar
      guard joint == UInt8(ascii: ".") || joint == UInt8(ascii: ",") else { return isLetterOrDigit(following) }
      return last.map { (48...57).contains($0) } == true && (48...57).contains(following.value)
    }

    private func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
      let first = bytes[offset]
      guard first >= 0x80 else { return (Unicode.Scalar(first), 1) }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
      for byte in bytes[offset...].dropFirst().prefix(length - 1) { value = value << 6 | UInt32(byte & 0x3F) }
      return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private func appendLowercased(_ scalar: Unicode.Scalar, to folded: inout [UInt8]) {
      if scalar.isASCII {
        let isUpper = scalar.value >= 65 && scalar.value <= 90
        folded.append(UInt8(isUpper ? scalar.value + 32 : scalar.value))
      } else {
        folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }

    private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
      let value = scalar.value
      if value < 0x80 { return (97...122).contains(value) || (65...90).contains(value) || (48...57).contains(value) }
      // Dashes, quotes and bullets are by far the most frequent of the rest.
      if (0x2000...0x206F).contains(value) { return false }
      let properties = scalar.properties
      return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
    }

    /// The plain form of a character that may stand inside a word.
    private func joint(_ scalar: Unicode.Scalar) -> UInt8? {
      switch scalar {
      case "'", "\u{2019}": UInt8(ascii: "'")
      case "-", "\u{2010}", "\u{2011}": UInt8(ascii: "-")
      case ".": UInt8(ascii: ".")
      case ",": UInt8(ascii: ",")
      default: nil
      }
    }
  }
}
