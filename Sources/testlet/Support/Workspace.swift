import Foundation
import LanguageModels
import PracticeTests

/// What a command works on: where the files are, the library, and the service.
struct Workspace {
  /// Where the files are.
  let paths: Paths

  /// Finds the files for a command's options.
  init(_ options: GlobalOptions) throws {
    paths = try Paths(options: options, environment: ProcessInfo.processInfo.environment)
  }

  /// The library, made where there is none.
  func library() throws -> Library {
    try Library(path: paths.database)
  }

  /// The service with a backend selected; without a choice, the built-in writer.
  func service(using backend: String?) throws -> LocalLLMService {
    let factory = LLMBackendFactory { BuiltInResponder.respond(to: $0) }
    return try LocalLLMService(backends: [.mock], selected: backend ?? LLMBackendConfig.mock.id, factory: factory)
  }
}
