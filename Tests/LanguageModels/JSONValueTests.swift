import Testing

@testable import LanguageModels

struct JSONValueTests {
  @Test(
    "A value is written as it was read, members in order",
    arguments: [
      #"{"z":1,"a":[true,false,null],"z2":{"é":"\"\\\n\u0001"}}"#, "[]", "{}", "-0.5e+10", "\"\"", #"["\u2028"]"#,
    ])
  func valueIsWrittenAsItWasReadMembersInOrder(text: String) throws {
    #expect(try JSONValue(parsing: text).text == text)
  }

  @Test("Escapes and surrogate pairs are read") func escapesAndSurrogatePairsAreRead() throws {
    #expect(try JSONValue(parsing: #""\ud83d\ude00\/\u00e9\t""#) == .string("😀/é\t"))
  }

  @Test(
    "What is not JSON is refused",
    arguments: [
      "", " ", "{", "[1,]", "{\"a\":1,}", "01", "1.", ".5", "+1", "1e", "nul", "tru", "'a'", "\"a", "\"\n\"", "[1 2]",
      "{\"a\" 1}", "{a:1}", "1 2", #""\x""#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "NaN", "[1,,2]", "{,}",
    ])
  func whatIsNotJSONIsRefused(text: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text) }
  }

  @Test("Deep nesting is refused without a crash") func deepNestingIsRefusedWithoutCrash() {
    #expect(throws: JSONSyntaxError.tooDeep) { try JSONValue(parsing: String(repeating: "[", count: 100_000)) }
    let allowed = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(throws: Never.self) { try JSONValue(parsing: allowed) }
  }

  @Test("Numbers are converted only where that is exact") func numbersAreConvertedOnlyWhereThatIsExact() throws {
    #expect(try JSONValue(parsing: "3.0").int == 3)
    #expect(try JSONValue(parsing: "3.5").int == nil)
    #expect(try JSONValue(parsing: "1e99").int == nil)
    #expect(try JSONValue(parsing: "1e999").double == nil)
    #expect(JSONValue.number(0.7).text == "0.7")
  }

  @Test("What a terminal would obey is written as an escape, and read back as it was")
  func whatTerminalWouldObeyIsEscaped() throws {
    let hostile = "a\u{1B}\u{7F}\u{9B}\u{2028}\u{202A}\u{202E}\u{2066}\u{2069}\u{200B}\u{FEFF}\u{E0041}b\u{200D}\u{E9}"
    let text = JSONValue.string(hostile).text
    #expect(text == #""a\u001b\u007f\u009b\u2028\u202a\u202e\u2066\u2069\u200b\ufeff\udb40\udc41b\#u{200D}\#u{E9}""#)
    #expect(try JSONValue(parsing: text).string == hostile)
  }

  @Test("Of several members with one name the last counts") func ofSeveralMembersWithOneNameLastCounts() throws {
    #expect(try JSONValue(parsing: #"{"a":1,"a":2}"#)["a"]?.int == 2)
  }
}

struct JSONSchemaTests {
  private static let schema = JSONSchema.object([
    .init("thought", .string), .init("answer", .oneOf(["yes", "no"])), .init("list", .array(.string)),
  ])

  @Test("A schema is written with its properties in order") func schemaIsWrittenWithItsPropertiesInOrder() {
    let expected =
      #"{"type":"object","properties":{"thought":{"type":"string"},"answer":{"type":"string","enum":["yes","no"]},"#
      + #""list":{"type":"array","items":{"type":"string"}}},"required":["thought","answer","list"],"#
      + #""additionalProperties":false}"#
    #expect(Self.schema.json.text == expected)
  }

  @Test(
    "A schema accepts what follows it",
    arguments: [
      (#"{"answer":"yes","thought":"","list":["a"]}"#, true), (#"{"thought":"","answer":"maybe","list":[]}"#, false),
      (#"{"thought":"","answer":"no"}"#, false), (#"{"thought":"","answer":"no","list":[],"more":1}"#, false),
      (#"{"thought":"","answer":"no","list":[1]}"#, false), ("[]", false),
    ])
  func schemaAcceptsWhatFollowsIt(text: String, follows: Bool) throws {
    #expect(Self.schema.accepts(try JSONValue(parsing: text)) == follows)
  }
}
