/// Numbers of things, as a person reads them.
public enum Counted {
  /// "1 question", "3 questions".
  public static func text(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
