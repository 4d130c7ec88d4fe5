import Foundation
import PracticeTests
import Terminal

/// A generation in lines: how far it is, then why slots are missing, then the slots.
struct GeneratingLayout {
  /// From this width on the text is shown as it is written.
  private static let wide = 110
  static let draftWidth = 44
  /// The lines of slots that stay, whatever there is to say above them.
  private static let fewestSlotLines = 4

  /// What stands under the bar.
  let header: [Row]
  /// Why slots are missing, each reason once and in full, then a line for each slot.
  let lines: [Row]
  /// Whether the text that is being written stands beside the slots.
  let isWide: Bool
  /// Whether all that is said above the slots is seen at once.
  let isWhole: Bool
  /// The lines of slots that are shown at once.
  let listHeight: Int
  /// The line of the first slot.
  private let firstSlot: Int

  /// - Parameter canRetry: whether it may help to try what is missing again.
  init(_ generation: GenerationState, canRetry: Bool, now: Date, _ size: Size, symbols: Symbols) {
    let body = Frame(size).body
    isWide = body.columns >= Self.wide && (generation.isRunning || !generation.draft.isEmpty)
    let told =
      GenerationHeader(generation, canRetry: canRetry, now: now, width: body.columns, symbols: symbols).rows
    let room = max(1, body.rows - 1 - Self.fewestSlotLines)
    let gap: [Row] = body.rows > 14 && told.count < room ? [[]] : []
    header = Rows.cut(told, to: room, width: body.columns, ellipsis: symbols.ellipsis) + gap
    listHeight = max(1, body.rows - 1 - header.count)
    // The sign that there is more takes two columns.
    let width = (isWide ? body.columns - Self.draftWidth - 2 : body.columns) - 2
    let reasons = generation.missingSlots.flatMap {
      Rows.wrapped($0.sentence, width: width, mark: [Span("\(symbols.no) ", .danger)], style: .danger)
    }
    let above: [Row] = reasons.isEmpty ? [] : reasons + [[]]
    firstSlot = above.count
    isWhole = told.count <= room && reasons.count <= listHeight
    let topics = generation.rows.map { TextWidth.of($0.topic) }.max() ?? 0
    lines =
      above + generation.rows.map { SlotRow($0, longestTopic: topics, width: width, symbols: symbols).row }
  }

  /// The lines around the slot that is being written, or that comes next.
  func window(following generation: GenerationState) -> Range<Int> {
    let active = generation.rows.firstIndex { row in
      switch row.progress {
      case .drafting, .checking, .verifying, .repairing: true
      case .queued, .accepted, .missing: false
      }
    }
    let slot = active ?? generation.rows.firstIndex { $0.progress == .queued }
    return Rows.window(around: slot.map { firstSlot + $0 } ?? 0, count: lines.count, height: listHeight)
  }
}
