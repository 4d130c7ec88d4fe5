import PracticeTests
import Terminal

extension AppState {
  func bankBindings(_ bank: BankState) -> [Binding] {
    if bank.tagField != nil { return tagBindings }
    if let filters = bank.filters {
      return filters.topicField == nil ? filterBindings(bank, filters) : topicBindings
    }
    if bank.isSearching { return searchBindings }
    return bank.opened == nil ? bankListBindings(bank) : openedBindings(bank)
  }

  private var tagBindings: [Binding] {
    [
      Binding([.enter], "save", help: "Save the tags; commas stand between them.", does: .bank(.tagsEntered)),
      Binding([.escape], "leave them", help: "Leave the tags as they were.", footer: .pinned, does: .bank(.tagsLeft)),
    ]
  }

  private func filterBindings(_ bank: BankState, _ filters: BankFilters) -> [Binding] {
    [
      Binding(
        [.left, .right, .character("h"), .character("l"), .character(" ")], name: "Left/Right", "change",
        help: "Change the filter; the list follows at once."
      ) { .bank(.filtersMoved($0)) },
      Binding(.listMoves, name: "Up/Down, j/k", "move", help: "Go to another filter.", footer: .hidden) {
        .bank(.filtersMoved($0))
      },
      Binding(
        [.character("/")], "find topic", help: "Type a few letters of a topic: the one that they fit best is chosen.",
        disabled: filters.topicHindrance, does: .bank(.topicAsked)),
      clearing(bank),
      Binding(
        [.enter, .escape, .character("f"), .character("q")], "done", help: "Go back to the list.", footer: .pinned,
        does: .bank(.filtersLeft)),
    ]
  }

  private var topicBindings: [Binding] {
    [
      Binding(
        [.enter, .escape, .tab], "done", help: "Keep the topic, and go back to the filters.", footer: .pinned,
        does: .bank(.topicLeft))
    ]
  }

  private var searchBindings: [Binding] {
    [
      Binding(
        [.enter, .escape, .tab], "to the list", help: "Keep what is found, and go to the list.", footer: .pinned,
        does: .bank(.searchLeft)),
      Binding([.up, .down, .pageUp, .pageDown], name: "Up/Down", "move", help: "Move in the list.", footer: .hidden) {
        .bank(.moved($0))
      },
    ]
  }

  private func bankListBindings(_ bank: BankState) -> [Binding] {
    let none = bank.selected == nil ? "There is no question here." : nil
    return [
      Binding(
        [.enter, .right, .character("l")], "open", help: "Show the question with its answer, and why it is right.",
        disabled: none, does: .bank(.opened)),
      Binding([.character("/")], "search", help: "Search as you type.", does: .bank(.searchAsked)),
      Binding(
        [.character("f")], "filter", help: "Only a course, a topic, a format, a difficulty, a writer, a key or a tag.",
        does: .bank(.filtersAsked)),
      clearing(bank, orWith: bank.isNarrowed ? [.escape] : []), tagging(none), deletion(none), undo(bank),
      editing(bank, none),
      more(.replacement, none ?? brought(bank)), more(.another, none ?? brought(bank)),
      Binding(.listMoves, name: "Up/Down, j/k", "move", help: "Move in the list.", footer: .hidden) {
        .bank(.moved($0))
      },
    ] + (bank.isNarrowed ? [leaving] : [])
  }

  /// Leaves the list, where Escape ends the search first.
  private var leaving: Binding {
    Binding([.character("q")], "back", help: "Go back; the search ends.", footer: .pinned, does: .backAsked)
  }

  private func openedBindings(_ bank: BankState) -> [Binding] {
    // Keys act on what is selected: until that is what is shown, they wait.
    let reading = bank.opened?.question.id == bank.selected?.id ? nil : "The question is still being read."
    return [Binding].steps(at: bank.list.selection, of: bank.entries?.count ?? 0) { .bank(.stepped($0)) } + [
      editing(bank, reading), more(.replacement, reading ?? brought(bank)), more(.another, reading ?? brought(bank)),
      tagging(reading), deletion(reading), undo(bank),
      Binding(.listMoves, name: "Up/Down, j/k", "scroll", help: "Scroll the question.", footer: .hidden) {
        .bank(.scrolled($0))
      },
      Binding(
        [.escape, .character("q"), .enter], "back", help: "Go back to the list.", footer: .pinned,
        does: .bank(.closed)),
    ]
  }

  private func clearing(_ bank: BankState, orWith keys: [Key] = []) -> Binding {
    Binding(
      keys + [.character("c")], "clear", help: "Show all questions again, without the search and the filters.",
      footer: !keys.isEmpty ? .pinned : bank.isNarrowed ? .listed : .hidden,
      disabled: bank.isNarrowed ? nil : "There is no search and no filter to clear.", does: .bank(.narrowingEnded))
  }

  private func editing(_ bank: BankState, _ none: String?) -> Binding {
    Binding(
      [.character("e")], "edit", help: "Change the question in your editor; it is checked before it is kept.",
      disabled: none ?? bank.examHindrance(of: bank.selected?.id), does: .bank(.editAsked))
  }

  /// Why no other question can be made because of the selected one.
  private func brought(_ bank: BankState) -> String? {
    bank.selected?.origin == .imported ? GenerationError.brought.sentence : nil
  }

  private func more(_ kind: OneMore, _ none: String?) -> Binding {
    let hindrance = none ?? (making == nil ? nil : "Another question is still being written.")
    return switch kind {
    case .replacement:
      Binding(
        [.character("r")], "replace", help: "Make another question in its place; this one is not asked again.",
        disabled: hindrance, does: .bank(.moreAsked(kind)))
    case .another:
      Binding(
        [.character("+")], "another", help: "Make one more question like it, at the end of its test.",
        disabled: hindrance, does: .bank(.moreAsked(kind)))
    }
  }

  private func tagging(_ none: String?) -> Binding {
    Binding(
      [.character("t")], "tags", help: "Give the question tags of your own.", disabled: none, does: .bank(.tagsAsked))
  }

  private func deletion(_ none: String?) -> Binding {
    Binding(
      [.character("d"), .delete], "delete", help: "Take the question out of the library; tests that have it keep it.",
      disabled: none, does: .bank(.deletionAsked))
  }

  private func undo(_ bank: BankState) -> Binding {
    let isThere = !deletedQuestions.isEmpty || bank.lastDeleted != nil
    return Binding(
      [.character("u")], "undo", help: "Put back what was deleted or replaced last.",
      footer: deletedQuestions.isEmpty ? .hidden : .listed,
      disabled: isThere ? nil : "There is no deleted question to put back.", does: .bank(.undoAsked))
  }
}
