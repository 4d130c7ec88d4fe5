import ArgumentParser
import LanguageModels
import PracticeTests

/// `measure verification ITEMS NOTES`: how well a model tells right keys from planted wrong ones.
struct VerificationMeasure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verification",
    abstract: "Have a model verify keys of known questions, right ones and planted wrong ones.",
    discussion: """
      The questions are JSON Lines of {stem, options, correct, notes_file}. Each is asked from the passage of its notes \
      that fits it and its right key best, once with that key and once with a planted wrong one, under one, two and \
      three orders of its options; a key passes where the model finds it under all of them. Beside it stands what the \
      overlap of words says of the same keys without a model, and whether the program's own calibration lets this model \
      verify.
      """)

  @Argument(help: "The questions.")
  var items: String

  @Argument(help: "The folder of the notes that they name.")
  var notes: String

  @OptionGroup var server: MeasuredServer

  @Option(help: "How many of the questions, chosen by the seed.")
  var count: Int?

  @Option(help: "The seed that chooses questions and wrong keys.")
  var seed: UInt64 = 1

  /// The most orders.
  private static let votes = 3

  func run() async throws {
    let known = Array(try KnownItem.read(items, notes: notes, seed: seed).prefix(count ?? .max))
    var generator = SeededGenerator(seed: seed, stream: "planted")
    let keys = known.flatMap { known in
      [
        Key(item: known.item, passage: known.passage, isRight: true),
        Key(item: known.planted(&generator), passage: known.passage, isRight: false),
      ]
    }
    print("\(known.count) questions, seed \(seed), each with its right key and a planted wrong one")
    // The options have no say in which sentence is the nearest.
    let nearest = OverlapTally(keys) { PassageSentences.nearest(to: $0.item.prompt, in: $0.passage) ?? "" }
    report(nearest, "the nearest sentence")
    report(OverlapTally(keys) { $0.passage.text }, "the whole passage")
    let service = try server.service()
    try await calibrate(service)
    try await verify(keys, service)
  }

  private func calibrate(_ service: LocalLLMService) async throws {
    let width = await service.capabilities().parallelism
    let verifier = Verifier(service: service, backend: MeasuredServer.id, votes: 2)
    let found = try await Calibrator(verifier: verifier, width: width).run { _, _ in }
    print("calibration, 2 orders")
    print("  right keys passed  \(interval(found.rightConfirmed, of: found.right))")
    print("  wrong keys passed  \(interval(found.wrongConfirmed, of: found.wrong))")
    print("  may verify         \(found.isEarned ? "yes" : "no")")
  }

  private func verify(_ keys: [Key], _ service: LocalLLMService) async throws {
    let verifier = Verifier(service: service, backend: MeasuredServer.id, votes: Self.votes)
    var passed: [(isRight: Bool, orders: Int)] = []
    var (requests, usage) = (0, LLMUsage())
    for key in keys {
      let result = try await verifier.verify(key.item, passage: key.passage)
      requests += result.requests
      usage = usage + result.usage
      // It ends at the first order under which the key is not found.
      passed.append((key.isRight, result.verdict == .confirmed ? result.requests : result.requests - 1))
    }
    for orders in 1...Self.votes {
      print("\(orders) \(orders == 1 ? "order" : "orders")")
      for (isRight, name) in [(true, "right"), (false, "wrong")] {
        let all = passed.filter { $0.isRight == isRight }
        print("  \(name) keys passed  \(interval(all.count { $0.orders >= orders }, of: all.count))")
      }
    }
    print(
      "\(requests) requests, \(decimals(usage.seconds / Double(requests), 2)) s each, \(usage.promptTokens) prompt tokens, "
        + "\(decimals(100 * Double(usage.cachedPromptTokens) / Double(max(1, usage.promptTokens)), 0))% from cache")
  }

  private func report(_ tally: OverlapTally, _ text: String) {
    print("overlap of words with \(text), margin \(OverlapAlarm.margin)")
    print("  keys covered       \(interval(tally.spoken, of: tally.keys))")
    print("  of those right     \(interval(tally.wellSpoken, of: tally.spoken))")
    print("  right keys accused \(interval(tally.accused, of: tally.rightKeys))")
  }
}

/// A question with a key that is right or planted.
private struct Key {
  var item: Item
  var passage: Passage
  var isRight: Bool
}

/// How often the overlap of words says something of a key, and how often that is so.
private struct OverlapTally {
  var keys = 0
  var rightKeys = 0
  var spoken = 0
  var wellSpoken = 0
  var accused = 0

  init(_ all: [Key], comparedWith text: (Key) -> String) {
    for key in all {
      keys += 1
      rightKeys += key.isRight ? 1 : 0
      guard let said = OverlapAlarm(text(key)).isRight(key.item) else { continue }
      spoken += 1
      wellSpoken += said == key.isRight ? 1 : 0
      accused += key.isRight && !said ? 1 : 0
    }
  }
}
