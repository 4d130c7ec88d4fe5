import PracticeTests
import Terminal

/// The plan of a test in lines, as it is shown while the form is edited.
struct PlanRows {
  private let form: NewTestState
  private let writer: BackendEntry?
  private let symbols: Symbols

  private static let labelWidth = 12
  /// How many of the topics that are left out are named.
  private static let namedTopics = 3

  /// Shows the plan of a form, and the backend that would write it.
  init(_ form: NewTestState, writer: BackendEntry?, symbols: Symbols) {
    self.form = form
    self.writer = writer
    self.symbols = symbols
  }

  /// How much of the plan is told: where there is no room for all of it, each of the next says less.
  private enum Detail: CaseIterable {
    case whole
    /// The formats are counted, not named.
    case countedFormats
    /// So are the topics.
    case counted
    /// Only how long the test is, who writes it, and what may be missing.
    case warnings
  }

  /// The lines, with as much of the plan as there is room for.
  func rows(width: Int, height: Int) -> [Row] {
    guard let plan = form.blueprint else { return Rows.wrapped(stand, width: width, style: standStyle) + writerRow }
    var rows: [Row] = []
    for detail in Detail.allCases {
      rows = self.rows(of: plan, detail, width: width, height: height)
      if rows.count <= height { break }
    }
    return rows
  }

  private func rows(of plan: TestBlueprint, _ detail: Detail, width: Int, height: Int) -> [Row] {
    let total = "\(Wording.count(plan.slots.count, "question")), about \(plan.minutes) minutes"
    var rows: [Row] = [[Span(total, .plain.bold)]]
    rows += shortfall(of: plan.slots.count, width: width)
    if detail != .warnings {
      rows += quotas("Difficulty", plan.difficultyQuotas, width: width)
      rows += writesFacts ? facts(width: width) : quotas("Bloom level", plan.bloomQuotas, width: width)
      let formats = plan.formatQuotas.map(Self.shown)
      rows += detail == .whole ? quotas("Formats", formats, width: width) : counted("Formats", formats, width: width)
    }
    if writesFacts, plan.slots.contains(where: { $0.format == .explanation }) {
      rows += Rows.wrapped("Explanations need a model: without one they will be missing.", width: width, style: .danger)
    }
    rows += writerRow
    switch detail {
    case .whole, .countedFormats:
      rows += leftOut(namesOf: Self.namedTopics, width: width)
      return rows + topics(plan.topicQuotas, width: width, height: height - rows.count)
    case .counted:
      return rows + leftOut(namesOf: 0, width: width) + counted("Topics", plan.topicQuotas, width: width)
    case .warnings:
      return rows + leftOut(namesOf: 0, width: width)
    }
  }

  /// Whether all questions will be about what single sentences say, whatever levels are planned.
  private var writesFacts: Bool { writer?.configuration.kind == .mock }

  private func facts(width: Int) -> [Row] {
    Rows.wrapped("remember, for all: no model writes", width: width, mark: [label("Bloom level")])
  }

  /// What may be missing of a test that is larger than the notes.
  private func shortfall(of count: Int, width: Int) -> [Row] {
    let found = form.foundToAsk
    guard found < count else { return [] }
    let rest = Wording.count(count - found, "question")
    let text = "\(Wording.count(found, "thing")) to ask: \(rest) may be missing"
    return Rows.wrapped(text, width: width, mark: [label("Found")], style: .danger)
  }

  private func leftOut(namesOf count: Int, width: Int) -> [Row] {
    let topics = form.barrenTopics
    guard !topics.isEmpty else { return [] }
    let rest = topics.count - count
    let names = topics.prefix(count).joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
    let text = count == 0 ? "\(Wording.count(topics.count, "topic")): nothing new" : "\(names): nothing new to ask"
    return Rows.wrapped(text, width: width, mark: [label("Left out")], style: .muted)
  }

  /// Why there is no plan.
  private var stand: String {
    if let problem = form.planProblem { return problem }
    if form.notes.isEmpty { return "The plan appears as soon as notes are chosen." }
    if form.outline != nil, form.hindrance != nil { return "There is no plan before the form is right." }
    return "Planning\(symbols.ellipsis)"
  }

  private var standStyle: Style { form.planProblem == nil ? .muted : .danger }

  private var writerRow: [Row] {
    guard let writer else { return [] }
    let sign = BackendSign(writer.availability, symbols: symbols)
    return [[label("Written by"), Span("\(sign.shape) ", sign.style), Span(writer.fullName)]]
  }

  private func quotas(_ name: String, _ quotas: [Quota], width: Int) -> [Row] {
    Rows.wrapped(
      quotas.map { "\($0.name) \($0.count)" }.joined(separator: ", "), width: width, mark: [label(name)])
  }

  /// How many there are of something, and how many questions each of them has.
  private func counted(_ name: String, _ quotas: [Quota], width: Int) -> [Row] {
    guard quotas.count > 1, let least = quotas.map(\.count).min(), let most = quotas.map(\.count).max() else {
      return self.quotas(name, quotas, width: width)
    }
    let each = least == most ? "\(most)" : "\(least) \(most == least + 1 ? "or" : "to") \(most)"
    return Rows.wrapped("\(quotas.count), with \(each) each", width: width, mark: [label(name)])
  }

  /// A line for each topic, its count at the right.
  private func topics(_ quotas: [Quota], width: Int, height: Int) -> [Row] {
    let heading: Row = [Span("Topics", .muted)]
    let room = max(2, height - 1)
    let shown = quotas.count > room ? quotas.prefix(room - 1) : quotas[...]
    let rows = shown.map { quota -> Row in
      let count = String(quota.count)
      let name = TextWidth.pad(quota.name, to: max(1, width - 3 - count.count), ellipsis: symbols.ellipsis)
      return [Span("  "), Span(name), Span(" "), Span(count)]
    }
    let rest = quotas.count - shown.count
    return [heading] + rows + (rest > 0 ? [[Span("  and \(rest) more", .muted)]] : [])
  }

  private static func shown(_ quota: Quota) -> Quota {
    Quota(name: QuestionFormat(rawValue: quota.name)?.shownName ?? quota.name, count: quota.count)
  }

  private func label(_ text: String) -> Span { Span(TextWidth.pad(text, to: Self.labelWidth), .muted) }
}
