import Foundation

/// Whether a sentence can be asked about on its own, and how it is shown: without citations and asides.
enum StandAlone {
  /// The sentence as a student should see it, with its words: no citations, no references to figures, no "on the other
  /// hand".
  static func shown(_ sentence: String) -> (text: String, words: [WordSpan]) {
    let text = withoutOpening(withoutReferences(sentence))
    let words = WordSpan.words(of: text)
    guard words.contains(where: { asideWords.contains($0.folded) }) else { return (text, words) }
    var result = text
    for aside in asides { result = result.replacingOccurrences(of: aside, with: " ", options: .caseInsensitive) }
    result = tidied(result)
    return (result, WordSpan.words(of: result))
  }

  /// Without a word of time or stress before the sentence: "Today, the disorder is defined as ...".
  private static func withoutOpening(_ text: String) -> String {
    guard let opening = openings.first(where: text.hasPrefix), let next = text.dropFirst(opening.count).first else {
      return text
    }
    return next.uppercased() + text.dropFirst(opening.count + 1)
  }

  /// Whether a sentence, in its shown form, is understood without the ones around it, and is told to nobody in
  /// particular.
  static func isSelfContained(_ sentence: String, words: [WordSpan]) -> Bool {
    guard let first = words.first?.folded, let last = sentence.last, ".!".contains(last) else { return false }
    guard !leaningStarts.contains(first), !hasLeaningStart(words) else { return false }
    let leans = words.indices.contains { leaningWords.contains(words[$0].folded) && !English.isNumeral(words, at: $0) }
    guard !leans, !hasLeaningPhrase(words) else { return false }
    guard !Antecedent.isMissing(in: words) else { return false }
    return !sentence.unicodeScalars.contains { $0 == "?" || $0 == "\u{201C}" || $0 == "\"" }
  }

  /// "In the new edition, it is listed ...": the pronoun after the first comma speaks of something before the sentence.
  static func leansAfterItsOpening(_ text: String) -> Bool {
    [", it ", ", they ", ", this ", ", these ", ", he ", ", she "].contains { text.contains($0) }
  }

  /// Whether the sentence reports a study, a survey or a year's figures: trivia rather than something to learn.
  static func isReport(_ words: [WordSpan]) -> Bool {
    words.contains { reportWords.contains($0.folded) }
  }

  /// Whether it compares with something that may stand elsewhere, or counts on from something before.
  static func isComparison(_ words: [WordSpan]) -> Bool {
    words.contains { comparisonWords.contains($0.folded) }
  }

  /// Whether it says only what is so at times.
  static func isHedged(_ words: [WordSpan]) -> Bool {
    words.contains { hedges.contains($0.folded) }
  }

  /// Whether it speaks of something by what the sentence before it said of that: "Frost breaks rock. ... of the broken
  /// rock ..."
  static func takesUp(_ before: String, words: [WordSpan]) -> Bool {
    let taken = words.indices.dropFirst().dropLast().compactMap { index -> String? in
      let word = words[index].folded
      guard words[index - 1].folded == "the" else { return nil }
      return participles[word] ?? (word.hasSuffix("ed") ? Words.stem(word) : nil)
    }
    guard !taken.isEmpty else { return false }
    return WordSpan.words(of: before).contains { word in
      (English.verbs.contains(word.folded) || English.isThirdPerson(word.folded) || word.folded.hasSuffix("ing"))
        && taken.contains(Words.stem(word.folded))
    }
  }

  private static let participles = [
    "broken": "break", "chosen": "choose", "driven": "drive", "frozen": "freeze", "given": "give", "taken": "take",
    "worn": "wear", "written": "write",
  ].mapValues(Words.stem)

  private static func hasLeaningPhrase(_ words: [WordSpan]) -> Bool {
    words.indices.contains { index in
      guard let rests = leaningPhrases[words[index].folded] else { return false }
      return rests.contains { rest in
        index + rest.count < words.count && rest.indices.allSatisfy { words[index + 1 + $0].folded == rest[$0] }
      }
    }
  }

  private static func hasLeaningStart(_ words: [WordSpan]) -> Bool {
    guard words.count > 2 else { return true }
    let two = words[0].folded + " " + words[1].folded
    return leaningPairs.contains(two) || words[0].folded.hasSuffix("ly")
      || words[0].folded == "the" && backReferences.contains(words[1].folded) || hasLeaningTime(words)
  }

  /// "Three days later, ...", "In the same year, ...": some time from what was told before.
  private static func hasLeaningTime(_ words: [WordSpan]) -> Bool {
    (1..<min(words.count, 5)).contains { index in
      words[index].folded == "later" && times.contains(words[index - 1].normal)
        || ["same", "next"].contains(words[index - 1].folded) && times.contains(words[index].normal)
    }
  }

  private static let times = English.list("minute hour day night week month year decade century")

  private static let asides = [
    ", on the other hand,", ", however,", ", therefore,", ", in contrast,", ", by contrast,", ", for example,",
    ", thus,",
    ", then,", ", in turn,", ", of course,",
  ]

  private static let openings = ["Today, ", "Currently, ", "Essentially, ", "Basically, ", "Simply put, "]

  private static let asideWords = English.list("hand however therefore contrast example thus then turn course")

  private static let hedges = English.list("often sometimes usually typically generally perhaps probably")

  private static let comparisonWords = English.list(
    """
    more less fewer similar similarly comparable compared final further related additional resulting respectively \
    latest
    """
  )

  private static let leaningStarts = English.list(
    """
    it this these those that they he she his her hers him their its such however therefore thus hence also another \
    other others additionally furthermore moreover similarly likewise consequently finally first second third then \
    next but and or so yet here there instead again both each either neither unlike like one some many few several \
    what who why how where when nonetheless nevertheless indeed otherwise still sometimes not given let remember \
    recall note notice imagine consider suppose think try watch as because after before although though despite if \
    once today now later for elle il elles ils cela ceci cette celui celle er sie dies diese dieser ella ellos esto
    """)

  private static let leaningWords = English.list(
    """
    i we you me us my your our ours yours let's you're we're you've he she his her him hers himself herself this \
    these those here figure video website link imagine suppose chapter section textbook earlier aforementioned \
    former latter above following etc http https too likewise nonetheless i'm don't you'll we'll instructor \
    student's
    """)

  private static let leaningPhrases: [String: [[String]]] = Dictionary(
    grouping: [
      "as noted", "as mentioned", "as discussed", "discussed previously", "previously discussed", "for example",
      "for instance",
      "such an", "such a", "et al", "in addition", "in other words", "and so on", "the other", "learn more", "as you",
      "the same time", "said that", "likes to", "can also", "are also", "is also", "was also", "were also", "may also",
      "has also",
      "have also", "in this", "like this",
    ].map { $0.split(separator: " ").map(String.init) }, by: { $0[0] }
  ).mapValues { $0.map { Array($0.dropFirst()) } }

  private static let leaningPairs: Set<String> = [
    "in this", "in these", "in that", "in such", "in addition", "in contrast", "in fact", "in other", "for example",
    "for instance", "on the", "as a", "at this", "at first", "by contrast", "of course", "at that", "to do", "in turn",
    "with this", "from this", "under these", "by this", "during this", "at the", "in one", "in his", "in her",
    "in their",
    "according to", "more recently", "more specifically", "the following", "in general", "in short", "rather than",
  ]

  private static let backReferences = English.list(
    """
    former latter same other others second next resulting result results answer reason idea point above study \
    authors researchers
    """
  )

  private static let reportWords = English.list(
    """
    study studies studied researchers researcher participants survey surveyed found reported percent students sample \
    subjects scientists experiment experiments colleagues psychologist psychologists professor university
    """)
}
