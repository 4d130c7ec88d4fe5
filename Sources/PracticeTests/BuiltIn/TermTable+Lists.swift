/// Terms that stand in lists.
extension TermTable {
  /// Adds a term that an item of a list has before a colon: an option beside the others, however little is said of it.
  mutating func addEntry(_ name: String, document: Int) {
    if let term = add(name, document: document) { terms[term].isEntry = true }
  }

  /// Places the terms of a glossary.
  mutating func placeInGlossary(_ entries: [GlossaryEntry]) {
    let names = entries.compactMap { TermName($0.term)?.key }
    for (name, place) in zip(names, lists.glossary(of: names)) {
      if let term = term(named: name) { terms[term].listed = place }
    }
  }

  /// Notes in which section each term is introduced; `headings` has those of each passage.
  mutating func placeInSections(_ headings: [[String]]) {
    var sections: [Int] = []
    for passage in headings.indices {
      let goesOn = passage > 0 && headings[passage] == headings[passage - 1]
      sections.append(goesOn ? sections[passage - 1] : passage)
    }
    for index in terms.indices { terms[index].section = terms[index].passage.map { sections[$0] } }
  }

  /// Places the term with which an item of a list begins. What stands in other lists, too, stays where it stood first.
  mutating func placeInList(_ term: Int) {
    let place = lists.place()
    if terms[term].listed?.isGlossary != false { terms[term].listed = place }
  }
}
