extension LLMError {
  /// The sentence without what a server or a process said.
  public var loggedSentence: String { withoutRemark.sentence }

  /// The same error without the words of a server or of a process. Every case is named, so that none is forgotten.
  private var withoutRemark: LLMError {
    switch self {
    case .loading: .loading(detail: "")
    case .failedOnServer: .failedOnServer(detail: "")
    case .unexpectedAnswer(let url, _): .unexpectedAnswer(url: url, detail: "")
    case .status(let code, _): .status(code: code, detail: "")
    case .schemaRefused: .schemaRefused(detail: "")
    case .pullFailed(let model, _): .pullFailed(model: model, detail: "")
    case .workerFailed: .workerFailed(detail: "")
    case .other: .other("its reason is not logged")
    case .notRunning, .firstByteTimeout, .idleTimeout, .overallTimeout, .connectionLost, .keyMissing, .key, .keyRefused,
      .modelMissing, .modelNotNamed, .contextExceeded, .emptyAnswer, .notPermitted, .localOnly, .insecure,
      .untrusted, .badURL, .responseTooLarge, .unknownBackend, .pullUnsupported, .notInstalled:
      self
    }
  }
}
