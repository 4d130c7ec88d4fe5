import PracticeTests
import Terminal

extension AppState {
  mutating func openBank(searching: Bool, for words: String = "") -> [AppEffect] {
    var bank = BankState(words: words)
    bank.isSearching = searching
    show(.bank(bank))
    return bank.firstReading
  }

  mutating func updateBank(_ action: BankAction) -> [AppEffect] {
    switch action {
    case .asked: return openBank(searching: false)
    case .searchAsked where bank == nil: return openBank(searching: true)
    default: break
    }
    say(action)
    guard var bank else { return [] }
    let effects =
      switch action {
      case .deletionAsked: delete(bank.selected)
      case .undoAsked: putBack(in: &bank)
      default: bank.update(action, size: size, rows: openedRows)
      }
    self.bank = bank
    return effects
  }

  /// Deletes a question. It may be asked again before it is off the list: that is one deletion.
  private mutating func delete(_ entry: BankEntry?) -> [AppEffect] {
    guard let entry else { return [] }
    deletedQuestions.removeAll { $0 == DeletedQuestion(id: entry.id) }
    deletedQuestions.append(DeletedQuestion(id: entry.id))
    notice = Notice(
      kind: .information, text: "Deleted from the library; tests that have it keep it. Press u to put it back.")
    return [.bank(.setQuestionDeleted(true, entry.id))]
  }

  /// Puts back what was deleted or replaced last, in this run of the app, or deleted before, and goes to it.
  private mutating func putBack(in bank: inout BankState) -> [AppEffect] {
    guard let last = deletedQuestions.popLast() ?? bank.lastDeleted.map({ DeletedQuestion(id: $0) }) else { return [] }
    bank.shown = last.id
    guard let replacement = last.replacement else {
      bank.lastDeleted = nil
      return [.bank(.setQuestionDeleted(false, last.id))]
    }
    notice = Notice(kind: .information, text: "The question before is back; the one made in its place is gone.")
    let reading: [AppEffect] = bank.opened?.question.id == replacement ? [.bank(.readQuestion(last.id))] : []
    return [.bank(.takeBackReplacement(of: last.id, by: replacement))] + reading
  }

  /// Tells what came of what was asked for.
  private mutating func say(_ action: BankAction) {
    switch action {
    case .moreAsked: making = bank?.selected?.id
    case .made(let new, let old, let kind):
      making = nil
      if kind == .replacement { deletedQuestions.append(DeletedQuestion(id: old, replacement: new.id)) }
    case .edited(let question): forgetReplacements(before: question.id)
    case .takingBackFailed(let question, let sentence):
      deletedQuestions.append(question)
      return fail(sentence)
    case .makingFailed(let sentence):
      making = nil
      return fail(sentence)
    case .failed(let sentence): return fail(sentence)
    default: break
    }
    let text: String
    switch action {
    case .moreAsked: text = "Another question is being written\(symbols.ellipsis)"
    case .made(_, _, .replacement): text = "Replaced; the old question is not asked again. u takes that back."
    case .made(_, _, .another): text = "One more question stands at the end of its test."
    case .edited: text = "Changed; its earlier versions are kept."
    case .questionRead(let question) where bank?.lacks(question.id) == true:
      text = "The question is not in the library any more."
    default: return
    }
    notice = Notice(kind: .information, text: text)
  }

  /// What the student has changed since is not taken back unseen: neither the question it was made for, nor those before.
  private mutating func forgetReplacements(before id: String) {
    var id = id
    while let index = deletedQuestions.firstIndex(where: { $0.replacement == id }) {
      id = deletedQuestions.remove(at: index).id
    }
  }

  private func openedRows(_ bank: BankState) -> Int { bankRows(bank).count }
}

extension BankState {
  /// The questions read at once.
  static let pageSize = 200

  /// All questions that some words find.
  init(words: String) {
    self.init()
    search.text = words
    query.text = search.text
  }

  /// Reads what is shown first.
  var firstReading: [AppEffect] {
    [.bank(.searchBank(query, from: nil, limit: Self.pageSize)), .bank(.readFacets)]
  }

  fileprivate mutating func update(_ action: BankAction, size: Size, rows: (BankState) -> Int) -> [AppEffect] {
    switch action {
    case .asked, .changed: return readAgain() + [.bank(.readFacets)]
    case .searchAsked: isSearching = true
    case .read(let read, let page, let isMore): return take(page, of: read, isMore: isMore)
    case .examsRead(let ids): inOpenExams = ids
    case .facetsRead(let read): facets = read
    case .lastDeletedRead(let id): lastDeleted = id
    case .keyTyped(let key): return type(key)
    case .searchLeft: isSearching = false
    case .moved(let key):
      shown = nil
      _ = list.handle(key, count: entries?.count ?? 0, height: BankLayout.listHeight(size))
      return readMore()
    case .opened:
      shown = nil
      return selected.map { [.bank(.readQuestion($0.id))] } ?? []
    case .questionRead(let question):
      // Keys act on what is selected: nothing else is opened, but what is about to be put back in its place.
      let isPutBack = question.id == shown && opened != nil
      if question.id == selected?.id || isPutBack { opened = Opened(question: question) }
    case .scrolled(let key): scroll(key, total: rows(self), height: BankLayout.openedHeight(size))
    case .stepped(let step): return self.step(step)
    case .closed: opened = nil
    case .editAsked: return selected.map { [.bank(.editQuestion($0.id))] } ?? []
    case .moreAsked(let kind): return selected.map { [.bank(.makeQuestion(kind, $0.id))] } ?? []
    case .made(let question, let old, let kind):
      if kind == .replacement, opened?.question.id == old { opened = Opened(question: question) }
      if selected?.id == old { (shown, made) = (question.id, question.id) }
      return readAgain()
    case .edited(let question):
      if opened?.question.id == question.id { opened = Opened(question: question) }
      shown = question.id
      return readAgain()
    case .failed, .makingFailed, .takingBackFailed: shown = nil
    case .tagsAsked: tagField = selected.map { TextField($0.tags.joined(separator: ", "), limit: 200) }
    case .tagsEntered: return enterTags()
    case .tagsLeft: tagField = nil
    case .filtersAsked: filters = BankFilters(query, facets)
    case .filtersMoved(let key): return moveInFilters(key)
    case .filtersLeft: filters = nil
    case .topicAsked: filters?.beginTopic()
    case .topicLeft: filters?.endTopic()
    case .narrowingEnded: return endNarrowing(showing: selected?.id)
    // What was deleted outlives the screen, so that it is not the screen that keeps it.
    case .deletionAsked, .undoAsked: break
    }
    return []
  }

  /// As many as are there already, so that the place is kept.
  private mutating func readAgain() -> [AppEffect] {
    isReading = true
    // One that is put back is one more.
    return [.bank(.searchBank(query, from: nil, limit: max(Self.pageSize, (entries?.count ?? 0) + 1)))]
  }

  private mutating func take(_ page: BankPage, of read: BankQuery, isMore: Bool) -> [AppEffect] {
    guard read == query else { return [] }
    if let made, made == shown, isNarrowed, !isMore, !page.entries.contains(where: { $0.id == made }) {
      // What is being typed or chosen is not taken away.
      guard isSearching || filters != nil else { return endNarrowing(showing: made) }
      shown = nil
    }
    let selectedID = selected?.id
    entries = isMore ? (entries ?? []) + page.entries : page.entries
    (total, next, isReading) = (page.total, page.next, false)
    if let index = entries?.firstIndex(where: { $0.id == shown }) {
      (list.selection, shown) = (index, nil)
    } else if let index = entries?.firstIndex(where: { $0.id == selectedID }) {
      // The same question stays selected when others come or go.
      list.selection = index
    }
    if opened?.question.id != selected?.id { opened = nil }
    return []
  }

  private mutating func type(_ key: Key) -> [AppEffect] {
    if tagField != nil {
      _ = tagField?.handle(key)
      return []
    }
    if filters?.topicField != nil { return moveInFilters(key) }
    guard isSearching, search.handle(key), search.text != query.text else { return [] }
    query.text = search.text
    return searchAnew()
  }

  private mutating func searchAnew(showing id: String? = nil) -> [AppEffect] {
    (list, shown, isReading) = (ListView(), id, true)
    return [.bank(.searchBank(query, from: nil, limit: Self.pageSize))]
  }

  /// More are read before the end of what is there is reached.
  private mutating func readMore() -> [AppEffect] {
    guard let entries, let next, !isReading, list.selection > entries.count - Self.pageSize / 2 else { return [] }
    isReading = true
    return [.bank(.searchBank(query, from: next, limit: Self.pageSize))]
  }

  private mutating func scroll(_ key: Key, total: Int, height: Int) {
    _ = opened?.scroll.handle(key, total: total, height: height)
  }

  /// Shows all questions again, with one selected where it is among the newest: those are read first.
  private mutating func endNarrowing(showing id: String?) -> [AppEffect] {
    (query, search) = (BankQuery(), TextField(limit: search.limit))
    if filters != nil { filters = BankFilters(query, facets) }
    return searchAnew(showing: id)
  }

  private mutating func step(_ step: Int) -> [AppEffect] {
    shown = nil
    list.selection = min(max(0, list.selection + step), max(0, (entries?.count ?? 0) - 1))
    return readMore() + (selected.map { [.bank(.readQuestion($0.id))] } ?? [])
  }

  private mutating func enterTags() -> [AppEffect] {
    defer { tagField = nil }
    guard let selected, let text = tagField?.text else { return [] }
    return [.bank(.setTags(text.split(separator: ",").map(String.init), selected.id))]
  }

  private mutating func moveInFilters(_ key: Key) -> [AppEffect] {
    filters?.handle(key)
    guard let narrowed = filters?.query, narrowed != query else { return [] }
    query = narrowed
    return searchAnew()
  }
}
