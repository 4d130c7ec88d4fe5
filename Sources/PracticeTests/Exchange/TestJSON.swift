import Foundation
import LanguageModels

/// A test as the JSON object that `generate --json` and `show --json` print.
public enum TestJSON {
  /// The object, its members in the documented order.
  public static func object(_ test: StoredTest) -> JSONValue {
    let questions = test.inReadingOrder.enumerated().compactMap { question($0.element, number: $0.offset + 1) }
    let hasModel = !test.backend.isEmpty && test.backend != LLMBackendConfig.mock.id
    return .members([
      ("id", .string(test.id)), ("title", .string(test.title)), ("course", .string(test.course)),
      ("status", .string(test.shownStatus)), ("createdAt", .date(test.createdAt)),
      ("seed", .number(String(test.blueprint.request.seed))), ("backend", name(test.backend, hasModel)),
      ("model", name(test.model, hasModel)), ("blueprint", blueprint(test.blueprint)),
      ("questions", .array(questions)), ("missing", .array(test.slots.compactMap(missing))),
      ("stats", stats(test)),
    ])
  }

  private static func blueprint(_ blueprint: TestBlueprint) -> JSONValue {
    .members([
      ("count", .number(blueprint.slots.count)), ("difficulty", .string(blueprint.request.difficulty.rawValue)),
      ("topicQuotas", quotas(blueprint.topicQuotas)), ("difficultyQuotas", quotas(blueprint.difficultyQuotas)),
      ("bloomQuotas", quotas(blueprint.bloomQuotas)), ("formatQuotas", quotas(blueprint.formatQuotas)),
      ("minutes", .number(blueprint.minutes)),
    ])
  }

  private static func quotas(_ quotas: [Quota]) -> JSONValue {
    .members(quotas.map { ($0.name, .number($0.count)) })
  }

  /// The question of a slot, with the number that it has in its test; `nil` where the slot has none.
  public static func question(_ slot: StoredSlot, number: Int) -> JSONValue? {
    guard let question = slot.question else { return nil }
    let item = question.item
    let verified = question.provenance.verified
    let isByModel = question.provenance.origin == .model
    return .members([
      ("id", .string(question.id)), ("number", .number(number)), ("slot", .number(slot.slot.index)),
      ("format", .string(item.format.rawValue)),
      ("topic", .string(question.topic)), ("bloom", .string(question.bloom.rawValue)),
      ("difficulty", .string(question.difficulty.rawValue)), ("template", .string(question.template.rawValue)),
      ("tags", .strings(slot.tags)),
      ("prompt", .string(item.prompt)), ("choices", .strings(item.choices)),
      ("correctIndex", item.correctIndex.map { .number($0) } ?? .null), ("correctAnswer", .string(item.correctAnswer)),
      ("acceptedAnswers", .strings(item.acceptedAnswers)), ("keyPoints", .strings(item.keyPoints)),
      ("rationale", item.rationale.map(JSONValue.string) ?? .null),
      ("evidence", evidence(question)), ("verified", verified.map(JSONValue.bool) ?? .null),
      ("origin", .string(question.provenance.origin.rawValue)), ("attempts", .number(question.provenance.attempts)),
      ("backend", name(question.provenance.backend, isByModel)), ("model", name(question.provenance.model, isByModel)),
    ])
  }

  /// The name of a backend or a model; none where no model writes, as the id of the built-in writer ("mock") would say
  /// that its questions are not meant.
  private static func name(_ name: String, _ hasModel: Bool) -> JSONValue { hasModel ? .string(name) : .null }

  /// Where the quote stands; a brought question has no place in the notes.
  private static func evidence(_ question: Question) -> JSONValue {
    guard let grounding = question.grounding else { return question.item.evidence.map(JSONValue.string) ?? .null }
    return .members([
      ("source", .string(grounding.source)), ("heading", .string(grounding.heading)),
      ("quote", .string(grounding.quote)), ("line", .number(grounding.line)),
    ])
  }

  private static func missing(_ slot: StoredSlot) -> JSONValue? {
    guard let violations = slot.whyMissing else { return nil }
    let found = violations.map { violation in
      JSONValue.members([
        ("gate", .string(violation.gate.rawValue)), ("field", .string(violation.field)),
        ("message", .string(violation.message)),
      ])
    }
    return .members([("slot", .number(slot.slot.index)), ("violations", .array(found))])
  }

  private static func stats(_ test: StoredTest) -> JSONValue {
    let stats = test.stats
    return .members([
      ("slots", .number(test.slots.count)), ("accepted", .number(test.questions.count)),
      ("drafts", .number(stats.drafts)),
      ("repairs", .number(stats.repairs)), ("fallbacks", .number(stats.fallbacks)),
      ("seconds", .number(String((stats.seconds * 1000).rounded() / 1000))),
      ("promptTokens", .number(stats.promptTokens)), ("cachedPromptTokens", .number(stats.cachedPromptTokens)),
      ("outputTokens", .number(stats.outputTokens)), ("repairedAnswers", .number(stats.repairedAnswers)),
    ])
  }
}
