import ArgumentParser
import LanguageModels
import PracticeTests

/// `measure gates FILE...`: what the gates find in labelled items.
struct GatesMeasure: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gates",
    abstract: "Run the gates on JSON Lines of {stem, options, correct, flaws | flaw}, and compare with the labels.",
    discussion: """
      An item counts as flagged when it has any violation, a warning included. Items whose only flaws no text rule sees \
      are left out. Without labels, every flagged item is counted as a false alarm. A seeded half of the items can be \
      told from the other, so that rules are tuned on one and judged on both.
      """)

  @Argument(help: "The files.")
  var files: [String]

  @Option(help: "The seed that halves the items.")
  var seed: UInt64 = 1

  @Option(help: "Only one half of the items: 1 to tune on, 2 to judge with.")
  var half: Int?

  @Flag(help: "Print every item that was flagged without a flaw, or missed.")
  var errors = false

  func run() throws {
    for file in files {
      let all = try jsonLines(file).compactMap(LabelledItem.init)
      var generator = SeededGenerator(seed: seed)
      let shuffled = generator.shuffled(all)
      let items =
        switch half {
        case 1: Array(shuffled.prefix(all.count / 2))
        case 2: Array(shuffled.dropFirst(all.count / 2))
        default: all
        }
      print("\(file): \(items.count) items\(half.map { ", half \($0) by seed \(seed)" } ?? "")")
      report(items.map { GateVerdict($0) })
    }
  }

  private func report(_ verdicts: [GateVerdict]) {
    let clean = verdicts.filter { $0.item.flaws.isEmpty }
    let flawed = verdicts.filter { !$0.item.visibleFlaws.isEmpty }
    let caught = flawed.count(where: \.isFlagged)
    let alarms = clean.count(where: \.isFlagged)
    if !flawed.isEmpty {
      print("  precision          \(interval(caught, of: caught + alarms))")
      print("  recall             \(interval(caught, of: flawed.count))")
    }
    print("  false alarms       \(interval(alarms, of: clean.count))")
    let hidden = verdicts.count { !$0.item.flaws.isEmpty && $0.item.visibleFlaws.isEmpty }
    if hidden > 0 { print("  left out           \(hidden) whose flaws no text rule sees") }
    for flaw in Set(flawed.flatMap(\.item.visibleFlaws)).sorted() {
      let with = flawed.filter { $0.item.visibleFlaws.contains(flaw) }
      let named = with.count { $0.gates.contains { LabelledItem.gates(of: flaw).contains($0) } }
      print("  flaw \(pad(flaw)) flagged \(with.count(where: \.isFlagged)) of \(with.count), by its own gate \(named)")
    }
    for gate in Set(verdicts.flatMap(\.gates)).sorted(by: { $0.rawValue < $1.rawValue }) {
      let firing = verdicts.filter { $0.gates.contains(gate) }
      let onClean = firing.count { $0.item.flaws.isEmpty }
      let right = firing.count { $0.item.flaws.contains { LabelledItem.gates(of: $0).contains(gate) } }
      print(
        "  gate \(pad(gate.rawValue)) fired \(firing.count): \(right) on its own flaw, \(onClean) on items without any")
    }
    guard errors else { return }
    for verdict in verdicts where verdict.isFlagged != !verdict.item.flaws.isEmpty {
      guard verdict.isFlagged || !verdict.item.visibleFlaws.isEmpty else { continue }
      print(verdict.text)
    }
  }
}

/// An item with the gates that fired on it.
private struct GateVerdict {
  let item: LabelledItem
  let violations: [Violation]
  let gates: Set<GateID>

  init(_ item: LabelledItem) {
    self.item = item
    violations = Gates.check(item.item, GateContext(requiresGrounding: false)).violations
    gates = Set(violations.map(\.gate))
  }

  var isFlagged: Bool { !violations.isEmpty }

  var text: String {
    let found = violations.map(\.gate.rawValue).joined(separator: ", ")
    let options = item.item.choices.enumerated().map { index, option in
      "\(index == item.item.correctIndex ? "*" : " ")\(option)"
    }
    return "  \(item.flaws) found [\(found)]: \(item.item.prompt)\n      " + options.joined(separator: " | ")
  }
}

/// An item and the flaws that somebody found in it.
private struct LabelledItem {
  let item: Item
  /// A blank in mid-stem (`blank_mid`) is none.
  let flaws: [String]

  init?(_ line: JSONValue) {
    guard let stem = line["stem"]?.string, let options = line["options"]?.elements else { return nil }
    let choices = options.compactMap(\.string)
    let correct = line["correct"]?.int
    let key = correct.flatMap { choices.indices.contains($0) ? choices[$0] : nil }
    item = Item(
      format: .multipleChoice, prompt: stem, choices: choices, correctIndex: correct, correctAnswer: key ?? "")
    let labels = (line["flaws"]?.elements ?? []).compactMap(\.string) + [line["flaw"]?.string].compactMap { $0 }
    flaws = labels.filter { $0 != "blank_mid" }
  }

  /// Flaws that can't be seen in the text alone.
  private static let hidden: Set<String> = [
    "multi_correct", "wrong_key", "implausible", "unclear", "off_topic", "missing_context", "dup_semantic",
    "gratuitous",
  ]

  /// The flaws that a rule about texts could find.
  var visibleFlaws: [String] { flaws.filter { !Self.hidden.contains($0) } }

  /// The gates that are there for a flaw.
  static func gates(of flaw: String) -> Set<GateID> {
    switch flaw {
    case "all_above", "none_above", "k_type": [.allOfTheAbove]
    case "longest_key", "vague_key_only": [.longestKey]
    case "word_repeat": [.wordRepeat]
    case "dup_option", "dup_key": [.duplicateOption]
    case "negative_plain", "negative_emph": [.negativeStem]
    case "abs_in_distractors": [.absolutes]
    case "source_ref": [.sourceReference]
    case "key_in_stem": [.keyInStem]
    case "nested_label": [.nestedLabel]
    case "placeholder": [.placeholder]
    case "empty_option", "option_count", "bad_key", "true_false", "tf_stem": [.schema]
    case "artefact", "artefact_trunc", "artefact_mojibake": [.artefact]
    case "lost_sequence": [.lostSequence]
    case "article_cue": [.articleCue]
    case "format_odd_key", "digit_odd_key": [.oddKey]
    case "no_question": [.noQuestion]
    case "unfocused": [.unfocused]
    case "convergence": [.convergence]
    default: []
    }
  }
}
