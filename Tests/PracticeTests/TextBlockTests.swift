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
      ("~~~a`b\nx\n~~~", [.code(["x"], note: "a`b")]),
      ("```\n```", [.code([], note: "")]), ("  ```\n  a\n  ```", [.code(["  a"], note: "")]),
    ] as [(String, [TextBlock])])
  func blocks(_ text: String, _ blocks: [TextBlock]) {
    #expect(TextBlock.blocks(text) == blocks)
  }

  @Test(
    "What stands in fences and what stands around them keep their lines",
    arguments: [
      ("a\n```gift\nb\n```\nc", "\n\nb\n\n", "a\n\n\n\nc"),
      ("~~~\nb\n```\n~~~\nc", "\nb\n```\n\n", "\n\n\n\nc"),
      ("````\n```\nb\n````\nc", "\n```\nb\n\n", "\n\n\n\nc"),
      ("a\n```\nb\n```c", "\n\nb\n```c", "a\n\n\n"),
    ])
  func parted(_ text: String, _ inside: String, _ outside: String) throws {
    let parts = try #require(CodeFence.parted(text))
    #expect(parts.inside == inside && parts.outside == outside)
  }

  @Test("Where no line is a fence, nothing is parted", arguments: ["plain", "a ```b``` c", "```a``` b"])
  func unparted(_ text: String) {
    #expect(CodeFence.parted(text) == nil)
  }

  @Test("Fences without an end are looked at once, however many there are", .timeLimit(.minutes(1)))
  func hostile() {
    let text = String(repeating: "```a\n", count: 1 << 16)
    #expect(TextBlock.blocks(text) == [.prose(text)])
  }
}
