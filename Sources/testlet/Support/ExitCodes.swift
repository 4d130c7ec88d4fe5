import ArgumentParser
import Foundation
import LanguageModels

extension FailureCategory {
  /// The exit code, as in `sysexits.h`.
  var exitCode: Int32 {
    switch self {
    case .badUsage: 64
    case .badData: 65
    case .inputMissing: 66
    case .unavailable: 69
    case .internalFault: 70
    case .cannotCreate: 73
    case .readOrWrite: 74
    case .tryLater: 75
    case .notPermitted: 77
    case .interrupted: 130
    }
  }
}

/// Bad usage that only shows after parsing.
struct UsageError: ReportableError {
  var sentence: String
  var category: FailureCategory { .badUsage }

  init(_ sentence: String) {
    self.sentence = sentence
  }
}
