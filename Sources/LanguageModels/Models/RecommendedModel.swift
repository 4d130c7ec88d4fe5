/// A model that is worth bringing to this machine, and what for.
///
/// The list goes by size, by licence and by what its makers publish; the sizes are those of the registries' pages. None of
/// it was measured by testlet: what a model is really able to do here is measured when it first writes.
public struct RecommendedModel: Sendable, Hashable {
  /// The name to bring it by.
  public var name: String
  /// What it takes on disk, in bytes, about.
  public var bytes: Int64
  /// What it is recommended for.
  public var tasks: [AITaskKind]

  /// The memory that it needs at least, in bytes, about: its weights, a fifth more for the context, and the system's own
  /// gigabyte.
  public var memory: Int64 { bytes + bytes / 5 + 1_000_000_000 }

  private init(_ name: String, gigabytes: Double, _ tasks: [AITaskKind]) {
    self.name = name
    self.bytes = Int64(gigabytes * 1e9)
    self.tasks = tasks
  }

  /// The models for backends of a kind, the smallest first; none for kinds that bring no models.
  public static func list(for kind: BackendKind) -> [RecommendedModel] {
    switch kind {
    case .ollama:
      [
        .init("qwen2.5:1.5b", gigabytes: 1.0, small), .init("llama3.2:3b", gigabytes: 2.0, middle),
        .init("gemma3:4b", gigabytes: 3.3, middle), .init("qwen2.5:7b", gigabytes: 4.7, AITaskKind.allCases),
        .init("llama3.1:8b", gigabytes: 4.9, AITaskKind.allCases),
        .init("qwen2.5:14b", gigabytes: 9.0, AITaskKind.allCases),
      ]
    case .mlx:
      [
        .init("mlx-community/Qwen2.5-1.5B-Instruct-4bit", gigabytes: 0.9, small),
        .init("mlx-community/Llama-3.2-3B-Instruct-4bit", gigabytes: 1.8, middle),
        .init("mlx-community/Qwen2.5-7B-Instruct-4bit", gigabytes: 4.3, AITaskKind.allCases),
        .init("mlx-community/Meta-Llama-3-8B-Instruct-4bit", gigabytes: 4.3, AITaskKind.allCases),
      ]
    case .mock, .openAICompatible: []
    }
  }

  private static let small: [AITaskKind] = [.studyQuestions, .intentParsing]
  private static let middle: [AITaskKind] = [.studyQuestions, .summarising, .rewriting, .intentParsing]
}

extension BackendKind {
  /// Whether backends of this kind can bring models to the machine they run on.
  public var bringsModels: Bool { self == .ollama || self == .mlx }
}
