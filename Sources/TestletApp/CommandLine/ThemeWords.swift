extension CommandLineState {
  /// What is to be said where a theme is asked for that there is not.
  var themeProblem: String? {
    let parts = words.split(separator: " ")
    guard parts.count == 2, parts[0].lowercased() == "theme" else { return nil }
    let names = InterfaceSettings.themes.joined(separator: ", ")
    return "There is no theme \"\(parts[1])\"; there are: \(names)."
  }
}
