import Foundation

/// Names for the bytes that have a meaning in notes.
extension UInt8 {
  static let lineFeed = UInt8(ascii: "\n")
  static let tab = UInt8(ascii: "\t")
  static let space = UInt8(ascii: " ")

  var isBlank: Bool { self == .space || self == .tab || self == .lineFeed }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isUpper: Bool { (0x41...0x5A).contains(self) }
  var isLower: Bool { (0x61...0x7A).contains(self) }
  var isLetter: Bool { isUpper || isLower }
  /// An ASCII punctuation mark or symbol.
  var isMark: Bool { (0x21...0x7E).contains(self) && !isLetter && !isDigit }
  var lowered: UInt8 { isUpper ? self + 0x20 : self }
}

/// Small questions about a line of UTF-8.
extension ArraySlice<UInt8> {
  var isBlank: Bool { allSatisfy(\.isBlank) }

  /// Without white space at both ends.
  var trimmed: ArraySlice<UInt8> {
    var (low, high) = (startIndex, endIndex)
    while low < high, self[low].isBlank { low += 1 }
    while high > low, self[high - 1].isBlank { high -= 1 }
    return self[low..<high]
  }

  /// Without white space at the beginning.
  var withoutIndent: ArraySlice<UInt8> { drop(while: \.isBlank) }

  /// The columns of white space at the beginning; a tab goes to the next multiple of four.
  var indent: Int {
    var column = 0
    for byte in self {
      if byte == .space {
        column += 1
      } else if byte == .tab {
        column += 4 - column % 4
      } else {
        break
      }
    }
    return column
  }

  /// Without up to this many columns of white space at the beginning.
  func droppingIndent(_ columns: Int) -> ArraySlice<UInt8> {
    var (column, index) = (0, startIndex)
    while index < endIndex, column < columns, self[index].isBlank {
      column += self[index] == .tab ? 4 - column % 4 : 1
      index += 1
    }
    return self[index...]
  }

  /// How many words stand in it, by white space.
  var wordCount: Int {
    var (count, isInside) = (0, false)
    for byte in self {
      if !byte.isBlank, !isInside { count += 1 }
      isInside = !byte.isBlank
    }
    return count
  }

  /// Whether it is a run of one byte, apart from white space, at least so long.
  func isRun(of byte: UInt8, atLeast minimum: Int) -> Bool {
    var count = 0
    for other in self where !other.isBlank {
      guard other == byte else { return false }
      count += 1
    }
    return count >= minimum
  }

  /// Where a short ASCII string first occurs at or after an index, looking no further than a limit.
  func firstIndex(of needle: StaticString, from start: Int, within limit: Int = .max) -> Int? {
    guard let first = needle.withUTF8Buffer(\.first) else { return nil }
    let last = Swift.min(endIndex - needle.utf8CodeUnitCount, limit > endIndex ? endIndex : start + limit)
    var position = start
    while let found = firstIndex(of: first, in: position...Swift.max(position, last)), found <= last {
      if starts(with: needle, at: found) { return found }
      position = found + 1
    }
    return nil
  }

  /// Where a byte first occurs in a range of indices, of which those behind the end do not count.
  private func firstIndex(of byte: UInt8, in range: ClosedRange<Int>) -> Int? {
    withUnsafeBufferPointer { buffer in
      let reach = Swift.min(range.upperBound + 1, endIndex) - range.lowerBound
      guard reach > 0, let base = buffer.baseAddress,
        let found = memchr(base + (range.lowerBound - startIndex), Int32(byte), reach)
      else { return nil }
      return startIndex + (UnsafeRawPointer(found) - UnsafeRawPointer(base))
    }
  }

  /// Whether a short ASCII string stands at an index.
  func starts(with needle: StaticString, at index: Int) -> Bool {
    guard index >= startIndex, endIndex - index >= needle.utf8CodeUnitCount else { return false }
    return withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return needle.utf8CodeUnitCount == 0 }
      return memcmp(base + (index - startIndex), needle.utf8Start, needle.utf8CodeUnitCount) == 0
    }
  }

  var string: String { String(decoding: self, as: UTF8.self) }
}
