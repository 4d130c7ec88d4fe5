import Foundation
import PracticeTests
import Terminal

/// How far a generation is, in words.
struct GenerationHeader {
  private let generation: GenerationState
  private let canRetry: Bool
  private let now: Date
  private let width: Int
  private let symbols: Symbols

  /// - Parameter canRetry: whether it may help to try what is missing again.
  init(_ generation: GenerationState, canRetry: Bool, now: Date, width: Int, symbols: Symbols) {
    self.generation = generation
    self.canRetry = canRetry
    self.now = now
    self.width = width
    self.symbols = symbols
  }

  /// The lines, what matters most first.
  var rows: [Row] {
    let drafting = generation.drafting.map { Rows.wrapped($0, width: width, style: .muted) } ?? []
    return TextWidth.wrap(counts, width: width) + TextWidth.wrap(phase, width: width) + drafting
  }

  private var counts: Row {
    var row: Row = [Span("\(generation.accepted) of \(generation.rows.count) ready", .success)]
    if generation.missing > 0 { row.append(Span("   \(generation.missing) missing", .danger)) }
    if generation.otherwiseFormed > 0 {
      row.append(Span("   \(generation.otherwiseFormed) in another format", .muted))
    }
    if generation.stats.repairs > 0, generation.stats.outputTokens > 0 {
      row.append(Span("   \(Wording.count(generation.stats.repairs, "repair"))", .muted))
    }
    if generation.stats.fallbacks > 0 {
      row.append(Span("   \(generation.stats.fallbacks) passed on to the built-in writer", .muted))
    }
    return row
  }

  private var phase: Row {
    switch generation.phase {
    case .running: [Span(generation.calibration ?? timing, .muted)]
    case .idle: [Span(generation.open > 0 ? "Not finished: press r to go on." : "", .muted)]
    case .cancelled: [Span("Cancelled; what is ready is kept. Press r to go on.", .warning)]
    case .stopped(let sentence): [Span("\(symbols.no) \(sentence)", .danger)]
    case .ended(.complete):
      [Span("\(symbols.yes) Done in \(Wording.span(generation.seconds(at: now)))", .success)]
    case .ended(.failed):
      [Span("\(symbols.no) No question could be made\(canRetry ? "" : ": g chooses a model").", .danger)]
    case .ended: [Span(withSomeMissing, .warning)]
    }
  }

  private var withSomeMissing: String {
    canRetry
      ? "Done, with some missing: press r to try them again."
      : "Done, \(generation.missing) could not be made: g chooses a model."
  }

  private var timing: String {
    var parts = [Wording.clock(generation.seconds(at: now))]
    if let rate = generation.perMinute(at: now) { parts.append("\(max(1, Int(min(rate, 1e6)))) a minute") }
    if generation.stats.seconds > 0, generation.stats.outputTokens > 0 {
      parts.append("\(Int(Double(generation.stats.outputTokens) / generation.stats.seconds)) tokens/s")
    }
    if let left = generation.estimate(at: now) { parts.append("about \(Wording.span(left)) left (an estimate)") }
    return parts.joined(separator: "   ")
  }
}
