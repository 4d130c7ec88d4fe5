/// Turns the bytes of a file into text, or says why they are none.
struct TextDecoder {
  let path: String

  func decode(_ bytes: [UInt8]) throws(NotesError) -> String {
    if let format = FileSignature.format(of: bytes) { throw .otherFormat(path: path, format: format) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .unknownEncoding(path: path)
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, low: 0) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, low: 1) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if body.contains(0) { throw hasWideText(body) ? .unknownEncoding(path: path) : .binary(path: path) }
    if let text = String(validating: body, as: UTF8.self) {
      guard !hasManyControls(body) else { throw .binary(path: path) }
      return text
    }
    guard !hasManyControls(body) else { throw .binary(path: path) }
    return isDamagedUTF8(body) ? String(decoding: body, as: UTF8.self) : Self.windows1252(body)
  }

  private func utf16(_ bytes: [UInt8], low: Int) throws(NotesError) -> String {
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
      UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8
    }
    guard !units.contains(0) else { throw .binary(path: path) }
    return String(decoding: units, as: UTF16.self)
  }

  /// Whether every second byte is zero again and again, as in Latin text of 16 bits.
  private func hasWideText(_ bytes: ArraySlice<UInt8>) -> Bool {
    let sample = bytes.prefix(4096)
    let zeros = sample.indices.filter { sample[$0] == 0 }
    let odd = zeros.count { $0 % 2 == 1 }
    return zeros.count * 3 > sample.count && max(odd, zeros.count - odd) * 10 > zeros.count * 9
  }

  /// Text has hardly any control characters; other files have many.
  private func hasManyControls(_ bytes: ArraySlice<UInt8>) -> Bool {
    let sample = bytes.prefix(1 << 16)
    let controls = sample.count { $0 < 0x09 || (0x0E..<0x20).contains($0) && $0 != 0x1B || $0 == 0x7F }
    return controls * 50 > sample.count
  }

  /// Whether the bytes are UTF-8 with a few bad ones, rather than one byte for each character.
  private func isDamagedUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (good, bad, index) = (0, 0, bytes.startIndex)
    while index < bytes.endIndex {
      let length = Self.sequenceLength(bytes[index])
      let end = index + length
      if length == 1 {
        index += 1
      } else if length > 1, end <= bytes.endIndex, bytes[(index + 1)..<end].allSatisfy({ $0 & 0xC0 == 0x80 }) {
        good += 1
        index = end
      } else {
        bad += 1
        index += 1
      }
    }
    return good > bad * 4
  }

  private static func sequenceLength(_ first: UInt8) -> Int {
    switch first {
    case 0..<0x80: 1
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF5: 4
    default: 0
    }
  }

  private static func windows1252(_ bytes: ArraySlice<UInt8>) -> String {
    var view = String.UnicodeScalarView()
    for byte in bytes {
      view.append((0x80..<0xA0).contains(byte) ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(view)
  }

  /// What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has control characters.
  private static let upperControls = Array(
    """
    \u{20AC}\u{FFFD}\u{201A}\u{0192}\u{201E}\u{2026}\u{2020}\u{2021}\u{02C6}\u{2030}\u{0160}\u{2039}\u{0152}\u{FFFD}\
    \u{017D}\u{FFFD}\u{FFFD}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{02DC}\u{2122}\u{0161}\u{203A}\
    \u{0153}\u{FFFD}\u{017E}\u{0178}
    """.unicodeScalars)
}
