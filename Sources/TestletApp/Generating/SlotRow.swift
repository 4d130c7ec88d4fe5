import PracticeTests
import Terminal

/// A slot in a line: what it is to be about, and where it stands. It bears no number: which one a question has is known
/// when the test is shown.
struct SlotRow {
  private struct Sign {
    var shape: String
    var text: String
    var style: Style
  }

  private let slot: GenerationState.Line
  private let longestTopic: Int
  private let width: Int
  private let symbols: Symbols

  /// - Parameter longestTopic: the columns of the longest topic of all slots, so that they line up.
  init(_ slot: GenerationState.Line, longestTopic: Int, width: Int, symbols: Symbols) {
    self.slot = slot
    self.longestTopic = longestTopic
    self.width = width
    self.symbols = symbols
  }

  /// The line. Why a slot is missing is told elsewhere, once for all slots with the same reason.
  var row: Row {
    let sign = sign
    let head = head(sign)
    let room = width - TextWidth.of(head)
    return head + [Span(TextWidth.truncate(sign.text, to: room, ellipsis: symbols.ellipsis), sign.style)]
  }

  private var isWide: Bool { width >= 68 }

  /// The columns of a topic: as many as leave room for the format and for where the slot stands.
  private var topicWidth: Int { isWide ? min(max(26, longestTopic), max(26, width - 53)) : 14 }

  private func head(_ sign: Sign) -> Row {
    let topic = TextWidth.pad(slot.topic, to: topicWidth, ellipsis: symbols.ellipsis)
    let format = isWide ? TextWidth.pad(slot.format.shownName, to: 17, ellipsis: symbols.ellipsis) + "  " : ""
    return [
      Span(sign.shape + " ", sign.style), Span(topic + "  "), Span(format, .muted),
    ]
  }

  private var sign: Sign {
    switch slot.progress {
    case .queued: Sign(shape: "-", text: "queued", style: .muted)
    case .drafting(let attempt):
      Sign(shape: symbols.pointer, text: attempt > 1 ? "writing, draft \(attempt)" : "writing", style: .accent)
    case .checking: Sign(shape: symbols.pointer, text: "checking", style: .accent)
    case .verifying: Sign(shape: symbols.pointer, text: "verifying its key", style: .accent)
    case .repairing(let attempt, let violations):
      Sign(shape: "~", text: "mending, draft \(attempt): \(violations.first?.message ?? "")", style: .warning)
    case .accepted(let question):
      Sign(
        shape: symbols.yes,
        text: question.provenance.origin == .builtin ? "built in" : TestMarkdown.origin(of: question),
        style: .success)
    case .missing: Sign(shape: symbols.no, text: "missing", style: .danger)
    }
  }
}
