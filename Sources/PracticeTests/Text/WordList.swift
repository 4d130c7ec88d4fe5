extension [String] {
  /// As a sentence names them: "a", "a and b", "a, b and c".
  func listed(with conjunction: String = "and") -> String {
    guard count > 1, let last else { return joined() }
    return "\(dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }
}
