/// Arranges headings and blocks into topics, passages and a glossary.
struct DocumentBuilder {
  private let elements: [NoteElement]
  private let title: String
  /// What stands for the title in the names of topics.
  private let titleTopic: String
  private let topicLevel: Int?
  /// The first heading, where it stands above all others: it names the text and gives it no role.
  private let isFirstHeadingTitle: Bool

  init(elements: [NoteElement], title: String?, name: NoteName) {
    let headings = elements.compactMap { element -> NoteHeading? in
      guard case .heading(let heading) = element, heading.level < NoteHeading.boldLevel, !heading.text.isEmpty else {
        return nil
      }
      return heading
    }
    self.elements = elements
    let title = title ?? headings.first?.text ?? name.stem
    self.title = title
    titleTopic = headings.isEmpty || SectionName.isGeneric(title) ? name.readable : title
    isFirstHeadingTitle =
      headings.count > 1 && headings.dropFirst().allSatisfy { $0.level > headings.first?.level ?? 0 }
    var counts: [Int: Int] = [:]
    for heading in headings where SectionName.role(of: heading.text) == .body { counts[heading.level, default: 0] += 1 }
    topicLevel = counts.filter { $0.value > 1 }.keys.min()
  }

  func document(contentHash: String) -> NoteDocument {
    let sections = sections().filter { $0.role != .skipped }
    var texts = sections.filter { $0.role != .glossary }.flatMap { section in
      PassageCutter.cut(section.blocks).map { Text(section: section, blocks: $0) }
    }
    let glossaries = sections.filter { $0.role == .glossary }
    var places = GlossaryPlaces(of: glossaries.flatMap(\.glossary).map(\.term), in: texts.map(\.blocks))
    for section in glossaries {
      var homeless: [Block] = []
      for entry in section.glossary {
        let block = Block(kind: .definition, text: entry.text, line: entry.line)
        if let place = places.take(entry.term, size: BlockSize.of(block)) {
          texts[place].blocks.append(block)
        } else {
          homeless.append(block)
        }
      }
      texts += PassageCutter.cut(homeless).map { Text(section: section, blocks: $0) }
    }
    var ids = PassageIDs()
    let passages = texts.map { text in
      Passage(
        id: ids.next(headings: text.section.headings, blocks: text.blocks), headings: text.section.headings,
        topic: text.section.topic, blocks: text.blocks)
    }
    return NoteDocument(
      title: title, contentHash: contentHash, passages: passages, glossary: sections.flatMap(\.glossary))
  }

  /// The blocks of a passage to be.
  private struct Text {
    var section: Section
    var blocks: [Block]
  }

  /// The blocks between two headings.
  private struct Section {
    var headings: [String]
    var topic: String
    var role: SectionName.Role
    var blocks: [Block] = []
    var glossary: [GlossaryEntry] = []
  }

  private func sections() -> [Section] {
    var outline = Outline()
    var current = Section(headings: [], topic: titleTopic, role: .body)
    var result: [Section] = []
    for element in elements {
      switch element {
      case .block(let block, let rowLines):
        current.blocks.append(block)
        if current.role == .glossary { current.glossary += Glossary.entries(block, rowLines: rowLines) }
      case .heading(let heading):
        if !current.blocks.isEmpty { result.append(current) }
        let isTitle = outline.isEmpty && isFirstHeadingTitle
        outline.enter(heading, role: isTitle ? .body : SectionName.role(of: heading.text))
        current = Section(headings: outline.path, topic: topic(outline), role: outline.role)
      }
    }
    if !current.blocks.isEmpty { result.append(current) }
    return result
  }

  private func topic(_ outline: Outline) -> String {
    guard let topicLevel, let name = outline.heading(at: topicLevel) else { return titleTopic }
    return SectionName.isGeneric(name) && name != titleTopic ? "\(titleTopic): \(name)" : name
  }
}

/// The headings above the current line.
private struct Outline {
  private var entries: [(heading: NoteHeading, role: SectionName.Role)] = []
  private(set) var isEmpty = true

  mutating func enter(_ heading: NoteHeading, role: SectionName.Role) {
    isEmpty = false
    while let last = entries.last, last.heading.level >= heading.level { entries.removeLast() }
    entries.append((heading, role))
  }

  var path: [String] { entries.map(\.heading.text).filter { !$0.isEmpty } }

  /// The outermost role that is not plain text.
  var role: SectionName.Role {
    entries.first { $0.role == .skipped || $0.role == .glossary }?.role ?? .body
  }

  /// The name of the topic at a level; a summary is none.
  func heading(at level: Int) -> String? {
    entries.first { $0.heading.level == level && $0.role == .body && !$0.heading.text.isEmpty }?.heading.text
  }
}
