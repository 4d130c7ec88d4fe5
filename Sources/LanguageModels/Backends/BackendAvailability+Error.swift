extension BackendAvailability {
  /// What a failed probe says about a backend.
  init(_ error: any Error, url: ServerURL) {
    guard let error = error as? LLMError else {
      self = .unknown
      return
    }
    if case .loading(let detail) = error {
      self = .loading(detail)
    } else {
      self = .unavailable(UnavailableReason(error, url: url))
    }
  }
}

extension UnavailableReason {
  fileprivate init(_ error: LLMError, url: ServerURL) {
    self =
      switch error {
      case .notRunning, .connectionLost: .notRunning(url: url.text)
      case .modelMissing(let model): .modelMissing(model: model)
      case .modelNotNamed: .modelNotNamed
      case .keyMissing(let variable): .keyMissing(variable: variable)
      case .key(let error): .key(error)
      case .keyRefused: .keyRefused
      case .notPermitted(let host): .notPermitted(host: host)
      case .localOnly(let host): .localOnly(host: host)
      case .untrusted(let host): .untrusted(host: host)
      case .insecure: .wrongAddress(url: url.text, detail: "it is another machine and not https")
      case .unexpectedAnswer(_, let detail): .wrongAddress(url: url.text, detail: detail)
      case .responseTooLarge: .wrongAddress(url: url.text, detail: "it sends more than a model server does")
      case .firstByteTimeout, .idleTimeout, .overallTimeout:
        .other("the server at \(url.origin) does not answer in time")
      case .status(let code, let detail): .failed(status: code, detail: detail)
      case .other(let detail): .failed(status: nil, detail: detail)
      default: .other("the server gave no answer that can be used")
      }
  }
}
