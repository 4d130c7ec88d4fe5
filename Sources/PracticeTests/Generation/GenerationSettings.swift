import LanguageModels

/// How questions are made: the table `[generation]` of the settings file.
public struct GenerationSettings: Sendable, Hashable {
  /// What becomes of a question whose key a model could not verify, because it can't verify at all.
  public enum Unverified: String, Sendable, Hashable, CaseIterable {
    /// It is kept, and marked.
    case keep
    /// The built-in writer fills the slot instead.
    case builtIn = "built-in"
  }

  /// How models are asked for drafts.
  public var drafting = DraftingChoice.auto
  /// Whether keys are verified by models that have shown that they can.
  public var verifies = true
  /// How often each key is verified, 2 to 4.
  public var votes = 2
  /// What becomes of questions that can't be verified.
  public var unverified = Unverified.keep

  /// The defaults.
  public init() {}

  /// Reads the settings; what the file does not say has its default.
  ///
  /// - Throws: `SettingsError`, naming the file, the line and the key.
  public init(_ file: SettingsFile) throws(SettingsError) {
    try SettingsCatalog.generation.check(file)
    drafting = try file.string(for: "generation.drafting").flatMap(DraftingChoice.init) ?? drafting
    verifies = try file.bool(for: "generation.verify") ?? verifies
    votes = try file.int(for: "generation.votes") ?? votes
    unverified = try file.string(for: "generation.unverified").flatMap(Unverified.init) ?? unverified
  }
}

extension SettingsCatalog {
  /// The settings of `[generation]`.
  public static let generation = SettingsCatalog([
    SettingsKey(
      "generation.drafting", .choice(DraftingChoice.allCases.map(\.rawValue)),
      default: .string(DraftingChoice.auto.rawValue),
      about:
        "How a model is asked: in small requests (staged), in such but it may choose the fact (open), for all at once "
        + "(one-shot), or as was measured (auto)."
    ),
    SettingsKey(
      "generation.verify", .bool, default: .bool(true),
      about: "Whether a model that has shown that it can answers its own questions with the key hidden."),
    SettingsKey(
      "generation.votes", .int(2...4), default: .int(2), about: "How often each key is verified."),
    SettingsKey(
      "generation.unverified", .choice(GenerationSettings.Unverified.allCases.map(\.rawValue)),
      default: .string(GenerationSettings.Unverified.keep.rawValue),
      about: "What becomes of questions that a model can't verify: kept and marked, or written without it."),
  ])
}
