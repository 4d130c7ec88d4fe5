import Testing

@testable import LanguageModels

/// What is found in texts that are broken in places.
struct JSONFindingsTests {
  private func texts(_ text: String) -> [String] {
    JSONFindings(in: text).values.map(\.value.text)
  }

  @Test func `Whole values before and after a broken one are found, and the broken one is named by its line`() {
    let text = """
      {"a": [
        {"b": 1},
        {"b": "x "y" z"},
        {"b": 3}
      ]}
      """
    let findings = JSONFindings(in: text)
    #expect(findings.values.map(\.value.text) == [#"{"b":1}"#, #"{"b":3}"#])
    #expect(findings.values.map(\.objectLines) == [[2], [4]])
    #expect(findings.failures.map(\.line) == [3])
  }

  @Test func `A cut-off text gives its whole values, and one failure where the innermost object begins`() {
    let findings = JSONFindings(in: "{\"q\": [{\"a\": 1},\n{\"a\": 2},\n{\"a\": [1, 2], \"b\": \"thr")
    #expect(findings.values.map(\.value.text) == [#"{"a":1}"#, #"{"a":2}"#, "[1,2]"])
    #expect(findings.failures == [.init(line: 3, fault: .cutOff)])
  }

  @Test func `The lines of all objects are known, outer ones first`() {
    let text = "{\"a\":\n{\"b\": 1}, \"c\":\n[{\"d\": 2}]}"
    #expect(JSONFindings(in: text).values.map(\.objectLines) == [[1, 2, 3]])
    let twice = JSONFindings(in: #""{\"a\":\n{\"b\": 1}}""#)
    #expect(twice.values.map(\.objectLines) == [[1, 1]])
    #expect(twice.values.map(\.repairs) == [[.doubleEncoding]])
  }

  @Test(arguments: [
    "I [see above] am sorry.", "(a [half-open interval, which is long enough to be no short remark at all in prose)",
  ])
  func `Brackets in prose are no failure`(text: String) {
    #expect(JSONFindings(in: text).failures == [])
    #expect(texts(text) == [])
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      String(repeating: "{\"a\":", count: 1 << 18), String(repeating: "[", count: 1 << 20),
      String(repeating: "{\u{201C}", count: 1 << 18), String(repeating: "[{\"a\": \"", count: 1 << 17),
      String(repeating: "{a: [1,\n", count: 1 << 17),
    ])
  func `A megabyte of beginnings is searched in time`(text: String) {
    #expect(!JSONFindings(in: text).failures.isEmpty)
  }
}
