import Testing

@testable import PracticeTests

@Suite("Prose and code of a text")
struct TextBlockTests {
  @Test(
    "Code is what stands between a fence and its end",
    arguments: [
      ("plain", [.prose("plain")]), ("", [.prose("")]),
      (
        "What?\n```swift\nlet a = 1\n  b\n```\nSo",
        [
          .prose("What?"), .code(["let a = 1", "  b"], note: "swift"), .prose("So"),
        ]
      ),
      ("~~~\n```\n~~~", [.code(["```"], note: "")]), ("````\n```\n````", [.code(["```"], note: "")]),
      ("```\nopen", [.prose("```\nopen")]), ("```\na\n~~~", [.prose("```\na\n~~~")]),
      ("````\na\n```", [.prose("````\na\n```")]), ("```a``` b\n```", [.prose("```a``` b\n```")]),
      ("```\n```", [.code([], note: "")]), ("  ```\n  a\n  ```", [.code(["  a"], note: "")]),
    ] as [(String, [TextBlock])])
  func blocks(_ text: String, _ blocks: [TextBlock]) {
    #expect(TextBlock.blocks(text) == blocks)
  }

  @Test("Fences without an end are looked at once, however many there are", .timeLimit(.minutes(1)))
  func hostile() {
    let text = String(repeating: "```a\n", count: 1 << 16)
    #expect(TextBlock.blocks(text) == [.prose(text)])
  }
}
