/// What the entries say. A text that was left as it was shown stays as it was, with what is not shown of it.
extension QuestionForm {
  /// A text that must be there.
  func text(_ name: Name, changing old: String) throws(EditError) -> String {
    let entry = try entry(name)
    guard entry.text != DraftFields.clean(old) else { return old }
    try entry.check(limit: DraftFields.longestText)
    return entry.text
  }

  /// A text that may be missing or blank.
  func optionalText(_ name: Name, changing old: String?) throws(EditError) -> String? {
    let entry = entries.first { $0.name == name }
    guard entry?.text ?? "" != DraftFields.clean(old ?? "") else { return old }
    guard let entry, !entry.text.isBlank else { return nil }
    return try text(name, changing: old ?? "")
  }

  /// Texts of one name, without blank ones.
  func texts(_ name: Name, changing old: [String]) throws(EditError) -> [String] {
    let entries = entries.filter { $0.name == name && !$0.text.isBlank }
    guard entries.count <= DraftFields.longestList else {
      throw .unread("There are more than \(DraftFields.longestList) lines with \"\(name.mark)\": write fewer.")
    }
    return try Self.texts(of: entries, changing: old)
  }

  /// The options, in their order.
  func options(changing old: [String]) throws(EditError) -> [String] {
    try Self.texts(of: entries.filter(\.isOption), changing: old)
  }

  private static func texts(of entries: [Entry], changing old: [String]) throws(EditError) -> [String] {
    let texts = entries.map(\.text)
    guard texts != old.map(DraftFields.clean) else { return old }
    for entry in entries { try entry.check(limit: DraftFields.longestAnswer) }
    return texts
  }

  /// Which of some names of options the answer is.
  func place(of names: [String]) throws(EditError) -> Int {
    let answer = try entry(.answer)
    guard let place = names.firstIndex(where: { $0.lowercased() == answer.text.lowercased() }) else {
      throw .unread("Line \(answer.line): the answer is one of these: \(names.joined(separator: ", ")).")
    }
    return place
  }

  private func entry(_ name: Name) throws(EditError) -> Entry {
    guard let entry = entries.first(where: { $0.name == name }) else {
      throw .unread("No line begins with \"\(name.mark)\" any more: write one.")
    }
    return entry
  }
}

extension QuestionForm.Entry {
  fileprivate func check(limit: Int) throws(EditError) {
    if text.isBlank { throw .unread("Line \(line): there is nothing behind \"\(name.mark)\".") }
    if text.count > limit {
      throw .unread("Line \(line): the text of \"\(name.mark)\" is longer than \(limit) characters. Shorten it.")
    }
  }
}
