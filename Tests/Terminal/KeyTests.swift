import Testing

@testable import Terminal

@Suite("Keys")
struct KeyTests {
  @Test(
    "have the names that a footer shows",
    arguments: [
      (Key.control("l"), "Ctrl-L"), (.backTab, "Shift-Tab"), (.character(" "), "Space"), (.character("é"), "é"),
      (.escape, "Esc"), (.pageDown, "PgDn"), (.function(2), "F2"), (.alt("b"), "Alt-b"), (.control(" "), "Ctrl-Space"),
      (.control("_"), "Ctrl-_"), (.enter, "Enter"), (.up, "Up"),
    ])
  func description(_ key: Key, _ name: String) {
    #expect(key.description == name)
  }
}

@Suite("Key decoding")
struct KeyDecoderTests {
  /// The keys of bytes that come together, and then nothing more.
  private func keys(_ bytes: [UInt8]) -> [Key] {
    var decoder = KeyDecoder()
    return bytes.flatMap { decoder.feed(.byte($0)) } + decoder.inputRanOut()
  }

  @Test(
    "makes keys of bytes",
    arguments: [
      ("a é漢😀", [Key.character("a"), .character(" "), .character("é"), .character("漢"), .character("😀")]),
      ("\r\n\t", [.enter, .control("j"), .tab]),
      ("\u{7F}\u{8}", [.backspace, .backspace]),
      ("\u{C}\u{1F}\u{0}", [.control("l"), .control("_"), .control(" ")]),
      ("\u{1B}", [.escape]),
      ("\u{1B}\u{1B}", [.escape, .escape]),
      ("\u{1B}b", [.alt("b")]),
      ("\u{1B}é", [.alt("é")]),
      ("\u{1B}\u{7F}", [.control("w")]),
      ("\u{1B}\r", [.control("j")]),
      ("\u{1B}[", [.alt("[")]),
      ("\u{1B}[99;5~x", [.character("x")]),
      ("\u{1B}[1~\u{1B}[4~\u{1B}[H\u{1B}[F", [.home, .end, .home, .end]),
    ])
  func bytes(_ text: String, _ expected: [Key]) {
    #expect(keys(Array(text.utf8)) == expected)
  }

  @Test(
    "bytes that are no UTF-8 become U+FFFD, and what follows is read",
    arguments: [[0xFF, 0x61], [0xC3, 0x61], [0x80, 0x61], [0xE2, 0x82, 0x61], [0xED, 0xA0, 0x80, 0x61]] as [[UInt8]])
  func damaged(_ bytes: [UInt8]) {
    let keys = keys(bytes)
    #expect(keys.first == .character("\u{FFFD}"))
    #expect(keys.last == .character("a"))
  }

  @Test("a character that comes in pieces is one key")
  func split() {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in Array("漢".utf8) {
      keys += decoder.feed(.byte(byte))
      keys += decoder.inputRanOut()
    }
    #expect(keys == [.character("漢")])
  }

  @Test("a paste is one key, with its line ends made alike")
  func paste() {
    var decoder = KeyDecoder()
    #expect(decoder.feed(.pasteBegin) == [])
    for byte in Array("a\r\nb\rc\n漢\u{1B}".utf8) { #expect(decoder.feed(.byte(byte)) == []) }
    #expect(decoder.inputRanOut() == [])
    #expect(decoder.isPasting)
    #expect(decoder.feed(.key(.up)) == [])
    #expect(decoder.feed(.pasteEnd) == [.paste("a\nb\nc\n漢\u{1B}")])
    #expect(!decoder.isPasting)
  }

  @Test("the marks around a paste are known when they come in pieces")
  func splitPaste() {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in Array("\u{1B}[200~hi\u{1B}[201~x".utf8) {
      keys += decoder.feed(.byte(byte))
      if byte != 0x1B, byte != 0x5B { keys += decoder.inputRanOut() }
    }
    #expect(keys == [.paste("hi"), .character("x")])
  }

  @Test("a paste without an end can be ended")
  func endlessPaste() {
    var decoder = KeyDecoder()
    _ = decoder.feed(.pasteBegin)
    _ = decoder.feed(.byte(0x61))
    #expect(decoder.endPaste() == [.paste("a")])
    #expect(decoder.endPaste() == [])
    #expect(decoder.feed(.byte(0x62)) == [.character("b")])
  }

  @Test("a paste is bounded, and not cut within a character")
  func hugePaste() {
    var decoder = KeyDecoder()
    _ = decoder.feed(.pasteBegin)
    let character = Array("漢".utf8)
    for _ in 0..<(KeyDecoder.pasteLimit / 3 + 10) {
      for byte in character { _ = decoder.feed(.byte(byte)) }
    }
    guard case .paste(let text)? = decoder.feed(.pasteEnd).first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count <= KeyDecoder.pasteLimit)
    #expect(text.unicodeScalars.allSatisfy { $0 == "漢" })
  }
}
