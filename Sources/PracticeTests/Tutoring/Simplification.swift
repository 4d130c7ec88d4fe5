/// An explanation in a model's simpler words, or why these can't stand for it.
public struct Simplification: Sendable, Hashable {
  /// The explanation.
  public var original: String
  /// What the model made of it.
  public var wording: String
  /// What is wrong with that; `nil` where nothing is.
  public var fault: SimplificationFault?
  /// The model.
  public var author: ModelSignature

  /// Makes one.
  public init(original: String, wording: String, fault: SimplificationFault?, author: ModelSignature) {
    self.original = original
    self.wording = wording
    self.fault = fault
    self.author = author
  }

  /// What is shown: the simpler words only where nothing is wrong with them.
  public var text: String { fault == nil ? wording : original }
}

/// What keeps simpler words from standing for an explanation.
public enum SimplificationFault: Sendable, Hashable {
  case cutOff
  case unchanged
  case tooLong
  case numberLost(String)
  case numberAdded(String)
  case negationsDiffer
  case termLost(String)

  /// To go on a sentence with.
  public var reason: String {
    switch self {
    case .cutOff: "they were cut off"
    case .unchanged: "the model found none"
    case .tooLong: "they were more than twice as long"
    case .numberLost(let number): "the number \(number) was lost"
    case .numberAdded(let number): "the number \(number) is not in the explanation"
    case .negationsDiffer: "there was a \"not\" too many or too few"
    case .termLost(let term): "the term \"\(term)\" was lost"
    }
  }
}
