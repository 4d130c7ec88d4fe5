import Testing

@testable import LanguageModels

@Suite("Numbers of things and bytes")
struct NumbersTests {
  @Test("Only of one thing there is one", arguments: [(0, "0 tests"), (1, "1 test"), (2, "2 tests")])
  func counted(count: Int, shown: String) {
    #expect(Counted.text(count, "test") == shown)
  }

  @Test(
    "Bytes are shown short, in the unit that leaves the fewest digits",
    arguments: [
      (0, "0 B"), (999, "999 B"), (1000, "1 KB"), (999_999, "999 KB"), (512_300_000, "512 MB"),
      (1_000_000_000, "1.0 GB"), (2_019_393_189, "2.0 GB"), (43_960_000_000, "43.9 GB"),
    ] as [(Int64, String)])
  func bytes(count: Int64, shown: String) {
    #expect(ByteCount.text(count) == shown)
  }
}
