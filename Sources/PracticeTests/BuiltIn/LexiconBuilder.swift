import Foundation

/// Builds a ``Lexicon`` in two passes over the notes: first what the terms are, then where they stand.
struct LexiconBuilder {
  private let documents: [NoteDocument]
  private var terms: [Term] = []
  private var termByKey: [String: Int] = [:]
  private var termsByFirstWord: [String: [(words: [String], term: Int)]] = [:]
  private var places: [Lexicon.Place] = []
  private var mentions: [[Mention]] = []
  /// Where the notes define a term in so many words.
  private var entries: [Int: GlossaryMention] = [:]
  private var quantities: [String: [Quantity]] = [:]
  private var quantityCandidates: [(candidate: Candidate, terms: [Int])] = []
  /// The keys of the terms that the notes define without marking them.
  private var plainKeys: Set<String> = []
  /// The sentences of each block of text, in order.
  private var sentences: [[String]] = []
  private var countNouns = CountNouns()
  private var finder = DefinitionFinder(parser: DefinitionParser(countNouns: CountNouns()))

  /// Mentions that are kept of a term; those that the notes mark come first.
  private static let mentionLimit = 10

  init(documents: [NoteDocument]) {
    self.documents = documents
    for (index, document) in documents.enumerated() {
      places += document.passages.map { Lexicon.Place(id: $0.id, document: index) }
    }
  }

  // MARK: Terms

  /// Collects the terms: of glossaries, set in bold, and, in documents that mark few, those that sentences define.
  mutating func collectTerms() {
    for (index, document) in documents.enumerated() {
      var marked = 0
      for entry in document.glossary where add(entry.term, document: index) != nil { marked += 1 }
      for passage in document.passages {
        for block in passage.blocks where block.isProse {
          for term in block.emphasised where add(term, document: index) != nil { marked += 1 }
        }
      }
      let bare = marked < max(3, document.passages.count)
      for passage in document.passages {
        for name in passage.headings.suffix(1).flatMap(PlainTerm.named(by:)) { addPlain(name, document: index) }
        for block in passage.blocks where block.isProse {
          learn(from: block, document: index, plain: bare)
        }
      }
    }
    finder = DefinitionFinder(parser: DefinitionParser(countNouns: countNouns))
    for (index, document) in documents.enumerated() {
      for entry in document.glossary { addGlossary(entry, document: index) }
    }
  }

  @discardableResult
  private mutating func add(_ raw: String, document: Int) -> Int? {
    guard let name = TermName(raw) else { return nil }
    if let known = termByKey[name.key] {
      terms[known].keys.formUnion(Term(name: name, document: document).keys)
      return known
    }
    let index = terms.count
    terms.append(Term(name: name, document: document))
    termByKey[name.key] = index
    termsByFirstWord[name.words[0], default: []].append((name.words, index))
    return index
  }

  private mutating func addGlossary(_ entry: GlossaryEntry, document: Int) {
    guard let name = TermName(entry.term), let index = termByKey[name.key] else { return }
    let read = finder.parser.glossary(entry.definition)
    // The glossary's way of writing a term is the plainest: not at the start of a sentence, mostly in the singular.
    if !terms[index].isIntroduced { terms[index].name = name }
    terms[index].isIntroduced = true
    for alias in read.aliases {
      if let other = TermName(alias) {
        terms[index].keys.insert(other.key)
        if !terms[index].name.others.contains(other.shown) { terms[index].name.others.append(other.shown) }
      }
    }
    terms[index].context.formUnion(Words.contentStems(entry.definition))
    if let definition = read.definition {
      terms[index].genus.formUnion(definition.genus)
      if terms[index].glossary == nil { terms[index].glossary = definition }
    }
  }

  /// Learns nouns from a block and, where the notes mark nothing, the terms that its sentences define.
  private mutating func learn(from block: Block, document: Int, plain: Bool) {
    let split = Sentences.split(block.text)
    sentences.append(split)
    for sentence in split {
      let words = WordSpan.words(of: sentence)
      countNouns.learn(from: words)
      let (shown, shownWords) = StandAlone.shown(sentence)
      if let person = PersonName.find(in: shown, words: shownWords), let term = add(person, document: document) {
        terms[term].isPerson = true
      }
      guard plain || block.kind == .listItem else { continue }
      if let name = PlainTerm.find(in: sentence, words: words, isListItem: block.kind == .listItem, allowsProse: plain)
      {
        addPlain(name, document: document)
      }
    }
  }

  /// Adds a term that the notes do not mark: it stands out where they define it.
  private mutating func addPlain(_ name: String, document: Int) {
    if let term = add(name, document: document) { plainKeys.insert(terms[term].name.key) }
  }

  // MARK: Mentions

  /// Finds every place where a term stands, and what is said there.
  mutating func collectMentions() {
    mentions = Array(repeating: [], count: terms.count)
    var passage = 0
    var block = 0
    for document in documents {
      let glossary = Dictionary(grouping: document.glossary, by: \.line)
      for source in document.passages {
        var sentence = 0
        for text in source.blocks {
          note(glossary[text.line] ?? [], in: text, place: SentenceID(passage: passage, sentence: sentence))
          guard text.isProse else {
            sentence += 1
            continue
          }
          let marked = Set(text.emphasised.compactMap { TermName($0)?.key })
          for index in sentences[block].indices {
            read(sentences[block], at: index, passage: passage, sentence: sentence, marked: marked)
            sentence += 1
          }
          block += 1
        }
        passage += 1
      }
    }
  }

  /// Notes where entries stand that begin a block.
  private mutating func note(_ glossary: [GlossaryEntry], in block: Block, place: SentenceID) {
    for entry in glossary where block.text.hasPrefix(entry.term) {
      guard let name = TermName(entry.term), let term = termByKey[name.key], entries[term] == nil else { continue }
      entries[term] = GlossaryMention(place: place, evidence: Sentences.split(block.text).first ?? block.text)
    }
  }

  private mutating func read(
    _ paragraph: [String], at index: Int, passage: Int, sentence: Int, marked: Set<String>
  ) {
    let text = paragraph[index]
    let neighbours: (before: String?, after: String?) = (
      index > 0 ? paragraph[index - 1] : nil, index + 1 < paragraph.count ? paragraph[index + 1] : nil
    )
    let (shown, words) = StandAlone.shown(text)
    let found = occurrences(words, in: shown)
    guard !found.isEmpty else { return }
    let alone = (8...40).contains(words.count) && StandAlone.isSelfContained(shown, words: words)
    let stems = Set(
      words.lazy.map(\.folded).filter { $0.count >= 3 && !Words.stopWords.contains($0) }.map(Words.stem))
    linkSynonyms(found, shown, words)
    for (term, place) in found {
      note(
        form: String(shown[words[place.lowerBound].range.lowerBound..<words[place.upperBound - 1].range.upperBound]),
        isStart: place.lowerBound == 0, words: words[place],
        preceding: place.lowerBound > 0 ? words[place.lowerBound - 1].folded : "", of: term)
      let key = terms[term].name.key
      let isMarked = marked.contains(key)
      guard isMarked || mentions[term].count < Self.mentionLimit else { continue }
      let once = found.filter { $0.term == term }.count == 1
      var mention = mention(
        of: term, at: place, in: shown, words: words, evidence: text, neighbours: neighbours, passage: passage,
        sentence: sentence, isMarked: isMarked, alone: alone, once: once, stems: stems)
      if plainKeys.contains(key), DefinitionFinder.isSubject(words, place), !mention.isPlural, mention.definition != nil
      {
        mention.isMarked = true
      }
      mentions[term].append(mention)
    }
    if alone { collectQuantity(text, shown: shown, words: words, passage: passage, terms: found.map(\.term)) }
  }

  private func mention(
    of term: Int, at place: Range<Int>, in shown: String, words: [WordSpan], evidence: String,
    neighbours: (before: String?, after: String?), passage: Int, sentence: Int, isMarked: Bool, alone: Bool, once: Bool,
    stems: Set<String>
  ) -> Mention {
    let range = words[place.lowerBound].range.lowerBound..<words[place.upperBound - 1].range.upperBound
    let headWord = words[min(place.lowerBound + terms[term].name.headIndex, place.upperBound - 1)].folded
    return Mention(
      term: term, passage: passage, sentence: sentence, evidence: evidence, before: neighbours.before,
      after: neighbours.after, shown: shown,
      surface: place.lowerBound == 0 ? DefinitionParser.lowercasedName(String(shown[range])) : String(shown[range]),
      isPlural: English.isPlural(headWord) && !terms[term].isPerson, isMarked: isMarked,
      opensSentence: place.lowerBound <= 1 || place.lowerBound == 2 && words[0].folded == "in", standsAlone: alone,
      definition: alone ? finder.definition(in: shown, words: words, at: place) : nil,
      blanked: alone && once ? Self.blanked(shown, words: words, place: place, range: range) : nil, stems: stems)
  }

  /// The sentence with `____` for the term, an article before it open. `nil` where the blank would stand in a longer
  /// name.
  private static func blanked(
    _ shown: String, words: [WordSpan], place: Range<Int>, range: Range<String.Index>
  ) -> String? {
    if place.upperBound < words.count {
      let next = words[place.upperBound]
      let gap = shown[range.upperBound..<next.range.lowerBound]
      let isModifier =
        gap == " " && !English.isFiniteVerb(next.folded) && !English.prepositions.contains(next.folded)
        && !English.relatives.contains(next.folded) && !English.conjunctions.contains(next.folded)
        && !English.verbs.contains(next.folded) && !English.determiners.contains(next.folded)
        && !Words.stopWords.contains(next.folded) && !next.folded.hasSuffix("ly")
      if isModifier || gap == "-" { return nil }
    }
    var before = String(shown[..<range.lowerBound])
    if place.lowerBound > 0, ["a", "an"].contains(words[place.lowerBound - 1].folded) {
      before = String(shown[..<words[place.lowerBound - 1].range.lowerBound])
      before += place.lowerBound == 1 ? "A(n) " : "a(n) "
    }
    return before + "____" + shown[range.upperBound...]
  }

  /// The terms that stand in a sentence, the longest at each place, without overlap.
  private func occurrences(_ words: [WordSpan], in text: String) -> [(term: Int, place: Range<Int>)] {
    var result: [(term: Int, place: Range<Int>)] = []
    var index = 0
    while index < words.count {
      var best: (term: Int, length: Int)?
      for entry in termsByFirstWord[words[index].normal] ?? [] where entry.words.count > best?.length ?? 0 {
        let end = index + entry.words.count
        if end <= words.count, (index..<end).allSatisfy({ words[$0].normal == entry.words[$0 - index] }),
          (index..<(end - 1)).allSatisfy({ text[words[$0].range.upperBound..<words[$0 + 1].range.lowerBound] == " " })
        {
          best = (entry.term, entry.words.count)
        }
      }
      if let best {
        result.append((best.term, index..<(index + best.length)))
        index += best.length
      } else {
        index += 1
      }
    }
    return result
  }

  /// Two terms that a sentence gives for the same thing: "glial cells (also known as glia)", "the soma, or cell body".
  private mutating func linkSynonyms(_ found: [(term: Int, place: Range<Int>)], _ shown: String, _ words: [WordSpan]) {
    for (first, second) in zip(found, found.dropFirst()) where first.term != second.term {
      let between = shown[
        words[first.place.upperBound - 1].range.upperBound..<words[second.place.lowerBound].range.lowerBound]
      let link = between.filter { $0.isLetter || $0 == "(" }.lowercased()
      let after = shown[words[second.place.upperBound - 1].range.upperBound...].first
      guard Self.synonymLinks.contains(link) else { continue }
      if link.hasPrefix("(") ? after == ")" : link != "or" || between.hasPrefix(",") && (after == "," || after == ".") {
        terms[first.term].keys.formUnion(terms[second.term].keys)
        terms[second.term].keys.formUnion(terms[first.term].keys)
      }
    }
  }

  /// What stands between two names for one thing, letters and brackets only.
  private static let synonymLinks: Set<String> = Set(
    [
      "", "or", "also", "alsoknownas", "alsocalled", "alsoreferredtoas", "orthe", "ora", "knownas", "sometimescalled",
      "called",
    ]
    .flatMap { ["(" + $0, $0] }
  ).subtracting(["", "called", "knownas", "also"])

  /// Notes how a term is written in the singular and in the plural, in lower case where the notes have it.
  private mutating func note(form: String, isStart: Bool, words: ArraySlice<WordSpan>, preceding: String, of term: Int)
  {
    let head = words[min(words.startIndex + terms[term].name.headIndex, words.endIndex - 1)].folded
    let text = isStart ? DefinitionParser.lowercasedName(form) : form
    if !English.isPlural(head), terms[term].precedingWord == nil { terms[term].precedingWord = preceding }
    let path: WritableKeyPath<Term, String?> = English.isPlural(head) ? \.plural : \.singular
    // At the start of a sentence a capital says nothing: any other place tells more, and a small letter there most.
    if terms[term][keyPath: path] == nil || !isStart && (text.first?.isLowercase == true || terms[term].formsAreGuessed)
    {
      terms[term][keyPath: path] = text
      terms[term].formsAreGuessed = isStart
    }
  }

  private mutating func collectQuantity(_ text: String, shown: String, words: [WordSpan], passage: Int, terms: [Int]) {
    guard words.contains(where: { English.isFiniteVerb($0.folded) }), !StandAlone.isReport(words),
      !StandAlone.isComparison(words),
      let (quantity, range) = Quantity.only(in: shown, words: words)
    else { return }
    quantities[quantity.unit, default: []].append(quantity)
    let sentence = shown[..<range.lowerBound] + "____" + shown[range.upperBound...]
    let blank = Candidate.Blank(sentence: String(sentence), surface: quantity.text, isPlural: false, evidence: text)
    let candidate = Candidate(
      key: .quantity(quantity), passage: passage, evidence: text, blank: blank, explanation: shown, rank: 1)
    quantityCandidates.append((candidate, terms))
  }

  // MARK: Candidates

  /// The lexicon with everything that might be asked.
  mutating func makeLexicon() -> Lexicon {
    for index in terms.indices { introduce(index) }
    var claimed: Set<SentenceID> = []
    var candidates: [Candidate] = []
    var asked: Set<String> = []
    let order = terms.indices.filter { terms[$0].isIntroduced }
    for term in order where asked.isDisjoint(with: terms[term].keys) {
      if let candidate = CandidateChooser(
        term: terms[term], mentions: mentions[term], entry: entries[term]
      ).best(index: term, claimed: &claimed) {
        candidates.append(candidate)
        asked.formUnion(terms[term].keys)
      }
    }
    let taken = Set(candidates.flatMap { [$0.evidence, $0.blank?.evidence ?? ""] })
    candidates += quantityCandidates.filter { entry in
      !taken.contains(entry.candidate.evidence) && entry.terms.contains { terms[$0].isIntroduced }
    }.map(\.candidate)
    var termsOfDocument = Array(repeating: [Int](), count: documents.count)
    for term in order { termsOfDocument[terms[term].document].append(term) }
    return Lexicon(
      terms: terms, candidates: candidates, passages: places, termsOfDocument: termsOfDocument, quantities: quantities)
  }

  /// Whether a term set in bold names something, and isn't a word that is stressed: "not", "all", "important".
  private func isName(_ index: Int) -> Bool {
    let name = terms[index].name
    return name.words.count > 1
      || !Term.Traits(name).isAdjective && !English.stressed.contains(name.words[0])
        && !PlainTerm.vague.contains(name.words[0])
  }

  /// Settles a term's name and what is known of it, from its mentions.
  private mutating func introduce(_ index: Int) {
    let defining = mentions[index].filter { $0.definition != nil && $0.definition?.shape != .predicate }
    let marked = mentions[index].filter { $0.isMarked }
    if terms[index].glossary == nil {
      if let best = terms[index].singular ?? terms[index].plural, let name = TermName(best) {
        terms[index].name.shown = name.shown
      }
      let isSubject = marked.contains { $0.definition != nil } || marked.contains(where: \.isTaught) && isName(index)
      let isPerson = mentions[index].contains { $0.definition.map { terms[index].isSomebody($0) } ?? false }
      terms[index].isIntroduced = (terms[index].isIntroduced || !defining.isEmpty || isSubject) && !isPerson
      if terms[index].isPerson {
        terms[index].isIntroduced = mentions[index].contains(where: \.tellsOfDeed)
      } else if plainKeys.contains(terms[index].name.key), terms[index].name.words.count == 1,
        terms[index].name.shown.first?.isUppercase == true
      {
        // A heading that is a family name.
        terms[index].isIntroduced = false
      }
    }
    let telling = (marked + defining).prefix(3)
    for mention in telling.isEmpty ? mentions[index].prefix(1) : telling {
      terms[index].context.formUnion(mention.stems)
    }
    for mention in defining.prefix(2) { terms[index].genus.formUnion(mention.definition?.genus ?? []) }
    terms[index].traits = Term.Traits(terms[index].name)
    if terms[index].isPerson { terms[index].traits.isPlural = false }
    terms[index].passage = (marked.first ?? defining.first ?? mentions[index].first)?.passage
  }
}

/// A sentence of the notes.
struct SentenceID: Hashable {
  var passage: Int
  var sentence: Int
}
