import CNcursesw

/// Makes keys of the bytes and key codes that ncurses reads.
///
/// It holds what has come of a character or of a paste, so that nothing waits for the rest.
struct KeyDecoder {
  /// One thing read from the terminal.
  enum Input: Hashable {
    case byte(UInt8)
    case key(Key)
    case pasteBegin
    case pasteEnd
  }

  /// The most bytes kept of one paste; the rest of it is dropped.
  static let pasteLimit = 1_048_576
  private static let pasteEndBytes = Array("\u{1B}[201~".utf8)
  /// Keys as some terminals send them, whatever the description in `TERM` says.
  private static let otherSequences: [String: Key] = [
    "H": .home, "1~": .home, "7~": .home, "F": .end, "4~": .end, "8~": .end,
    // Ctrl-Delete and Alt-Delete delete a word, as Alt-D does.
    "3;5~": .alt("d"), "3;3~": .alt("d"),
  ]
  /// A longer escape sequence than this is none.
  private static let sequenceLimit = 32

  private var character: [UInt8] = []
  private var characterLength = 0
  private var paste: [UInt8]?
  private var hasEscape = false
  /// What has come of an escape sequence that ncurses does not know.
  private var sequence: [UInt8]?

  /// True between the beginning and the end of a paste.
  var isPasting: Bool { paste != nil }

  /// Takes in the next thing read; returns the keys that are complete with it.
  mutating func feed(_ input: Input) -> [Key] {
    if paste != nil { return feedPaste(input) }
    switch input {
    case .byte(let byte):
      return feedByte(byte)
    case .key(let key):
      return flush() + [key]
    case .pasteBegin:
      let keys = flush()
      paste = []
      return keys
    case .pasteEnd:
      return flush()
    }
  }

  /// The keys that are complete when nothing more is there to read: an escape that begins nothing.
  mutating func inputRanOut() -> [Key] {
    if sequence?.isEmpty == true {
      sequence = nil
      return [.alt("[")]
    }
    guard hasEscape else { return [] }
    hasEscape = false
    return [.escape]
  }

  /// Ends a paste whose end did not come.
  mutating func endPaste() -> [Key] {
    guard let bytes = paste else { return [] }
    paste = nil
    return [.paste(Self.text(of: bytes))]
  }

  private mutating func flush() -> [Key] {
    let keys: [Key] = character.isEmpty ? [] : [.character("\u{FFFD}")]
    character = []
    sequence = nil
    return keys + inputRanOut()
  }

  // MARK: - Paste

  private mutating func feedPaste(_ input: Input) -> [Key] {
    switch input {
    case .byte(let byte):
      if let count = paste?.count, count < Self.pasteLimit { paste?.append(byte) }
      guard byte == Self.pasteEndBytes.last, paste?.suffix(Self.pasteEndBytes.count) == Self.pasteEndBytes[...] else {
        return []
      }
      // It came in two pieces, so that ncurses did not know it.
      paste?.removeLast(Self.pasteEndBytes.count)
      return endPaste()
    case .pasteEnd:
      return endPaste()
    case .key(.tab):
      return feedPaste(.byte(0x09))
    case .key(.enter):
      return feedPaste(.byte(0x0A))
    case .key, .pasteBegin:
      return []
    }
  }

  private static func text(of bytes: [UInt8]) -> String {
    var whole = bytes[...]
    // The limit may have cut the last character.
    if bytes.count == pasteLimit {
      while let last = whole.last, last & 0xC0 == 0x80 { whole.removeLast() }
      if let last = whole.last, last >= 0xC0 { whole.removeLast() }
    }
    var text = ""
    var scalars = String(decoding: whole, as: UTF8.self).unicodeScalars.makeIterator()
    var afterReturn = false
    while let scalar = scalars.next() {
      if scalar == "\r" {
        text.unicodeScalars.append("\n")
      } else if scalar != "\n" || !afterReturn {
        text.unicodeScalars.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return text
  }

  // MARK: - Characters

  private mutating func feedByte(_ byte: UInt8) -> [Key] {
    if sequence != nil { return feedSequence(byte) }
    if !character.isEmpty {
      guard byte & 0xC0 == 0x80 else { return flush() + feedByte(byte) }
      character.append(byte)
      return character.count == characterLength ? finishCharacter() : []
    }
    switch byte {
    case 0x1B:
      let keys = inputRanOut()
      hasEscape = true
      return keys
    case 0xC2...0xDF, 0xE0...0xEF, 0xF0...0xF4:
      character = [byte]
      characterLength = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      return []
    case 0x80...:
      return inputRanOut() + [.character("\u{FFFD}")]
    case 0x5B where hasEscape:
      hasEscape = false
      sequence = []
      return []
    case 0x20...0x7E:
      return [complete(Character(Unicode.Scalar(byte)))]
    default:
      if hasEscape, let key = Self.altControl(byte) {
        hasEscape = false
        return [key]
      }
      return inputRanOut() + [Self.control(byte)]
    }
  }

  /// Swallows the rest of an unknown escape sequence (ECMA-48: up to a byte of 0x40...0x7E).
  private mutating func feedSequence(_ byte: UInt8) -> [Key] {
    let soFar = sequence ?? []
    switch byte {
    case 0x20...0x3F where soFar.count < Self.sequenceLimit:
      sequence = soFar + [byte]
      return []
    case 0x40...0x7E:
      sequence = nil
      let whole = String(decoding: soFar + [byte], as: UTF8.self)
      if whole == "200~" { return feed(.pasteBegin) }
      return Self.otherSequences[whole].map { [$0] } ?? []
    default:
      sequence = nil
      return feedByte(byte)
    }
  }

  private mutating func finishCharacter() -> [Key] {
    let text = String(decoding: character, as: UTF8.self)
    character = []
    guard text.count == 1, let first = text.first else { return inputRanOut() + [.character("\u{FFFD}")] }
    return [complete(first)]
  }

  private mutating func complete(_ character: Character) -> Key {
    defer { hasEscape = false }
    return hasEscape ? .alt(character) : .character(character)
  }

  /// Alt-Backspace deletes a word and Alt-Enter breaks the line, as Ctrl-W and Ctrl-J do.
  private static func altControl(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x08, 0x7F: .control("w")
    case 0x0A, 0x0D: .control("j")
    default: nil
    }
  }

  private static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: .control(" ")
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0D: .enter
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    default: .control(Character(Unicode.Scalar(byte + 0x40)))
    }
  }
}
