import Subprocess

/// The life of one worker process.
struct MLXProcess: Sendable {
  var configuration: Configuration
  /// The longest line that is read, in bytes.
  var lineLimit: Int

  /// The end of standard error that is kept, in bytes.
  private static let keptBytes = 8192
  /// The lines of it that are told.
  private static let toldLines = 3

  /// Runs the process to its end, which comes when there are no more commands or the task is cancelled.
  ///
  /// - Returns: why it ended.
  @concurrent
  func run(_ commands: AsyncStream<String>, _ mailbox: MLXMailbox) async -> LLMError {
    do {
      let result = try await Subprocess.run(configuration, input: .inputWriter, output: .sequence, error: .sequence) {
        execution in
        async let said = Self.end(of: execution.standardError)
        async let _: Void = Self.write(commands, to: execution.standardInputWriter)
        let lines = execution.standardOutput.strings(
          separatedBy: .unicodeScalarSequence(["\n"]), bufferingPolicy: .maxLineLength(lineLimit))
        for try await line in lines { mailbox.deliver(line) }
        return await said
      }
      return .workerFailed(detail: Self.detail(result.terminationStatus, said: result.closureResult))
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return .responseTooLarge
    } catch {
      return .workerFailed(detail: SafeText.line("\(error)"))
    }
  }

  private static func write(_ commands: AsyncStream<String>, to writer: StandardInputWriter) async {
    for await line in commands {
      // One that is gone is noticed where its output is read.
      guard (try? await writer.write(line)) != nil else { return }
    }
    try? await writer.finish()
  }

  /// What the process says last on standard error.
  private static func end(of output: SubprocessOutputSequence) async -> String {
    var kept: [UInt8] = []
    do {
      for try await buffer in output {
        buffer.withUnsafeBytes { kept += $0 }
        if kept.count > keptBytes { kept.removeFirst(kept.count - keptBytes) }
      }
    } catch {
      // What was read until now is all there is.
    }
    return String(decoding: kept, as: UTF8.self)
  }

  private static func detail(_ status: TerminationStatus, said: String) -> String {
    let how =
      switch status {
      case .exited(let code): "it ended with code \(code)"
      case .signaled(let signal): "signal \(signal) ended it"
      }
    let lines = said.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    guard !lines.isEmpty else { return how }
    return "\(how); its last words: " + SafeText.line(lines.suffix(toldLines).joined(separator: " | "), limit: 300)
  }
}
