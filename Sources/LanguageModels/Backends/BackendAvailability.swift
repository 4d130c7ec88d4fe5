/// Whether a backend can answer now, and if not, why and what to do about it.
public enum BackendAvailability: Sendable, Hashable {
  /// The server answers and the selected model is there.
  ///
  /// - `proven`: it has followed a schema since this program last saw it change.
  case available(latencyMilliseconds: Double, proven: Bool)
  /// The server is there but not ready yet, such as while it loads a model.
  case loading(String)
  /// It can't be used.
  case unavailable(UnavailableReason)
  /// It has not been asked yet.
  case unknown
}

/// Why a backend can't be used.
public enum UnavailableReason: Sendable, Hashable {
  /// Nothing listens at the address.
  case notRunning(url: String)
  /// Nothing listens at the address, and the program that would is not on this machine.
  case serverNotInstalled(program: String, url: String, source: String)
  /// The server is older than what is needed of it.
  case tooOld(program: String, version: String, least: String)
  /// The server answers, but not as this kind of backend does.
  case wrongAddress(url: String, detail: String)
  /// The server is there, the model is not.
  case modelMissing(model: String)
  /// No model is configured, and the server offers none to choose.
  case noModel
  /// No model is configured, and the server wants one named.
  case modelNotNamed
  /// The server wants a key and there is none; the variable is the one that the settings name.
  case keyMissing(variable: String?)
  /// The key can't be looked up.
  case key(KeyError)
  /// The server refused the key.
  case keyRefused
  /// The student has not agreed to the host.
  case notPermitted(host: String)
  /// The privacy mode allows no other machine.
  case localOnly(host: String)
  /// The certificate of the server is none that this machine trusts.
  case untrusted(host: String)
  /// What runs the model is not installed; the command installs it.
  case notInstalled(program: String, command: String)
  /// The model is not on this machine, and comes from this host.
  case notDownloaded(model: String, host: String)
  /// The process that runs the model failed.
  case workerFailed(detail: String)
  /// The server answered with an error, whose status is told where it has one; its words are sanitised.
  case failed(status: Int?, detail: String)
  /// Something else, to go on a sentence with, in words of our own.
  case other(String)
}
