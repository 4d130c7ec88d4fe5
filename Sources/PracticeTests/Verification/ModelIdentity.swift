import LanguageModels

/// A model as its server names it: what is measured of it holds for it alone.
public struct ModelIdentity: Sendable, Hashable {
  let kind: BackendKind
  let url: String?
  /// The model's name.
  public let model: String

  /// The model that a backend is configured to use, or that it said to have answered with.
  init(_ backend: LLMBackendConfig, model: String) {
    (kind, url, self.model) = (backend.kind, backend.url, model)
  }

  private var text: String { [kind.rawValue, url ?? "-", model].joined(separator: " ") }

  /// Under what its calibration for verifying is kept.
  func verificationKey(votes: Int) -> String { "\(text) votes \(votes) set \(CalibrationSet.version)" }

  /// Counted up when the samples, the prompts or the rules of drafting change, so that models are measured anew.
  private static let draftingVersion = 1

  /// Under what its calibration for drafting is kept.
  func draftingKey(votes: Int) -> String { "\(text) votes \(votes) drafting \(Self.draftingVersion)" }
}

/// Another model than the one that is measured has answered: what came of it says nothing of either.
struct ModelChanged: Error {}

extension LocalLLMService {
  /// Who gave an answer.
  public func identity(of answer: LLMResponse) -> ModelIdentity {
    let backend = backends.first { $0.id == answer.backend }
    return ModelIdentity(backend ?? LLMBackendConfig(id: answer.backend, kind: answer.kind), model: answer.model)
  }
}
