/// What a quiz gives as the answer to a question: one option or a text, and what explains it behind that.
struct QuizAnswer {
  let answer: String
  private(set) var explanation: String?

  /// Reads what stands behind "Answer:". In "B. The notes say so" the letter is the answer, and the rest explains it
  /// where it is no option.
  ///
  /// - Throws: ``Doubt`` where the rest may name another option.
  init(_ text: String, to prompt: String, _ options: [WrittenQuestion.Option]) throws(Doubt) {
    if options.isEmpty {
      if let name = Self.romanLabel(text, prompt) {
        throw Doubt("The answer names option \(name), and the options can't be told from the question.")
      }
      (answer, explanation) = Self.explainedTruth(text, prompt) ?? (text, nil)
      return
    }
    let whole = Words.fold(text)
    let names = options.enumerated().map { $0.element.label ?? OptionLetter.letter($0.offset) }
    let remark = AnswerRemark(text, among: names)
    let labelled = remark?.labelled ?? text
    guard let label = AnswerLabel(labelled), !label.rest.isEmpty,
      !options.contains(where: { Words.fold($0.text) == whole })
    else {
      answer = text
      return
    }
    let own = names.firstIndex(of: label.label)
    guard remark == nil || !Self.isAnother(text, options.map(\.text), own: own) else {
      throw Doubt("Whether the answer names option \(label.label) or another one can't be told.")
    }
    // Whether the text is that of the label's option is seen where the key is found.
    guard !options.contains(where: { Words.tokens($0.text) == Words.tokens(label.rest) }) else {
      answer = labelled
      return
    }
    let others = Set(names).subtracting([label.label])
    let ownText = own.map { options[$0].text } ?? ""
    guard remark?.mayName(others, besides: ownText) != true,
      remark?.isOfAnother(options.map(\.text), besides: ownText) != true
    else {
      throw Doubt("Whether the answer names another option, too, can't be told.")
    }
    guard !Self.goesOnWithAnother(label.rest), !Self.names(others, in: label.rest, besides: ownText) else {
      throw Doubt("More than one answer is given.")
    }
    guard !Self.beginsWithAnother(label.rest, options.map(\.text), own: own) else {
      throw Doubt("The answer names option \(label.label), and gives a text that is not that option's.")
    }
    answer = label.label
    explanation = if let remark { remark.explanation } else { label.rest }
  }

  // MARK: - Doubts

  /// "ii", "(ii)" or "ii) Nice" where a line of the question has that label, or one line has several.
  private static func romanLabel(_ text: String, _ prompt: String) -> String? {
    let name = text.drop { "([".contains($0) }.prefix(while: \.isLetter).lowercased()
    guard ["i", "ii", "iii", "iv", "v", "vi"].contains(name) else { return nil }
    let isOnLine = prompt.split(separator: "\n").contains { line in
      let line = line.drop { "( -".contains($0) }.lowercased()
      return line.hasPrefix("\(name))") || line.hasPrefix("\(name). ")
    }
    // "(i) one, (ii) another" answers what is asked in parts.
    let isRepeated = Words.tokens(text) == [name] || Words.fold(prompt).contains(Words.fold(text))
    return isOnLine || isRepeated && hasRomanList(prompt, with: name) ? name : nil
  }

  /// Whether the words of a question have a label among others from the first on: "i) Lyon ii) Nice". The "(v)" of a
  /// formula is none.
  private static func hasRomanList(_ prompt: String, with name: String) -> Bool {
    let words = Set(prompt.split(whereSeparator: \.isWhitespace).map { word in word.drop { $0 == "(" }.lowercased() })
    return words.isSuperset(of: ["i)", "ii)", "\(name))"])
  }

  /// "and C", "& D", ", D", "as well as C".
  private static func goesOnWithAnother(_ rest: String) -> Bool {
    if Words.tokens(rest).starts(with: ["as", "well", "as"]) { return true }
    let word = rest.prefix { !$0.isWhitespace }.lowercased()
    return ["and", "or", "and/or"].contains(word) || rest.first.map { "&+/,;".contains($0) } ?? false
  }

  /// Whether one of the labels stands in a text as a label does: at its beginning, as in "C. three" or "C", or further
  /// on as "C)", "(C)". In "(see vitamin C)" and "f(C)" it does not, nor in a sentence that explains the answer.
  private static func names(_ labels: Set<String>, in rest: String, besides own: String) -> Bool {
    if let first = AnswerLabel(rest), labels.contains(first.label) { return true }
    let opening = Words.tokens(rest).first ?? ""
    let explains = rest.first?.isUppercase == true || ["because", "since", "as"].contains(opening)
    guard !explains || Words.tokens(rest).starts(with: Words.tokens(own)) else { return false }
    var (depth, word) = (0, "")
    var isOpened = false
    for character in rest {
      switch character {
      case "(", "[":
        depth += 1
        (word, isOpened) = ("", word.isEmpty)
      case ")", "]":
        if depth == 0 || isOpened, labels.contains(word.uppercased()) { return true }
        depth = max(0, depth - 1)
        (word, isOpened) = ("", false)
      case _ where character.isLetter || character.isNumber: word.append(character)
      default: (word, isOpened) = ("", false)
      }
    }
    return false
  }

  /// Whether a text has the words of another option, in that option's order: "a (x)" is "a(x)", too.
  private static func isAnother(_ text: String, _ texts: [String], own: Int?) -> Bool {
    let words = Words.tokens(text)
    return texts.indices.contains { $0 != own && Words.tokens(texts[$0]) == words }
  }

  /// Whether a text begins with that of another option, and not with more words of the option's own.
  private static func beginsWithAnother(_ rest: String, _ texts: [String], own: Int?) -> Bool {
    let words = Words.tokens(rest)
    let lengths = texts.map { text in
      let option = Words.tokens(text)
      guard words.starts(with: option) else { return 0 }
      // "6" is not what "6 divided by 2 is 3" begins with.
      let isNumber = option.count == 1 && option[0].allSatisfy(\.isNumber)
      return isNumber && rest.dropFirst(option[0].count).first?.isWhitespace == true ? 0 : option.count
    }
    let ownLength = own.map { lengths[$0] } ?? 0
    return lengths.contains { $0 > ownLength }
  }

  // MARK: - Statements

  /// "False. Mitochondria make it.": whether a statement is true, and why; `nil` where something is asked.
  private static func explainedTruth(_ text: String, _ prompt: String) -> (String, String?)? {
    let word = text.prefix(while: \.isLetter)
    let rest = text[word.endIndex...].trimming(\.isWhitespace)
    guard WrittenQuestion.truth(String(word)) != nil, let mark = rest.first, ".,;:-\u{2013}\u{2014}(".contains(mark),
      ".,;:".contains(mark) || text[word.endIndex...].first == " "
    else { return nil }
    let asked = QuizPrompt(prompt)
    guard !asked.asks || prompt.lowercased().contains("true or false") else { return nil }
    let explanation = mark == "(" ? rest : rest.dropFirst().trimming(\.isWhitespace)
    guard !explanation.isEmpty, WrittenQuestion.truth(String(explanation)) == nil else { return nil }
    return (String(word), String(explanation))
  }
}
