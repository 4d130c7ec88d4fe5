/// Reads the wish for a test: numbers, difficulty, formats, names, in any order. Nothing is passed over: a word that is not
/// understood is an error.
struct TestWishReader {
  private var reader: PlainReader
  private let finder: NameFinder
  private var wish = TestWish()
  /// What a preposition says of the name that is to follow it.
  private var role: NameFinder.Role?
  /// Where the name has to stand that "about" or "on" announced, until it is found.
  private var announced: Int?
  /// Whether what comes is not wanted.
  private var isNegated = false
  /// Where a negation stands that nothing has followed yet.
  private var openNegation: Int?
  /// Whether anything says that a test is wanted at all.
  private var isAsked: Bool

  /// Begins where a reader stands.
  init(_ reader: PlainReader, _ finder: NameFinder, isAsked: Bool) {
    (self.reader, self.finder, self.isAsked) = (reader, finder, isAsked)
  }

  /// Reads to the end.
  mutating func read() throws(PlainWordsError) -> TestWish {
    let start = reader
    while let next = reader.next { try readOne(next) }
    try endNegation()
    if let announced {
      let name = reader.text.source(of: announced..<reader.end)
      throw name.isEmpty ? .notUnderstood(start.restSource) : .unknownName(name, known: finder.known)
    }
    guard isAsked else { throw .notUnderstood(start.restSource) }
    return wish
  }

  private mutating func readOne(_ next: PlainToken) throws(PlainWordsError) {
    if next.kind == .comma {
      try endNegation()
      reader.position += 1
      role = nil
      return
    }
    if takeTitle() { return }
    // Names may hold words that mean something else elsewhere.
    if try takeName(atLeast: role == nil ? .whole : .nearly, isLong: role == nil) { return }
    if try takeLink() { return }
    if try takeFormat() { return }
    if try takeDifficulty() { return }
    if try takeNumber() { return }
    if try takeNoun() { return }
    if try takeName(atLeast: .nearly) { return }
    // A part of a name says less than a word that is known to say nothing.
    if take(PlainPhrases.fillers) != nil || take(PlainPhrases.courtesies) != nil { return }
    guard try takeName(atLeast: .part) else { throw failure }
  }

  /// Takes a phrase; where a name is to come, only one that is spelt as it is known.
  private mutating func take<Meaning>(_ vocabulary: PlainVocabulary<Meaning>) -> Meaning? {
    reader.take(vocabulary, exactly: role != nil)
  }

  // MARK: - Words between

  private mutating func takeLink() throws(PlainWordsError) -> Bool {
    let start = reader.position
    if take(PlainPhrases.negations) != nil {
      (isNegated, openNegation) = (true, start)
    } else if take(PlainPhrases.exclusions) != nil || take(PlainPhrases.turns) != nil {
      try endNegation()
      role = nil
    } else if let role = take(PlainPhrases.prepositions) {
      try endNegation()
      self.role = role
      if role == .subject { announced = reader.position }
    } else {
      return take(PlainPhrases.joiners) != nil
    }
    return true
  }

  /// What comes is wanted again; a negation of nothing that can be left out is not understood.
  private mutating func endNegation() throws(PlainWordsError) {
    if let openNegation { throw .notUnderstood(reader.text.source(of: openNegation..<reader.end)) }
    isNegated = false
  }

  /// A noun or a verb that says that a test is wanted.
  private mutating func takeNoun() throws(PlainWordsError) -> Bool {
    let isFound =
      take(PlainPhrases.questions) != nil || take(PlainPhrases.tests) != nil
      || take(PlainPhrases.requests) != nil
    guard isFound else { return false }
    // "No true/false questions" rules out a format, "no questions" is not understood.
    if openNegation != nil { try endNegation() }
    isAsked = true
    return true
  }

  private mutating func takeTitle() -> Bool {
    let start = reader
    guard take(PlainPhrases.titles) != nil, let next = reader.next, next.kind != .comma else {
      reader = start
      return false
    }
    // Without quotation marks, a title goes on to the next comma.
    let length = next.kind == .quoted ? 1 : reader.rest.prefix { $0.kind != .comma }.count
    wish.title = reader.text.source(of: reader.position..<reader.position + length)
    reader.position += length
    return true
  }

  // MARK: - What is wanted

  private mutating func takeFormat() throws(PlainWordsError) -> Bool {
    let start = reader
    guard let format = take(PlainPhrases.formats) else { return false }
    (role, openNegation, isAsked) = (nil, nil, true)
    switch (format, isNegated) {
    case (let format?, false): wish.wanted.insert(format)
    case (let format?, true): wish.unwanted.insert(format)
    case (nil, false): wish.wanted = Set(QuestionFormat.allCases)
    case (nil, true): throw .notUnderstood(start.restSource)
    }
    return true
  }

  private mutating func takeDifficulty() throws(PlainWordsError) -> Bool {
    let start = reader
    guard let difficulty = take(PlainPhrases.difficulties) else { return false }
    role = nil
    // "not too hard" and "easy and hard" say no one difficulty.
    guard !isNegated, wish.difficulty ?? difficulty == difficulty else { throw .notUnderstood(start.restSource) }
    wish.difficulty = difficulty
    return true
  }

  private mutating func takeNumber() throws(PlainWordsError) -> Bool {
    let start = reader
    guard let number = reader.takeNumber() else { return false }
    // "Chapter 3" is no number of questions, "about 20" is one.
    if role == .topic || role == .file || role == .course { throw .unknownName(start.restSource, known: finder.known) }
    if announced == start.position { announced = nil }
    role = nil
    guard !isNegated, !reader.comes(PlainPhrases.measures) else { throw .notUnderstood(start.restSource) }
    if take(PlainPhrases.options) != nil {
      guard wish.choices == nil else { throw .notUnderstood(start.restSource) }
      wish.choices = number
    } else {
      guard wish.count == nil else { throw .notUnderstood(start.restSource) }
      (wish.count, isAsked) = (number, true)
    }
    return true
  }

  /// - Parameter isLong: only a name of several words, or that of a file.
  private mutating func takeName(atLeast match: PlainName.Match, isLong: Bool = false) throws(PlainWordsError) -> Bool {
    var found = reader
    if let course = try found.takeName(finder, as: .course, atLeast: .nearly), found.comes(PlainPhrases.courseNouns) {
      return try take(course, at: found)
    }
    found = reader
    guard let known = try found.takeName(finder, as: role ?? .subject, atLeast: match),
      !isLong || found.position > reader.position + 1 || reader.next?.kind == .file
    else { return false }
    return try take(known, at: found)
  }

  private mutating func take(
    _ known: NameFinder.Known, at found: PlainReader
  ) throws(PlainWordsError) -> Bool {
    guard !isNegated else { throw .notUnderstood(reader.restSource) }
    (reader, role, announced) = (found, nil, nil)
    wish.add(known)
    return true
  }

  /// After a preposition it is a name that is not known.
  private var failure: PlainWordsError {
    let phrase = unknownPhrase
    return role == nil && reader.next?.kind == .word
      ? .notUnderstood(phrase) : .unknownName(phrase, known: finder.known)
  }

  /// What comes next, up to something that is known.
  private var unknownPhrase: String {
    var end = reader
    repeat {
      end.position += 1
    } while !end.isAtEnd && end.next?.kind == .word && !isKnown(end)
    return reader.text.source(of: reader.position..<end.position)
  }

  private func isKnown(_ reader: PlainReader) -> Bool {
    reader.comes(PlainPhrases.prepositions) || reader.comes(PlainPhrases.negations)
      || reader.comes(PlainPhrases.formats) || reader.comes(PlainPhrases.exclusions)
      || reader.comes(PlainPhrases.turns)
  }
}
