import PracticeTests
import Terminal

/// What lies over the screen and has the keys.
enum Overlay: Equatable {
  /// All keys of the screen, or of the command line that it lies over and leads back to.
  case help(ScrollView, over: CommandLineState?)
  /// How an attempt is to be.
  case attemptForm(AttemptForm)
  /// The command line.
  case commandLine(CommandLineState)
  /// A question before something that can't be taken back.
  case confirmation(Confirmation)
}

/// A question with what follows from "yes".
struct Confirmation: Equatable {
  /// What may be confirmed.
  enum Deed: Equatable {
    case deleteTest(id: String)
    case submit
    case agree(host: String)
    case agreeAndAsk(host: String)
    case perform(PlainAction)
    case export(ExportOrder)
    case removeKey(backend: String)
  }

  /// The window; its second button is "yes".
  var dialog: Dialog
  /// What follows.
  var deed: Deed
}

/// One sentence for the student, until the next key.
struct Notice: Equatable {
  /// How much it matters.
  enum Kind: Equatable {
    case information
    case problem
  }

  /// How much it matters.
  var kind: Kind
  /// The sentence.
  var text: String
}
