/// Whether two words have one root under endings of Latin and Greek: a reader who doesn't know one finds it by the other.
enum WordKin {
  /// Whether that is so of two stems: "act" and "actus", "tendon" and "tendinea", "politic" and "realpolitik".
  static func areKin(_ first: String, _ second: String) -> Bool {
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    if short.count >= 3, nominative.contains(where: { long == short + $0 }) { return true }
    guard let root = root(of: short) else { return false }
    let other = Self.root(of: long) ?? long
    if root == other, other != long { return true }
    return root.count >= fewestInside
      && [long, other].contains { $0.count > root.count + 1 && $0.hasSuffix(root) }
  }

  /// A stem without its ending; `nil` where it has none or too little is left.
  private static func root(of stem: String) -> String? {
    guard let ending = endings.first(where: stem.hasSuffix) else { return nil }
    let root = stem.dropLast(ending.count)
    // "solution" and "section" end in "-ion".
    return root.count >= fewest && !root.hasSuffix("i") ? String(root) : nil
  }

  private static let nominative = ["us", "um"]
  /// The longest first, as they are in stems.
  private static let endings = ["inea", "ics", "ine", "us", "um", "ul", "ic", "ik", "in", "on"]
  private static let fewest = 4
  /// The letters of a root that is found at the end of a longer word.
  private static let fewestInside = 5
}
