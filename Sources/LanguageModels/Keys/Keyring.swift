import Subprocess

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The keyring of the desktop, through `secret-tool`. Keys go in by standard input and come out by standard output; what
/// stands among the arguments, every process of the machine can read.
struct Keyring: Sendable {
  /// How long it is waited for.
  struct Limits: Sendable {
    /// For a key that a request needs.
    var reading = Duration.seconds(5)
    /// For storing and removing: the student is there, and may have to unlock it.
    var changing = Duration.seconds(30)
  }

  /// What it may know of the environment: how to reach the desktop, and nothing that could be a key.
  private static let passedOn: Set = [
    "PATH", "HOME", "LANG", "LC_ALL", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY", "WAYLAND_DISPLAY",
    "XAUTHORITY",
  ]

  private let program: String
  private let environment: [String: String]
  private let limits: Limits

  /// Looks for `secret-tool`; `nil` where it is not installed.
  init?(environment: [String: String], limits: Limits) {
    guard let program = ProgramPath.find("secret-tool", in: environment) else { return nil }
    self.program = program
    self.environment = environment.filter { Self.passedOn.contains($0.key) }
    self.limits = limits
  }

  /// Looks a key up; `nil` where the keyring has none.
  ///
  /// - Throws: ``KeyError/keyringSilent`` or ``KeyError/keyringFailed(detail:)``.
  func key(for binding: KeyBinding) async throws(KeyError) -> APIKey? {
    let answer = try await run(["lookup"] + Self.attributes(binding), within: limits.reading)
    if answer.isSuccess { return APIKey(answer.output) }
    // Without a word it says that there is none.
    guard answer.errors.isEmpty else { throw .keyringFailed(detail: answer.errors) }
    return nil
  }

  /// Stores a key, in the place of an earlier one.
  ///
  /// - Throws: ``KeyError``.
  func store(_ key: APIKey, for binding: KeyBinding) async throws(KeyError) {
    let label = "--label=testlet: \(binding.backend) (\(binding.origin))"
    let answer = try await run(["store", label] + Self.attributes(binding), input: key.secret, within: limits.changing)
    guard answer.isSuccess else { throw .keyringFailed(detail: answer.errors) }
  }

  /// Removes a key; one that is not there is none.
  ///
  /// - Throws: ``KeyError``.
  func remove(_ binding: KeyBinding) async throws(KeyError) {
    let answer = try await run(["clear"] + Self.attributes(binding), within: limits.changing)
    guard answer.isSuccess || answer.errors.isEmpty else { throw .keyringFailed(detail: answer.errors) }
  }

  private static func attributes(_ binding: KeyBinding) -> [String] {
    ["application", "testlet", "backend", binding.backend, "origin", binding.origin]
  }

  private struct Answer: Sendable {
    var isSuccess: Bool
    var output: String
    /// What it said on standard error, in one line.
    var errors: String
  }

  private func run(
    _ arguments: [String], input: String = "", within limit: Duration
  ) async throws(KeyError) -> Answer {
    // A program that does not read its input must not end this one.
    signal(SIGPIPE, SIG_IGN)
    let answer: Answer?
    do {
      answer = try await withinTime(limit) { try await ask(arguments, input: input) }
    } catch {
      throw .keyringFailed(detail: "secret-tool can't be run")
    }
    guard let answer else { throw .keyringSilent }
    return answer
  }

  @concurrent
  private func ask(_ arguments: [String], input: String) async throws -> Answer {
    let result = try await Subprocess.run(
      .path(.init(program)), arguments: .init(arguments), environment: .child(environment),
      platformOptions: .ownGroup, input: .inputWriter, output: .string(limit: 8192), error: .string(limit: 8192)
    ) { execution in
      // Not as a `.string`: that ends this program where the tool leaves without reading it (swift-subprocess issue 367).
      _ = try? await execution.standardInputWriter.write(input)
      try? await execution.standardInputWriter.finish()
    }
    var errors = SafeText.line(result.standardError, hiding: input)
    if case .signaled = result.terminationStatus { errors = "secret-tool was ended" }
    return Answer(isSuccess: result.terminationStatus.isSuccess, output: result.standardOutput, errors: errors)
  }
}
