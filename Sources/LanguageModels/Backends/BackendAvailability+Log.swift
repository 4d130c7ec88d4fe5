extension BackendAvailability {
  /// What is wrong, for a log: without the words of a server or of a process, which may repeat what it was sent.
  var loggedProblem: String? { withoutRemark.problem }

  /// The same without the words of a server or of a process.
  var withoutRemark: BackendAvailability {
    switch self {
    case .available, .unknown: self
    case .loading: .loading("")
    case .unavailable(let reason): .unavailable(reason.withoutRemark)
    }
  }
}

extension UnavailableReason {
  /// Every case is named, so that none is forgotten.
  fileprivate var withoutRemark: UnavailableReason {
    switch self {
    case .wrongAddress(let url, _): .wrongAddress(url: url, detail: "")
    case .workerFailed: .workerFailed(detail: "")
    case .failed(let status, _): .failed(status: status, detail: "")
    // The version is what the server says of itself.
    case .tooOld(let program, _, let least): .tooOld(program: program, version: "?", least: least)
    case .notRunning, .serverNotInstalled, .modelMissing, .noModel, .modelNotNamed, .keyMissing, .key,
      .keyRefused, .notPermitted, .localOnly, .untrusted, .notInstalled, .notDownloaded, .other:
      self
    }
  }
}
