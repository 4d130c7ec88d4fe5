/// The text of notes as bytes that are safe to show and quick to walk.
enum NoteText {
  /// The UTF-8 bytes of a text with line ends as line feeds and the many kinds of space as plain ones, without control
  /// characters (tab and line feed stay), marks that turn the writing direction, and characters that cannot be seen.
  static func clean(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { clean($0) }
  }

  private static func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        switch byte {
        case 0x0D:
          result.append(.lineFeed)
          if index + 1 < bytes.count, bytes[index + 1] == .lineFeed { index += 1 }
        case 0x0B, 0x0C: result.append(.space)
        case 0x09, 0x0A, 0x20..<0x7F: result.append(byte)
        default: break
        }
        index += 1
        continue
      }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let end = min(index + length, bytes.count)
      switch fate(of: bytes[index..<end]) {
      case .keep: result.append(contentsOf: bytes[index..<end])
      case .space: result.append(.space)
      case .drop: break
      }
      index = end
    }
    return result
  }

  /// Cleaned bytes as lines, without their line feeds.
  static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: .lineFeed, omittingEmptySubsequences: false)
  }

  private enum Fate {
    case keep
    case space
    case drop
  }

  private static func fate(of sequence: Slice<UnsafeBufferPointer<UInt8>>) -> Fate {
    // Only these first bytes begin a character that is not kept.
    switch sequence.first {
    case 0xC2, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: break
    default: return .keep
    }
    switch String(decoding: sequence, as: UTF8.self).unicodeScalars.first?.value ?? 0 {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: return .space
    case 0x80...0x9F, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF0...0xFFFB, 0xE0000...0xE0FFF:
      return .drop
    default: return .keep
    }
  }
}
