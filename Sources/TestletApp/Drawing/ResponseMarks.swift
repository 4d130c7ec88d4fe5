import PracticeTests
import Terminal

/// What a student can mark a question with; it looks the same on every screen.
enum ResponseMark: CaseIterable {
  case flagged
  case unsure

  /// The sign alone.
  var sign: Span { Span(self == .flagged ? "!" : "?", .warning) }

  /// The sign and the word.
  var named: Span { Span(self == .flagged ? "! flagged" : "? unsure", .warning) }
}

extension Response {
  /// What the question is marked with.
  var marks: [ResponseMark] { ResponseMark.allCases.filter { $0 == .flagged ? isFlagged : isUnsure } }

  /// The marks in words among those of a header, each with a gap behind it.
  var namedMarks: Row { marks.flatMap { [$0.named, Span("  ")] } }
}
