extension LocalLLMService {
  /// Has work done with the selected backend; where that is gone, with the first of the configured fallbacks that
  /// answers, until it is back. What one backend has begun, another does from its beginning.
  ///
  /// Work that is for a backend on this machine never goes to another machine.
  ///
  /// ```swift
  /// let response = try await service.withFallback { id in
  ///   try await service.generate(request, backend: id) { _ in }
  /// }
  /// ```
  ///
  /// - Parameter work: does it with the backend of an id; called again with another where it throws an error that is
  ///   about the backend.
  /// - Throws: why the backend is gone, where no fallback answers; whatever else `work` throws.
  public nonisolated func withFallback<Result: Sendable>(
    _ work: (_ backend: String) async throws -> Result
  ) async throws -> Result {
    let wanted = try await configuration(of: nil)
    if await isDueToBeAsked(wanted.id) { _ = await availability(of: wanted.id) }
    if let standIn = await standIn(for: wanted.id) {
      do {
        return try await work(standIn)
      } catch let error as LLMError where error.isAboutBackend {
        // The stand-in is gone too: begin anew.
      }
    }
    do {
      let result = try await work(wanted.id)
      await noteAnswer(of: wanted)
      return result
    } catch let error as LLMError where error.isAboutBackend {
      // Another was chosen meanwhile: nobody has to stand in for this one any longer.
      if await selected != wanted { return try await withFallback(work) }
      for fallback in await fallbacks(for: wanted) {
        do {
          let result = try await work(fallback)
          await noteAbsence(of: wanted, standIn: fallback, because: error)
          return result
        } catch let other as LLMError where other.isAboutBackend {
          continue
        }
      }
      throw error
    }
  }
}

extension LocalLLMService {
  /// Has work done that asks the selected backend. Where that is gone in the middle of it and another was selected
  /// meanwhile, the work is done from its beginning with that one; what the first has answered until then is dropped.
  ///
  /// - Throws: what `work` throws.
  public nonisolated func followingSelection<Result: Sendable>(
    _ work: () async throws -> Result
  ) async throws -> Result {
    while true {
      let asked = await selected
      do {
        return try await work()
      } catch let error as LLMError where error.isAboutBackend {
        guard await selected != asked else { throw error }
      }
    }
  }
}

extension LLMError {
  /// Whether the backend can't be used at all, rather than that this one answer failed.
  public var isAboutBackend: Bool {
    switch self {
    case .status(let code, _): code >= 500 || code == 429
    case .overallTimeout, .failedOnServer, .contextExceeded, .schemaRefused, .emptyAnswer, .responseTooLarge,
      .unknownBackend, .pullUnsupported, .pullFailed:
      false
    default: true
    }
  }
}
