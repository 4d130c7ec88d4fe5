import Foundation

/// Decides whether an answer is right.
public enum Grading {
  /// Grades an answer: choices by the key; written answers by what they say, never in silence where it is unclear.
  ///
  /// A written answer equal to the key or an accepted answer (folded, without articles and punctuation) is right; one
  /// edit away in a word of five letters or more is ``Outcome/close``, for the student to decide. An explanation is left
  /// ``Outcome/ungraded``: the student compares it with the model answer.
  public static func grade(_ item: Item, _ answer: Answer?) -> Outcome {
    switch answer {
    case nil:
      return .wrong
    case .choice(let index):
      return index == item.correctIndex ? .right : .wrong
    case .text(let text):
      return item.format == .explanation ? .ungraded : gradeWritten(text, item)
    }
  }

  private static func gradeWritten(_ text: String, _ item: Item) -> Outcome {
    let given = normalised(text)
    guard !given.isEmpty else { return .wrong }
    let keys = ([item.correctAnswer] + item.acceptedAnswers).map(normalised)
    if keys.contains(given) { return .right }
    return keys.contains { isOneTypoAway(given, $0) } ? .close : .wrong
  }

  /// Compatibility forms folded, case folded, without articles and punctuation; signs and digits stay.
  static func normalised(_ text: String) -> String {
    let folded = text.precomposedStringWithCompatibilityMapping.lowercased()
    let kept = folded.map { character -> Character in
      character.isLetter || character.isNumber || "+-−%°".contains(character) ? character : " "
    }
    return String(kept).split(separator: " ").filter { !["a", "an", "the"].contains($0) }.joined(separator: " ")
  }

  /// One insertion, deletion, substitution or swap of neighbours, in five letters or more, not at the first letter and
  /// not in a digit or sign.
  static func isOneTypoAway(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a), Array(b))
    guard min(a.count, b.count) >= 5, a.first == b.first, abs(a.count - b.count) <= 1, a != b else { return false }
    let prefix = zip(a, b).prefix { $0 == $1 }.count
    let suffix = zip(a.dropFirst(prefix).reversed(), b.dropFirst(prefix).reversed()).prefix { $0 == $1 }.count
    let (left, right) = (Array(a[prefix..<(a.count - suffix)]), Array(b[prefix..<(b.count - suffix)]))
    guard (left + right).allSatisfy(\.isLetter) else { return false }
    if left.count <= 1 && right.count <= 1 { return true }
    return left.count == 2 && left == right.reversed()
  }
}
