import Assets
import LanguageModels

/// One request to a model that says of each point whether the student's answer makes it, and what its answer says.
///
/// Among the points is one about another subject, which no answer makes: who finds that one says "yes" to everything,
/// and has no vote.
struct KeyPointVote: Sendable {
  private let item: Item
  private let answer: String
  private let points: [String]
  /// The points of the question as they are asked, by their places in it; `nil` for the one about another subject.
  private let order: [Int?]
  private let control: String

  /// Makes a vote, counted from 0: in each the points stand in another order.
  init(_ number: Int, on points: [String], of item: Item, answer: String) {
    (self.item, self.answer, self.points) = (item, answer, points)
    control = Self.control(apartFrom: "\(item.prompt) \(item.correctAnswer) \(answer) \(points.joined(separator: " "))")
    let places = points.indices.map(Optional.some) + [nil]
    let shift = (number + 1) % places.count
    order = Array(places[shift...] + places[..<shift])
  }

  /// How many points are asked about.
  var lines: Int { order.count }

  /// What is sent: the rules and the answer first, which all votes share.
  var messages: [LLMMessage] {
    let list = order.enumerated().map { place, point in
      "\(place + 1)) \(PromptFence.line(point.map { points[$0] } ?? control))"
    }
    let asked = "Question: \(PromptFence.line(item.prompt))\nAnswer:\n\(PromptFence.around(answer))"
    return [
      LLMMessage(.system, Assets.Prompt.keyPoints),
      LLMMessage(.user, "\(asked)\nPoints:\n\(list.joined(separator: "\n"))"),
    ]
  }

  /// The form of the answer.
  var schema: JSONSchema {
    .object(order.indices.map { JSONSchema.Property(String($0 + 1), .oneOf(["yes", "no"])) })
  }

  /// For each point of the question whether the answer makes it; `nil` where the answer can't be read, or finds the
  /// point that can't be there.
  func verdicts(in reading: TolerantReading) -> [Bool]? {
    var verdicts = Array(repeating: false, count: points.count)
    for (place, point) in order.enumerated() {
      guard let isThere = Self.isYes(reading.values.first?[String(place + 1)]) else { return nil }
      if point == nil, isThere { return nil }
      if let point { verdicts[point] = isThere }
    }
    return verdicts
  }

  /// Not every server holds a model to the form.
  private static func isYes(_ value: JSONValue?) -> Bool? {
    if let isYes = value?.bool { return isYes }
    switch value?.string?.lowercased() {
    case "yes": return true
    case "no": return false
    default: return nil
    }
  }

  /// A point of the first subject that a text has nothing to do with.
  private static func control(apartFrom text: String) -> String {
    let stems = Words.contentStems(text)
    return controls.first { Words.contentStems($0).isDisjoint(with: stems) } ?? controls[0]
  }

  private static let controls = [
    "a sonnet has fourteen lines and a rhyme", "the referee shows a red card after a foul",
    "dough rises because of the yeast in it", "a violin is tuned with four pegs",
  ]
}
