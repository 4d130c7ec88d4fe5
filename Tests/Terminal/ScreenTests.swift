import Testing

@testable import Terminal

@Suite("Screen")
@MainActor
struct ScreenTests {
  @Test("many requests in one interval make one drawing")
  func frames() async {
    var drawings = 0
    await withCheckedContinuation { continuation in
      let gate = FrameGate(milliseconds: 1) {
        drawings += 1
        continuation.resume()
      }
      for _ in 0..<100 { gate.request() }
      keep = gate
    }
    #expect(drawings == 1)
  }

  @Test("drawing at once settles what was requested")
  func drawNow() {
    var drawings = 0
    let gate = FrameGate { drawings += 1 }
    gate.request()
    gate.drawNow()
    #expect(drawings == 1)
  }

  @Test("errors are one sentence, with the terminal's name made safe")
  func errors() {
    let errors: [TerminalError] = [
      .notATerminal, .termUnset, .noCursorAddressing(term: "dumb"), .unknownTerminal(term: "\u{1B}]0;x"),
      .openFailed(term: "vt52"),
    ]
    for error in errors {
      #expect(error.description.hasSuffix("."))
      #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    }
  }

  @Test("a session needs a terminal")
  func needsTerminal() {
    // Test runners have no terminal as standard input; where one has, TERM is still missing.
    #expect(throws: TerminalError.self) { try TerminalSession(environment: [:]) }
  }
}

/// Holds the gate until its frame is drawn.
@MainActor private var keep: FrameGate?
