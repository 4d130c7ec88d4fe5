import ArgumentParser
import Foundation
import LanguageModels

/// How the program ends because of an error.
struct Ending: Equatable {
  /// What is said of it; `nil` where the student ended it.
  var sentence: String?
  /// What scripts can tell it by.
  var code: Int32

  init(sentence: String?, code: Int32) {
    (self.sentence, self.code) = (sentence, code)
  }

  init(_ error: any Error) {
    switch error {
    case let error as any ReportableError:
      (sentence, code) = (Output.cell(error.sentence), error.category.exitCode)
    case is CancellationError: (sentence, code) = (nil, FailureCategory.interrupted.exitCode)
    // The parser of arguments has codes for its own errors; of what is left nobody has thought.
    default:
      let (message, parsed) = (Testlet.message(for: error), Testlet.exitCode(for: error))
      let isFault = parsed == .failure
      sentence =
        isFault
        ? "Something failed in testlet itself, which is a fault of ours (\(Output.cell(message)))."
        : "\(Output.plain(message)) (see `testlet --help`)"
      code = isFault ? FailureCategory.internalFault.exitCode : parsed.rawValue
    }
  }

  /// Says it, and ends the program.
  func take() -> Never {
    if let sentence { Output.note("testlet: \(sentence)") }
    Foundation.exit(code)
  }
}
