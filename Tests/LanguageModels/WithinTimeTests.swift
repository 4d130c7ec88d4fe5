import Testing

@testable import LanguageModels

@Suite("Within a time")
struct WithinTimeTests {
  private struct Failed: Error {}

  @Test("What comes in time is taken, and what fails tells why")
  func inTime() async throws {
    #expect(try await withinTime(.seconds(60)) { 7 } == 7)
    await #expect(throws: Failed.self) { try await withinTime(.seconds(60)) { throw Failed() } }
  }

  @Test("What does not come is given up")
  func tooLate() async throws {
    let (never, continuation) = AsyncStream.makeStream(of: Void.self)
    let answer = try await withinTime(.milliseconds(1)) {
      for await _ in never {}
      return Task.isCancelled
    }
    #expect(answer == nil)
    continuation.finish()
  }
}
