/// Why a backend gave no answer. Text from a server is one sanitised, shortened line.
public enum LLMError: ReportableError, Hashable {
  /// Nothing answers at the address.
  case notRunning(url: String)
  /// The server did not begin to answer in time.
  case firstByteTimeout
  /// The server stopped in the middle of an answer.
  case idleTimeout
  /// The whole answer took too long.
  case overallTimeout
  /// The connection broke in the middle of an answer.
  case connectionLost
  /// The server is there and not ready, such as while it loads a model.
  case loading(detail: String)
  /// The server reported a failure inside an answer that began as a success.
  case failedOnServer(detail: String)
  /// What answers at the address is not a server of this kind.
  case unexpectedAnswer(url: String, detail: String)
  /// The server answered with an error.
  case status(code: Int, detail: String)
  /// The server wants a key and there is none; the variable is the one that the settings name.
  case keyMissing(variable: String?)
  /// The key can't be looked up.
  case key(KeyError)
  /// The server refused the key.
  case keyRefused
  /// The server does not have the model.
  case modelMissing(model: String)
  /// No model is configured, and the server wants one named.
  case modelNotNamed(backend: String)
  /// The prompt is longer than the model's window; zero where the server does not give a number.
  case contextExceeded(promptTokens: Int, limit: Int)
  /// The server refused the schema of the answer.
  case schemaRefused(detail: String)
  /// The server answered with nothing.
  case emptyAnswer
  /// The student has not agreed to the host.
  case notPermitted(host: String)
  /// The privacy mode allows no other machine.
  case localOnly(host: String)
  /// A host off this machine would be asked without encryption.
  case insecure(host: String)
  /// The certificate of a server is none that this machine trusts.
  case untrusted(host: String)
  /// The address is none.
  case badURL(String)
  /// The server sent more than any answer needs.
  case responseTooLarge
  /// No backend with this id is configured.
  case unknownBackend(String, known: [String])
  /// The backend can't bring models to its machine.
  case pullUnsupported(String)
  /// The server could not bring a model to its machine.
  case pullFailed(model: String, detail: String)
  /// What runs the model is not installed.
  case notInstalled(program: String, command: String)
  /// The process that runs the model failed or ended.
  case workerFailed(detail: String)
  /// Something else.
  case other(String)

  /// What is said to a person.
  public var sentence: String {
    switch self {
    case .notRunning(let url): "Nothing answers at \(url): start the server there, or choose another backend."
    case .firstByteTimeout:
      "The server did not begin to answer in time: wait until it has loaded its model, then try again."
    case .idleTimeout: "The server stopped in the middle of its answer: look at its log, then try again."
    case .overallTimeout: "The answer took too long: choose a smaller model, or ask for less."
    case .connectionLost:
      "The connection broke in the middle of an answer: check that the server still runs, then try again."
    case .loading(let detail): "The server is not ready yet\(Self.remark(detail)): try again in a moment."
    case .failedOnServer(let detail):
      "The server failed while it answered\(Self.remark(detail)): look at its log, then try again."
    case .unexpectedAnswer(let url, let detail):
      "What answers at \(url) is not a server of this kind\(Self.remark(detail)): correct the backend's url."
    case .status(429, let detail), .status(529, let detail):
      "The server takes no more requests for now\(Self.remark(detail)): wait a while, then try again."
    case .status(let code, let detail):
      "The server answered with error \(code)\(Self.remark(detail)): look at its log, then try again."
    case .keyMissing(let variable):
      "The server wants an API key: store it with `testlet backends key`\(variable.map { ", or put it into the environment variable \($0)" } ?? "")."
    case .key(let error): error.sentence
    case .keyRefused:
      "The server refused the API key: check that it is the right one for this server, or store another with `testlet backends key`."
    case .modelMissing(let model): "The server does not have the model \"\(model)\": choose one that it has."
    case .modelNotNamed(let backend):
      "The server of \"\(backend)\" wants its model named: set model under [backends.\(backend)] in the settings file."
    case .contextExceeded(0, _), .contextExceeded(_, 0):
      "The prompt is longer than the model takes: start the server with a longer context, or choose another model."
    case .contextExceeded(let tokens, let limit):
      "The prompt has \(tokens) tokens and the model takes \(limit): start the server with a longer context, or choose another model."
    case .schemaRefused(let detail):
      "The server refused the form of the answer\(Self.remark(detail)): choose another model or server."
    case .emptyAnswer: "The model answered with nothing: try again, or choose another model."
    case .notPermitted(let host):
      "You have not agreed to send anything to \(host): agree to it, or choose a backend on this machine."
    case .localOnly(let host):
      "Your privacy mode is local-only, and \(host) is another machine: choose a backend on this one."
    case .insecure(let host): "\(host) is not this machine and is asked without encryption: use an https address."
    case .untrusted(let host):
      "This machine does not trust the certificate of \(host): check the backend's url and this machine's date, or have the certificate added to those that the system trusts."
    case .badURL(let url): "\"\(url)\" is not a web address: give one such as http://localhost:8080/v1."
    case .responseTooLarge: "The server sent more than any answer needs: check that it is a model server."
    case .unknownBackend(let id, let known):
      "There is no backend \"\(id)\"; there are \(known.joined(separator: ", "))."
    case .pullUnsupported(let id): "The backend \"\(id)\" can't bring models: get one with its own program."
    case .pullFailed(let model, let detail):
      "The server could not bring the model \"\(model)\"\(Self.remark(detail)): check its name and the connection, then try again."
    case .notInstalled(let program, let command): "\(program) is not installed: install it with `\(command)`."
    case .workerFailed(let detail):
      "The process that runs the model failed\(Self.remark(detail)): try again, it is started anew."
    case .other(let detail): "The backend gave no answer (\(detail)): check it and try again."
    }
  }

  /// What kind of failure it is.
  public var category: FailureCategory {
    switch self {
    case .key(let error): error.category
    case .badURL, .unknownBackend, .pullUnsupported: .badUsage
    case .notPermitted, .localOnly, .insecure: .notPermitted
    default: .unavailable
    }
  }

  /// A server's words in parentheses, if it said any.
  private static func remark(_ detail: String) -> String {
    detail.isEmpty ? "" : " (\(detail))"
  }
}
