import Testing

@testable import LanguageModels

struct LineReaderTests {
  private static let stream = Array("{\"a\":\"é\"}\n\r\n\n{\"b\":2}\r\n  \nlast".utf8)
  private static let lines = ["{\"a\":\"é\"}", "{\"b\":2}\r", "last"]

  @Test("A stream reads the same wherever it is cut") func streamReadsSameWhereverItIsCut() throws {
    for first in 0...Self.stream.count {
      for second in first...Self.stream.count {
        var reader = LineReader(limit: 20)
        var lines = try reader.feed(Self.stream[..<first])
        lines += try reader.feed(Self.stream[first..<second])
        lines += try reader.feed(Self.stream[second...])
        if let line = reader.finish() { lines.append(line) }
        #expect(lines == Self.lines, "cut at \(first) and \(second)")
      }
    }
  }

  @Test("A line as long as the limit is read, a longer one refused, in whatever pieces it comes")
  func longLineIsRefused() throws {
    for size in [1, 7, 200] {
      #expect(try Self.read(length: 100, inPiecesOf: size) == 1)
      #expect(throws: LLMError.responseTooLarge) { try Self.read(length: 101, inPiecesOf: size) }
    }
  }

  private static func read(length: Int, inPiecesOf size: Int) throws -> Int {
    let bytes = Array(String(repeating: "x", count: length).utf8) + [0x0A]
    var reader = LineReader(limit: 100)
    var count = 0
    for start in stride(from: 0, to: bytes.count, by: size) {
      count += try reader.feed(bytes[start..<min(start + size, bytes.count)]).count
    }
    return count
  }

  @Test("Bytes that are no text become a line that can be refused") func invalidBytes() throws {
    var reader = LineReader(limit: 100)
    #expect(try reader.feed([0xFF, 0xFE, 0x0A]) == ["\u{FFFD}\u{FFFD}"])
  }
}
