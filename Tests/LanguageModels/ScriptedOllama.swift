import Foundation
import TestSupport

@testable import LanguageModels

/// A scripted server with Ollama's paths, for what no real one does on demand. What a test does not give is as usual.
struct ScriptedOllama {
  typealias Answer = @Sendable (ScriptedServer.Request) -> [ScriptedServer.Step]

  let server: ScriptedServer

  static let usualTags = #"{"models":[{"name":"m:latest","model":"m:latest","size":2019393189},{"name":"n:1b"}]}"#

  init(
    version: @autoclosure @escaping @Sendable () -> String = #"{"version":"0.12.6"}"#, tags: String = usualTags,
    running: @autoclosure @escaping @Sendable () -> String = #"{"models":[]}"#,
    show: String = details(), chat: @escaping Answer = { _ in ScriptedOllama.stream("ok") }
  ) throws {
    server = try ScriptedServer { request, _ in
      switch request.line.split(separator: " ")[1] {
      case "/api/version": [ScriptedServer.answer(200, version())]
      case "/api/tags": [ScriptedServer.answer(200, tags)]
      case "/api/ps": [ScriptedServer.answer(200, running())]
      case "/api/show": [ScriptedServer.answer(200, show)]
      case "/api/chat": chat(request)
      default: [ScriptedServer.answer(404, "404 page not found")]
      }
    }
  }

  /// The bodies of the requests for answers.
  var chats: [JSONValue] {
    server.requests.filter { $0.line.contains("/api/chat") }.compactMap { try? JSONValue(parsing: $0.body) }
  }

  func backend(
    model: String? = "m", limits: HTTPLimits = OllamaBackend.patientLimits, clock: any Clock<Duration> = InstantClock()
  ) throws -> OllamaBackend {
    try ollamaBackend(server.url, model: model, limits: limits, clock: clock)
  }

  static func details(context: Int = 8192, capabilities: [String] = ["completion"], remote: String? = nil) -> String {
    let info = #"{"general.architecture":"llama","llama.vision.context_length":7,"llama.context_length":\#(context)}"#
    let list = capabilities.map { "\"\($0)\"" }.joined(separator: ",")
    let host = remote.map { #","remote_host":"\#($0)""# } ?? ""
    return #"{"capabilities":[\#(list)],"model_info":\#(info)\#(host)}"#
  }

  /// A line with a piece of the answer.
  static func piece(_ content: String, thinking: String? = nil) -> String {
    var message = [JSONMember("role", .string("assistant")), JSONMember("content", .string(content))]
    if let thinking { message.append(JSONMember("thinking", .string(thinking))) }
    let line = JSONValue.members([
      ("model", .string("m")), ("message", .object(message)), ("done", .bool(false)),
    ])
    return line.text + "\n"
  }

  /// The last line.
  static func end(_ reason: String = "stop", prompt: Int = 50, output: Int = 3) -> String {
    #"{"model":"m","message":{"role":"assistant","content":""},"done":true,"done_reason":"\#(reason)","#
      + #""prompt_eval_count":\#(prompt),"eval_count":\#(output)}"# + "\n"
  }

  /// A whole answer.
  static func stream(_ content: String, thinking: String? = nil, end: String = end()) -> [ScriptedServer.Step] {
    [ScriptedServer.streamHead, .send(piece(content, thinking: thinking)), .send(end)]
  }
}

/// An Ollama backend on a server of this machine.
func ollamaBackend(
  _ url: String, model: String? = "m", keyVariable: String? = nil, environment: [String: String] = [:],
  egress: EgressPolicy = EgressPolicy(mode: .localOnly), limits: HTTPLimits = OllamaBackend.patientLimits,
  clock: any Clock<Duration> = InstantClock(), parallel: Int = 0,
  servers: ServerMemory = ServerMemory()
) throws -> OllamaBackend {
  var configuration = LLMBackendConfig.ollamaDefault
  configuration.url = url
  configuration.model = model
  configuration.keyEnvironmentVariable = keyVariable
  configuration.parallel = parallel
  return try OllamaBackend(
    configuration: configuration, transport: HTTPTransport(egress: egress), environment: environment,
    keys: KeyStore(folder: nil, environment: environment), servers: servers,
    retry: RetryPolicy(clock: clock, random: { 1 }), limits: limits)
}
