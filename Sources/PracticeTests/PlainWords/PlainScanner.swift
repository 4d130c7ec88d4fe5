/// Finds the words of what was typed, in time linear in it.
struct PlainScanner {
  private let source: String
  /// Where a mark can end a path, further on than what was read.
  private var ends: ArraySlice<String.Index>
  /// Where a piece with escaped blanks ends that names no file, and where its last word does: each piece within it ends
  /// there too.
  private var refused: (end: String.Index, word: String.Index)?
  /// Marks of quotations that nothing closes any more.
  private var unclosed: Set<Character> = []

  /// No path that is typed is longer, in bytes.
  private static let longestPath = 4_096

  init(_ source: String) {
    self.source = source
    ends = Self.ends(in: source)[...]
  }

  /// Reads all of it.
  mutating func tokens() -> [PlainToken] {
    var tokens: [PlainToken] = []
    var index = source.startIndex
    while index < source.endIndex {
      let character = source[index]
      if character.isWhitespace {
        index = source.index(after: index)
      } else if let file = markedFile(from: index) {
        tokens.append(file.token)
        index = file.end
      } else if let end = quotedEnd(index) {
        let inside = source.index(after: index)..<end
        tokens.append(PlainToken(kind: .quoted, text: Words.fold(String(source[inside])), range: inside))
        index = source.index(after: end)
      } else {
        let end = pieceEnd(from: index)
        tokens += words(index..<end)
        index = end
      }
    }
    return tokens
  }

  // MARK: - Words

  /// The words of a piece without blanks.
  private func words(_ range: Range<String.Index>) -> [PlainToken] {
    var range = range
    var end: [PlainToken] = []
    while let last = source[range].last, !Self.isPartOfWord(last) {
      let mark = source.index(before: range.upperBound)
      if last == "/", mark == range.lowerBound { break }
      if ",;:".contains(last) { end = [PlainToken(kind: .comma, text: ",", range: mark..<range.upperBound)] }
      range = range.lowerBound..<mark
    }
    while let first = source[range].first, "([{<*#'\"\u{2018}\u{201C}".contains(first) {
      range = source.index(after: range.lowerBound)..<range.upperBound
    }
    guard !range.isEmpty else { return end }
    let piece = source[range]
    if Self.isFile(piece) { return [Self.file(String(piece), range)] + end }
    if Int(piece) != nil { return [PlainToken(kind: .word, text: String(piece), range: range)] + end }
    return parts(range) + end
  }

  private func parts(_ range: Range<String.Index>) -> [PlainToken] {
    source[range].split(omittingEmptySubsequences: false) { "-/,;&+\u{2013}\u{2014}".contains($0) }.flatMap { part in
      let place = part.startIndex..<part.endIndex
      let word = part.isEmpty ? [] : [PlainToken(kind: .word, text: Words.fold(String(part)), range: place)]
      guard part.endIndex < range.upperBound, ",;&+".contains(source[part.endIndex]) else { return word }
      let mark = part.endIndex..<source.index(after: part.endIndex)
      return word + [PlainToken(kind: .comma, text: ",", range: mark)]
    }
  }

  /// The closing mark of a quotation that begins at an index.
  private mutating func quotedEnd(_ start: String.Index) -> String.Index? {
    let closing: [Character: String] = ["\"": "\"", "\u{201C}": "\u{201D}\"", "\u{201E}": "\u{201C}\u{201D}\""]
    guard let marks = closing[source[start]], !unclosed.contains(source[start]) else { return nil }
    let inside = source.index(after: start)
    guard let end = source[inside...].firstIndex(where: { marks.contains($0) }) else {
      unclosed.insert(source[start])
      return nil
    }
    return end > inside ? end : nil
  }

  private static func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "%"
  }

  // MARK: - Files

  private static func file(_ typed: String, _ range: Range<String.Index>) -> PlainToken {
    let path = TypedPath(typed)
    return PlainToken(kind: .file, text: Words.fold(path.path), range: range, path: path)
  }

  /// The file whose name or path begins at an index, in the marks that a shell or a terminal puts around it, and where
  /// these end. Without a folder only single marks make it a file: what stands between double ones may be a title.
  private mutating func markedFile(from start: String.Index) -> (token: PlainToken, end: String.Index)? {
    guard TypedPath.isMark(source[start]) else { return nil }
    let inside = source.index(after: start)
    while let first = ends.first, first <= inside { ends = ends.dropFirst() }
    for end in ends {
      guard source.utf8.distance(from: start, to: end) <= Self.longestPath else { return nil }
      let typed = String(source[start..<end])
      let path = TypedPath(typed)
      guard path.openMark == nil else { continue }
      let isMeant = Self.isFile(path.path) && (source[start] == "'" || path.path.contains("/"))
      return isMeant ? (Self.file(typed, inside..<source.index(before: end)), end) : nil
    }
    return nil
  }

  /// Where a path ends that a text begins with, in marks; `nil` where nothing closes it.
  static func endOfMarkedPath(_ text: Substring) -> String.Index? {
    ends(in: text).first { end in
      text.utf8.distance(from: text.startIndex, to: end) <= longestPath
        && TypedPath(String(text[..<end])).openMark == nil
    }
  }

  /// Where a path between marks can end: behind each mark after which it does not go on.
  private static func ends(in source: some StringProtocol) -> [String.Index] {
    source.indices.compactMap { index in
      guard TypedPath.isMark(source[index]) else { return nil }
      let end = source.index(after: index)
      return source[end...].first.map(goesOn) == true ? nil : end
    }
  }

  /// Whether what stands after a mark shows that a path does not end with it.
  private static func goesOn(_ character: Character) -> Bool {
    isPartOfWord(character) || TypedPath.isMark(character) || character == "\\"
  }

  /// Where a piece without blanks ends; those of a path may be escaped.
  private mutating func pieceEnd(from start: String.Index) -> String.Index {
    let end = blank(from: start)
    guard isEscaped(end) else { return end }
    if let refused, start < refused.end {
      // Its ending is no file's, but a path may begin here.
      return start < refused.word && Self.isPath(source[start..<refused.word]) ? refused.end : end
    }
    var long = end
    while isEscaped(long) { long = blank(from: source.index(after: long)) }
    var piece = source[start..<long]
    while let last = piece.last, !Self.isPartOfWord(last) { piece = piece.dropLast() }
    if Self.isFile(piece) { return long }
    refused = (long, piece.endIndex)
    return end
  }

  private func blank(from index: String.Index) -> String.Index {
    source[index...].firstIndex(where: \.isWhitespace) ?? source.endIndex
  }

  private func isEscaped(_ blank: String.Index) -> Bool {
    blank < source.endIndex && source[source.index(before: blank)] == "\\"
  }

  /// Whether a piece names a file: by a path, or by the ending of one that can be notes.
  private static func isFile(_ piece: some StringProtocol) -> Bool {
    if isPath(piece) { return true }
    guard let dot = piece.lastIndex(of: "."), dot != piece.startIndex else { return false }
    return NoteReader.endings.contains(piece[piece.index(after: dot)...].lowercased())
  }

  private static func isPath(_ piece: some StringProtocol) -> Bool {
    piece.hasPrefix("/") || piece.hasPrefix("~/") || piece.hasPrefix("./") || piece.hasPrefix("../")
  }
}
