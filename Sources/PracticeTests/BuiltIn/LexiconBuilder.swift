/// Builds a ``Lexicon`` in two passes over the notes: first what the terms are, then where they stand.
struct LexiconBuilder {
  private let documents: [NoteDocument]
  /// How many documents are asked about, the first, and how many passages.
  private let askedDocuments: Int
  private let askedPassages: Int
  /// Whether each document seems to be in English. Of others only whole sentences are asked: what frames a definition is
  /// English.
  private let isEnglish: [Bool]
  private var table = TermTable()
  private var places: [Lexicon.Place] = []
  private var mentions: [[Mention]] = []
  /// Where the notes define a term in so many words.
  private var entries: [Int: GlossaryMention] = [:]
  private var quantities: [String: [Quantity]] = [:]
  private var quantityCandidates: [(candidate: Candidate, terms: [Int])] = []
  /// The sentences of each block of text, in order.
  private var sentences: [[NoteClause]] = []
  private var countNouns = CountNouns()
  private var names = NameWords()
  private var finder = DefinitionFinder(parser: DefinitionParser(countNouns: CountNouns()))

  /// Mentions that are kept of a term besides those that the notes mark and those that say what it is.
  private static let mentionLimit = 10

  init(documents asked: [NoteDocument], besides others: [NoteDocument]) {
    documents = asked + others
    isEnglish = documents.map { !NotesLanguage.isDoubted($0.passages) }
    askedDocuments = asked.count
    askedPassages = asked.reduce(0) { $0 + $1.passages.count }
    for (index, document) in documents.enumerated() {
      places += document.passages.map { Lexicon.Place(id: $0.id, document: index) }
    }
  }

  // MARK: Terms

  /// Collects the terms: of glossaries, set in bold, named by headings, people, and those that sentences define, in
  /// documents that mark few terms by any kind of definition.
  mutating func collectTerms() {
    for (index, document) in documents.enumerated() {
      let blocks = document.passages.flatMap(\.blocks).filter(\.isProse)
      let marked = document.glossary.map(\.term) + blocks.flatMap(\.emphasised)
      let count = marked.count { table.add($0, document: index) != nil }
      for name in document.passages.compactMap(\.headings.last).flatMap(PlainTerm.named(by:)) where isEnglish[index] {
        table.addPlain(name, document: index)
      }
      for block in blocks { learn(from: block, document: index, isBare: count < max(3, document.passages.count)) }
      for passage in document.passages where isEnglish[index] {
        names.learn(fromEntries: Glossary.entries(among: passage.blocks).map(\.term))
      }
    }
    nameKinds()
    let parser = DefinitionParser(countNouns: countNouns)
    finder = DefinitionFinder(parser: parser)
    for (index, document) in documents.enumerated() where isEnglish[index] {
      for entry in document.glossary { table.define(entry, document: index, parser) }
      let isWordList = Glossary.isWordList(document.passages.flatMap(\.blocks))
      for passage in document.passages {
        let marks = Glossary.marks(of: passage.blocks)
        let isInList = isWordList || marks != Glossary.colon
        for block in passage.blocks {
          table.defineInText(block, at: marks, isInWordList: isInList, document: index, parser)
        }
      }
    }
  }

  /// Learns nouns, people and the terms that sentences define from a block; `isBare` where its notes mark few terms.
  private mutating func learn(from block: Block, document: Int, isBare: Bool) {
    let clauses = NoteClause.all(in: block.text)
    sentences.append(clauses)
    let isItem = block.kind == .listItem
    if isItem, isEnglish[document], let name = clauses.first.flatMap({ PlainTerm.entry($0.told) }) {
      table.addEntry(name, document: document)
    }
    for sentence in clauses.map(\.told) {
      let words = WordSpan.words(of: sentence)
      countNouns.learn(from: words)
      if let person = PersonName.find(in: sentence) { table.addPerson(person, document: document) }
      guard isEnglish[document] else { continue }
      names.learn(from: sentence, words)
      let found =
        [PlainTerm.find(in: sentence, isListItem: isItem, isBare: isBare)].compactMap(\.self)
        + PlainTerm.setIn(sentence)
      for name in found { table.addPlain(name, document: document) }
    }
  }

  /// Adds the kinds of terms that the notes name more than once: "long-term memory", where "memory" is a term.
  private mutating func nameKinds() {
    var block = 0
    for (index, document) in documents.enumerated() {
      var counts: [String: Int] = [:]
      for _ in document.passages.flatMap(\.blocks).filter(\.isProse) {
        for name in sentences[block].flatMap({ table.kinds(in: $0.told) }) { counts[name, default: 0] += 1 }
        block += 1
      }
      for (name, count) in counts.sorted(by: { $0.key < $1.key }) where count > 1 && isEnglish[index] {
        table.addPlain(name, document: index)
      }
    }
  }

  // MARK: Mentions

  /// Finds every place where a term stands, and what is said there.
  mutating func collectMentions() {
    mentions = Array(repeating: [], count: table.terms.count)
    var passage = 0
    var block = 0
    for (index, document) in documents.enumerated() {
      table.placeInGlossary(document.glossary)
      for source in document.passages {
        var place = SentenceID(passage: passage, sentence: 0)
        for text in source.blocks {
          let defined = table.defined(by: text, document: index)
          for term in defined where entries[term] == nil {
            entries[term] = GlossaryMention(
              place: place, evidence: Sentences.split(text.text).first ?? text.text, isProse: text.isProse)
          }
          let paragraph = text.isProse ? sentences[block] : []
          let first = read(paragraph, from: place, marked: Set(text.emphasised.compactMap { TermName($0)?.key }))
          let isItem = text.kind == .listItem || text.kind == .paragraph && !defined.isEmpty
          table.lists.next(isItem: isItem, below: source.headings)
          if isItem, let term = defined.first ?? first { table.placeInList(term) }
          place.sentence += max(1, paragraph.count)
          block += text.isProse ? 1 : 0
        }
        passage += 1
      }
    }
  }

  /// Reads the sentences of a block, and gives the term with which the first one begins.
  private mutating func read(_ paragraph: [NoteClause], from place: SentenceID, marked: Set<String>) -> Int? {
    var first: Int?
    for index in paragraph.indices {
      var id = place
      id.sentence += index
      let sentence = NoteSentence(paragraph, at: index, id: id)
      let found = table.occurrences(in: sentence)
      if index == 0 { first = found.first { DefinitionFinder.isSubject(sentence.words, $0.place) }?.term }
      if !found.isEmpty { read(sentence, found, marked: marked) }
    }
    return first
  }

  private mutating func read(
    _ sentence: NoteSentence, _ found: [(term: Int, place: Range<Int>)], marked: Set<String>
  ) {
    for pair in TermSynonyms.pairs(of: found, in: sentence) { table.join(pair.first, pair.second) }
    let isEnglish = isEnglish[places[sentence.id.passage].document]
    for (term, place) in found {
      table.terms[term].note(formAt: place, in: sentence, isEnglish: isEnglish)
      table.terms[term].documents.insert(places[sentence.id.passage].document)
      let isMarked = marked.contains(table.terms[term].name.key)
      let isOnly = found.count { $0.term == term } == 1
      let mention = mention(of: term, at: place, in: sentence, isMarked: isMarked, isOnly: isOnly)
      let isKept = isMarked || mention.tellsWhatItIs || mentions[term].count < Self.mentionLimit
      if isKept { mentions[term].append(mention) }
    }
    guard let candidate = Candidate.quantity(in: sentence), case .quantity(let quantity) = candidate.key else { return }
    quantities[quantity.unit, default: []].append(quantity)
    quantityCandidates.append((candidate, found.map(\.term)))
  }

  private func mention(
    of index: Int, at place: Range<Int>, in sentence: NoteSentence, isMarked: Bool, isOnly: Bool
  ) -> Mention {
    let term = table.terms[index]
    let words = sentence.words
    let isPlural = English.isPlural(term.headWord(at: place, in: sentence)) && !term.isPerson
    let isEnglish = isEnglish[places[sentence.id.passage].document]
    let definition = isEnglish ? finder.definition(in: sentence, at: place)?.fitted(to: term.name) : nil
    // What a sentence is about, and defines, is as good as marked.
    let isAbout = DefinitionFinder.isSubject(words, place) || definition?.shape == .predicate
    let isDefined = table.plain.contains(index) && isAbout && !isPlural
    let text = sentence.text(place)
    return Mention(
      term: index, passage: sentence.id.passage, sentence: sentence.id.sentence, evidence: sentence.evidence,
      before: sentence.before, after: sentence.after, shown: sentence.shown,
      surface: place.lowerBound == 0 && !term.isPerson && isEnglish
        ? names.written(DefinitionParser.lowercasedName(text)) : text,
      isPlural: isPlural, isMarked: isMarked || isDefined && definition != nil,
      opensSentence: place.lowerBound <= 1 || place.lowerBound == 2 && words[0].folded == "in",
      standsAlone: sentence.standsAlone, definition: definition,
      blanked: sentence.standsAlone && isOnly ? sentence.blanked(place) : nil, stems: sentence.stems)
  }

  // MARK: Candidates

  /// The lexicon with everything that might be asked.
  mutating func makeLexicon() -> Lexicon {
    for index in table.terms.indices {
      table.terms[index].restoreCapital(names)
      table.terms[index].introduce(by: mentions[index], isPlain: table.plain.contains(index))
      table.terms[index].isOfCountedNoun = countNouns.isCounted(table.terms[index].head)
    }
    table.addArticles()
    let headings = documents.flatMap(\.passages).map(\.headings)
    table.placeUnderHeadings(headings.map(\.last))
    table.placeInSections(headings)
    let terms = table.terms
    var claimed: Set<SentenceID> = []
    var candidates: [Candidate] = []
    var asked: Set<String> = []
    let order = terms.indices.filter { terms[$0].isIntroduced }
    for term in order where asked.isDisjoint(with: terms[term].keys) {
      let chooser = CandidateChooser(
        term: terms[term], mentions: mentions[term].filter { $0.passage < askedPassages },
        entry: entries[term].flatMap { $0.place.passage < askedPassages ? $0 : nil },
        glossary: terms[term].glossaryDocument.flatMap { $0 < askedDocuments ? terms[term].glossary : nil })
      if let candidate = chooser.best(index: term, claimed: &claimed) {
        candidates.append(candidate)
        asked.formUnion(terms[term].keys)
      }
    }
    let taken = Set(candidates.flatMap { [$0.evidence, $0.blank?.evidence ?? ""] })
    candidates += quantityCandidates.filter { entry in
      entry.candidate.passage < askedPassages && !taken.contains(entry.candidate.evidence)
        && entry.terms.contains { terms[$0].isIntroduced }
    }.map(\.candidate)
    var termsOfDocument = Array(repeating: [Int](), count: documents.count)
    for term in terms.indices where terms[term].isNamed { termsOfDocument[terms[term].document].append(term) }
    return Lexicon(
      terms: terms, candidates: candidates, passages: places, termsOfDocument: termsOfDocument, quantities: quantities)
  }
}
