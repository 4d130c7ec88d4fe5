import LanguageModels

/// What plain words were understood as.
public struct PlainUnderstanding: Sendable, Hashable {
  /// The action.
  public var action: PlainAction
  /// The backend whose model understood them; `nil` where the grammar did.
  public var backend: String?

  /// Makes an understanding.
  public init(_ action: PlainAction, backend: String? = nil) {
    (self.action, self.backend) = (action, backend)
  }
}

/// Understands plain words: by the grammar, and where that does not know the words, by a model that the router picks.
public struct PlainWords: Sendable {
  private let grammar: PlainGrammar
  private let router: AIRouter?
  private let library: Library?

  /// Makes a reader of plain words.
  ///
  /// - Parameters:
  ///   - router: finds the model; without it, only the grammar is asked.
  ///   - library: whose notes are searched for a name that nothing has.
  public init(_ knowledge: PlainKnowledge, router: AIRouter?, library: Library? = nil) {
    grammar = PlainGrammar(knowledge)
    (self.router, self.library) = (router, library)
  }

  /// What words ask for.
  ///
  /// - Parameter onModel: told which model is asked, before it is; it is not where this throws.
  /// - Throws: ``PlainWordsError`` of the grammar where nobody understood the words, what `onModel` throws, or
  ///   `CancellationError`.
  @concurrent
  public func understand(
    _ words: String, onModel: @Sendable (AIAssignment) throws -> Void = { _ in }
  ) async throws -> PlainUnderstanding {
    let failure: PlainWordsError
    do throws(PlainWordsError) {
      return PlainUnderstanding(try grammar.action(for: words))
    } catch {
      failure = error
    }
    guard failure.isAboutWording, let router,
      let model = try? await router.assign(AITask(.intentParsing, leastTokens: PlainPrompt.leastTokens))
    else { throw told(failure) }
    try onModel(model)
    guard let action = try await action(for: words, by: model) else {
      try Task.checkCancellation()
      throw told(failure)
    }
    return PlainUnderstanding(action, backend: model.provider.configuration.id)
  }

  /// A failure, with where notes write of what they have no topic for.
  private func told(_ failure: PlainWordsError) -> PlainWordsError {
    guard case .unknownName(let name, _) = failure, let mentions = try? library?.mentions(of: name), !mentions.isEmpty
    else { return failure }
    return .onlyMentioned(name, mentions)
  }

  private func action(for words: String, by model: AIAssignment) async throws(PlainWordsError) -> PlainAction? {
    let response = try? await model.complete(
      PlainPrompt.messages(words), schema: PlainPrompt.schema, maxTokens: PlainPrompt.maxTokens)
    guard let answer = response.flatMap({ PlainAnswer($0.text, to: words, grammar) }) else { return nil }
    do throws(PlainWordsError) {
      return try answer.action()
    } catch {
      // The only failures that say more than the grammar's.
      switch error {
      case .answersUnclear, .answersKept: throw error
      default: return nil
      }
    }
  }
}
