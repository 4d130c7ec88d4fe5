@testable import Terminal

/// Whatever came before, the next key is read as it is.
enum KeyChecks {
  static func keys(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    var count = 0
    for byte in bytes {
      let keys =
        switch byte {
        // Bytes that no text has stand for what ncurses tells in another way.
        case 0xFF: decoder.feed(.pasteBegin)
        case 0xFE: decoder.feed(.pasteEnd)
        case 0xFD: decoder.feed(.key(.tab))
        case 0xFC: decoder.inputRanOut()
        default: decoder.feed(.byte(byte))
        }
      for case .paste(let text) in keys { require(!text.unicodeScalars.contains("\r"), "a carriage return in a paste") }
      count += keys.count
    }
    require(count <= 2 * bytes.count, "\(count) keys of \(bytes.count) bytes")
    _ = decoder.endPaste()
    require(!decoder.isPasting, "a paste without end")
    require(decoder.feed(.key(.enter)).last == .enter, "Enter was lost")
    require(decoder.feed(.byte(0x78)) == [.character("x")], "a key was read as another")
  }
}
