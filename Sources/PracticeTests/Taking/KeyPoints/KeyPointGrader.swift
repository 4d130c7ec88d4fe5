import LanguageModels

/// Looks for the key points in an answer of sentences that the fixed rules could not accept, with a model that the
/// router picked.
///
/// A point is found, or missing, only where every vote says so.
public struct KeyPointGrader: Sendable {
  private static let votes = 3
  /// What one yes or no takes, with its name.
  private static let tokensOfPoint = 12

  private let model: AIAssignment

  /// Makes a grader.
  public init(model: AIAssignment) {
    self.model = model
  }

  /// The points of a full answer to an item: its key points, or the sentences of its model answer.
  public static func points(of item: Item) -> [String] {
    item.keyPoints.isEmpty ? Sentences.split(item.correctAnswer) : item.keyPoints
  }

  /// Whether there is something for a model to look for: an answer of sentences that only the student can grade.
  public static func isWanted(_ item: Item, _ response: Response) -> Bool {
    guard item.isAnsweredInSentences, response.outcome == .ungraded, case .text = response.answer else { return false }
    return !points(of: item).isEmpty
  }

  /// Looks for each point, three times. Where one vote does not count, none does.
  ///
  /// - Throws: `LLMError`, or `CancellationError`.
  @concurrent
  public func grade(_ answer: String, to item: Item) async throws -> KeyPointGrading {
    let points = Self.points(of: item)
    var ballots: [[Bool]] = []
    var author = ModelSignature(model)
    while ballots.count < Self.votes {
      let vote = KeyPointVote(ballots.count, on: points, of: item, answer: answer)
      let response = try await response(to: vote)
      if let response { author = ModelSignature(model, response) }
      guard let ballot = response.flatMap({ vote.verdicts(in: TolerantJSON.read($0.text)) }) else {
        ballots = []
        break
      }
      ballots.append(ballot)
    }
    let findings = points.indices.map { point in Self.finding(of: ballots.map { $0[point] }) }
    return KeyPointGrading(points: points, findings: findings, author: author)
  }

  private func response(to vote: KeyPointVote) async throws -> LLMResponse? {
    let maxTokens = vote.lines * Self.tokensOfPoint
    try await model.window.check(LLMRequest(messages: vote.messages, maxTokens: maxTokens))
    do {
      return try await model.complete(vote.messages, schema: vote.schema, maxTokens: maxTokens)
    } catch let error as LLMError where error.concernsOneAnswer {
      return nil
    }
  }

  private static func finding(of votes: [Bool]) -> KeyPointGrading.Finding {
    guard let first = votes.first, votes.allSatisfy({ $0 == first }) else { return .unclear }
    return first ? .found : .missing
  }
}
