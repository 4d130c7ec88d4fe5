/// A stretch of a text: prose, or code between fences. A fence without its end is prose.
package enum TextBlock: Sendable, Equatable {
  /// Lines of prose.
  case prose(String)
  /// Lines of code, and what the fence says of them, such as the name of the language.
  case code([String], note: String)

  /// The stretches of a text, in time linear in it.
  package static func blocks(_ text: String) -> [TextBlock] {
    guard text.contains("```") || text.contains("~~~") else { return [.prose(text)] }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let fences = lines.map { CodeFence($0) }
    let closable = CodeFence.closable(fences)
    var blocks: [TextBlock] = []
    var prose: [Substring] = []
    var index = 0
    func endProse() {
      if !prose.isEmpty { blocks.append(.prose(prose.joined(separator: "\n"))) }
      prose = []
    }
    while index < lines.count {
      guard closable.contains(index), let fence = fences[index],
        let end = fences[(index + 1)...].firstIndex(where: { $0.map(fence.isClosed(by:)) ?? false })
      else {
        prose.append(lines[index])
        index += 1
        continue
      }
      endProse()
      blocks.append(.code(lines[(index + 1)..<end].map(String.init), note: fence.note))
      index = end + 1
    }
    endProse()
    return blocks
  }

  /// Whether a text holds code between fences.
  static func hasCode(_ text: String) -> Bool {
    blocks(text).contains { block in
      if case .code = block { true } else { false }
    }
  }
}
