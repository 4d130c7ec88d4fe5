import Testing

@testable import TestletApp

@Suite("Fuzzy match")
struct FuzzyMatchTests {
  private func ranked(_ typed: String, _ names: String...) -> [String] {
    names.compactMap { name in FuzzyMatch(typed, in: name).map { (name, $0) } }.sorted { $0.1 < $1.1 }.map(\.0)
  }

  @Test("The beginning of a name comes first, then beginnings of its words, then what stands in it, then its letters")
  func order() {
    #expect(
      ranked("te", "new test", "sample test", "tests", "note", "item") == [
        "tests", "new test", "sample test", "note", "item",
      ])
    #expect(ranked("st", "stats", "tests", "sample test", "quit") == ["stats", "tests", "sample test"])
    #expect(ranked("nt", "new test", "notes") == ["notes", "new test"])
    #expect(ranked("t new", "new test") == ["new test"])
    #expect(ranked("settings", "settings") == ["settings"])
  }

  @Test("What does not stand in a name in its order does not fit, and nothing fits nothing")
  func none() {
    #expect(ranked("xyz", "stats").isEmpty && ranked("", "stats").isEmpty && ranked("statss", "stats").isEmpty)
    #expect(ranked("10 hard questions on entropy", "new test", "search questions").isEmpty)
  }

  @Test("Only beginnings are clear enough to be chosen by themselves")
  func clear() throws {
    #expect(try #require(FuzzyMatch("stat", in: "stats")).isClear)
    #expect(try #require(FuzzyMatch("Test", in: "new test")).isClear)
    #expect(try !#require(FuzzyMatch("tat", in: "stats")).isClear)
    #expect(try !#require(FuzzyMatch("ss", in: "stats")).isClear)
  }
}
