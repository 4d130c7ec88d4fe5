@testable import PracticeTests

/// What code finds to ask about in notes.
func lexicon(_ text: String) -> Lexicon {
  Lexicon(documents: [NoteReader.document(text: text, name: "notes.md")])
}

/// What is asked, by the terms' names.
func asked(_ lexicon: Lexicon) -> [String: Candidate] {
  let named = lexicon.candidates.compactMap { candidate in
    candidate.term.map { (lexicon.terms[$0].name.shown, candidate) }
  }
  return Dictionary(named, uniquingKeysWith: { first, _ in first })
}
