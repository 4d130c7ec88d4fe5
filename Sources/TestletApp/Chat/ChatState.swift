import Foundation
import PracticeTests
import Terminal

/// A conversation about a question on the screen.
struct ChatState: Equatable {
  /// What a model is doing.
  struct Running: Equatable {
    /// What is wanted of it.
    enum Work: Equatable {
      /// An answer to what the student asks.
      case answer(to: String)
      /// Simpler words.
      case simplification
    }

    /// The request; what comes of another one is too late.
    let number: Int
    let work: Work
    /// When it was asked.
    let since: Date
    /// Who does it; `nil` until the router has chosen.
    var author: ModelSignature?
    /// What has come.
    var text = ""
  }

  /// What was said.
  var chat: QuestionChat
  /// What the student is writing.
  var field = TextField(limit: 500)
  /// What a model is doing now.
  var running: Running?
  /// Why the last request came to nothing.
  var problem: String?
  /// The first line shown; `nil` follows the end once something was said.
  var scroll: Int?

  init(_ chat: QuestionChat) {
    self.chat = chat
  }

  /// Whether nothing was said yet.
  var isFresh: Bool { chat.turns.isEmpty && running == nil && problem == nil }

  /// What Enter asks where nothing is written: at the beginning, the obvious.
  var suggestion: String? {
    guard chat.turns.isEmpty, running == nil else { return nil }
    return switch chat.response.outcome {
    case .wrong where chat.response.answer != nil, .selfGradedWrong: "Why is my answer not right?"
    case .ungraded, .close: "What is missing in my answer?"
    default: "Why is that right?"
    }
  }
}

/// What happened in a conversation; what comes from a model has the number of its request.
enum ChatAction: Equatable, Sendable {
  case keyTyped(Key)
  case scrolled(Key)
  case asked
  case simplerAsked
  case stopped
  case began(Int, by: ModelSignature)
  case textArrived(Int, String)
  case answered(Int, ChatAnswer)
  case simplified(Int, Simplification)
  case failed(Int, String)
}
