import Testing

@testable import LanguageModels

/// What tolerant reading repairs, and what it leaves alone.
struct TolerantJSONTests {
  private static let one: JSONValue = .members([("a", .string("b"))])
  private static let list: JSONValue = .array([.number("1"), .number("2")])

  @Test(
    arguments: [
      ("{\"a\": \"b\"}", []), ("  {\"a\": \"b\"}\n", []), ("\u{FEFF}{\"a\": \"b\"}", [.byteOrderMark]),
      ("<think>use {\"a\": 1}</think>{\"a\": \"b\"}", [.reasoning]), ("so be it</think>\n{\"a\": \"b\"}", [.reasoning]),
      ("```json\n{\"a\": \"b\"}\n```", [.codeFence]), ("Sure! {\"a\": \"b\"} Ask me for more.", [.prose]),
      ("From {this} and [that] came {\"a\": \"b\"}; {so} there.", [.prose]), ("{\"a\": \"b\",}", [.trailingComma]),
      ("{'a': 'b'}", [.quotationMark]), ("{\u{201C}a\u{201D}: \u{201C}b\u{201D}}", [.quotationMark]),
      ("{\u{2018}a\u{2019}: \"b\"}", [.quotationMark]), ("{\"a\": \"b\"", [.missingBracket]),
      ("{a: \"b\"}", [.unquotedName]), ("{\n  a : 'b'}", [.quotationMark, .unquotedName]),
      ("{ // first\n\"a\": /* the b */ \"b\" # last\n}", [.comment]), ("\"{\\\"a\\\": \\\"b\\\"}\"", [.doubleEncoding]),
    ] as [(String, [JSONRepair])])
  func `The listed repairs give the value that was meant`(text: String, repairs: [JSONRepair]) {
    #expect(TolerantJSON.read(text) == TolerantReading(values: [Self.one], repairs: repairs))
  }

  @Test func `Python's words for truth and nothing are read`() {
    let reading = TolerantJSON.read("[True, False, None, true]")
    #expect(reading.values == [.array([.bool(true), .bool(false), .null, .bool(true)])])
    #expect(reading.repairs == [.pythonLiteral])
  }

  @Test(arguments: ["[1\n 2]", "[1 /* one */\n 2]"])
  func `A comma that is missing at a line end is supplied`(text: String) {
    #expect(TolerantJSON.read(text).values == [Self.list])
    #expect(TolerantJSON.read(text).repairs.contains(.missingComma))
  }

  @Test func `A comma that is missing after a bracket is supplied`() {
    let reading = TolerantJSON.read("[{\"a\": \"b\"} {\"a\": \"b\"} [1, 2]]")
    #expect(reading == TolerantReading(values: [.array([Self.one, Self.one, Self.list])], repairs: [.missingComma]))
  }

  @Test func `Several objects and JSON Lines come one by one`() {
    for text in ["{\"a\": \"b\"}\n[1, 2]", "{\"a\": \"b\"}, [1,2]", "{\"a\": \"b\"}[1,2]"] {
      #expect(TolerantJSON.read(text) == TolerantReading(values: [Self.one, Self.list], repairs: [.severalValues]))
    }
  }

  private func string(_ inner: String) -> String? {
    guard case .array(let elements)? = TolerantJSON.read("[\(inner)]").values.first,
      case .string(let string)? = elements.first
    else { return nil }
    return elements.count == 1 ? string : nil
  }

  @Test(arguments: [
    (#""\frac{\sigma}{n}""#, #"\frac{\sigma}{n}"#), (#""so \frac{1}{2}""#, #"so \frac{1}{2}"#),
    (#""\times \theta \neq \nu""#, #"\times \theta \neq \nu"#), (#""\beta""#, #"\beta"#),
    (#""one\ntwo\tthree\nnext""#, "one\ntwo\tthree\nnext"), (#""\underline{x}""#, #"\underline{x}"#),
    (#""d) four\ne) five""#, "d) four\ne) five"), (#""a \ne b\ne. c""#, "a \\ne b\ne. c"),
    (#""\u00e9\ud83d\ude00\/""#, "\u{E9}\u{1F600}/"), (#""costs 5\$""#, #"costs 5\$"#), (#"'it\'s'"#, "it's"),
    ("'the dogs' bowl'", "the dogs' bowl"), ("'he said \"no\"'", "he said \"no\""), ("\"a\nb\"", "a\nb"),
    ("\"it\u{2019}s \u{201C}so\u{201D}\"", "it\u{2019}s \u{201C}so\u{201D}"),
  ])
  func `Strings keep every word, LaTeX and apostrophes included`(written: String, meant: String) {
    #expect(string(written) == meant)
  }

  @Test(
    arguments: [
      ("", .nothingFound), ("I'm sorry.", .nothingFound), ("null", .nothingFound), ("{\"a\": \"b", .cutOff),
      ("{\"a\": [1, 2,", .cutOff), ("{\"a\": 12", .cutOff), ("{\"a\": tru", .cutOff), ("{\"a\"", .cutOff),
      ("[", .cutOff),
      ("{'a': 'the dogs'", .cutOff), ("{\"a\": 1 # and }", .cutOff), ("<think>hm", .cutOff), ("{\"a\": \"b\\", .cutOff),
      ("{\"a\": 01}", .malformed(offset: 6)), ("{\"a\": \"b\" \"c\": 1}", .malformed(offset: 10)),
      ("{a [\"b\"]}", .malformed(offset: 1)), ("{\"a\": \"x \"y\" z\"}", .malformed(offset: 10)),
      ("{a: b, c: \"d\"}", .malformed(offset: 4)), ("[\"b\" \"c\"]", .malformed(offset: 5)),
      ("[\"\\ud83d\"]", .malformed(offset: 2)), ("[1}", .malformed(offset: 2)),
    ] as [(String, JSONFault)])
  func `What would need guessing is a fault, and no part of it is read`(text: String, fault: JSONFault) {
    #expect(
      TolerantJSON.read(text) == TolerantReading(values: [], repairs: TolerantJSON.read(text).repairs, fault: fault))
  }

  @Test func `What stands before a broken value is kept`() {
    let reading = TolerantJSON.read("{\"a\": \"b\"}\n{\"a\": \"c")
    #expect(reading.values == [Self.one])
    #expect(reading.fault == .cutOff)
  }

  @Test(arguments: [
    String(repeating: "[", count: 1 << 20), String(repeating: "\"", count: 1 << 20),
    String(repeating: "{\"", count: 1 << 19),
    String(repeating: "{\u{201C}", count: 1 << 18) + "\u{201D}", "['" + String(repeating: "' ", count: 1 << 19),
    String(repeating: "{'a' ", count: 1 << 18), String(repeating: "[x] ", count: 1 << 18),
    String(repeating: "<think>", count: 1 << 17), String(repeating: "</think", count: 1 << 17),
  ])
  func `A megabyte of brackets or quotation marks is refused`(text: String) {
    #expect(TolerantJSON.read(text).values.isEmpty)
  }

  @Test func `Depth and size are bounded`() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + "1," + String(repeating: "]", count: depth)
    }
    #expect(TolerantJSON.read(nested(TolerantJSON.maximumDepth)).values.count == 1)
    #expect(TolerantJSON.read(nested(TolerantJSON.maximumDepth + 1)).fault == .tooDeep)
    let large = "[\"" + String(repeating: "x", count: TolerantJSON.maximumBytes) + "\"]"
    #expect(TolerantJSON.read(large).fault == .tooLarge)
  }
}
