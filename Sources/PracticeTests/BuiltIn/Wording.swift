import Foundation

/// The ways in which a definition can be asked for or stated.
enum Wording {
  /// The stems of a multiple-choice question whose answer is the term. `blank` is not among them.
  static func questions(for definition: Definition, term: Term, using random: inout SeededGenerator) -> [String] {
    let text = definition.text
    switch definition.shape {
    case .thing:
      var stems = ["Which term refers to \(text)?", "What is the term for \(text)?"]
      let hasArticle = ["a ", "an ", "the "].contains(where: text.hasPrefix) && !text.hasPrefix("the fact ")
      if hasArticle || term.isPlural { stems.append("Which of these terms describes \(text)?") }
      let verb = definition.isPlural ? "are" : "is"
      let isPerson = definition.genus.last.map(Definition.people.contains) ?? false
      if hasArticle, !isPerson { stems.append("Which of these \(verb) \(text)?") }
      let isShort = text.split(separator: " ").count <= 12 && !text.contains(where: { ",:(\u{2014}".contains($0) })
      if hasArticle, !isPerson, isShort { stems.append("What \(verb) \(text) called?") }
      stems = random.shuffled(stems)
      if let relative = definition.relative {
        stems.insert("Which \(relative.noun) \(relative.predicate)?", at: random.index(below: 3) < 2 ? 0 : 1)
      }
      return stems
    case .fragment:
      return random.shuffled([
        "Which term fits this definition: \u{201C}\(text)\u{201D}?",
        "Which term is defined as \u{201C}\(text)\u{201D}?",
      ])
    case .predicate:
      return ["Which of these" + (text.hasPrefix(",") ? text : " " + text) + "?"]
    case .claim:
      guard term.holdsClaims else { return ["Which term fits this description: \u{201C}\(text)\u{201D}?"] }
      return random.shuffled(["Which \(term.head) holds that \(text)?", "Which \(term.head) says that \(text)?"])
    case .event:
      return ["Which term describes what happens \(text)?"]
    }
  }

  /// Whether a stem has a verb that only a term in the plural fits.
  static func asksForMany(_ stem: String) -> Bool {
    stem.hasPrefix("Which of these are ") || stem.hasPrefix("What are ")
  }

  /// The stems of a question that is answered in words: none speaks of options.
  static func openQuestions(for definition: Definition, term: Term, using random: inout SeededGenerator) -> [String] {
    guard definition.shape == .predicate else {
      return questions(for: definition, term: term, using: &random).filter {
        !$0.hasPrefix("Which of these") && !isVague($0, definition, term)
      }
    }
    guard !definition.isPlural, !definition.text.hasPrefix(","), !isTooOpen(definition) else { return [] }
    return ["What \(definition.text)?"]
  }

  /// Whether much does what a predicate says: "What pumps blood to the lungs?" After "What is ..." one would explain.
  private static func isTooOpen(_ predicate: Definition) -> Bool {
    predicate.stems.count < 4 || ["is ", "are ", "was ", "were "].contains(where: predicate.text.hasPrefix)
  }

  /// Whether a question has many answers where no options stand below it: "Which stream flows into a river?"
  private static func isVague(_ question: String, _ definition: Definition, _ term: Term) -> Bool {
    guard let relative = definition.relative, !term.isSortOfThing(definition) else { return false }
    return !relative.noun.contains(" ") && question.hasPrefix("Which \(relative.noun) ")
  }

  /// The beginning and the end of a statement around the term's name, true when the name is right.
  static func statements(for definition: Definition, term: Term) -> [(before: String, after: String)] {
    let text = definition.text
    switch definition.shape {
    case .thing:
      var ways = [("The term \u{201C}", "\u{201D} refers to \(text).")]
      if isCompact(definition, term), term.plainArticle == "", isUncounted(term) {
        ways.append((capitalised(text) + " is known as ", "."))
      }
      return ways
    case .claim where term.holdsClaims:
      return [("According to " + definiteArticle(term), ", \(text).")]
    case .event:
      return [("The term \u{201C}", "\u{201D} describes what happens \(text).")]
    case .fragment:
      return [("The term \u{201C}", "\u{201D} is defined as \u{201C}\(text)\u{201D}.")]
    case .predicate where !definition.isPlural:
      guard let article = term.plainArticle else { return [] }
      return [(article, (text.hasPrefix(",") ? text : " " + text) + ".")]
    case .predicate, .claim:
      return []
    }
  }

  /// Sentences with a blank for the term.
  static func clozes(for definition: Definition, term: Term) -> [String] {
    let text = definition.text
    switch definition.shape {
    case .thing:
      let plain = "____ is the term for \(text)."
      guard isCompact(definition, term), term.singular != nil, let article = articleOfName(definition, term) else {
        return [plain]
      }
      return [capitalised(text) + " is called \(article)____.", plain]
    case .claim where term.holdsClaims: return ["According to \(definiteArticle(term))____, \(text)."]
    case .event: return ["____ is the term for what happens \(text)."]
    case .predicate where !definition.isPlural:
      guard let article = term.plainArticle ?? (term.isCounted && !term.isPlural ? "a(n) " : nil) else { return [] }
      return [capitalised(article + "____" + (text.hasPrefix(",") ? text : " " + text) + ".")]
    case .fragment, .predicate, .claim: return []
    }
  }

  /// A sentence that says what the term is, to explain the answer.
  static func explanation(of definition: Definition, name: String, term: Term) -> String {
    let text = definition.text
    switch definition.shape {
    case .thing: return "The term \u{201C}\(name)\u{201D} refers to \(text)."
    case .fragment: return "The term \u{201C}\(name)\u{201D} is defined as \u{201C}\(text)\u{201D}."
    case .predicate:
      let article = definition.isPlural ? "" : term.plainArticle ?? English.indefiniteArticle(before: name) + " "
      return capitalised(article + name + (text.hasPrefix(",") ? text : " " + text) + ".")
    case .claim:
      return term.holdsClaims
        ? capitalised("\(definiteArticle(term))\(name) holds that \(text).")
        : "The term \u{201C}\(name)\u{201D} stands for this: \(text)."
    case .event: return "The term \u{201C}\(name)\u{201D} describes what happens \(text)."
    }
  }

  /// A sentence that says what the term is, for a model to ask about: the name stands last, where small models do not
  /// turn the question round.
  static func fact(of definition: Definition, name: String, term: Term) -> String {
    switch definition.shape {
    case .fragment where term.isWordForQuality: "What is \(definition.text)" + called(name)
    case .thing, .fragment: capitalised(definition.text) + called(name)
    case .event: "What happens \(definition.text) is called \(name)."
    case .predicate, .claim: explanation(of: definition, name: name, term: term)
    }
  }

  /// The meaning in a fact of that form.
  static func meaning(in fact: String, of name: String) -> String? {
    fact.hasSuffix(called(name)) ? String(fact.dropLast(called(name).count)) : nil
  }

  /// "the " before "cell theory", and nothing before "Le Chatelier's principle".
  private static func definiteArticle(_ term: Term) -> String {
    let isOwned = term.name.shown.first?.isUppercase == true && term.name.words.contains { $0.hasSuffix("'s") }
    return isOwned ? "" : "the "
  }

  private static func called(_ name: String) -> String { " is called \(name)." }

  /// Whether a definition can be the subject of a sentence, with a verb in the singular after it.
  private static func isCompact(_ definition: Definition, _ term: Term) -> Bool {
    let text = definition.text
    return ["a ", "an ", "the "].contains(where: text.hasPrefix) && !term.isPlural && !definition.isPlural
      && !text.contains(where: { ",:\u{2014}".contains($0) })
  }

  /// What stands before a name behind "is called": "a ... is called a(n)", "the ... is called the", or nothing for a name
  /// without an article. `nil` where the two do not match.
  private static func articleOfName(_ definition: Definition, _ term: Term) -> String? {
    let isOne = !definition.text.hasPrefix("the ")
    if isOne, term.isCounted { return "a(n) " }
    if term.plainArticle == "" { return term.isCounted ? nil : "" }
    return isOne ? nil : term.plainArticle
  }

  /// Whether a name goes without an article: "known as osmosis", and not "known as heap".
  private static func isUncounted(_ term: Term) -> Bool {
    term.traits.isAct || term.traits.ending.map(uncounted.contains) == true
  }

  private static let uncounted: Set<String> = ["ism", "ity", "ness", "ance", "ence", "ology"]

  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
